import CFlint
import MatrixCalculus

/// An exact fraction of unbounded size.
final class Fraction {
  let pointer = UnsafeMutablePointer<fmpq>.allocate(capacity: 1)

  fileprivate init() { fmpq_init(pointer) }

  deinit {
    fmpq_clear(pointer)
    pointer.deallocate()
  }

  /// The length of numerator and denominator together.
  fileprivate var bits: UInt {
    UInt(fmpz_bits(&pointer.pointee.num)) + UInt(fmpz_bits(&pointer.pointee.den))
  }
}

/// The rational numbers, exactly. Roots are defined where they are rational; exp and its kin are not.
///
/// Products of more bits than it is told are not computed: high powers would fill the memory. Then the
/// arithmetic is exhausted, and what it gave means nothing.
struct FractionArithmetic: Arithmetic {
  /// In bits, numerator and denominator together.
  private let longest: UInt
  private final class Exhaustion { var isReached = false }
  private let exhaustion = Exhaustion()

  /// Whether a product was too long.
  var isExhausted: Bool { exhaustion.isReached }

  init(longest: UInt = .max) { self.longest = longest }

  var weight: Int { 16 }

  let zero = make { _ in }
  let one = make { fmpq_one($0) }

  private static func make(_ fill: (UnsafeMutablePointer<fmpq>) -> Void) -> Fraction {
    let result = Fraction()
    fill(result.pointer)
    return result
  }

  func number(_ value: Rational) throws(KernelError) -> Fraction {
    Self.make { fmpq_set_si($0, value.numerator, UInt(value.denominator)) }
  }

  func add(_ a: Fraction, _ b: Fraction) -> Fraction {
    Self.make { fmpq_add($0, a.pointer, b.pointer) }
  }

  func subtract(_ a: Fraction, _ b: Fraction) -> Fraction {
    Self.make { fmpq_sub($0, a.pointer, b.pointer) }
  }

  func multiply(_ a: Fraction, _ b: Fraction) -> Fraction {
    guard a.bits + b.bits <= longest else {
      exhaustion.isReached = true
      return zero
    }
    return Self.make { fmpq_mul($0, a.pointer, b.pointer) }
  }

  func accumulate(_ sum: inout Fraction, _ a: Fraction, _ b: Fraction) {
    sum = add(sum, multiply(a, b))
  }

  func reciprocal(_ a: Fraction) throws(KernelError) -> Fraction {
    guard fmpq_is_zero(a.pointer) == 0 else { throw .singular }
    return Self.make { fmpq_inv($0, a.pointer) }
  }

  func magnitude(_ a: Fraction) -> Double { Swift.abs(double(a)).nextUp }

  func pivotSize(_ a: Fraction) -> Double { fmpq_is_zero(a.pointer) == 0 ? 1 : 0 }

  /// The root of the numerator over the root of the denominator, raised to the exponent's numerator.
  func brokenPower(_ a: Fraction, _ exponent: Rational) throws(KernelError) -> Fraction {
    guard fmpq_sgn(a.pointer) >= 0 else { throw .undefined("a root of a negative number") }
    guard fmpq_is_zero(a.pointer) == 0 || !exponent.isNegative else { throw .singular }
    let root = Fraction()
    let degree = exponent.denominator
    guard
      fmpz_root(&root.pointer.pointee.num, &a.pointer.pointee.num, degree) != 0,
      fmpz_root(&root.pointer.pointee.den, &a.pointer.pointee.den, degree) != 0
    else { throw .notAlgebraic(degree == 2 ? "sqrt" : "the power \(exponent)") }
    guard exponent.numerator.magnitude <= 64 else { throw .tooLarge }
    return Self.make { fmpq_pow_si($0, root.pointer, exponent.numerator) }
  }

  func value(_ function: Function.Primitive, at a: Fraction) throws(KernelError) -> Fraction {
    switch function {
    case .abs: return Self.make { fmpq_abs($0, a.pointer) }
    case .sign: return try number(Rational(sign(a)))
    case .step: return sign(a) > 0 ? one : zero
    case .exp, .log, .sin, .cos, .arctan, .arcsin, .arccos, .erf:
      throw .notAlgebraic("\(function)")
    }
  }

  func sign(_ a: Fraction) -> Int { Int(fmpq_sgn(a.pointer)) }

  /// The floating-point number near a fraction.
  func double(_ a: Fraction) -> Double { fmpq_get_d(a.pointer) }
}

extension FractionArithmetic: Comparing {
  func differ(_ a: Fraction, _ b: Fraction) -> Bool { fmpq_equal(a.pointer, b.pointer) == 0 }

  /// `3`, `-1/2`; the digits asked for do not matter, all are given.
  func text(_ a: Fraction, digits: Int) -> String {
    guard let text = fmpq_get_str(nil, 10, a.pointer) else { return "?" }
    defer { flint_free(text) }
    return String(cString: text)
  }
}
