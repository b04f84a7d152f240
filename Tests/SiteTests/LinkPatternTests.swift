import Diagnostics
import Testing

@testable import Site

@Suite struct LinkPatternTests {
  @Test(arguments: [
    ("../*", "../book/a.html", true), ("*", "", true), ("a*b*c", "a1b2c", true),
    ("a*a", "a", false), ("*x", "ax", true), ("a", "ab", false), ("", "", true), ("", "a", false),
    ("a*b*", "ac", false),
  ])
  func starStandsForAnyCharacters(_ pattern: String, _ text: String, _ matches: Bool) {
    #expect(LinkPattern(pattern).matches(text) == matches)
  }

  @Test func uncheckedDestinationsStayAsTheyAre() throws {
    let site = try BuiltSite(["a.md": "[x](../book/a.html) [y](/z/) [w](../other)\n"]) {
      $0.uncheckedLinks = ["../book/*", "/z/"]
    }
    #expect(
      try site.text("a.html").contains(#"<a href="../book/a.html">x</a> <a href="/z/">y</a>"#))
    #expect(site.site.diagnostics.map(\.message) == ["the link to ../other leaves the site"])
  }

  @Test func uncheckedDestinationsThatLeadSomewhereAreRewritten() throws {
    let site = try BuiltSite(["a.md": "[b](b.md) [c](c.md)\n", "b.md": "# B\n"]) {
      $0.uncheckedLinks = ["*"]
    }
    #expect(try site.text("a.html").contains(#"<a href="b.html">b</a> <a href="c.md">c</a>"#))
  }

  @Test(arguments: [
    "<a id=\"place\"></a>", "<a name='place'>", "<div class=x id=place>", "<h2\tid = \"place\">",
  ])
  func anchorsWrittenAsHTMLCountWhereItPasses(_ html: String) throws {
    let markdown = "# A\n\n\(html)\n\n[x](#place) [y](#plaice)\n"
    let site = try BuiltSite(["a.md": markdown]) { $0.rawHTML = true }
    #expect(site.site.diagnostics.map(\.message) == ["this page has no heading #plaice"])
    let told = try BuiltSite(["a.md": markdown]).site.diagnostics
    #expect(
      told.map(\.code).sorted { $0.rawValue < $1.rawValue } == [.brokenLink, .brokenLink, .rawHTML])
  }

  @Test func picturesForPreviewsMustBeThere() throws {
    let error = try #require(throws: Diagnostic.self) {
      try BuiltSite(["a.md": "---\nimage: no.png\n---\n# A\n"])
    }
    #expect(
      described(error) == "content/a.md:2:8 missing-file there is no picture content/no.png; "
        + "write its path in the site, as in images/preview.png")
  }
}
