/// Quotients of functions of one argument that have a name of their own.
extension Simplifier {
  typealias Power = (key: Expression, amount: Rational)

  /// Powers of bases with quotients by their names: eᵘ/(1 + eᵘ), sinh u/cosh u, eᶻ over the sums of its
  /// columns.
  static func quotients(_ powers: [Power]) -> [Power] { namedQuotients(signedPowers(powers)) }

  private static func namedQuotients(_ powers: [Power]) -> [Power] {
    guard powers.count > 1, powers.count <= 16 else { return powers }
    let powers = signsJoined(powers)
    for (place, power) in powers.enumerated() where power.amount == .one {
      guard case .apply(let function) = power.key.operation else { continue }
      let argument = power.key.operands[0]
      for (other, divisor) in powers.enumerated() where other != place {
        guard let found = quotient(function, argument, divisor) else { continue }
        var rest = powers
        rest[place] = (found.value, .one)
        rest[other].amount = found.rest
        return namedQuotients(merged(rest))
      }
    }
    return powers
  }

  /// f(u) times a factor, and what is left of that factor's exponent.
  private static func quotient(
    _ function: Function, _ u: Expression, _ divisor: Power
  ) -> (value: Expression, rest: Rational)? {
    if function == .exp, divisor.amount == .one, let softmax = softmax(of: u, divisor.key) {
      return (softmax, .zero)
    }
    guard case .apply(let below) = divisor.key.operation else { return nil }
    switch (function, below) {
    case (.exp, .sigmoid):
      guard divisor.amount >= .one, divisor.key.operands[0] == scale(.minusOne, u),
        let rest = divisor.amount.adding(.minusOne)
      else { return nil }
      return (.apply(.sigmoid, u), rest)
    case (.sinh, .cosh), (.sin, .cos):
      guard divisor.amount <= .minusOne, divisor.key.operands[0] == u,
        let rest = divisor.amount.adding(.one)
      else { return nil }
      return (.apply(function == .sinh ? .tanh : .tan, u), rest)
    default: return nil
    }
  }

  /// softmax(Z) where a factor is one over the sums of exp(Z) along columns or rows, spread over them.
  private static func softmax(of z: Expression, _ factor: Expression) -> Expression? {
    guard factor.operation == .product, factor.operands.count == 2 else { return nil }
    for (axis, place) in [(Axis.columns, 1), (.rows, 0)] {
      let (ones, totals) = (factor.operands[1 - place], factor.operands[place])
      guard ones.operation == .ones, totals.operation == .power,
        totals.operands[1].rational == .minusOne,
        totals.operands[0] == axis.sums(.apply(.exp, z))
      else { continue }
      return MatrixFunction.softmax(axis)(z)
    }
    return nil
  }

  private static func merged(_ powers: [Power]) -> [Power] {
    var tally = Tally<Expression>()
    for power in powers where !tally.add(power.amount, to: power.key) { return powers }
    return tally.entries.filter { $0.amount != .zero }
  }

  /// (1 + eᵘ)⁻ᵏ as a power of the logistic function of −u.
  static func logisticPower(_ base: Expression, _ exponent: Rational) -> Expression? {
    guard exponent.isInteger, exponent.isNegative, base.operation == .sum,
      base.operands.count == 2,
      let one = base.operands.firstIndex(where: { $0.rational == .one || $0.operation == .ones }),
      base.operands[1 - one].operation == .apply(.exp)
    else { return nil }
    let logistic = Expression.apply(
      .sigmoid, scale(.minusOne, base.operands[1 - one].operands[0]))
    return power(logistic, .number(exponent.negated))
  }
}

extension Expression {
  /// The number that all entries of a matrix are by its form.
  var commonEntry: Expression? {
    guard !shape.isScalar else { return nil }
    if operation == .ones { return .number(1) }
    guard operation == .product, operands.contains(where: { $0.operation == .ones }) else {
      return nil
    }
    let scalars = operands.filter(\.shape.isScalar)
    return scalars.count == operands.count - 1 ? .product(scalars) : nil
  }
}
