import Derivations
import Diagnostics
import Proof
import Terminal
import Testing

@Suite struct TextReportTests {
  @Test func reportsEveryFailureByLocationThenTheSummary() {
    #expect(
      Report.ica().text(TextStyle()) == """
        warning[broken-link]: the heading #detlas does not exist
         --> content/ica.md:1:3
        1 | # Independent components
          |   ^^^^^^^^^^^
          = hint: did you mean #deltas?

        error[refuted]: the claimed gradient of F with respect to W is wrong
         --> content/ica.md:6:22
        6 | gradient F wrt W = 2*W'*(W'*W*x - x)*x'
          |                      ^^ claimed
          = derived: 2*W*(W'*W*x - x)*x'        from content/ica.md:4 (F)
          = cause:   W' where W belongs; with W the claim is proved
          = witness: k=2, n=3: W'*(W'*W*x - x) has shapes (3×2)·(3×1)
          = fix:     docgen fix content/ica.md:6

        error[unreadable]: the claimed gradient of F with respect to y cannot be read: the bracket is \
        not closed
         --> content/ica.md:9:22
        9 | gradient F wrt y = 2*(W*
          |                      ^ claimed
          = hint: add ')' at the end

        5 claims on 1 page: 1 proved, 1 verified, 1 refuted, 1 unreadable, 1 refuted as expected; \
        5 equations, 0 not covered; 1 warning

        """)
  }

  @Test func undecidedClaimSaysWhatWasTried() {
    #expect(
      Report.ica([.undecided], diagnostics: []).text(TextStyle(detail: .quiet)) == """
        error[undecided]: the claimed step in the derivation of F is neither proved nor refuted
         --> content/ica.md:7:1
        7 | norm2(W*x)^2 == tr(x'*W'*W*x)
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claimed
          = derived: b
          = tried:   normal forms
                     balls of 128 bits
          = given:   x > 0
          = hint:    state a condition that decides it, such as x > 0, or claim it in smaller steps

        """)
  }

  @Test func labelSaysWhatTheClaimIsAbout() {
    var claim = CheckedClaim.verifiedIdentity
    claim.label = "weight of layer 2"
    let report = Report.ica([claim], diagnostics: [])
    #expect(
      report.text(TextStyle(detail: .verbose)).hasPrefix(
        "content/ica.md:7:1: verified: weight of layer 2 of norm2(W*x)^2 (exact; 2^-50)\n"))
    #expect(report.json.contains("\"label\": \"weight of layer 2\""))
  }

  @Test func trueClaimThatWasDeclaredRefutedFails() {
    #expect(
      Report.ica([.unexpectedlyTrue], diagnostics: []).text(TextStyle()) == """
        error[unexpectedly-true]: the identity for tr(W*x) is declared refuted, but it is proved
         --> content/ica.md:8:9
        8 | refuted tr(W*x) == tr(x*W) because "the order matters"
          |         ^^^^^^^^^^^^^^^^^^ claimed
          = derived: tr(x*W)
          = because: the order matters
          = hint:    remove 'refuted', or state the mistake that was meant

        1 claim on 1 page: 1 unexpectedly true; 5 equations, 0 not covered

        """)
  }

  @Test func witnessInNumbersShowsBothSidesAligned() {
    var claim = CheckedClaim.refutedAsExpected
    claim.expected = nil
    var report = Report.ica([claim], diagnostics: [])
    report.sources = [:]
    #expect(
      report.text(TextStyle(detail: .quiet)) == """
        error[refuted]: the claimed identity for tr(W*x) is wrong
         --> content/ica.md:8:9
          = claimed: tr(x*W)
          = witness: k=1, n=2
                     W = [1 0; 2 1]
                     b = 3
                     claimed: [1 0; 2 1]
                     derived: [1 0; 3 1], differs in row 2, column 1

        """)
  }

  @Test func longWitnessShowsTheEntryThatDiffers() {
    let left = Array(repeating: Array(repeating: "0", count: 6), count: 5)
    var right = left
    right[4][1] = "-7"
    let witness = Witness(
      shapes: [.init(name: "n", count: 5)], values: [.init(name: "W", entries: left)], left: left,
      right: right)
    var claim = CheckedClaim.refutedAsExpected
    claim.expected = nil
    claim.judgement.witness = witness
    let text = Report.ica([claim], diagnostics: []).text(TextStyle(detail: .quiet))
    #expect(
      text.hasSuffix(
        """
          = witness: n=5
                     claimed: 0 in row 5, column 2
                     derived: -7 in row 5, column 2

        """))
  }

  @Test func verboseListsTheClaimsThatStand() {
    let claims: [CheckedClaim] = [.provedGradient, .verifiedIdentity, .refutedAsExpected]
    #expect(
      Report.ica(claims, diagnostics: []).text(TextStyle(detail: .verbose)) == """
        content/ica.md:5:20: proved: gradient of F with respect to x \
        (normal-form; given x > 0, W invertible)
        content/ica.md:7:1: verified: identity for norm2(W*x)^2 (exact; 2^-50)
        content/ica.md:8:9: refuted as expected: identity for tr(W*x) (exact)

        3 claims on 1 page: 1 proved, 1 verified, 1 refuted as expected; 5 equations, 0 not covered

        """)
  }

  @Test func quietCleanRunSaysNothing() {
    let report = Report.ica([.provedGradient], diagnostics: [])
    #expect(report.text(TextStyle(detail: .quiet)) == "")
  }

  @Test func emptyRunHasASummary() {
    #expect(
      Report(pages: []).text(TextStyle()) == "0 claims on 0 pages; 0 equations, 0 not covered\n")
  }

  @Test func colourIsAddedToTheSameText() {
    let coloured = Report.ica().text(TextStyle(isColoured: true))
    #expect(coloured.contains("\u{1B}[1;31merror[refuted]\u{1B}[0m\u{1B}[1m: the claimed gradient"))
    let plain = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == Report.ica().text(TextStyle()))
  }

  @Test func diagnosticWithoutAPlaceStandsFirst() {
    let report = Report(
      pages: [], diagnostics: [.warning, Diagnostic(.missingFile, "there is no folder content")])
    #expect(
      report.text(TextStyle(detail: .quiet)) == """
        error[missing-file]: there is no folder content

        warning[broken-link]: the heading #detlas does not exist
         --> content/ica.md:1:3
          = hint: did you mean #deltas?

        """)
  }

  @Test func placeOutsideTheFileIsReportedWithoutALine() {
    let far = Diagnostic(.syntax, "something is wrong", at: place(4000, 1..<2))
    #expect(
      far.text(TextStyle(), sources: [icaPath: icaSource])
        == "error[syntax]: something is wrong\n    --> content/ica.md:4000:1\n")
  }

  @Test func pageCannotSteerTheTerminal() {
    let location = SourceLocation(path: "a\u{1B}[2J.md", line: 1, column: 1)
    let diagnostic = Diagnostic(.syntax, "unknown \u{202E}name", at: location)
    #expect(
      diagnostic.text(TextStyle(), sources: [location.path: "\u{1B}]0;x\u{7}"]) == """
        error[syntax]: unknown \u{FFFD}name
         --> a␛[2J.md:1:1
        1 | ␛]0;x␇
          | ^

        """)
  }

  @Test(arguments: ["a\nb", "a\r\nb", "a\rb"])
  func linesEndAsInCommonMark(_ source: String) {
    let second = Diagnostic(.syntax, "no", at: SourceLocation(path: "p", line: 2, column: 1))
    #expect(
      second.text(TextStyle(), sources: ["p": source])
        == "error[syntax]: no\n --> p:2:1\n2 | b\n  | ^\n")
  }
}
