/// Powers of an argument and of the functions that split it at zero, multiplied with each other: sign(u) |u|
/// is u, and relu(u) step(u) is relu(u).
extension Simplifier {
  /// Exponents of u, |u|, sign u, relu u and step u.
  private struct Split {
    var plain = Rational.zero
    var absolute = Rational.zero
    var sign = Rational.zero
    var relu = Rational.zero
    var step = Rational.zero

    var all: [Rational] { [plain, absolute, sign, relu, step] }

    /// Only whole exponents say the same on both sides of zero.
    var isWhole: Bool { all.allSatisfy(\.isInteger) }
  }

  /// The powers with those of each argument u, |u|, sign u, relu u and step u as few as they can be.
  static func signedPowers(_ powers: [Power]) -> [Power] {
    guard powers.count <= 16 else { return powers }
    var result = powers
    for power in powers {
      guard case .apply(let function) = power.key.operation,
        [.abs, .sign, .relu, .step].contains(function)
      else { continue }
      result = merged(result, at: power.key.operands[0])
    }
    return result
  }

  private static func merged(_ powers: [Power], at u: Expression) -> [Power] {
    let old = split(powers, at: u)
    if let fewer = withoutIdleSign(powers, old, at: u) { return fewer }
    guard old.isWhole, let new = positive(old) ?? signed(old), let first = new.first else {
      return powers
    }
    let keys: [Expression] = [u] + [.abs, .sign, .relu, .step].map { .apply($0, u) }
    let isShorter = new.count < old.all.count(where: { $0 != .zero })
    guard isShorter || [old.step, old.sign, old.absolute.magnitude].contains(where: { $0 > .one })
    else { return powers }
    var kept = powers
    let place = kept.firstIndex { keys.contains($0.key) } ?? 0
    kept.removeAll { keys.contains($0.key) }
    let made = new.map { (key: $0.function.map { .apply($0, u) } ?? u, amount: $0.exponent) }
    if first.exponent != .zero { kept.insert(contentsOf: made, at: min(place, kept.count)) }
    return kept
  }

  /// Without an even power of sign u beside a positive power of |u|, which is zero where that is.
  private static func withoutIdleSign(
    _ powers: [Power], _ split: Split, at u: Expression
  ) -> [Power]? {
    guard split.sign > .zero, split.sign.isInteger, split.sign.numerator.isMultiple(of: 2),
      split.absolute > .zero
    else { return nil }
    return powers.filter { $0.key != .apply(.sign, u) }
  }

  private static func split(_ powers: [Power], at u: Expression) -> Split {
    var split = Split()
    for power in powers {
      switch power.key.operation {
      case _ where power.key == u: split.plain = power.amount
      case .apply(.abs) where power.key.operands[0] == u: split.absolute = power.amount
      case .apply(.sign) where power.key.operands[0] == u: split.sign = power.amount
      case .apply(.relu) where power.key.operands[0] == u: split.relu = power.amount
      case .apply(.step) where power.key.operands[0] == u: split.step = power.amount
      default: continue
      }
    }
    return split
  }

  private typealias Part = (function: Function?, exponent: Rational)

  /// What is zero unless u > 0: there it is uᵐ.
  private static func positive(_ old: Split) -> [Part]? {
    guard old.relu > .zero || old.step > .zero, !old.relu.isNegative, !old.step.isNegative,
      let m = old.plain.adding(old.absolute)?.adding(old.relu)
    else { return nil }
    if m.isNegative { return [(.step, .one), (nil, m)] }
    return m == .zero ? [(.step, .one)] : [(.relu, m)]
  }

  /// What is |u|ᵐ, or sign(u) |u|ᵐ.
  private static func signed(_ old: Split) -> [Part]? {
    guard old.relu == .zero, old.step == .zero, let m = old.plain.adding(old.absolute),
      let turns = old.plain.adding(old.sign)
    else { return nil }
    let isOdd = !turns.numerator.isMultiple(of: 2)
    let isDegreeOdd = !m.numerator.isMultiple(of: 2)
    if isOdd == isDegreeOdd {
      // Where nothing is divided by, the product is zero at zero, and 1 is not.
      if m == .zero, old.all.allSatisfy({ !$0.isNegative }) { return nil }
      return [(nil, m)]
    }
    if !isOdd { return [(.abs, m)] }
    if m == .zero { return [(.sign, .one)] }
    if m.isNegative { return [(.sign, .one), (nil, m)] }
    return m.adding(.minusOne).map { [(nil, $0), (.abs, .one)] }
  }
}
