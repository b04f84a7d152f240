import MatrixCalculus

/// How the free entries of a point are drawn.
enum Manner: Hashable, Sendable {
  /// Any element of the prime field, all equally likely.
  case uniform
  /// Fractions with a large denominator between two bounds.
  case between(Rational, Rational)
  /// Fractions of either sign, or of none, of all magnitudes between two powers of two.
  case magnitudes(Int, Int, isSigned: Bool)
  /// Near one of some numbers, or their opposites; a side below four says of which and on which side,
  /// others leave it to chance.
  case around([Rational], side: Int)
  /// Near an end of the declared range: the lower one, the upper one, or now one and now the other.
  case nearEnds(ClosedRange<Int>)
  /// Integers near those numbers.
  case integersNear([Rational])
  /// Integers between two bounds, for people to read.
  case integers(Int, Int)

  /// Stretches of the real line tried in turn until a function is defined there.
  static let stretches: [Manner] = [
    .between(Rational(-2), Rational(2)), .between(.zero, Rational(2)),
    .between(.minusOne, .one), .between(.zero, .one), .between(Rational(3), Rational(6)),
    .between(.sixteenth.negated, .sixteenth), .between(.zero, .sixteenth),
  ]

  /// The stretches for the point of that number: some have one sign throughout, some are wide, so that
  /// laws which hold for one sign or for small numbers only are found out.
  static func stretches(point: Int) -> [Manner] {
    let two = Rational(2)
    let first: [Manner] =
      switch point {
      case 1: [.between(two.negated, .zero)]
      case 2: [.between(.zero, two)]
      case 3, 12, 16: wide
      case 4: [.between(Rational(-16), Rational(16)), .between(.zero, Rational(16))]
      case 5: [.between(Rational.sixteenth.negated, .sixteenth)]
      case 6: [.between(Rational(-100), Rational(100)), .between(.zero, Rational(100))]
      case 7, 20: [.magnitudes(-10, 20, isSigned: false)]
      case 9, 17: [.nearEnds(0...0)]
      case 10, 18: [.nearEnds(1...1)]
      case 13, 22: [.nearEnds(0...3)]
      default: []
      }
    return first + stretches
  }

  private static let wide: [Manner] = [
    .magnitudes(-10, 20, isSigned: true), .magnitudes(-10, 20, isSigned: false),
  ]

  /// Integers tried in turn for a witness, the plainest first.
  static let plain: [Manner] = [
    .integers(0, 1), .integers(0, 2), .integers(-1, 2), .integers(-2, 3), .integers(1, 3),
    .between(.zero, .one), .between(.sixteenth.negated, .sixteenth),
  ]

  /// A number in the declared range, drawn in this manner as far as the range allows.
  ///
  /// - Parameters:
  ///   - range: the closed range the number must lie in.
  ///   - isPositive: whether zero is excluded.
  func rational(
    in range: ClosedRange<Double>, isPositive: Bool, using generator: inout SplitMix64
  ) -> Rational {
    if let value = end(of: range, &generator) ?? spread(&generator), range.contains(value.double),
      !isPositive || value > .zero
    {
      return value
    }
    for denominator in denominators {
      let units = Double(denominator)
      let (low, high) = bounds(within: range)
      // Far beyond any size a page declares; keeps the conversions below in range.
      let first = Int((low * units).rounded(.up).clamped(to: -1e15...1e15))
      let last = Int((high * units).rounded(.down).clamped(to: -1e15...1e15))
      let start = isPositive ? max(first, 1) : first
      guard last > start || (last == start && denominator == denominators.last) else { continue }
      if let value = Rational(start + generator.below(last - start + 1), denominator) {
        return value
      }
    }
    return Rational(Int(range.lowerBound.rounded(.up).clamped(to: -1e15...1e15)))
  }

  /// A number of any magnitude, or near a given one; nil in other manners.
  private func spread(_ generator: inout SplitMix64) -> Rational? {
    switch self {
    case .magnitudes(let low, let high, let isSigned):
      let digits = 1_024 + generator.below(1_024)
      let exponent = low + generator.below(high - low) - 10
      let sign = isSigned && generator.below(2) == 1 ? -1 : 1
      return exponent < 0
        ? Rational(sign * digits, 1 << -exponent) : Rational(sign * digits << exponent)
    case .around(let numbers, let side):
      let side = side < 4 ? side : generator.below(4)
      let shift = Rational(1 + generator.below(1_023), 1_024) ?? .zero
      return Self.near(numbers[generator.below(numbers.count)], shift, side)
    case .integersNear(let numbers):
      let shift = Rational(generator.below(3))
      return Self.near(numbers[generator.below(numbers.count)], shift, generator.below(4))
    case .uniform, .between, .integers, .nearEnds: return nil
    }
  }

  /// A number from a share of 2⁻⁶ to 2⁻²⁰ of a finite range away from one of its ends.
  private func end(of range: ClosedRange<Double>, _ generator: inout SplitMix64) -> Rational? {
    guard case .nearEnds(let sides) = self, range.lowerBound.isFinite, range.upperBound.isFinite,
      max(-range.lowerBound, range.upperBound) < 0x1p20
    else { return nil }
    let side = sides.lowerBound + generator.below(sides.count)
    let exponent = 6 + generator.below(15)
    let share = Double(1_024 + generator.below(1_024)) / 1_024 / Double(1 << (exponent + 1))
    let distance = (range.upperBound - range.lowerBound) * share
    let value = side & 1 == 0 ? range.lowerBound + distance : range.upperBound - distance
    return side < 2 ? Rational(Int((value * 0x1p40).rounded()), 1 << 40) : nil
  }

  /// ±number ± shift.
  private static func near(_ number: Rational, _ shift: Rational, _ side: Int) -> Rational? {
    number.adding(side & 1 == 0 ? shift : shift.negated).map { side & 2 == 0 ? $0 : $0.negated }
  }

  /// Denominators in the order they are tried; finer ones serve narrow ranges.
  private var denominators: [Int] {
    switch self {
    case .uniform, .between, .magnitudes, .around, .nearEnds: [1 << 10, 1 << 20, 1 << 30, 1 << 40]
    case .integers, .integersNear: [1, 2, 4, 10, 100, 1 << 10, 1 << 20, 1 << 40]
    }
  }

  private func bounds(within range: ClosedRange<Double>) -> (Double, Double) {
    let (low, high): (Double, Double) =
      switch self {
      case .uniform, .magnitudes, .around, .integersNear, .nearEnds: (-2, 2)
      case .between(let a, let b): (a.double, b.double)
      case .integers(let a, let b): (Double(a), Double(b))
      }
    let meet = (max(low, range.lowerBound), min(high, range.upperBound))
    guard meet.0 >= meet.1 else { return meet }
    // The stretch misses the range: take the part of the range that is nearest to zero.
    if range.lowerBound >= 0 {
      return (range.lowerBound, min(range.upperBound, range.lowerBound + 4))
    }
    if range.upperBound <= 0 {
      return (max(range.lowerBound, range.upperBound - 4), range.upperBound)
    }
    return (max(range.lowerBound, -2), min(range.upperBound, 2))
  }
}

extension Rational {
  fileprivate static let sixteenth = Rational(1, 16) ?? .half
  fileprivate var double: Double { Double(numerator) / Double(denominator) }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
