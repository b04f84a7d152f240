import MatrixCalculus

/// Looks for points at which the argument of a jump is zero: along curves through random points, between places
/// where it has different signs.
struct JumpSearch {
  /// So many points are enough for one jump.
  private static let enough = 6
  private static let places: [Double] = [-6, -2.5, -1, -0.4, 0.1, 0.35, 0.6, 0.85, 1.3, 2, 4, 8]
  /// Points are drawn nearer to a jump than 2⁻¹⁶⁰, and what is not larger than 2⁻⁶⁰ counts as zero there.
  private static let nearness = 0x1p-160
  private static let steps = 240
  static var numbers: BallArithmetic { BallArithmetic(precision: 384, grain: 0x1p-60) }

  let sized: SizedQuestion
  let jump: Jump
  private let coarse: JumpGaps<DoubleArithmetic>
  private let fine: JumpGaps<BallArithmetic>
  private let balls = BallArithmetic(precision: 384)

  init(_ sized: SizedQuestion, _ jump: Jump) {
    self.sized = sized
    self.jump = jump
    coarse = JumpGaps(sized, jump, DoubleArithmetic())
    fine = JumpGaps(sized, jump, balls)
  }

  var isTie: Bool {
    sized.question.programs[jump.program].instructions[jump.instruction].isTie
  }

  /// A point at the jump, with where it lies on its path.
  struct Found {
    let point: Point<Fraction>
    fileprivate let path: PointPath
    fileprivate let place: Fraction
  }

  /// Points at the jump that have all that is declared.
  func points(along paths: [PointPath]) -> [Found] {
    var found: [Found] = []
    for path in paths {
      for bracket in brackets(path) {
        guard found.count < Self.enough else { return found }
        if let new = point(path, bracket), sized.isAdmitted(new.point) { found.append(new) }
      }
    }
    return found
  }

  /// Points on both sides of one at the jump, nearer and nearer: where two jumps nearly meet, a claim may be false
  /// between them alone.
  func points(beside found: Found) -> [Point<Fraction>] {
    let exact = FractionArithmetic()
    return Self.distances.flatMap { distance in
      [distance, -distance].compactMap { shift in
        guard let shift = try? exact.number(shift),
          let values = try? found.path.values(at: exact.add(found.place, shift), exact, { $0 })
        else { return nil }
        let point = Point(values: values, directions: found.point.directions)
        return sized.isAdmitted(point) ? point : nil
      }
    }
  }

  private static let distances: [Double] = [
    0x1p-7, 0x1p-12, 0x1p-17, 0x1p-22, 0x1p-28, 0x1p-35, 0x1p-45, 0x1p-58,
  ]

  /// Whether the jump is at a point: what is zero beside it too does not jump there.
  func isAt(_ point: Point<Fraction>) -> Bool {
    let numbers = Self.numbers
    let gaps = JumpGaps(sized, jump, numbers)
    guard let here = gaps(point.map(numbers.number).values) else { return false }
    let zeros = here.indices.filter { (try? numbers.sign(here[$0])) == 0 }
    guard !zeros.isEmpty else { return false }
    guard let beside = beside(point).flatMap({ gaps($0) }) else { return true }
    return zeros.contains { (try? numbers.sign(beside[$0])) != 0 }
  }

  /// Values on the way from a point to a random one; nil where none was drawn.
  private func beside(_ point: Point<Fraction>) -> [SeriesMatrix<Ball>]? {
    var generator = SplitMix64(seed: 7)
    let numbers = Self.numbers
    let maker = PointMaker(FractionArithmetic(), Manner.stretches[0], sizes: sized.sizes)
    guard let other = try? sized.point(maker, using: &generator),
      let part = try? numbers.number(Rational(1, 256) ?? .half)
    else { return nil }
    let path = PointPath(sized.question.variables, from: point, to: other, moving: nil)
    return try? path.values(at: part, numbers, numbers.number)
  }

  /// A stretch of a path at whose ends a gap has different signs.
  private struct Bracket {
    let gap: Int
    let low: Double
    let high: Double
  }

  private func brackets(_ path: PointPath) -> [Bracket] {
    let double = FractionArithmetic().double
    let samples = Self.places.map { place in
      (try? path.values(at: place, DoubleArithmetic(), double)).flatMap { coarse($0) }
    }
    var found: [Bracket] = []
    for (place, (low, high)) in zip(samples, samples.dropFirst()).enumerated() {
      guard let low, let high else { continue }
      for gap in low.indices where low[gap] * high[gap] < 0 {
        found.append(Bracket(gap: gap, low: Self.places[place], high: Self.places[place + 1]))
      }
    }
    return found.sorted { abs($0.low) < abs($1.low) }.prefix(Self.enough).map { $0 }
  }

