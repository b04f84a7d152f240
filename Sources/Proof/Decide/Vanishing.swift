package import MatrixCalculus

extension Prover {
  /// A derived result without what is zero for reasons no rule of ours sees, such as a residual that is
  /// orthogonal to what it is multiplied by, or the slopes of sin² + cos².
  ///
  /// The result itself, the terms of its sums, and two or three of them together are looked at: at a random
  /// point of floating-point numbers first, then, where they are zero there, by the prover. Only what it
  /// decides to be zero, for all sizes, is left out. Of long results each sum is looked at by itself, with
  /// letters for what lies deep in it.
  ///
  /// - Returns: the expression itself where nothing vanishes. It must be confirmed like any derived one.
  package func withoutVanishingTerms(_ derived: Expression) -> Expression {
    withoutVanishingTerms([derived])[0]
  }

  /// Several results, what they share looked at once.
  ///
  /// - Complexity: O(n) for n distinct nodes in all.
  package func withoutVanishingTerms(_ derived: [Expression]) -> [Expression] {
    var search = VanishingSearch(self)
    return search.reduced(derived)
  }

  /// A gradient without terms that vanish.
  package struct ClosedGradient: Sendable {
    package let form: Expression
    /// Whether terms were left out that the rules had given.
    package let lacksTerms: Bool
  }

  /// The gradients in closed form, without terms that vanish, in the shortest of their forms.
  ///
  /// - Throws: `NotDifferentiable` at the first operation without a derivative in the language.
  package func gradients(
    of function: Expression, wrt variables: [Variable]
  ) throws(NotDifferentiable) -> [ClosedGradient] {
    var shortening = Shortening(differentiatedBy: variables)
    let derived = try Gradient.unshortened(of: function, wrt: variables)
    return zip(derived, withoutVanishingTerms(derived)).map { whole, rest in
      ClosedGradient(form: shortening.shorten(rest), lacksTerms: rest != whole)
    }
  }

  /// Where it fails for sizes of one only, or at a lower rank than the full one, it is not zero.
  fileprivate func isZeroForAllSizes(_ part: Expression) -> Bool {
    var prover = self
    prover.budget.witnessPoints = 0
    prover.budget.work = min(budget.work, 200_000_000)
    let judgement = prover.decide(.identity(part, .zeros(part.shape)))
    if judgement.conditions.contains(where: { $0.hasSuffix(" rank") }) { return false }
    let sizes = Set(part.postorder.flatMap { $0.shape.rows.names + $0.shape.columns.names })
    return judgement.verdict.holds
      && !judgement.conditions.contains { condition in
        sizes.contains { condition.hasPrefix("except where \($0) = ") }
      }
  }
}

