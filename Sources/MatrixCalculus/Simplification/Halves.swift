/// Functions of z and of −z that make up something simpler together: sigmoid(z) + sigmoid(−z) is 1.
extension Simplifier {
  /// f(z) + f(−z), or f(z) − f(−z), where that is simpler.
  private static func joined(
    _ function: Function, _ argument: Expression, isSum: Bool
  ) -> Expression? {
    switch (function, isSum) {
    case (.sigmoid, true): .ones(argument.shape)
    case (.relu, true): apply(.abs, argument)
    case (.relu, false), (.softplus, false): argument
    default: nil
    }
  }

  /// The terms with two that make up something simpler together in one; nil where there are none.
  static func withoutHalves(
    _ terms: [Expression],
    joined: (Function, Expression, Bool) -> Expression? = { joined($0, $1, isSum: $2) }
  ) -> [Expression]? {
    let parts = terms.map { split($0) }
    for (place, part) in parts.enumerated() {
      guard case .apply(let function) = part.core.operation, Self.halves.contains(function) else {
        continue
      }
      let other = Expression.apply(function, scale(.minusOne, part.core.operands[0]))
      for next in parts.indices where next > place && parts[next].core == other {
        let isSum = parts[next].coefficient == part.coefficient
        guard isSum || parts[next].coefficient == part.coefficient.negated,
          let whole = joined(function, part.core.operands[0], isSum)
        else { continue }
        var rest = terms
        rest[place] = scale(part.coefficient, whole)
        rest.remove(at: next)
        return rest
      }
    }
    return nil
  }

  private static let halves: Set<Function> = [.sigmoid, .relu, .softplus, .step]
}

extension Expression {
  /// A sum with 1 for step(z) + step(−z), where z depends on what is differentiated by and so is not zero.
  func withoutHalves(of moving: Set<Variable>) -> Expression {
    guard operation == .sum, !moving.isEmpty else { return self }
    let rest = Simplifier.withoutHalves(operands) { function, argument, isSum in
      function == .step && isSum && argument.variables.contains(where: moving.contains)
        ? .ones(argument.shape) : nil
    }
    return rest.map { Simplifier.sum($0) } ?? self
  }
}
