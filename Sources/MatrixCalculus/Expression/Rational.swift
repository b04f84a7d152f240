/// An exact fraction in lowest terms with a positive denominator.
///
/// Arithmetic that would leave the range of `Int` gives `nil`, never a wrong value.
package struct Rational: Hashable, Sendable {
  package let numerator: Int
  package let denominator: Int

  package static let zero = Rational(0)
  package static let one = Rational(1)
  package static let minusOne = Rational(-1)

  package init(_ integer: Int) {
    numerator = integer
    denominator = 1
  }

  /// `numerator / denominator`; nil if the denominator is zero or the result leaves the range.
  package init?(_ numerator: Int, _ denominator: Int) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = greatestCommonDivisor(abs(numerator), abs(denominator))
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / divisor)
    self.denominator = sign * (denominator / divisor)
  }

  package var isInteger: Bool { denominator == 1 }
  package var isNegative: Bool { numerator < 0 }
  package var magnitude: Rational { isNegative ? negated : self }
  package var negated: Rational { Rational(unchecked: -numerator, denominator) }
  package var reciprocal: Rational? { Rational(denominator, numerator) }

  fileprivate init(unchecked numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package func adding(_ other: Rational) -> Rational? {
    let (a, overflowA) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (b, overflowB) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, overflowSum) = a.addingReportingOverflow(b)
    let (base, overflowBase) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !overflowA, !overflowB, !overflowSum, !overflowBase else { return nil }
    return Rational(sum, base)
  }

  package func multiplied(by other: Rational) -> Rational? {
    let left = greatestCommonDivisor(abs(numerator), other.denominator)
    let right = greatestCommonDivisor(abs(other.numerator), denominator)
    let (top, overflowTop) = (numerator / left)
      .multipliedReportingOverflow(by: other.numerator / right)
    let (bottom, overflowBottom) = (denominator / right)
      .multipliedReportingOverflow(by: other.denominator / left)
    guard !overflowTop, !overflowBottom else { return nil }
    return Rational(top, bottom)
  }

  /// The integer power; nil for a negative power of zero or outside the range.
  package func power(_ exponent: Int) -> Rational? {
    guard exponent >= 0 else { return reciprocal.flatMap { $0.power(-exponent) } }
    guard exponent <= 1024 else {
      return magnitude == .one || self == .zero ? parity(exponent) : nil
    }
    var result = Rational.one
    for _ in 0..<exponent {
      guard let next = result.multiplied(by: self) else { return nil }
      result = next
    }
    return result
  }

  /// The power of −1, 0 or 1 to a large positive exponent.
  private func parity(_ exponent: Int) -> Rational {
    isNegative && exponent.isMultiple(of: 2) ? negated : self
  }
}

extension Rational: Comparable {
  package static func < (a: Rational, b: Rational) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}

extension Rational: CustomStringConvertible {
  /// `3`, `-1/2`.
  package var description: String {
    isInteger ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

/// The greatest common divisor of two non-negative numbers, at least 1.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return max(a, 1)
}

extension Rational {
  package static let half = Rational(unchecked: 1, 2)
  package static let minusHalf = Rational(unchecked: -1, 2)
}
