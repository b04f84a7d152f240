package import MatrixCalculus

/// Decides claims: by shapes, by normal form, exactly in a prime field, by balls; and finds witnesses
/// against false ones.
///
/// The same claim gets the same judgement in every process: all draws start from a number that
/// depends on the claim and the salt alone.
package struct Prover: Sendable {
  /// What is declared about sizes.
  package var orders: [SizeOrder]
  package var budget: Budget
  /// Mixed into where draws start: another number gives an independent judgement.
  package var salt: UInt64 = 0
  /// Whether two expressions have equal normal forms; nil where that is not known.
  package var normalForm: @Sendable (Expression, Expression) -> Bool?

  package init(
    orders: [SizeOrder] = [], budget: Budget = Budget(),
    normalForm: @escaping @Sendable (Expression, Expression) -> Bool? = Prover.equalNormalForms
  ) {
    self.orders = orders
    self.budget = budget
    self.normalForm = normalForm
  }

  /// By the normal form of `MatrixCalculus`.
  package static let equalNormalForms: @Sendable (Expression, Expression) -> Bool? = { a, b in
    var form = NormalForm()
    return form.equal(a, b)
  }

  /// The verdict on a claim, with its evidence.
  ///
  /// A proof by normal form counts only where the kernel confirms it at a point: a wrong rule can
  /// prove nothing.
  package func decide(_ claim: Claim) -> Judgement {
    if let judgement = shapeVerdict(claim) { return judgement }
    var judgement = decideValues(claim)
    judgement.conditions = claim.conditions + judgement.conditions
    return judgement
  }

  private func decideValues(_ claim: Claim) -> Judgement {
    let question: Question
    do { question = try Question(claim, budget) } catch {
      return Judgement(.undecided, tried: [error.description])
    }
    if let derived = claim.derived, normalForm(claim.claimed, derived) == true,
      confirm(question) == .confirmed
    {
      let judgement = Judgement(.proved, method: .normalForm, points: 1)
      return limited(judgement, exceptions(question, seed: question.seed ^ salt))
    }
    return test(question)
  }

  /// Exactly if the claim is algebraic, else by balls.
  private func test(_ question: Question) -> Judgement {
    let seed = question.seed ^ salt
    var tried = ["the normal forms are not equal"]
    switch exact(question, seed: seed) {
    case .equal(let bound, let points):
      return special(
        question, Judgement(.verified, method: .exact, bound: bound, points: points), seed, tried)
    case .different(let found): return refuted(question, .exact, at: found, seed, tried)
    case .undecided(let reason): tried.append("in the field of 2⁶¹−1 elements: \(reason)")
    }
    switch balls(question, seed: seed) {
    case .equal(let bound, let points):
      return special(
        question, Judgement(.verified, method: .balls, bound: bound, points: points), seed, tried)
    case .different(let found): return refuted(question, .balls, at: found, seed, tried)
    case .undecided(let reason):
      tried.append("by balls: \(reason)")
      return Judgement(.undecided, tried: tried)
    }
  }

  /// What becomes of a claim that holds at random points of large, distinct sizes once small and equal
  /// sizes and special points are tried.
  private func special(
    _ question: Question, _ judgement: Judgement, _ seed: UInt64, _ tried: [String]
  ) -> Judgement {
    let isAlgebraic = judgement.method == .exact
    let small = smallSizes(question, isAlgebraic: isAlgebraic, seed: seed)
    if let difference = small.different {
      return refuted(question, isAlgebraic ? .exact : .balls, at: difference, seed, tried)
    }
    return limited(judgement, small.exceptions + exceptions(question, seed: seed))
  }

  /// A verdict with what has to be left out; a proof with exceptions is none.
  private func limited(_ judgement: Judgement, _ exceptions: [String]) -> Judgement {
    guard !exceptions.isEmpty else { return judgement }
    var judgement = judgement
    judgement.verdict = .verified
    judgement.conditions = exceptions
    return judgement
  }

  /// A claim found to be false, with the smallest witness within the budget.
  private func refuted(
    _ question: Question, _ method: Method, at found: Difference, _ seed: UInt64,
    _ tried: [String]
  ) -> Judgement {
    var search = WitnessSearch(question, orders: orders, budget: budget, seed: seed)
    if let witness = search.smallest(fallback: found) {
      return Judgement(.refuted, method: method, points: search.points, witness: witness)
    }
    if budget.witnessPoints == 0 { return Judgement(.undecided, tried: tried) }
    let note = "the sides differ, but none of \(search.points) points shows it in real numbers"
    return Judgement(.undecided, points: search.points, tried: tried + [note])
  }
}

/// Where both sides of a claim were found to differ.
struct Difference {
  let sizes: [String: Int]
  /// The real point, if it was one.
  var point: Point<Fraction>?
}

/// What a test found.
enum Outcome {
  case equal(bound: String, points: Int)
  case different(Difference)
  case undecided(String)
}
