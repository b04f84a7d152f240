import Derivations
import Diagnostics
import Pages
import Testing

@testable import Site

@Suite struct SiteBuilderTests {
  private static let logo = ContentFile(
    path: "logo.svg", shownPath: "content/logo.svg", bytes: Array("<svg/>".utf8))

  private func build(
    _ pages: [SitePage], _ configuration: Configuration = Configuration(), jobs: Int = 2
  ) throws -> SiteBuilder.Site {
    try SiteBuilder(configuration, pages: pages, files: [Self.logo]).site(jobs: jobs)
  }

  private func text(_ path: String, of site: SiteBuilder.Site) throws -> String {
    let file = try #require(site.files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func sampleSiteHasItsFilesAndNoComplaints() throws {
    let site = try build(Sample.pages())
    #expect(site.diagnostics == [])
    #expect(
      site.files.map(\.path) == [
        "404.html", "claims/index.html", "docgen-blocks.css", "docgen-claims.css",
        "docgen-code.css", "docgen-folders.css", "docgen-folders.js", "docgen-index.js",
        "docgen-large.css", "docgen-reading.js",
        "docgen-search.css", "docgen-search.js", "docgen.css", "docgen.js", "docgen.svg",
        "guide/index.html", "guide/index.md", "guide/writing-pages.html",
        "guide/writing-pages.md", "ica.html", "ica.md", "index.html", "index.md", "llms.txt",
        "logo.svg", "vendor/lunr/lunr.min.js",
      ])
    try expectGolden(text("guide/writing-pages.html", of: site), "page.html")
  }

  @Test func sameInputGivesTheSameBytes() throws {
    let pages = try Sample.pages()
    let once = try build(pages, jobs: 1)
    let again = try build(pages.reversed(), jobs: 3)
    #expect(once.files == again.files)
  }

  @Test func resultsStandInTheirPlaces() throws {
    let html = try text("ica.html", of: try build(Sample.pages()))
    #expect(html.contains(#"<section class="derive" aria-label="Derivation ica">"#))
    #expect(!html.contains("gradient F wrt W</code>"))
    #expect(html.contains(#"<div class="marks"><details class="verdict mark-proved""#))
    #expect(html.contains(#"</math><details class="verdict mark-refuted""#))
    #expect(html.contains(#"<a href="index.html">the start</a>"#))
    #expect(!html.contains("<!--block"))
    #expect(!html.contains("<p></p>"))
  }

  @Test func nothingIsInline() throws {
    let html = try text("ica.html", of: try build(Sample.pages()))
    #expect(!html.contains(" style="))
    #expect(!html.contains("<style"))
    #expect(!html.contains(" onclick="))
    #expect(!html.contains("<script>"))
  }

  @Test(arguments: ["javascript:x", "VBScript:x", "data:text/html,x", "file:///x"])
  func linkThatMayRunCodeIsAnErrorAndStaysText(_ address: String) throws {
    let site = try BuiltSite(["a.md": "# A\n\n[a *b*](\(address))\n"])
    #expect(site.site.diagnostics.map(\.code) == [.brokenLink])
    #expect(try site.text("a.html").contains("<p>a <em>b</em>"))
  }

  @Test func hostileTextIsEscaped() throws {
    let markdown = """
      ---
      title: '<script>alert(1)</script>'
      description: '"><script>'
      ---

      ## <script>x</script> heading

      $\\text{<script>}$ `<script>` [a](javascript:alert(1)) <script>alert(2)</script>
      """
    var configuration = Configuration()
    configuration.title = "<script>"
    let page = try Sample.page("a.md", markdown)
    let html = try text("a.html", of: try build([page], configuration))
    #expect(html.ranges(of: "<script").count == 2)
    #expect(!html.contains("javascript:"))
    #expect(html.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"))
  }

  @Test func unreadableFormulaIsPlacedAndOtherPagesStillCome() throws {
    let pages = [
      try Sample.page("a.md", "# A\n\nText $x + \\foo$ and\n\n> ```math\n> a\n> + }\n> ```\n"),
      try Sample.page("b.md", "# B\n\nFine $x$.\n"),
    ]
    let site = try build(pages)
    #expect(
      site.diagnostics.map(described) == [
        #"content/a.md:3:11 formula formula cannot be read: undefined control sequence: \foo"#,
        """
        content/a.md:7:5 formula formula cannot be read: expected the end of the formula, got '}'
        """,
      ])
    #expect(try text("b.html", of: site).contains("<mi>x</mi>"))
    #expect(
      try text("a.html", of: site).contains(#"<code class="formula-source">x + \foo</code>"#))
  }

  @Test func brokenLinksOfAllPagesAreReportedInOrder() throws {
    let pages = [
      try Sample.page("b.md", "# B\n\n[x](a.md#tops) ![y](logo.png)\n"),
      try Sample.page("a.md", "# Top\n\n[x](c.md)\n"),
    ]
    #expect(
      try build(pages).diagnostics.map(described) == [
        "content/a.md:3:1 broken-link the link to c.md leads nowhere; did you mean a.md?",
        "content/b.md:3:1 broken-link a.md has no heading #tops; did you mean #top?",
        "content/b.md:3:16 broken-link the link to logo.png leads nowhere; did you mean logo.svg?",
      ])
  }

  @Test func missingIndexIsGenerated() throws {
    let site = try build([Sample.page("a.md", "# A & B\n")])
    #expect(try text("index.html", of: site).contains(#"<a href="a.html">A &amp; B</a>"#))
  }

  @Test func draftsAreLeftOutUnlessAskedFor() throws {
    let page = try Sample.page("a.md", "---\ndraft: true\n---\n# A\n")
    let site = try SiteBuilder(Configuration(), pages: [page], files: []).site()
    #expect(!site.files.contains { $0.path == "a.html" })
    let draft = try SiteBuilder(Configuration(), pages: [page], files: [], drafts: true).site()
    #expect(draft.files.contains { $0.path == "a.html" })
  }

  @Test(arguments: [
    ("# A\n\nPress <a id=b>x</a>.\n", 3), ("# A\n\n<div>\nx\n</div>\n", 3),
    ("# A\n\n<!-- note -->\n\n> | a |\n> |---|\n> | <b class=c>x</b> |\n", 7),
  ])
  func htmlThatIsLeftOutIsTold(_ markdown: String, _ line: Int) throws {
    let told = try build([try Sample.page("a.md", markdown)]).diagnostics
    #expect(told.map(\.code) == [.rawHTML])
    #expect(told.map(\.severity) == [.warning])
    #expect(told.map(\.location?.line) == [line])
  }

  @Test func addressesInHTMLAreCheckedAndRewrittenWhereItPasses() throws {
    let site = try BuiltSite(
      ["a.md": "<a href=\"b.md?x&amp;y#c\">b</a>\n\n<img src='logos.png'>\n", "b.md": "# C\n"],
      assets: ["logo.png": ""]
    ) { $0.rawHTML = true }
    #expect(try site.text("a.html").contains("<a href=\"b.html?x&amp;y#c\">"))
    #expect(
      site.site.diagnostics.map(described) == [
        "content/a.md:3:11 broken-link the link to logos.png leads nowhere; did you mean logo.png?"
      ])
  }

  @Test func refusedCommandsAndBlanksInsideDollarsHaveAWayOut() throws {
    let page = try Sample.page("a.md", #"# A\#n\#nSee $\href{b}{x}$ and $ x^2 $.\#n"#)
    let told = try build([page]).diagnostics
    #expect(told.map(\.severity) == [.error, .warning])
    #expect(told.map { $0.hint?.contains("[$x$](address)") } == [true, false])
  }

  @Test func headingWrittenAsHTMLIsThePagesOwnWhereItPasses() throws {
    func headings(_ passes: Bool) throws -> Int {
      let site = try BuiltSite(["a.md": "<h1>A</h1>\n"]) { $0.rawHTML = passes }
      return try site.text("a.html").matches(of: #/<h1/#).count
    }
    #expect(try headings(true) == 1)
    #expect(try headings(false) == 1)
  }

  @Test func commentsAreNoHTMLAndWhatPassesIsNotTold() throws {
    let comment = try Sample.page("a.md", "# A\n\n<!-- x -->\n\ny <!-- z -->\n")
    #expect(try build([comment]).diagnostics == [])
    let site = try BuiltSite(["a.md": "<kbd>x</kbd>\n"]) { $0.rawHTML = true }
    #expect(site.site.diagnostics == [])
  }

  @Test func twoFilesOfOneNameAreRefused() throws {
    let pages = [try Sample.page("404.md", "# x\n")]
    #expect(
      throws: Diagnostic(
        .duplicatePage, "two files of the site would be 404.html",
        hint: "404.md becomes 404.html; rename or remove one of the files that lead to it")
    ) { try build(pages) }
  }

  @Test func contentsShowTheFormulasOfHeadings() throws {
    let site = try build([Sample.page("a.md", "# A\n\n## The *sum* of $x$ & <y>\n")])
    let html = try text("a.html", of: site)
    #expect(html.contains(##"<a href="#the-sum-of-x--">The sum of <math"##))
    #expect(html.contains("</math> &amp; </a>"))
  }

  @Test func displayFormulaEndsItsParagraph() throws {
    let site = try build([Sample.page("a.md", "# A\n\nBefore *and $$x$$ after* it.\n")])
    let html = try text("a.html", of: site)
    #expect(html.contains("<p>Before <em>and </em></p><div class=\"formula\"><math"))
    #expect(html.contains("</div>\n<p><em> after</em> it.</p>"))
  }

  @Test func katexPagesComeWithStylesheetAndFonts() throws {
    var configuration = Configuration()
    configuration.math = .katex
    let site = try build([Sample.page("a.md", "# A\n\n$x$\n")], configuration)
    #expect(site.files.contains { $0.path == "vendor/katex/katex.min.css" })
    #expect(site.files.contains { $0.path == "vendor/katex/fonts/KaTeX_Math-Italic.woff2" })
    let html = try text("a.html", of: site)
    #expect(html.contains(#"<link rel="stylesheet" href="vendor/katex/katex.min.css">"#))
    #expect(html.contains("katex-html"))
  }
}
