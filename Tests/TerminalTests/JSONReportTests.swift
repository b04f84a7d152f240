import Derivations
import Diagnostics
import Foundation
import Proof
import Testing

@testable import Terminal

@Suite struct JSONReportTests {
  @Test func wholeReportHasTheKeysInTheirOrder() {
    #expect(
      Report.ica([.refutedGradient], diagnostics: [.warning]).json == """
        {
          "version": 1,
          "docgen": "\(docgenVersion)",
          "summary": {
            "pages": 1,
            "claims": 1,
            "proved": 0,
            "verified": 0,
            "refuted": 1,
            "undecided": 0,
            "unreadable": 0,
            "notCovered": 0,
            "equations": 5
          },
          "claims": [
            {
              "path": "content/ica.md",
              "line": 6,
              "column": 20,
              "endLine": 6,
              "endColumn": 40,
              "block": "ica",
              "label": null,
              "kind": "gradient",
              "of": "F",
              "wrt": "W",
              "verdict": "refuted",
              "expected": null,
              "method": "shapes",
              "bound": null,
              "claimed": "2*W'*(W'*W*x - x)*x'",
              "derived": "2*W*(W'*W*x - x)*x'",
              "cause": "W' where W belongs; with W the claim is proved",
              "fix": "docgen fix content/ica.md:6",
              "witness": {
                "shapes": {
                  "k": 2,
                  "n": 3
                },
                "values": {},
                "left": "",
                "right": "",
                "row": null,
                "column": null
              },
              "conditions": [],
              "tried": [],
              "layout": null
            }
          ],
          "diagnostics": [
            {
              "code": "broken-link",
              "severity": "warning",
              "message": "the heading #detlas does not exist",
              "path": "content/ica.md",
              "line": 1,
              "column": 3,
              "hint": "did you mean #deltas?"
            }
          ]
        }

        """)
  }

  private func parsed(_ report: Report) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(report.json.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func everyKeyIsReadBack() throws {
    let report = try parsed(.ica())
    #expect(report["version"] as? Int == 1)
    #expect(report["docgen"] as? String == docgenVersion)
    #expect(
      report["summary"] as? [String: Int] == [
        "pages": 1, "claims": 5, "proved": 1, "verified": 1, "refuted": 2, "undecided": 0,
        "unreadable": 1, "notCovered": 0, "equations": 5,
      ])
    let claims = try #require(report["claims"] as? [[String: Any]])
    #expect(claims.map { $0["line"] as? Int } == [5, 6, 7, 8, 9])
    #expect(claims.map { $0["column"] as? Int } == [20, 20, 1, 9, 20])
    #expect(claims.map { $0["endColumn"] as? Int } == [46, 40, 30, 27, 25])
    #expect(
      claims.map { $0["verdict"] as? String } == [
        "proved", "refuted", "verified", "refuted", "unreadable",
      ])
    #expect(claims.map { $0["expected"] as? String } == [nil, nil, nil, "refuted", nil])
    #expect(
      claims.map { $0["method"] as? String } == ["normal-form", "shapes", "exact", "exact", nil])
    #expect(claims.map { $0["bound"] as? String } == [nil, nil, "2^-50", nil, nil])
    #expect(claims[0]["conditions"] as? [String] == ["x > 0", "W invertible"])
    #expect(claims[0]["witness"] is NSNull)
    let witness = try #require(claims[3]["witness"] as? [String: Any])
    #expect(witness["shapes"] as? [String: Int] == ["k": 1, "n": 2])
    #expect(witness["values"] as? [String: String] == ["W": "[1 0; 2 1]", "b": "3"])
    #expect(witness["left"] as? String == "[1 0; 2 1]")
    #expect(witness["right"] as? String == "[1 0; 3 1]")
    #expect(witness["row"] as? Int == 2 && witness["column"] as? Int == 1)
  }

  @Test func everyClaimHasEveryKey() throws {
    let keys: Set = [
      "path", "line", "column", "endLine", "endColumn", "block", "label", "kind", "of", "wrt",
      "verdict", "expected", "method", "bound", "claimed", "derived", "cause", "fix", "witness",
      "conditions", "tried", "layout",
    ]
    let claims = try #require(try parsed(.ica())["claims"] as? [[String: Any]])
    #expect(claims.allSatisfy { Set($0.keys) == keys })
  }

  @Test func reasonOfAnUnreadableClaimIsADiagnosticOnce() throws {
    let diagnostics = try #require(try parsed(.ica())["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["code"] as? String } == ["broken-link", "syntax"])
    #expect(
      diagnostics.allSatisfy {
        Set($0.keys) == ["code", "severity", "message", "path", "line", "column", "hint"]
      })
  }

  @Test func diagnosticWithoutAPlaceHasNulls() throws {
    let report = Report(pages: [], diagnostics: [Diagnostic(.configuration, "no title is given")])
    let diagnostics = try #require(try parsed(report)["diagnostics"] as? [[String: Any]])
    let first = try #require(diagnostics.first)
    #expect(["path", "line", "column", "hint"].allSatisfy { first[$0] is NSNull })
  }

  @Test(arguments: [
    "quote \" and \\ and /", "line\nend\r\ttab", "\u{0}\u{8}\u{1B}\u{7F}", "\u{2028}\u{2029}",
    "重み γ 👩‍🔬 x\u{302}", "",
  ])
  func anyTextIsReadBack(_ text: String) throws {
    let written = JSON.list([.text(text)]).description
    let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String]
    #expect(read == [text])
  }

  @Test func orderOfPagesDoesNotMatter() {
    let pages = ["content/b.md", "content/a.md"].map { PageResult(path: $0) }
    #expect(Report(pages: pages).json == Report(pages: pages.reversed()).json)
  }
}
