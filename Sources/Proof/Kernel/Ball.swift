import CFlint
import Foundation
import MatrixCalculus

/// Arithmetic whose numbers can be told apart with certainty and shown.
protocol Comparing: Arithmetic {
  /// Whether the two are certainly different.
  func differ(_ a: Element, _ b: Element) -> Bool
  /// In decimal notation, to about so many significant digits.
  func text(_ a: Element, digits: Int) -> String
}

/// A real number known to lie in an interval: midpoint and radius, by Arb.
final class Ball {
  fileprivate let pointer = UnsafeMutablePointer<arb_struct>.allocate(capacity: 1)

  fileprivate init() { arb_init(pointer) }

  deinit {
    arb_clear(pointer)
    pointer.deallocate()
  }
}

/// The real numbers as balls: every result contains the true value.
///
/// Source: F. Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval arithmetic",
/// IEEE Transactions on Computers 66 (2017).
struct BallArithmetic: Arithmetic {
  /// Working precision in bits.
  let precision: Int
  /// What is not larger counts as zero: points that are found by approaching them lie beside what they stand for.
  let grain: Double

  let zero = make { _ in }
  let one = make { arb_set_si($0, 1) }

  init(precision: Int, grain: Double = 0) {
    self.precision = precision
    self.grain = grain
  }

  private func isGrain(_ a: Ball) -> Bool { grain > 0 && magnitude(a) <= grain }

  private static func make(_ fill: (UnsafeMutablePointer<arb_struct>) -> Void) -> Ball {
    let result = Ball()
    fill(result.pointer)
    return result
  }

  func number(_ value: Rational) throws(KernelError) -> Ball {
    Self.make {
      arb_set_si($0, value.numerator)
      if value.denominator != 1 { arb_div_si($0, $0, value.denominator, precision) }
    }
  }

  func number(_ value: Fraction) -> Ball {
    Self.make { arb_set_fmpq($0, value.pointer, precision) }
  }

  func add(_ a: Ball, _ b: Ball) -> Ball {
    Self.make { arb_add($0, a.pointer, b.pointer, precision) }
  }

  func subtract(_ a: Ball, _ b: Ball) -> Ball {
    Self.make { arb_sub($0, a.pointer, b.pointer, precision) }
  }

  func multiply(_ a: Ball, _ b: Ball) -> Ball {
    Self.make { arb_mul($0, a.pointer, b.pointer, precision) }
  }

  func accumulate(_ sum: inout Ball, _ a: Ball, _ b: Ball) {
    if arb_is_zero(a.pointer) != 0 || arb_is_zero(b.pointer) != 0 { return }
    let old = sum
    sum = Self.make {
      arb_set($0, old.pointer)
      arb_addmul($0, a.pointer, b.pointer, precision)
    }
  }

  func reciprocal(_ a: Ball) throws(KernelError) -> Ball {
    guard arb_contains_zero(a.pointer) == 0, !isGrain(a) else { throw .singular }
    return Self.make { arb_inv($0, a.pointer, precision) }
  }

  func pivotSize(_ a: Ball) -> Double {
    if isGrain(a) { return 0 }
    var bound = mag_struct()
    mag_init(&bound)
    defer { mag_clear(&bound) }
    arb_get_mag_lower(&bound, a.pointer)
    return mag_get_d(&bound)
  }

  func sign(_ a: Ball) throws(KernelError) -> Int {
    if isGrain(a) { return 0 }
    if arb_is_positive(a.pointer) != 0 { return 1 }
    if arb_is_negative(a.pointer) != 0 { return -1 }
    if arb_is_zero(a.pointer) != 0 { return 0 }
    throw .undecidable("sign")
  }

  /// By the logarithm of the base; zero to a positive power is zero.
  func brokenPower(_ a: Ball, _ exponent: Rational) throws(KernelError) -> Ball {
    let sign = try sign(a)
    guard sign >= 0 else { throw .undefined("a root of a negative number") }
    guard sign > 0 else {
      if exponent.isNegative { throw .singular }
      return zero
    }
    let root = Self.make { arb_root_ui($0, a.pointer, UInt(exponent.denominator), precision) }
    return Self.make { power in
      arb_pow_ui(power, root.pointer, exponent.numerator.magnitude, precision)
      if exponent.isNegative { arb_inv(power, power, precision) }
    }
  }
}

extension BallArithmetic {
  var isExact: Bool { false }
  var weight: Int { 8 + precision / 32 }
  var seriesPrecision: Int? { precision }

  func magnitude(_ a: Ball) -> Double {
    var bound = mag_struct()
    mag_init(&bound)
    defer { mag_clear(&bound) }
    arb_get_mag(&bound, a.pointer)
    return mag_get_d(&bound)
  }

  func widened(_ a: Ball, by exponent: Int) -> Ball {
    Self.make {
      arb_set($0, a.pointer)
      arb_add_error_2exp_si($0, exponent)
    }
  }

  func centre(_ a: Ball) -> Ball { Self.make { arb_get_mid_arb($0, a.pointer) } }
}

/// Arb's flag `ARB_STR_NO_RADIUS`, a macro Swift cannot read.
private let withoutRadius: UInt = 2

extension BallArithmetic: Comparing {
  func differ(_ a: Ball, _ b: Ball) -> Bool { arb_overlaps(a.pointer, b.pointer) == 0 }

  /// A number that may be zero and is nearly so is shown as zero.
  func text(_ a: Ball, digits: Int) -> String {
    if arb_contains_zero(a.pointer) != 0, magnitude(a) < 0x1p-40 { return "0" }
    guard let text = arb_get_str(a.pointer, digits, withoutRadius) else { return "?" }
    defer { flint_free(text) }
    return String(cString: text)
  }
}

extension BallArithmetic {
  func value(_ function: Function.Primitive, at a: Ball) throws(KernelError) -> Ball {
    switch function {
    case .exp: return Self.make { arb_exp($0, a.pointer, precision) }
    case .sin: return Self.make { arb_sin($0, a.pointer, precision) }
    case .cos: return Self.make { arb_cos($0, a.pointer, precision) }
    case .arctan: return Self.make { arb_atan($0, a.pointer, precision) }
    case .erf: return Self.make { arb_hypgeom_erf($0, a.pointer, precision) }
    case .abs: return Self.make { arb_abs($0, a.pointer) }
    case .sign: return try number(Rational(sign(a)))
    case .step: return try sign(a) > 0 ? one : zero
    case .log:
      guard try sign(a) > 0 else { throw .undefined("the logarithm of a number not positive") }
      return Self.make { arb_log($0, a.pointer, precision) }
    case .arcsin:
      return try finite("arcsin", Self.make { arb_asin($0, a.pointer, precision) })
    case .arccos:
      return try finite("arccos", Self.make { arb_acos($0, a.pointer, precision) })
    }
  }

  /// Arb gives a ball that is not finite outside the domain.
  private func finite(_ name: String, _ a: Ball) throws(KernelError) -> Ball {
    guard arb_is_finite(a.pointer) != 0 else {
      throw .undefined("\(name) of a number outside −1…1")
    }
    return a
  }

  /// The base 2 logarithm of an upper bound of |a|; −∞ for zero.
  func logarithmOfBound(_ a: Ball) -> Double {
    guard arb_is_zero(a.pointer) == 0 else { return -.infinity }
    var bound = mag_struct()
    mag_init(&bound)
    defer { mag_clear(&bound) }
    arb_get_mag(&bound, a.pointer)
    let value = mag_get_d(&bound)
    return value.isNormal ? log2(value) : mag_get_d_log2_approx(&bound)
  }
}
