import Diagnostics
import Foundation
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

  @Test(arguments: [
    ("é {{titel}}\n", "1:6", "titel", "did you mean `title`?"),
    ("\n<p>{{#if editt}}{{phrases.edit}}{{/if}}", "2:10", "editt", "did you mean `edit`?"),
    ("{{phrases.nxt}}", "1:3", "nxt", "did you mean `next`?"),
    (
      "{{#each entries}}{{@root.sitTitle}}{{/each}}", "1:20", "sitTitle",
      "did you mean `siteTitle`?"
    ),
  ])
  func misspeltNameIsRefusedAtItsPlace(
    _ text: String, _ place: String, _ name: String, _ hint: String
  ) throws {
    let error = try #require(throws: Diagnostic.self) {
      try BuiltSite(["a.md": "# A\n"], theme: ["_theme/footer.hbs": text])
    }
    #expect(
      described(error)
        == "content/_theme/footer.hbs:\(place) unknown-key a template speaks of `\(name)`, which "
        + "nothing is called; \(hint)")
  }

  /// Names that a page need not have, those of loops, helpers and block parameters.
  @Test(arguments: [
    "{{edit}}{{changedDay}}{{#with next}}{{href}}{{title}}{{/with}}",
    "{{#each headings as |heading place|}}{{place}}{{heading.slug}}{{@index}}{{this}}{{/each}}",
    "{{#unless tree}}{{lookup phrases 'next'}}{{headings.length}}{{else}}{{../title}}{{/unless}}",
  ])
  func namesThatMayBeAbsentAreKnown(_ text: String) throws {
    let site = try BuiltSite(["a.md": "# A\n"], theme: ["_theme/footer.hbs": text])
    #expect(site.site.diagnostics.isEmpty)
  }

  /// Every name that our own templates speak of is known.
  @Test func namesOfOurTemplatesAreKnown() throws {
    let own = [
      "page": PackageResources.page_hbs, "head": PackageResources.head_hbs,
      "navigation": PackageResources.navigation_hbs, "footer": PackageResources.footer_hbs,
      "redirect": PackageResources.redirect_hbs,
    ]
    let theme = Dictionary(
      uniqueKeysWithValues: own.map {
        ("_theme/\($0.key).hbs", String(decoding: $0.value, as: UTF8.self))
      })
    #expect(try BuiltSite(["a.md": "# A\n"], theme: theme).site.diagnostics.isEmpty)
  }

  @Test(arguments: ["{{> footer}}", "{{> nothing}}"])
  func templateThatCannotBeFilledInIsReportedForEachPage(_ text: String) throws {
    let site = try BuiltSite(["a.md": "# A\n"], theme: ["_theme/footer.hbs": text])
    #expect(site.site.diagnostics.allSatisfy { $0.severity == .error })
    #expect(!site.site.diagnostics.isEmpty)
  }

  @Test func referenceListsEveryNameThatTemplatesKnow() throws {
    let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardizedFileURL
    let page = try String(
      contentsOf: root.appending(path: "content/reference/configuration.md"), encoding: .utf8)
    for name in TemplateNames.known where name != "name" {
      #expect(page.contains("`\(name)`"), "\(name)")
    }
  }
}
