import MatrixCalculus

/// The integers modulo the Mersenne prime p = 2⁶¹ − 1, each as a number below p.
///
/// Multiplication reduces by 2⁶¹ ≡ 1: the high and the low 61 bits of the product are added.
struct PrimeField: Arithmetic {
  static let p: UInt64 = (1 << 61) - 1

  var zero: UInt64 { 0 }
  var one: UInt64 { 1 }

  func number(_ value: Rational) throws(KernelError) -> UInt64 {
    let numerator = Self.residue(value.numerator)
    guard value.denominator != 1 else { return numerator }
    return multiply(numerator, try reciprocal(Self.residue(value.denominator)))
  }

  /// The number below p that is congruent to `value`.
  static func residue(_ value: Int) -> UInt64 {
    let remainder = value.magnitude % UInt(p)
    return value < 0 && remainder != 0 ? p - UInt64(remainder) : UInt64(remainder)
  }

  func add(_ a: UInt64, _ b: UInt64) -> UInt64 { Self.reduced(a &+ b) }

  func subtract(_ a: UInt64, _ b: UInt64) -> UInt64 { Self.reduced(a &+ Self.p &- b) }

  func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    return Self.reduced((low & Self.p) &+ (high << 3 | low >> 61))
  }

  func accumulate(_ sum: inout UInt64, _ a: UInt64, _ b: UInt64) { sum = add(sum, multiply(a, b)) }

  /// The same number below p, of one below 2p.
  private static func reduced(_ a: UInt64) -> UInt64 { a >= p ? a &- p : a }

  /// By Fermat's little theorem: a⁻¹ = aᵖ⁻².
  func reciprocal(_ a: UInt64) throws(KernelError) -> UInt64 {
    guard a != 0 else { throw .singular }
    var (power, exponent, result) = (a, Self.p - 2, one)
    while exponent != 0 {
      if exponent & 1 == 1 { result = multiply(result, power) }
      power = multiply(power, power)
      exponent >>= 1
    }
    return result
  }

  func pivotSize(_ a: UInt64) -> Double { a == 0 ? 0 : 1 }

  func brokenPower(_ a: UInt64, _ exponent: Rational) throws(KernelError) -> UInt64 {
    throw .notAlgebraic(exponent.denominator == 2 ? "sqrt" : "the power \(exponent)")
  }

  func value(_ function: Function.Primitive, at a: UInt64) throws(KernelError) -> UInt64 {
    throw .notAlgebraic("\(function)")
  }

  func sign(_ a: UInt64) throws(KernelError) -> Int { throw .notAlgebraic("sign") }
}