/// Looks for terms that are zero in derived results.
package struct VanishingSearch {
  /// Results with fewer nodes, written out as a tree, are looked at as a whole.
  private static let wholeLimit = 500
  /// Of a sum in a long result so many nodes are looked at; deeper ones are letters.
  private static let localLimit = 40
  /// So many nodes of sums in long results are looked at.
  private static let budget = 4_000
  /// More sure tests than this are not made of one result.
  private static let testLimit = 8

  private let prover: Prover
  private var seen: Set<Expression> = []
  private var dropped: [Expression: Set<Int>] = [:]
  /// What was found in sums of long results, by their form.
  private var known: [Expression: Set<Int>?] = [:]
  private var testsOfLongResults = VanishingSearch.testLimit
  /// How many nodes have been visited or looked at in long results.
  package private(set) var work = 0
  private var looked = 0

  package init(_ prover: Prover) { self.prover = prover }

  /// The results without the terms found to be zero.
  package mutating func reduced(_ results: [Expression]) -> [Expression] {
    let isLong = results.map { $0.treeSize(limit: Self.wholeLimit) >= Self.wholeLimit }
    for (result, isLong) in zip(results, isLong) where isLong { look(in: result) }
    let long = zip(results, isLong).filter(\.1).map(\.0)
    var shortened = (dropped.isEmpty ? long : Expression.dropping(dropped, from: long))[...]
    return zip(results, isLong).map { result, isLong in
      isLong ? shortened.removeFirst() : whole(result)
    }
  }

  /// A short result.
  private func whole(_ derived: Expression) -> Expression {
    guard !derived.isZero, var screen = ZeroScreen(derived, prover) else { return derived }
    var tests = Self.testLimit
    if screen.isZero(derived), vanishes(derived, &tests) { return .zeros(derived.shape) }
    var dropped: [Expression: Set<Int>] = [:]
    for sum in derived.postorder where sum.operation == .sum {
      if let places = places(in: sum, &screen, &tests) { dropped[sum] = places }
    }
    return dropped.isEmpty ? derived : Expression.dropping(dropped, from: [derived])[0]
  }

  /// Each sum of a long result that has not been looked at.
  private mutating func look(in result: Expression) {
    let nodes = result.postorder { seen.contains($0) }
    seen.formUnion(nodes)
    work += nodes.count
    for sum in nodes
    where sum.operation == .sum && sum.operands.count <= ZeroScreen.termLimit
      && looked < Self.budget
    {
      let local = sum.local(to: Self.localLimit).withNumberedVariables
      work += local.nodeCount(limit: Self.localLimit * 8)
      if let places = placesAlike(local) { dropped[sum] = places }
    }
  }

  /// The terms that vanish in a sum; of sums that differ in names only one is looked at.
  private mutating func placesAlike(_ local: Expression) -> Set<Int>? {
    if let known = known[local] { return known }
    looked += local.nodeCount(limit: Self.localLimit * 8)
    var found: Set<Int>?
    if var screen = ZeroScreen(local, prover) {
      found = places(in: local, &screen, &testsOfLongResults)
    }
    known[local] = .some(found)
    return found
  }

  private func places(
    in sum: Expression, _ screen: inout ZeroScreen, _ tests: inout Int
  ) -> Set<Int>? {
    screen.candidates(in: sum).first { places in
      vanishes(.sum(places.map { sum.operands[$0] }), &tests)
    }.map { Set($0) }
  }

  private func vanishes(_ part: Expression, _ tests: inout Int) -> Bool {
    tests -= 1
    return tests >= 0 && prover.isZeroForAllSizes(part)
  }
}

/// Values of parts of an expression at random points, to find what may be zero.
private struct ZeroScreen {
  /// Sums of more terms are not looked at.
  static let termLimit = 16
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
  /// Expressions without some terms of their sums.
  fileprivate static func dropping(
    _ places: [Expression: Set<Int>], from expressions: [Expression]
  ) -> [Expression] {
    var simplifier = Simplifier()
    let shortened = rebuilt(expressions) { part, operands in
      guard let dropped = places[part] else { return part.with(operands) }
      let kept = operands.indices.filter { !dropped.contains($0) }.map { operands[$0] }
      return kept.isEmpty ? .zeros(part.shape) : .sum(kept)
    }
    return shortened.map { simplifier.simplify($0) }
  }

  /// The same with letters for what lies deeper than its first nodes: where that is zero whatever the letters
  /// are, it is zero.
  fileprivate func local(to limit: Int) -> Expression {
    let kept = firstNodes(limit)
    guard kept.count >= limit else { return self }
    var made: [Expression: Expression] = [:]
    for node in postorder(unless: { !kept.contains($0) }) {
      made[node] = node.with(
        node.operands.map { operand in made[operand] ?? operand.letter(&made) })
    }
    return made[self] ?? self
  }

  /// The same with the variables numbered in the order of their use.
  fileprivate var withNumberedVariables: Expression {
    let numbered = variables.enumerated().map { place, variable in
      (
        variable,
        Expression.variable(
          Variable("⟨v\(place)⟩", variable.shape, variable.properties, range: variable.range))
      )
    }
    return substituting(Dictionary(numbered) { first, _ in first })
  }

  /// The first distinct nodes, level by level.
  private func firstNodes(_ limit: Int) -> Set<Expression> {
    var (found, queue): (Set<Expression>, [Expression]) = ([self], [self])
    var next = 0
    while next < queue.count, found.count < limit {
      for operand in queue[next].operands where found.insert(operand).inserted {
        queue.append(operand)
      }
      next += 1
    }
    return found
  }

  /// A letter with the signs that the form gives; leaves stand for themselves.
  private func letter(_ made: inout [Expression: Expression]) -> Expression {
    let sign: Properties = isPositive ? .positive : isNonNegative ? .nonNegative : []
    let letter =
      operands.isEmpty
      ? self : .variable(Variable("⟨part \(made.count)⟩", shape, sign))
    made[self] = letter
    return letter
  }
}
