import Diagnostics
import Pages
import Testing

@testable import Site

@Suite struct LabelTests {
  private func build(_ pages: [(String, String)]) throws -> SiteBuilder.Site {
    try SiteBuilder(
      Configuration(), pages: pages.map { try Sample.page($0.0, $0.1) },
      files: [ContentFile(path: "a.png", shownPath: "content/a.png", bytes: [])]
    ).site()
  }

  private func text(_ path: String, of site: SiteBuilder.Site) throws -> String {
    let file = try #require(site.files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private static let page = #"""
    # A

    See @eq-cost, @eq:two, @thm-x, [a @fig-y](b.md), @tab-z and @eq-far.

    $$a = b \label{eq-cost}$$

    $$\begin{align} c &= d \label{eq:one} \\ e &= f \label{two} \end{align}$$

    $$g \tag{$*$} \label{eq-star}$$

    $$\begin{gather} p = \begin{pmatrix} 1 \\ 2 \end{pmatrix} \\ q = r \tag{T} \end{gather}$$

    > **Definition.** D.

    <!-- label: thm-x -->

    > **Theorem (N).** T by @eq-star.

    > **Proof.** P.

    <!-- label: y -->
    ![i](a.png "Caption & *more* $x$")

    <!-- label: z, Rates -->
    <!-- check: skip, no claims -->

    | a |
    |---|
    | b |
    """#
  private static let other = "# B\n\n$$h \\label{eq-far}$$\n"

  @Test(arguments: [
    ##"<a class="reference" href="#eq-cost">Equation 1</a>"##,
    ##"<a class="reference" href="#eq-two">Equation 3</a>"##,
    ##"<a class="reference" href="#thm-x">Theorem 2</a>"##, #"<a href="b.html">a Figure 1</a>"#,
    ##"<a class="reference" href="#tab-z">Table 1</a>"##,
    ##"<a class="reference" href="b.html#eq-far">Equation 1 (B)</a>"##,
    ##"<a class="reference" href="#eq-star">Equation $*$</a>"##,
    #"<div class="equation" id="eq-cost"><div class="formula">"#,
    #"<span class="number">(1)</span>"#, #"<mtext>(3)</mtext>"#,
    #"<mtd class=fill></mtd><mtd><mtext>(T)</mtext><mspace height=.84em depth=.36em>"#,
    #"<strong class="callout-title">Definition 1.</strong>"#,
    #"<div class="callout theorem" id="thm-x">"#,
    #"<strong class="callout-title">Theorem 2 (N).</strong>"#,
    #"<strong class="callout-title">Proof.</strong>"#,
    #"<figure class="picture" id="fig-y"><img src="a.png" alt="i">"#,
    #"<span class="label">Figure 1. </span>Caption &amp; <em>more</em> <math"#,
    #"<span class="label">Table 1. </span>Rates</figcaption>"#,
  ])
  func placesAreNumberedAndReferredTo(markup: String) throws {
    let site = try build([("a.md", Self.page), ("b.md", Self.other)])
    #expect(site.diagnostics == [])
    #expect(try text("a.html", of: site).contains(markup))
  }

  /// KaTeX sets tags at the right, and would number the rows a second time.
  @Test(arguments: [
    (#"\begin{align} a &= b \label{p} \\ c &= d \end{align}"#, #"\tag{1}"#),
    (#"\begin{align*} a &= b \\ c &= d \label{p} \end{align*}"#, #"\tag{1}"#),
    (#"\begin{eqnarray} a &=& b \label{p} \\ c &=& d \tag{T} \end{eqnarray}"#, #"\tag{T}"#),
  ])
  func rowsInHTMLHaveTagsOfKaTeX(_ tex: String, _ tag: String) throws {
    let site = try BuiltSite(["a.md": "# A\n\n$$\(tex)$$\n"]) { $0.math = .katex }
    #expect(site.site.diagnostics == [])
    let page = try site.text("a.html")
    #expect(page.contains(tag) && page.contains(#"<span class="tag">"#))
  }

  /// KaTeX would number each row of its own accord.
  @Test(arguments: [
    #"\begin{align} a &= b \\ c &= d \end{align}"#, #"\begin{equation} a = b \end{equation}"#,
    #"\begin{gather} a \\ b \\ \end{gather}"#,
    #"\begin{equation} a = b \label{q} \end{equation}"#,
  ])
  func rowsInHTMLWithoutLabelHaveNoNumber(_ tex: String) throws {
    let site = try BuiltSite(["a.md": "# A\n\n$$\(tex)$$\n"]) { $0.math = .katex }
    #expect(site.site.diagnostics == [])
    let page = try site.text("a.html")
    #expect(page.contains("katex-display") && !page.contains("eqn-num"))
  }

  @Test func placesOnOtherPagesHaveAPreview() throws {
    let site = try build([("a.md", Self.page), ("b.md", Self.other)])
    let previews = try text("docgen-previews.js", of: site)
    #expect(previews.hasPrefix(##"docgenPreviews({"b.html#eq-far":"<div class=\"equation\" "##))
    #expect(previews.contains("<mi>h</mi>"))
    #expect(!(try build([("b.md", Self.other)])).files.contains { $0.path == "docgen-previews.js" })
  }

  @Test(arguments: [
    (
      "See @eq-cots.\n\n$$a \\label{eq-cost}$$\n",
      "content/a.md:1:5 unknown-label no page has the label eq-cots; did you mean @eq-cost?"
    ),
    (
      "<!-- label: thm-x -->\n> **Lemma.** y\n",
      "content/a.md:1:6 unknown-label the label of a lemma begins with lem-: this one is lem-thm-x; "
        + "write lem-x"
    ),
    (
      "See @thm-none-at-all.\n",
      "content/a.md:1:5 unknown-label no page has the label thm-none-at-all; "
        + "write \\label{thm-none-at-all} in an equation, "
        + "or <!-- label: thm-none-at-all --> above a block"
    ),
    (
      "$$a \\label{x}$$\n\n$$\nb\n\\label{eq:x}\n$$\n",
      "content/a.md:5:1 duplicate-label the label eq-x stands twice on this page; "
        + "give each place a label of its own"
    ),
    (
      "## Eq x\n\n$$a \\label{eq-x}$$\n",
      "content/a.md:3:5 duplicate-label the label eq-x is also the anchor of a heading of this page; "
        + "give each place a label of its own"
    ),
    (
      "See @eq-twice.\n",
      "content/a.md:1:5 duplicate-label the label eq-twice stands on b.md and c.md; "
        + "give each place a label of its own"
    ),
    (
      "$$\\begin{align} a &= b \\label{k} \\\\ c &= \\foo \\label{l} \\end{align}$$\n",
      #"content/a.md:1:42 formula formula cannot be read: undefined control sequence: \foo"#
    ),
  ])
  func wrongLabelIsAnErrorAtItsPlace(markdown: String, message: String) throws {
    let twice = "$$a \\label{eq-twice}$$\n"
    let site = try build([("a.md", markdown), ("b.md", twice), ("c.md", twice)])
    let messages = site.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.path):\($0.line):\($0.column) " } ?? ""
      return place + "\(diagnostic.code.rawValue) \(diagnostic.message)"
        + (diagnostic.hint.map { "; \($0)" } ?? "")
    }
    #expect(messages == [message])
  }

  @Test(arguments: [
    ("<div id=\"x\"><div>a</div>b</div>c", "<div id=\"x\"><div>a</div>b</div>"),
    (
      "<divx></divx><p><span class=\"k\" id=\"x\"></span></p>", "<span class=\"k\" id=\"x\"></span>"
    ),
    ("<p id=\"y\"></p>", ""), ("<div id=\"x\"><div>", ""),
  ])
  func elementIsFoundWithAllItHolds(html: String, element: String) {
    #expect(Previews.element("x", in: html).map(String.init) ?? "" == element)
  }

  @Test func codeIsColoured() throws {
    let site = try build([
      ("a.md", "```python\ndef f(x): pass\n```\n\n```nolang\n<b>\n```\n\n    plain\n")
    ])
    let html = try text("a.html", of: site)
    #expect(html.contains(#"<pre><code class="language-python"><span class="hljs-keyword">"#))
    #expect(html.contains(#"<pre><code class="language-nolang">&lt;b&gt;"#))
  }

  @Test(arguments: [
    ("![a](a.png)", "give the image a title"), ("para", "it stands directly above a display"),
    ("> **Proof.** P.", "a proof has no number"),
  ])
  func labelThatNothingCarriesIsToldOf(_ below: String, _ hint: String) throws {
    let found = try build([("a.md", "# A\n\n<!-- label: fig-x -->\n\n\(below)\n")]).diagnostics
    #expect(found.map(\.message) == ["nothing below can carry this label"])
    #expect(found[0].hint?.hasPrefix(hint) == true && found[0].severity == .warning)
  }
}
