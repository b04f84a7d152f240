/// Magnitudes, signs and positive parts of one argument.
///
/// Each law holds at zero as well, where signs and steps are zero.
extension Simplifier {
  /// The factors |u|, u₊, sign u and step u of an entrywise product made into fewer: u sign u is |u|, |u| sign u
  /// is u, sign u/|u| is 1/u, u step u and u₊ step u are u₊, sign u step u is step u; an even power of |u| is one
  /// of u.
  static func signsJoined(_ powers: [Power]) -> [Power] {
    for (place, power) in powers.enumerated() where power.amount.isInteger && power.amount > .zero {
      guard case .apply(let function) = power.key.operation else { continue }
      let u = power.key.operands[0]
      switch function {
      case .abs where power.amount.numerator.isMultiple(of: 2):
        return changed(powers, [(place, power.amount.negated)], u, power.amount)
      case .sign where power.amount == .one:
        if let other = factor(.apply(.abs, u), of: powers) {
          return changed(powers, [(place, .minusOne), (other, .minusOne)], u, .one)
        }
        if factor(.apply(.step, u), of: powers) != nil {
          return changed(powers, [(place, .minusOne)], u, .zero)
        }
        if let (other, amount) = oddDivisor(.apply(.abs, u), of: powers) {
          return changed(powers, [(place, .minusOne), (other, amount.negated)], u, amount)
        }
        guard let other = factor(u, of: powers) else { continue }
        return changed(powers, [(place, .minusOne), (other, .minusOne)], .apply(.abs, u), .one)
      case .step:
        if factor(.apply(.relu, u), of: powers) != nil {
          return changed(powers, [(place, power.amount.negated)], u, .zero)
        }
        guard let other = factor(u, of: powers) else { continue }
        let spent = [(place, power.amount.negated), (other, Rational.minusOne)]
        return changed(powers, spent, .apply(.relu, u), .one)
      default: continue
      }
    }
    return powers
  }

  /// The place of a base that stands there in a positive whole power.
  private static func factor(_ base: Expression, of powers: [Power]) -> Int? {
    powers.firstIndex { $0.key == base && $0.amount.isInteger && $0.amount > .zero }
  }

  /// The place of a base by an odd power of which all is divided, and its exponent.
  private static func oddDivisor(
    _ base: Expression, of powers: [Power]
  ) -> (place: Int, amount: Rational)? {
    guard let place = powers.firstIndex(where: { $0.key == base }) else { return nil }
    let amount = powers[place].amount
    guard amount.isInteger, amount.isNegative, !amount.numerator.isMultiple(of: 2) else {
      return nil
    }
    return (place, amount)
  }

  /// The powers with some amounts changed and a factor added.
  private static func changed(
    _ powers: [Power], _ changes: [(place: Int, amount: Rational)], _ factor: Expression,
    _ amount: Rational
  ) -> [Power] {
    var tally = Tally<Expression>()
    let changed = changes.map { (powers[$0.place].key, $0.amount) } + [(factor, amount)]
    for (base, amount) in powers.map({ ($0.key, $0.amount) }) + changed
    where !tally.add(amount, to: base) { return powers }
    return signsJoined(tally.entries.filter { $0.amount != .zero })
  }

  /// Terms f(u) and f(−u) that make one: u₊ − (−u)₊ is u, u₊ + (−u)₊ is |u|, and of softplus the difference is u;
  /// log σ(u) − log(1 − σ(u)) is u.
  static func oppositesJoined(_ terms: [Expression]) -> [Expression]? {
    guard terms.count > 1, terms.count <= 64 else { return nil }
    let parts = terms.map { split($0) }
    for (place, part) in parts.enumerated() {
      guard case .apply(let function) = part.core.operation,
        [.relu, .softplus, .log].contains(function)
      else { continue }
      for (other, opposite) in parts.enumerated().dropFirst(place + 1)
      where opposite.core.operation == part.core.operation {
        guard let made = joined(function, part, opposite) else { continue }
        var rest = terms
        rest[place] = made
        rest.remove(at: other)
        return rest
      }
    }
    return nil
  }

  private typealias Term = (coefficient: Rational, core: Expression)

  private static func joined(_ function: Function, _ a: Term, _ b: Term) -> Expression? {
    let (u, v) = (a.core.operands[0], b.core.operands[0])
    let isDifference = a.coefficient == b.coefficient.negated
    if function == .log {
      guard isDifference else { return nil }
      if let logit = logit(u, v) { return scale(a.coefficient, logit) }
      return logit(v, u).map { scale(b.coefficient, $0) }
    }
    guard isDifference || function == .relu && a.coefficient == b.coefficient, u.isNarrow,
      sum([u, v]).isZero
    else { return nil }
    return isDifference ? scale(a.coefficient, u) : scale(a.coefficient, apply(.abs, u))
  }

  /// u where the first is σ(u) and the second 1 − σ(u), or σ(−u).
  private static func logit(_ a: Expression, _ b: Expression) -> Expression? {
    guard a.operation == .apply(.sigmoid) else { return nil }
    let rest = sum([.ones(a.shape), scale(.minusOne, a)])
    let u = a.operands[0]
    return b == rest || b == apply(.sigmoid, scale(.minusOne, u)) ? u : nil
  }
}
