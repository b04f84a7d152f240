import Diagnostics
import Testing

@testable import Site

@Suite struct ThemeTests {
  @Test func templateOfTheOwnerTakesThePlaceOfOurs() throws {
    let site = try BuiltSite(
      ["a.md": "# A\n"], theme: ["_theme/footer.hbs": "<footer>{{siteTitle}} & mine</footer>"])
    let page = try site.text("a.html")
    #expect(page.contains("<footer>Documentation & mine</footer>"))
    #expect(page.contains("<h1 id=\"a\">A</h1>"))
    #expect(!site.paths.contains { $0.hasSuffix(".hbs") })
  }

  @Test func ownStylesAndScriptsArePublishedWithoutCommentsAndIndentation() {
    let css = "/* a */\na > b, c :is(d) {\n  margin: 0 1px;\n  content: \"a; b\";\n}\n"
    let script = "// a\nif (b) {\n  c();\n\n  // d\n}\n"
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    #expect(text(CompactText.css(Array(css.utf8))) == #"a>b,c :is(d){margin:0 1px;content:"a; b"}"#)
    #expect(text(CompactText.script(Array(script.utf8))) == "if (b) {\nc();\n}\n")
  }

  @Test func filesOfTheOwnerAreAddedAndReplaceOurs() throws {
    let site = try BuiltSite(
      ["a.md": "# A\n"],
      theme: [
        "_theme/custom.css": "a {}", "_theme/docgen.svg": "<svg/>", "_theme/fonts/f.woff2": "f",
      ])
    #expect(try site.text("docgen.svg") == "<svg/>")
    #expect(site.has("fonts/f.woff2"))
    #expect(try site.text("a.html").contains(#"<link rel="stylesheet" href="custom.css">"#))
    #expect(!(try site.text("a.html")).contains("custom.js"))
  }

  @Test func unusedTemplateIsRefused() throws {
    let error = try #require(throws: Diagnostic.self) {
      try BuiltSite(["a.md": "# A\n"], theme: ["_theme/foter.hbs": ""])
    }
    #expect(
      described(error)
        == "content/_theme/foter.hbs:1:1 unknown-key no template is called foter; "
        + "did you mean footer.hbs?")
  }

  @Test func brokenTemplateIsRefusedAtItsLine() throws {
    let error = try #require(throws: Diagnostic.self) {
      try BuiltSite(["a.md": "# A\n"], theme: ["_theme/footer.hbs": "a\n{{#if x}}\n"])
    }
    #expect(error.code == .configuration)
    #expect(error.location?.path == "content/_theme/footer.hbs")
  }

  @Test(arguments: ["{{> footer}}", "{{> nothing}}"])
  func templateThatCannotBeFilledInIsReportedForEachPage(_ text: String) throws {
    let site = try BuiltSite(["a.md": "# A\n"], theme: ["_theme/footer.hbs": text])
    #expect(site.site.diagnostics.allSatisfy { $0.severity == .error })
    #expect(!site.site.diagnostics.isEmpty)
  }
}
