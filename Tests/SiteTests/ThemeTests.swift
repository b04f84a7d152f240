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

  @Test(arguments: [
    ("/* a */\na > b, c :is(d) {\n  margin: 0 1px;\n}\n", "a>b,c :is(d){margin:0 1px}"),
    ("a::before { content: \"a; 0.5\"; }", #"a::before{content:"a; 0.5"}"#),
    (
      "a { margin: 0.5em -0.5em 10.5em; width: calc(1em - 0.1px); }",
      "a{margin:.5em -.5em 10.5em;width:calc(1em - .1px)}"
    ),
  ])
  func ownStylesArePublishedWithoutWhatIsIdle(_ written: String, _ published: String) {
    #expect(CompactText.css(Array(written.utf8)) == Array(published.utf8))
  }

  @Test(arguments: [
    ("// a\nif (b) {\n  c();\n\n  // d\n}", "if(b){\nc();\n}\n"),
    ("a = b ? \"x ? y\" : +c + +d;", "a=b?\"x ? y\":+c + +d;\n"),
    ("return \"a\" + b in c;", "return\"a\"+ b in c;\n"),
    ("a = b.replace(/ = /, c);", "a = b.replace(/ = /, c);\n"),
    ("a = \"\\\" = \" + b;", "a = \"\\\" = \" + b;\n"),
  ])
  func ownScriptsArePublishedWithoutWhatIsIdle(_ written: String, _ published: String) {
    #expect(CompactText.script(Array(written.utf8)) == Array(published.utf8))
  }

  /// Those of a common size have theirs in the stylesheet of all pages, the others in one of their own.
  @Test func drawingsHaveTheirRules() throws {
    let css = String(decoding: CompactText.css(PackageResources.docgen_css), as: UTF8.self)
    for layer in 1...LargeFigures.commonLayers {
      #expect(css.contains(LargeFigures.rule(forLayer: layer)))
    }
    let site = BuiltSite(try SiteBuilder(Configuration(), pages: Sample.pages(), files: []).site())
    let large = try site.text(LargeFigures.output)
    let drawn = try site.part(of: "ica.html", from: "Network of G", to: "</svg>")
    #expect(large.ranges(of: ".network").count == drawn.ranges(of: "<a class=").count - 5)
    #expect(large.contains(LargeFigures.rule(forLayer: 30)) && !large.contains("\"6\""))
    #expect(try site.text("ica.html").contains(#"<link rel="stylesheet" href="docgen-large.css">"#))
    #expect(!(try site.text("guide/index.html")).contains("docgen-large.css"))
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
