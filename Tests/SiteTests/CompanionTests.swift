import Diagnostics
import Testing

@testable import Site

@Suite struct CompanionTests {
  private static let history = PageHistory([
    "index.md": 1_700_000_000, "a b.md": 1_710_000_000, "gone.md": 1,
  ])

  private static let built = Result {
    try BuiltSite(
      [
        "index.md": "---\ndescription: The <start>\n---\n# Home & more\n",
        "a b.md": "# Second\n", "c.md": "# Third\n\nWhat *comes* last, $x^2$.\n",
      ], history: Self.history
    ) {
      $0.title = "Site"
      $0.baseURL = "https://example.org/docs/"
      $0.editAddress = "https://example.org/edit/{path}"
    }
  }

  private func site() throws -> BuiltSite { try Self.built.get() }

  @Test func titlesStandPlainWhereNoFormulaCan() throws {
    let site = try BuiltSite([
      "a.md": "# The $\\delta^{(3)}$ layer\n\n## B\n",
      "b.md": "---\ntitle: On $\\R^n$\n---\n\nText.\n",
    ]) {
      $0.macros = ["\\R": "\\mathbb{R}"]
      $0.navigation = [
        .page(path: "a.md", title: nil, location: Sample.at(1)),
        .page(path: "b.md", title: "By $\\lambda$", location: Sample.at(2)),
      ]
    }
    let page = try site.text("a.html")
    #expect(page.contains("<title>The δ^(3) layer · "))
    #expect(page.contains(#"aria-current="page">The δ^(3) layer</a>"#))
    #expect(page.contains("</span> By λ</a>"))
    #expect(try site.text("b.html").contains("<title>On ℝ^n · "))
    #expect(try site.text("llms.txt").contains("- [The δ^(3) layer](a.md)\n"))
  }

  @Test(arguments: [
    ("<div><p>box</p></div><p></p><p>Text <em>is</em>.</p>", "Text is." as String?),
    ("<details><div class=\"evidence\"><p>no</p></div></details>", nil),
    ("<ul><li><p>item</p></li></ul><p>1</p><p>After</p>", "After"),
  ])
  func leadIsTheFirstParagraphOfProse(_ html: String, _ lead: String?) {
    #expect(Lead.text(of: html) == lead)
  }

  @Test func sitemapNamesEveryPageAndItsDay() throws {
    #expect(
      try site().text("sitemap.xml") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url>
        <loc>https://example.org/docs/a%20b.html</loc>
        <lastmod>2024-03-09</lastmod>
        </url>
        <url>
        <loc>https://example.org/docs/c.html</loc>
        </url>
        <url>
        <loc>https://example.org/docs/index.html</loc>
        <lastmod>2023-11-14</lastmod>
        </url>
        </urlset>

        """)
  }

  @Test func feedHoldsDatedPagesLatestFirst() throws {
    #expect(
      try site().text("feed.xml") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <id>https://example.org/docs/</id>
        <title>Site</title>
        <updated>2024-03-09T16:00:00Z</updated>
        <author>
        <name>Site</name>
        </author>
        <link href="https://example.org/docs/"/>
        <link rel="self" href="https://example.org/docs/feed.xml"/>
        <entry>
        <id>https://example.org/docs/a%20b.html</id>
        <title>Second</title>
        <updated>2024-03-09T16:00:00Z</updated>
        <link href="https://example.org/docs/a%20b.html"/>
        </entry>
        <entry>
        <id>https://example.org/docs/index.html</id>
        <title>Home &amp; more</title>
        <updated>2023-11-14T22:13:20Z</updated>
        <link href="https://example.org/docs/index.html"/>
        <summary>The &lt;start&gt;</summary>
        </entry>
        </feed>

        """)
  }

  @Test func pageSaysWhereItComesFromAndWhenItChanged() throws {
    let page = try site().text("a b.html")
    #expect(page.contains(#"<a href="https://example.org/edit/a%20b.md">Edit this page</a>"#))
    #expect(page.contains(#"<time datetime="2024-03-09T16:00:00Z">2024-03-09</time>"#))
    #expect(page.contains(#"<a href="a%20b.md">Markdown source</a>"#))
    #expect(try site().text("a b.md") == "# Second\n")
  }

  @Test func headSpeaksToSocialMedia() throws {
    let head = try BuiltSite(
      ["a.md": "---\nimage: i.png\ndescription: D\n---\n# A\n"], assets: ["i.png": ""]
    ) {
      $0.baseURL = "https://example.org/"
    }.part(of: "a.html", from: "<head>", to: "</head>")
    for line in [
      #"<meta property="og:title" content="A">"#,
      #"<meta property="og:description" content="D">"#,
      #"<meta property="og:url" content="https://example.org/a.html">"#,
      #"<meta property="og:image" content="https://example.org/i.png">"#,
      #"<meta name="twitter:card" content="summary_large_image">"#,
      #"<link rel="alternate" type="text/markdown" href="a.md">"#,
    ] { #expect(head.contains(line), "\(line)") }
  }

  @Test func indexForLanguageModelsNamesTheSources() throws {
    #expect(
      try site().text("llms.txt") == """
        # Site

        ## Pages

        - [Home & more](https://example.org/docs/index.md): The <start>
        - [Second](https://example.org/docs/a%20b.md)
        - [Third](https://example.org/docs/c.md): What comes last, $x^2$.

        """)
  }

  @Test func withoutAnAddressThereIsNeitherSitemapNorFeed() throws {
    let site = try BuiltSite(["a.md": "# A\n"], history: PageHistory(["a.md": 1]))
    #expect(!site.has("sitemap.xml"))
    #expect(!site.has("feed.xml"))
    #expect(try site.text("llms.txt").contains("- [A](a.md)"))
  }

  @Test func missingPageHoldsAtAnyAddress() throws {
    let page = try site().text("404.html")
    #expect(page.contains(#"<link rel="stylesheet" href="/docs/docgen.css">"#))
    #expect(page.contains(#"<a href="/docs/c.html">Third</a>"#))
    #expect(!page.contains("canonical"))
  }
}
