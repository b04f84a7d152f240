import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Equations about every layer, judged on each.
extension DisplayChecker {
  /// Judges an equation about every layer on each layer of which it can speak; of every side the worst
  /// verdict is kept.
  mutating func judge(
    _ every: FreeLayer, at location: SourceLocation, _ session: inout PageSession
  ) throws(Diagnostic) {
    let count = try session.layerCount(at: location)
    var found: [(number: Int, claims: [CheckedClaim])] = []
    var trouble: Diagnostic?
    for number in every.numbers(count) {
      let scope = session.scope
      let instance = every.instance(number, of: count) { scope.isFree($0) }
      var trial = session
      trial.result.claims = []
      do throws(Diagnostic) {
        try judgeSides(of: instance, &trial)
      } catch {
        trouble = trouble ?? error
        continue
      }
      let claims = trial.result.claims
      if let beyond = claims.lazy.compactMap(\.trouble).first, beyond.code == .unknownName {
        trouble = trouble ?? beyond
        continue
      }
      found.append((number, claims))
    }
    let worst = CheckedClaim.worst(of: Self.withoutInput(found, every)) { every.label($0) }
    if worst.isEmpty, let trouble { throw trouble }
    session.result.claims += worst
    current = nil
  }

  /// The findings about all layers but the input, where the equation is about the page's own activation
  /// function, which the input layer alone does not have.
  private static func withoutInput(
    _ found: [(number: Int, claims: [CheckedClaim])], _ every: FreeLayer
  ) -> [(number: Int, claims: [CheckedClaim])] {
    guard every.namesActivation, let first = found.first, first.number == 1, found.count > 1,
      first.claims.contains(where: { $0.judgement.verdict == .refuted }),
      found.dropFirst().allSatisfy({ $0.claims.allSatisfy(\.judgement.verdict.holds) })
    else { return found }
    return found.dropFirst().map { number, claims in
      (number, claims.map { $0.adding(condition: "layer 1 is the input and has no activation") })
    }
  }
}

extension CheckedClaim {
  func adding(condition: String) -> CheckedClaim {
    var claim = self
    claim.judgement.conditions.append(condition)
    return claim
  }

  /// Of the claims about single layers the worst, side by side.
  fileprivate static func worst(
    of found: [(number: Int, claims: [CheckedClaim])], label: (Int) -> String?
  ) -> [CheckedClaim] {
    found.reduce([]) { worse($0, $1.claims, label: label($1.number)) }
  }

  /// Of the claims about the sides of one equation the worse, side by side.
  ///
  /// - Parameter label: what the second are called where they are worse.
  fileprivate static func worse(
    _ first: [CheckedClaim], _ second: [CheckedClaim], label: String?
  ) -> [CheckedClaim] {
    let second = second.map { claim in
      var claim = claim
      if claim.judgement.verdict == .refuted { claim.label = label ?? claim.label }
      return claim
    }
    guard first.count == second.count else { return first.isEmpty ? second : first }
    return zip(first, second).map { old, new in
      new.judgement.verdict.rank > old.judgement.verdict.rank ? new : old
    }
  }
}

extension Verdict {
  /// How much a claim with that verdict leaves to be wished for.
  fileprivate var rank: Int {
    switch self {
    case .proved: 0
    case .verified: 1
    case .undecided: 2
    case .unreadable: 3
    case .refuted: 4
    }
  }
}
