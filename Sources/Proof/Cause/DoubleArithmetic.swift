import Foundation
import MatrixCalculus

/// Floating-point numbers: fast and not exact, so they only choose which repairs are worth deciding.
struct DoubleArithmetic: Arithmetic {
  var zero: Double { 0 }
  var one: Double { 1 }

  /// Series are summed until their terms vanish beside rounding.
  var seriesPrecision: Int? { 53 }
  func magnitude(_ a: Double) -> Double { Swift.abs(a) }
  func widened(_ a: Double, by exponent: Int) -> Double { a }
  func centre(_ a: Double) -> Double { a }

  func number(_ value: Rational) throws(KernelError) -> Double {
    Double(value.numerator) / Double(value.denominator)
  }

  func add(_ a: Double, _ b: Double) -> Double { a + b }
  func subtract(_ a: Double, _ b: Double) -> Double { a - b }
  func multiply(_ a: Double, _ b: Double) -> Double { a * b }
  func accumulate(_ sum: inout Double, _ a: Double, _ b: Double) { sum += a * b }

  func reciprocal(_ a: Double) throws(KernelError) -> Double {
    guard a != 0 else { throw .singular }
    return 1 / a
  }

  /// Pivots that are zero but for rounding count as zero.
  func pivotSize(_ a: Double) -> Double { Swift.abs(a) < 1e-9 ? 0 : Swift.abs(a) }

  func brokenPower(_ a: Double, _ exponent: Rational) throws(KernelError) -> Double {
    guard a > 0 || a == 0 && !exponent.isNegative else {
      throw .undefined("a root of a number not positive")
    }
    return Foundation.pow(a, Double(exponent.numerator) / Double(exponent.denominator))
  }

  func sign(_ a: Double) throws(KernelError) -> Int { a > 0 ? 1 : a < 0 ? -1 : 0 }

  func value(_ function: Function.Primitive, at a: Double) throws(KernelError) -> Double {
    let value =
      switch function {
      case .exp: Foundation.exp(a)
      case .log: Foundation.log(a)
      case .sin: Foundation.sin(a)
      case .cos: Foundation.cos(a)
      case .arctan: Foundation.atan(a)
      case .arcsin: Foundation.asin(a)
      case .arccos: Foundation.acos(a)
      case .erf: Foundation.erf(a)
      case .abs: Swift.abs(a)
      case .sign: Double(try sign(a))
      case .step: a > 0 ? 1.0 : 0.0
      }
    guard value.isFinite else { throw .undefined("\(function) outside its domain") }
    return value
  }
}
