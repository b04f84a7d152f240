import Derivations
import Diagnostics
import Terminal
import Testing

@Suite struct OutcomeTests {
  @Test(arguments: [
    ([CheckedClaim.provedGradient, .verifiedIdentity, .refutedAsExpected], Outcome.clean),
    ([.refutedGradient], .failed),
    ([.undecided], .failed),
    ([.unexpectedlyTrue], .failed),
    ([.unreadable], .failed),
    ([], .clean),
  ])
  func claimsDecide(_ claims: [CheckedClaim], _ status: Outcome) {
    #expect(Report.ica(claims, diagnostics: []).outcome == status)
  }

  @Test(arguments: [
    (Code.syntax, Outcome.failed), (.brokenLink, .failed), (.siteDiffers, .failed),
    (.notUTF8, .unusable), (.yaml, .unusable), (.missingFile, .unusable), (.usage, .unusable),
    (.internalError, .internalError),
  ])
  func worstErrorDecides(_ code: Code, _ status: Outcome) {
    let report = Report.ica(
      [.refutedGradient], diagnostics: [Diagnostic(code, "no"), Diagnostic(.brokenLink, "no")])
    #expect(report.outcome == status)
  }

  @Test func warningFailsOnlyAStrictRun() {
    #expect(Report.ica([], diagnostics: [.warning]).outcome == .clean)
    #expect(Report.ica([], diagnostics: [.warning], isStrict: true).outcome == .failed)
  }

  @Test(arguments: [
    ([:], true, true), ([:], false, false), (["TERM": "dumb"], true, false),
    (["FORCE_COLOR": "1"], false, true), (["NO_COLOR": "1"], true, false),
    (["NO_COLOR": "1", "FORCE_COLOR": "1"], true, false), (["NO_COLOR": ""], true, true),
    (["NO_COLOR": "", "FORCE_COLOR": "1"], false, true),
  ])
  func noColourBeatsForcedColour(_ environment: [String: String], terminal: Bool, wanted: Bool) {
    #expect(TextStyle.wantsColour(environment: environment, isTerminal: terminal) == wanted)
  }
}
