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
    let asked = claim.found(atAnyRank: false)
    if let never = asked.first(where: \.isMetNowhere) {
      return Judgement(.undecided, tried: ["\(never.text()) holds nowhere: it speaks of no point"])
    }
    let general = NamedSizes(claim).flatMap { decideForAllSizes(claim, $0) }
    var judgement = Judgement(.undecided)
    if let general, general.verdict != .undecided {
      judgement = general
    } else {
      judgement = decideValues(claim)
      if judgement.verdict == .undecided { judgement.tried += general?.tried ?? [] }
    }
    let isAtAnyRank = judgement.verdict.holds && holdsAtLowerRanks(claim)
    let conditions = isAtAnyRank ? claim.found(atAnyRank: true) : asked
    judgement.conditions = conditions.map { $0.text() }.unique + judgement.conditions
    return judgement
  }

  /// The verdict on a claim about matrices of large numbers of rows or columns: it holds for any, or it is false
  /// for small ones and those with zeros around them; else undecided, with what was found for small sizes.
  private func decideForAllSizes(_ claim: Claim, _ named: NamedSizes) -> Judgement? {
    var prover = self
    prover.orders += named.orders
    prover.budget.witnessPoints = min(budget.witnessPoints, 200)
    var judgement = prover.decideValues(named(claim))
    if judgement.verdict.holds {
      // A size that must not be 1 is none that the claim speaks of; to say so takes its own evaluation.
      let isFree = judgement.conditions.allSatisfy { !named.isNamed(in: $0) }
      return isFree ? judgement : nil
    }
    guard judgement.verdict == .refuted, let witness = judgement.witness else { return nil }
    let (shown, corner) = named.corner(witness)
    // Of names for sizes it shows whether they stand as numbers.
    if named(claim).keepsZeros {
      judgement.witness = shown
      return judgement
    }
    return Judgement(.undecided, tried: ["for smaller sizes it is false, as for \(corner)"])
  }

  func decideValues(_ claim: Claim) -> Judgement {
    let question: Question
    do { question = try Question(claim, budget) } catch {
      return Judgement(.undecided, tried: [error.description])
    }
    guard let derived = claim.derived, normalForm(claim.claimed, derived) == true else {
      return test(question, ["the normal forms are not equal"])
    }
    switch confirm(question) {
    case .confirmed:
      let judgement = Judgement(.proved, method: .normalForm, points: 1)
      return limited(judgement, exceptions(question, seed: question.seed ^ salt).phrases)
    case .mistaken: return test(question, ["the normal forms are equal, but not the values"])
    case .impossible(let reason):
      return test(question, ["the normal forms are equal, but no value confirms it: \(reason)"])
    }
  }

  /// Exactly if the claim is algebraic, else by balls.
  ///
  /// - Parameter before: what was tried before.
  private func test(_ question: Question, _ before: [String]) -> Judgement {
    let seed = question.seed ^ salt
    var tried = before
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
    if let reason = question.tooManySizes {
      return Judgement(.undecided, tried: tried + [reason])
    }
    let small = smallSizes(question, isAlgebraic: isAlgebraic, seed: seed)
    if let difference = small.different {
      return refuted(question, isAlgebraic ? .exact : .balls, at: difference, seed, tried)
    }
    let found = exceptions(question, seed: seed)
    if let difference = found.different {
      return refuted(question, isAlgebraic ? .exact : .balls, at: difference, seed, tried)
    }
    return limited(judgement, small.exceptions + found.phrases)
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
    let found = offBranch(question, budget, seed: seed) ?? found
    if let witness = search.smallest(fallback: found) {
      return Judgement(.refuted, method: method, points: search.points, witness: witness)
    }
    if budget.witnessPoints == 0 { return Judgement(.undecided, tried: tried) }
    if method == .exact, search.points == 0 { return refutedInField(question, found) }
    let note = "the sides differ, but none of \(search.points) points shows it in real numbers"
    return Judgement(.undecided, points: search.points, tried: tried + [note])
  }
}

extension Prover {
  /// A claim that is false in the field, of sizes too large to be shown in real numbers: what differs modulo a
  /// prime is not equal.
  private func refutedInField(_ question: Question, _ found: Difference) -> Judgement {
    let names = SizeChoice(question.programs, orders).names
    let sizes = names.compactMap { name in
      found.sizes[name].map { Witness.Size(name: name, count: $0) }
    }
    let witness = Witness(
      shapes: sizes, values: [], left: [["not shown"]], right: [["not shown"]],
      remark: "both sides differ in the field of 2⁶¹−1 elements, and are too large to be shown")
    return Judgement(.refuted, method: .exact, points: budget.points, witness: witness)
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