  /// The point of a bracket at which the gap is zero but for what is left out of account; nil at a pole or a jump
  /// of the gap itself.
  private func point(_ path: PointPath, _ bracket: Bracket) -> Found? {
    let exact = FractionArithmetic()
    guard let low = try? exact.number(bracket.low), let high = try? exact.number(bracket.high),
      var root = Root(low: low, high: high, value: { value(path, bracket.gap, at: $0) })
    else { return nil }
    for _ in 0..<Self.steps where root.size > Self.nearness {
      guard root.narrow({ value(path, bracket.gap, at: $0) }) else { return nil }
    }
    guard root.size <= Self.nearness,
      let values = try? path.values(at: root.nearest, exact, { $0 })
    else { return nil }
    let point = Point(values: values, directions: path.start.directions)
    return Found(point: point, path: path, place: root.nearest)
  }

  /// The gap in floating point, with its sign; nil where it has no value.
  private func value(_ path: PointPath, _ gap: Int, at place: Fraction) -> Double? {
    let exact = FractionArithmetic()
    guard (try? sized.question.meter.charge(sized.sides.cost * balls.weight)) != nil,
      let values = try? path.values(at: place, exact, { $0 }),
      let gaps = fine(values.map { $0.map(balls.number) })
    else { return nil }
    let sign = (try? balls.sign(gaps[gap])) ?? 0
    return Double(sign) * balls.magnitude(gaps[gap])
  }
}

extension SizedQuestion {
  /// Whether a point has all that is declared, but for what lies nearer to it than a jump is found.
  func isAdmitted(_ point: Point<Fraction>) -> Bool {
    let algebra = SeriesAlgebra(numbers: JumpSearch.numbers, order: 0)
    let values = point.map(algebra.numbers.number).values
    return zip(question.variables, values).allSatisfy {
      Membership(algebra: algebra, variable: $0).admits($1)
    }
  }

  /// Whether a side jumps at a point: what it says there is an exception and refutes no claim.
  func isAtJump(_ point: Point<Fraction>) -> Bool {
    question.hasJumps && question.jumps.contains { JumpSearch(self, $0).isAt(point) }
  }
}

/// A place between two at which a continuous function is zero, by the Illinois rule.
///
/// Source: M. Dowell, P. Jarratt, "A modified regula falsi method for computing the root of an equation"
/// (1971).
private struct Root {
  private var low: (place: Fraction, value: Double)
  private var high: (place: Fraction, value: Double)
  /// Twice in a row the same end was kept.
  private var kept = 0
  private var count = 0
  /// The place nearest to the zero so far.
  private(set) var nearest: Fraction
  /// How large the function is there.
  private(set) var size: Double

  /// Nil where the values at the ends have one sign, or there are none.
  init?(low: Fraction, high: Fraction, value: (Fraction) -> Double?) {
    guard let first = value(low), let last = value(high), first * last < 0 else { return nil }
    (self.low, self.high) = ((low, first), (high, last))
    (nearest, size) = abs(first) < abs(last) ? (low, abs(first)) : (high, abs(last))
  }

  private var isNearLow: Bool { abs(low.value) < abs(high.value) }

  /// The part of the stretch that is taken off at the end with the smaller value; now and then a half.
  private var share: Double {
    let (near, far) = isNearLow ? (low.value, high.value) : (high.value, low.value)
    return count.isMultiple(of: 4) ? 0.5 : (near / (near - far)).short
  }

  /// Takes a part of the stretch; false where the function has no value there.
  mutating func narrow(_ value: (Fraction) -> Double?) -> Bool {
    let exact = FractionArithmetic()
    count += 1
    guard let part = try? exact.number(share) else { return false }
    let width = exact.multiply(part, exact.subtract(high.place, low.place))
    let place = isNearLow ? exact.add(low.place, width) : exact.subtract(high.place, width)
    guard let found = value(place) else { return false }
    if abs(found) < size { (nearest, size) = (place, abs(found)) }
    if found * low.value > 0 {
      low = (place, found)
      if kept == 1 { high.value /= 2 }
      kept = 1
    } else {
      high = (place, found)
      if kept == -1 { low.value /= 2 }
      kept = -1
    }
    return true
  }
}

extension Double {
  /// A positive number to sixteen bits.
  fileprivate var short: Double {
    Double(sign: .plus, exponent: exponent, significand: (significand * 0x1p15).rounded() * 0x1p-15)
  }
}
