import Diagnostics
import Foundation
import Terminal
import Testing

@Suite struct GitHubReportTests {
  @Test func annotationsAreEscaped() {
    let location = SourceLocation(path: "content/a,b:c.md", line: 2, column: 7)
    let diagnostic = Diagnostic(
      .syntax, "100% wrong", at: location, hint: "mend it", notes: [.init("tried", "x\ny")])
    #expect(
      Report(pages: [], diagnostics: [diagnostic, .warning]).gitHubAnnotations == """
        ::error file=content/a%2Cb%3Ac.md,line=2,col=7,title=syntax::100%25 wrong%0Atried: x%0A  y\
        %0Ahint: mend it
        ::warning file=content/ica.md,line=1,col=3,title=broken-link::the heading #detlas does not \
        exist%0Ahint: did you mean #deltas?
        0 claims on 0 pages; 0 equations, 0 not covered; 1 other error, 1 warning

        """)
  }

  @Test func diagnosticWithoutAPlaceHasOnlyATitle() {
    let report = Report(pages: [], diagnostics: [Diagnostic(.usage, "no")])
    #expect(report.gitHubAnnotations.hasPrefix("::error title=usage::no\n"))
  }
}

@Suite struct SARIFReportTests {
  private func run(of report: Report) throws -> [String: Any] {
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(report.sarif.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  @Test func resultsNameTheirRules() throws {
    let run = try run(of: .ica())
    let driver = (run["tool"] as? [String: [String: Any]])?["driver"]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    let names = rules.map { $0["id"] as? String }
    #expect(names == ["refuted", "unreadable", "broken-link"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["warning", "error", "error"])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(names[index] == result["ruleId"] as? String)
    }
  }

  @Test func columnsCountCodePoints() throws {
    let location = SourceLocation(path: "content/ä b.md", line: 2, column: 8, endColumn: 9)
    let report = Report(
      pages: [], diagnostics: [Diagnostic(.syntax, "no", at: location)],
      sources: ["content/ä b.md": "first\n重み W"])
    let results = try #require(try run(of: report)["results"] as? [[String: Any]])
    let places = try #require(results.first?["locations"] as? [[String: [String: Any]]])
    let place = try #require(places.first?["physicalLocation"])
    #expect(
      place["region"] as? [String: Int] == [
        "startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 5,
      ])
    #expect(place["artifactLocation"] as? [String: String] == ["uri": "content/%C3%A4%20b.md"])
  }
}

@Suite struct JUnitReportTests {
  @Test func pageIsASuiteAndClaimIsACase() {
    #expect(
      Report.ica([.provedGradient, .unexpectedlyTrue], diagnostics: [.warning]).junit == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="docgen" tests="3" failures="1" errors="0">
          <testsuite name="content/ica.md" tests="3" failures="1" errors="0">
            <testcase name="gradient of F with respect to x (line 5, column 20)" \
        classname="content/ica.md"/>
            <testcase name="identity for tr(W*x) (line 8, column 9)" classname="content/ica.md">
              <failure type="unexpectedly-true" message="content/ica.md:8:9: the identity for \
        tr(W*x) is declared refuted, but it is proved">content/ica.md:8:9: the identity for tr(W*x) \
        is declared refuted, but it is proved
        derived: tr(x*W)
        because: the order matters
        hint: remove &apos;refuted&apos;, or state the mistake that was meant</failure>
            </testcase>
            <testcase name="broken-link (line 1, column 3)" classname="content/ica.md">
              <system-out>content/ica.md:1:3: the heading #detlas does not exist
        hint: did you mean #deltas?</system-out>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func errorOfTheRunHasASuiteOfItsOwnAndIsEscaped() {
    let report = Report(pages: [], diagnostics: [Diagnostic(.yaml, "<a> & \"b\" \u{1}")])
    #expect(
      report.junit == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="docgen" tests="1" failures="0" errors="1">
          <testsuite name="docgen" tests="1" failures="0" errors="1">
            <testcase name="yaml" classname="docgen">
              <error type="yaml" message="&lt;a&gt; &amp; &quot;b&quot; \u{FFFD}">&lt;a&gt; &amp; \
        &quot;b&quot; \u{FFFD}</error>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }
}
