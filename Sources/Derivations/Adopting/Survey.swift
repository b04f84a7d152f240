import Diagnostics
import Pages
import Proof

/// What checking a page with a proposed block brings, display by display.
struct Survey {
  let result: PageResult
  let displays: [Adoption.Display]

  init(
    _ page: Page, _ settings: PageChecker.Settings, _ library: Library, _ proposal: Proposal
  ) {
    let statements = proposal.lines.map(\.statement).joined(separator: "\n")
    let result = PageChecker.survey(page, settings, library: library, declaring: statements)
    self.result = result
    displays = page.pieces.enumerated().compactMap { index, piece in
      guard case .formula(let formula) = piece.kind, formula.isDisplay else { return nil }
      return Survey.display(index, page, result)
    }
  }

  /// How many displays are refuted or cannot be decided.
  var failures: Int {
    displays.count { $0.outcome == .refuted || $0.outcome == .undecided }
  }

  private static func display(
    _ index: Int, _ page: Page, _ result: PageResult
  ) -> Adoption.Display {
    let claims = result.claimsOfPiece[index]
    let judged = (claims ?? []).map { result.claims[$0] }
    let reason = judged.lazy.compactMap(\.trouble).first
    let outcome: Adoption.Display.Outcome
    if claims == nil, result.macros[index] == nil {
      outcome = .skipped
    } else if judged.contains(where: { $0.judgement.verdict == .refuted && !$0.stands }) {
      outcome = .refuted
    } else if judged.contains(where: { $0.judgement.verdict == .undecided }) {
      outcome = .undecided
    } else if judged.contains(where: { $0.judgement.verdict == .unreadable }) {
      outcome = .notCovered
    } else {
      outcome = judged.isEmpty ? .defines : .holds
    }
    return Adoption.Display(
      location: page.pieces[index].location, outcome: outcome, claims: claims ?? [],
      reason: reason)
  }
}
