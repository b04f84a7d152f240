package import MatrixCalculus

extension Prover {
  /// More parts than this, written out as a tree, are not looked at: the slopes of deep networks are small enough
  /// to be taken for zero, and each of many gradients would be walked through as a whole.
  private static let partLimit = 500
  /// More sure tests than this are not made of one result.
  private static let testLimit = 8

  /// A derived result without what is zero for reasons no rule of ours sees, such as a residual that is
  /// orthogonal to what it is multiplied by, or the slopes of sin² + cos².
  ///
  /// The result itself, the terms of its sums, and two or three of them together are looked at: at a random
  /// point of floating-point numbers first, then, where they are zero there, by the prover. Only what it
  /// decides to be zero, for all sizes, is left out.
  ///
  /// - Returns: the expression itself where nothing vanishes. It must be confirmed like any derived one.
  /// - Complexity: one evaluation of at most 500 nodes, and a decision for each of eight candidates at most.
  package func withoutVanishingTerms(_ derived: Expression) -> Expression {
    guard !derived.isZero, derived.treeSize(limit: Self.partLimit) < Self.partLimit,
      var screen = ZeroScreen(derived, self)
    else { return derived }
    var tests = Self.testLimit
    func vanishes(_ part: Expression) -> Bool {
      tests -= 1
      return tests >= 0 && isZeroForAllSizes(part)
    }
    if screen.isZero(derived), vanishes(derived) { return .zeros(derived.shape) }
    var dropped: [Expression: Set<Int>] = [:]
    for sum in derived.postorder where sum.operation == .sum {
      let places = screen.candidates(in: sum).first { places in
        vanishes(.sum(places.map { sum.operands[$0] }))
      }
      if let places { dropped[sum] = Set(places) }
    }
    return dropped.isEmpty ? derived : derived.dropping(dropped)
  }

  /// Where it fails for sizes of one only, it is not zero.
  private func isZeroForAllSizes(_ part: Expression) -> Bool {
    var prover = self
    prover.budget.witnessPoints = 0
    prover.budget.work = min(budget.work, 200_000_000)
    let judgement = prover.decide(.identity(part, .zeros(part.shape)))
    let sizes = Set(part.postorder.flatMap { $0.shape.rows.names + $0.shape.columns.names })
    return judgement.verdict.holds
      && !judgement.conditions.contains { condition in
        sizes.contains { condition.hasPrefix("except where \($0) = ") }
      }
  }
}

/// Values of parts of an expression at random points, to find what may be zero.
private struct ZeroScreen {
  /// Sums of more terms are not looked at.
  private static let termLimit = 16
  /// Of sums of more terms no three are tried together.
  private static let tripleLimit = 8
  /// What is smaller is looked at: far above rounding at the sizes drawn.
  private static let tolerance = 1e-9

  private var points: [PointValues] = []

  init?(_ expression: Expression, _ prover: Prover) {
    let claim = Claim.identity(expression, .zeros(expression.shape))
    guard let question = try? Question(claim, prover.budget) else { return nil }
    var generator = SplitMix64(seed: (question.seed ^ prover.salt) &+ 7)
    let choice = SizeChoice(question.programs, prover.orders)
    guard let sizes = choice.drawn(from: 3, using: &generator),
      let sized = try? SizedQuestion(question, sizes: sizes, prover.budget)
    else { return nil }
    for manner in Manner.stretches where points.count < 2 {
      guard let point = try? prover.realPoint(sized, manner, using: &generator) else { continue }
      var values = PointValues(point.doubles(of: question.variables), sizes: sizes)
      if values.value(expression) != nil { points.append(values) }
    }
    if points.isEmpty { return nil }
  }

  /// Whether all entries are as good as zero at all points.
  mutating func isZero(_ part: Expression) -> Bool { areZero([part]) }

  /// Which terms of a sum may be zero, alone or together; the most at once come first.
  mutating func candidates(in sum: Expression) -> [[Int]] {
    let terms = sum.operands
    guard terms.count <= Self.termLimit else { return [] }
    let zeros = terms.indices.filter { areZero([terms[$0]]) }
    let others = terms.indices.filter { !zeros.contains($0) }
    let sets = terms.count == others.count && areZero(terms) ? [Array(terms.indices)] : []
    let pairs = others.flatMap { a in others.filter { $0 > a }.map { [a, $0] } }
    let triples =
      others.count > Self.tripleLimit
      ? [] : pairs.flatMap { pair in others.filter { $0 > pair[1] }.map { pair + [$0] } }
    let together = (sets + pairs + triples).filter { places in areZero(places.map { terms[$0] }) }
    let all = together.first.map { zeros + $0 }
    let found = [all ?? zeros, zeros] + together + zeros.map { [$0] }
    return found.filter { !$0.isEmpty }.map { $0.sorted() }
  }

  private mutating func areZero(_ terms: [Expression]) -> Bool {
    for point in points.indices {
      let values = terms.compactMap { points[point].value($0) }
      guard values.count == terms.count, let first = values.first else { return false }
      let scale = values.flatMap(\.coefficients).reduce(1) { max($0, abs($1)) }
      for entry in first.coefficients.indices {
        let sum = values.reduce(0) { $0 + $1.coefficients[entry] }
        if abs(sum) > Self.tolerance * scale { return false }
      }
    }
    return true
  }
}

extension Point where Element == Fraction {
  /// The values as floating-point numbers.
  fileprivate func doubles(of variables: [Variable]) -> [Variable: SeriesMatrix<Double>] {
    let numbers = map(FractionArithmetic().double)
    return Dictionary(zip(variables, numbers.values)) { first, _ in first }
  }
}

extension Expression {
  /// The same without some terms of its sums.
  fileprivate func dropping(_ places: [Expression: Set<Int>]) -> Expression {
    rebuilt { part, operands in
      guard let dropped = places[part] else { return part.with(operands) }
      let kept = operands.indices.filter { !dropped.contains($0) }.map { operands[$0] }
      return kept.isEmpty ? .zeros(part.shape) : .sum(kept)
    }.simplified
  }
}
