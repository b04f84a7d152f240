import MatrixCalculus

extension Prover {
  /// Where a claim that holds at random points is false by a step or a tie, as phrases.
  ///
  /// All else is continuous where it is defined, so that laws which hold at random points hold there. For each
  /// jump points on it are looked for, at which the claim is tried; so are special points, and where none was
  /// found the claim is tried with zero put for the argument. Where it is false beside a jump it is false.
  func exceptions(
    _ question: Question, seed: UInt64
  ) -> (different: Difference?, phrases: [String]) {
    guard question.hasJumps else { return (nil, []) }
    var generator = SplitMix64(seed: seed &+ 6)
    let choice = SizeChoice(question.programs, orders)
    // Among three entries two may be equal and the others not.
    let sized = [3, 2].lazy.compactMap { least -> SizedQuestion? in
      let sizes = choice.generic(from: least, using: &generator).first
      return sizes.flatMap { try? SizedQuestion(question, sizes: $0, budget, share: 10) }
    }.first
    guard let sized else { return (nil, []) }
    var search = ExceptionSearch(prover: self, sized: sized)
    search.run(using: &generator)
    let different = search.different.map { Difference(sizes: sized.sizes, point: $0) }
    return (different, search.found.unique)
  }
}

/// Finds the jumps at which a claim is false.
private struct ExceptionSearch {
  let prover: Prover
  let sized: SizedQuestion
  private let jumps: [JumpSearch]
  private var blamed: Set<Jump> = []
  /// A point beside a jump at which the claim is false.
  private(set) var different: Point<Fraction>?
  /// Special values at which the claim is false without a jump, as phrases.
  private var others: [String] = []

  init(prover: Prover, sized: SizedQuestion) {
    self.prover = prover
    self.sized = sized
    jumps = sized.question.jumps.map { JumpSearch(sized, $0) }
  }

  /// The exceptions, in the order of the jumps.
  var found: [String] {
    jumps.map(\.jump).filter(blamed.contains).map(\.exception) + others
  }

  /// Blames first the jumps at all of whose points the claim is false.
  mutating func run(using generator: inout SplitMix64) {
    let starts = starts(&generator)
    let paths = paths(starts) + throughZero(&generator)
    different = paths.prefix(2).lazy.flatMap(farPoints).first { isApart($0) }
    if different != nil { return }
    var doubtful: [(search: JumpSearch, point: Point<Fraction>)] = []
    for search in jumps where !search.jump.isExcluded {
      let found = search.points(along: paths)
      different = different ?? falsePoint(beside: found, of: search)
      if different != nil { return }
      let points = found.map(\.point)
      let wrong = points.filter { isFalse($0) }
      let isWrong = points.isEmpty ? isFalse(withoutArgumentOf: search, starts) : false
      if isWrong || !wrong.isEmpty && wrong.count == points.count { blamed.insert(search.jump) }
      doubtful += wrong.map { (search, $0) }
    }
    for (search, point) in doubtful where blamed.isDisjoint(with: met(point)) {
      blamed.insert(search.jump)
    }
    for index in sized.question.variables.indices { trySpecialPoints(of: index, starts) }
  }

  /// Those among jumps that more likely are to blame than ties, which signs make of what is not equal.
  private func likely(_ met: [Jump]) -> [Jump] {
    let zeros = met.filter { met in !jumps.contains { $0.jump == met && $0.isTie } }
    return zeros.isEmpty ? met : zeros
  }

  /// So many points of each jump are looked at from both sides.
  private static let mostSides = 3

  /// Points far out on a path, where what is small beside numbers of the claim no longer is.
  private func farPoints(_ path: PointPath) -> [Point<Fraction>] {
    let exact = FractionArithmetic()
    return [0x1p14, -0x1p21, 0x1p32, -0x1p45, 0x1p62].compactMap { place in
      guard let place = try? exact.number(place),
        let values = try? path.values(at: place, exact, { $0 })
      else { return nil }
      let point = Point(values: values, directions: path.start.directions)
      return sized.isAdmitted(point) ? point : nil
    }
  }

