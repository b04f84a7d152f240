import MatrixCalculus

extension RuleMutant {
  /// The pullback of every function of whole matrices, negated and doubled, to each of its arguments.
  static let general = MatrixFunction.all.flatMap { function in
    (0..<count(function)).flatMap { argument in
      [("negated", Rational.minusOne), ("doubled", Rational(2))].compactMap { word, factor in
        mutant(of: function, argument, scaledBy: factor, word)
      }
    }
  }

  /// Nil where there is no slope to break: none in closed form, or zero everywhere.
  private static func mutant(
    of function: MatrixFunction, _ argument: Int, scaledBy factor: Rational, _ word: String
  ) -> RuleMutant? {
    guard let (value, variable) = gradient(of: function, argument) else { return nil }
    let rules = DerivativeRules.breaking { node, cotangent in
      guard node.operation == .call(function) else { return nil }
      return try? function.pullback(cotangent, node.operands, node).map { .number(factor) * $0 }
    }
    return RuleMutant(
      "the pullback of \(function.name) to argument \(argument + 1), \(word)", rules,
      gradientOf: value, wrt: variable)
  }

  private static func count(_ function: MatrixFunction) -> Int {
    function.arity.contains(2) ? 2 : function.arity.lowerBound
  }

  /// A function of free matrices, rectangular ones where it takes them, with a slope in the variable.
  private static func gradient(
    of function: MatrixFunction, _ argument: Int
  ) -> (value: Expression, variable: Variable)? {
    for shape in [Letters.X.shape, Letters.A.shape] {
      let letters = ["X", "Y", "Z"].prefix(count(function)).map { name in
        // Where logarithms and divergences are defined.
        Variable(name, shape, range: 0.1...0.9)
      }
      guard let value = try? Expression.call(function, letters.map(\.e)).paired,
        let slope = try? Gradient.gradients(of: value, wrt: [letters[argument]])[0],
        !slope.isZero
      else { continue }
      return (value, letters[argument])
    }
    return nil
  }
}
