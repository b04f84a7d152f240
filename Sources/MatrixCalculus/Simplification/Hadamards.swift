extension Simplifier {
  /// The entrywise product of simplified factors: scalars in front, powers merged, ones dropped.
  static func hadamard(_ factors: [Expression]) -> Expression {
    let shape = factors[0].shape
    if shape.isScalar { return product(factors) }
    if factors.contains(where: \.isZero) { return .zeros(shape) }
    var scalars = ScalarFactors()
    var powers = Tally<Expression>()
    var beyondRange: [Expression] = []
    for factor in entrywiseFactors(factors, &scalars) {
      let (base, exponent) = basis(factor)
      if !powers.add(exponent, to: base) { beyondRange.append(factor) }
    }
    let merged = powers.entries.filter { $0.amount != .zero }
      .map { $0.amount == .one ? $0.key : power($0.key, .number($0.amount)) }
    let all = merged + beyondRange
    return scalars.times(all.isEmpty ? [] : [.hadamard(all)], shape: shape)
  }

  /// The matrices multiplied entry by entry, without ones; their scalars go to `scalars`.
  private static func entrywiseFactors(
    _ factors: [Expression], _ scalars: inout ScalarFactors
  ) -> [Expression] {
    factors.flatMap { factor -> [Expression] in
      var matrices: [Expression] = []
      scalars.take(factor, matrices: &matrices)
      let core = Expression.product(matrices)
      return core.operation == .hadamard ? core.operands : core.operation == .ones ? [] : [core]
    }
  }

  /// The factor as a power of a base: itself to the first where it is none.
  static func basis(_ factor: Expression) -> (base: Expression, exponent: Rational) {
    if factor.operation == .power, let exponent = factor.operands[1].rational {
      return (factor.operands[0], exponent)
    }
    return (factor, .one)
  }
}