  private func isApart(_ point: Point<Fraction>) -> Bool {
    prover.areApart(sized, point, prover.budget) && met(point).isEmpty
  }

  private func falsePoint(
    beside found: [JumpSearch.Found], of search: JumpSearch
  ) -> Point<Fraction>? {
    found.prefix(Self.mostSides).lazy.flatMap(search.points(beside:)).first { isApart($0) }
  }

  private func met(_ point: Point<Fraction>) -> [Jump] {
    jumps.filter { $0.isAt(point) }.map(\.jump)
  }

  /// Special values of one variable; the jumps that are there are to blame where the claim is false, unless one of
  /// them is already.
  private mutating func trySpecialPoints(of index: Int, _ starts: [Point<Fraction>]) {
    for kind in SpecialPoint.allCases {
      guard let point = falsePoint(kind, index, starts) else { continue }
      let met = met(point)
      if blamed.isDisjoint(with: met) { blamed.formUnion(likely(met)) }
      guard met.isEmpty else { continue }
      others.append("except where \(kind.words(sized.question.variables[index]))")
      return
    }
  }

  /// The first point with such a value at which the sides can be compared, if they differ there.
  private func falsePoint(
    _ kind: SpecialPoint, _ index: Int, _ starts: [Point<Fraction>]
  ) -> Point<Fraction>? {
    for start in starts {
      guard let point = start.special(kind, sized.question.variables[index], at: index) else {
        continue
      }
      do {
        return try prover.agreement(sized, point, prover.budget.precisions) == nil ? point : nil
      } catch { continue }
    }
    return nil
  }

  private func starts(_ generator: inout SplitMix64) -> [Point<Fraction>] {
    Manner.stretches.prefix(3).flatMap { manner in
      (0..<2).compactMap { _ in try? prover.realPoint(sized, manner, using: &generator) }
    }
  }

  /// From each point to the next with all that moves, and with one variable alone.
  private func paths(_ starts: [Point<Fraction>]) -> [PointPath] {
    let variables = sized.question.variables
    return zip(starts, starts.dropFirst()).enumerated().flatMap { number, ends in
      let moving: [Int?] =
        number == 0 && variables.count > 1 ? [nil] + variables.indices.map { $0 } : [nil]
      return moving.map { PointPath(variables, from: ends.0, to: ends.1, moving: $0) }
    }
  }

  /// From positive points to negative ones: random lines seldom cross where the largest of several entries is zero.
  private func throughZero(_ generator: inout SplitMix64) -> [PointPath] {
    let positive = Manner.stretches[1]
    return (0..<2).compactMap { _ in
      guard let start = try? prover.realPoint(sized, positive, using: &generator),
        let end = try? prover.realPoint(sized, positive, using: &generator)
      else { return nil }
      return PointPath(sized.question.variables, from: start, to: end.negated, moving: nil)
    }
  }

  /// Whether the claim is false with zero for the argument of a jump.
  private func isFalse(withoutArgumentOf search: JumpSearch, _ starts: [Point<Fraction>]) -> Bool {
    !search.isTie && starts.contains { isFalse($0, vanishing: search.jump) }
  }

  /// Whether both sides have values that differ by more than the distance of the point from the jump.
  private func isFalse(_ point: Point<Fraction>, vanishing: Jump? = nil) -> Bool {
    let numbers = JumpSearch.numbers
    let sides = Sides(question: sized, numbers: numbers, vanishing: vanishing)
    guard let (left, right) = try? sides.contracted(point.map(numbers.number)) else { return false }
    return zip(left.coefficients, right.coefficients).contains { left, right in
      numbers.pivotSize(numbers.subtract(left, right))
        > 0x1p-30 * max(1, numbers.magnitude(left))
    }
  }
}
