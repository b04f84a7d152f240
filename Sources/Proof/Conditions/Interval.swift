import Foundation
import MatrixCalculus

/// All numbers between two, the ends included; computed ends are moved outwards where they are not exact.
struct Interval: Hashable {
  var low: Double
  var high: Double

  static let all = Interval(-.infinity, .infinity)
  static let nonNegative = Interval(0, .infinity)
  static let unit = Interval(0, 1)
  static let signed = Interval(-1, 1)

  init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }

  /// The nearest ends outside of a rational number.
  init(_ value: Rational) {
    let nearest = Double(value.numerator) / Double(value.denominator)
    let isExact = value.denominator == 1 && value.numerator.magnitude < 1 << 53
    self.init(isExact ? nearest : nearest.nextDown, isExact ? nearest : nearest.nextUp)
  }

  /// What lies in both of two that meet.
  func intersection(_ other: Interval) -> Interval {
    Interval(Swift.max(low, other.low), Swift.min(high, other.high))
  }

  /// With zero.
  var withZero: Interval { Interval(min(low, 0), max(high, 0)) }

  /// What as many numbers as one likes, one at least, add up to.
  var sums: Interval { Interval(low < 0 ? -.infinity : low, high > 0 ? .infinity : high) }

  static func + (a: Interval, b: Interval) -> Interval {
    Interval(sum(a.low, b.low, \.nextDown), sum(a.high, b.high, \.nextUp))
  }

  /// a + b, moved where it is rounded: by Knuth's error of a sum.
  private static func sum(_ a: Double, _ b: Double, _ moved: (Double) -> Double) -> Double {
    let total = a + b
    guard total.isFinite else { return total.isNaN ? moved(0) > 0 ? .infinity : -.infinity : total }
    let shadow = total - a
    let error = (a - (total - shadow)) + (b - shadow)
    return error == 0 ? total : moved(total)
  }

  static func * (a: Interval, b: Interval) -> Interval {
    let pairs = [(a.low, b.low), (a.low, b.high), (a.high, b.low), (a.high, b.high)]
    return Interval(
      pairs.map { product($0, $1, \.nextDown) }.min() ?? 0,
      pairs.map { product($0, $1, \.nextUp) }.max() ?? 0)
  }

  private static func product(_ a: Double, _ b: Double, _ moved: (Double) -> Double) -> Double {
    guard a != 0, b != 0 else { return 0 }
    let product = a * b
    guard product.isFinite else { return product }
    return (-product).addingProduct(a, b) == 0 && product.isNormal ? product : moved(product)
  }

  /// The squares.
  var squared: Interval {
    let square = self * self
    let reach = max(Swift.abs(low), Swift.abs(high))
    let top = (Interval(reach, reach) * Interval(reach, reach)).high
    return low >= 0 || high <= 0 ? Interval(max(square.low, 0), top) : Interval(0, top)
  }

  var magnitude: Interval {
    low >= 0 ? self : high <= 0 ? Interval(-high, -low) : Interval(0, max(-low, high))
  }

  /// The reciprocals of what is not zero.
  var reciprocal: Interval {
    if low >= 0 {
      return Interval(
        high == .infinity ? 0 : (1 / high).nextDown, low == 0 ? .infinity : (1 / low).nextUp)
    }
    guard high <= 0 else { return .all }
    let mirrored = Interval(-high, -low).reciprocal
    return Interval(-mirrored.high, -mirrored.low)
  }

  /// The values of a function that never falls, widened by more than its rounding.
  func rising(_ function: (Double) -> Double) -> Interval {
    let (a, b) = (function(low), function(high))
    return Interval(
      a.isNaN ? -.infinity : a - 1e-12 * Swift.abs(a),
      b.isNaN ? .infinity : b + 1e-12 * Swift.abs(b))
  }

  /// The sines; the largest where a quarter turn lies between, and likewise the smallest.
  var sines: Interval {
    guard high - low < 6.28, Swift.abs(low) < 1e6, Swift.abs(high) < 1e6 else { return .signed }
    func meets(_ turn: Double) -> Bool {
      let next = ((low - turn) / (2 * .pi) - 1e-12).rounded(.up)
      return turn + next * 2 * .pi <= high + 1e-9
    }
    let ends = [sin(low), sin(high)]
    func widened(_ value: Double, _ error: Double) -> Double { value == 0 ? 0 : value + error }
    return Interval(
      meets(-.pi / 2) ? -1 : widened(ends.min() ?? -1, -1e-9),
      meets(.pi / 2) ? 1 : widened(ends.max() ?? 1, 1e-9))
  }
}

/// Functions of real numbers, by names that stand beside those of expressions.
enum Real {
  static func exp(_ x: Double) -> Double { Foundation.exp(x) }
  static func log(_ x: Double) -> Double { Foundation.log(x) }
  static func atan(_ x: Double) -> Double { Foundation.atan(x) }
  static func asin(_ x: Double) -> Double { Foundation.asin(x) }
  static func erf(_ x: Double) -> Double { Foundation.erf(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { Foundation.pow(x, y) }
}
