import MatrixCalculus

private let z = Entrywise.argument
private let y = Entrywise.result

extension RuleMutant {
  /// The derivative of each function of every entry replaced by others people take it for.
  static let functions = slopes.flatMap { function, wrong in
    wrong.enumerated().map { number, slope in mutant(of: function, number + 1, slope) }
  }

  private static let slopes: [(Function, [Entrywise])] = [
    (.abs, [-.apply(.sign, z), .apply(.step, z), 1]),
    (.arccos, [root(1 - z * z), -root(1 + z * z)]),
    (.arcsin, [-root(1 - z * z), 1 / (1 - z * z)]),
    (.arctan, [1 / (1 - z * z), root(1 + z * z)]),
    (.cos, [.apply(.sin, z), -y]),
    (.cosh, [-.apply(.sinh, z), y]),
    (.erf, [.apply(.exp, -(z * z)), 2 * .apply(.exp, -(z * z)), 1 - y * y]),
    (.exp, [z * y, -y]),
    (.log, [-(1 / z), 1 / (z * z), y]),
    (.relu, [y, 1, .apply(.sign, z)]),
    (.sigmoid, [y * (1 + y), 1 - y * y, z * (1 - z), y]),
    (.sign, [1, y]),
    (.sin, [-.apply(.cos, z), y]),
    (.sinh, [y, -.apply(.cosh, z)]),
    (.softplus, [y, .apply(.tanh, z), 1 - .apply(.sigmoid, z)]),
    (.sqrt, [root(z), 2 * root(z), y]),
    (.square, [z, 2 * y, 3 * z]),
    (.step, [1, y]),
    (.tan, [1 - y * y, 1 + y]),
    (.tanh, [1 + y * y, 1 - y, y * (1 - y), 1 - z * z]),
  ]

  private static func root(_ value: Entrywise) -> Entrywise { .power(value, .minusHalf) }

  private static func mutant(
    of function: Function, _ number: Int, _ slope: Entrywise
  ) -> RuleMutant {
    let x = Letters.X
    let rules = DerivativeRules.breaking { node, cotangent in
      guard node.operation == .apply(function) else { return nil }
      return [.hadamard([cotangent, slope.lifted(z: node.operands[0], y: node)])]
    }
    return RuleMutant(
      "the derivative of \(function.name), \(number)", rules,
      gradientOf: Expression.apply(function, x.e).paired, wrt: x)
  }
}
