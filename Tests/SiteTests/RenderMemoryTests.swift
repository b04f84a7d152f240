import Derivations
import Diagnostics
import Pages
import Testing

@testable import Site

/// Sites that are built with what is known from before.
@Suite struct RenderMemoryTests {
  /// What is on the disk at one moment.
  private struct Content {
    var pages = [
      "index.md": "# Home\n\nSee [A](a.md#deltas), @eq-cost and [@ng2011].\n",
      "a.md": "# A\n\n## Deltas\n\n$$J = x \\label{cost}$$\n\nSome text.\n",
      "b.md": """
      # B

      ```derive b
      W : (k, n)
      x : (n, m)
      F = norm2(W*x)^2
      network F
      gradient F wrt W = 2*W*x*x'
      ```
      """,
      "de/a.md": "# Ah\n\n@eq-cost\n", "c.md": "---\ndraft: true\n---\n# C\n",
    ]
    var files = [
      "works.bib": "@book{ng2011, title = {Learning}, author = {Ng, A.}, year = 2011}",
      "note.txt": "x",
    ]
    var theme: [String: String] = [:]
    var configuration = Configuration()
    var history = PageHistory()

    init() {
      configuration.languages = ["en", "de"]
      configuration.bibliography = .init(
        path: "works.bib", location: SourceLocation(path: "docgen.yml", line: 1, column: 1))
    }

    func site(_ memory: RenderMemory? = nil) throws -> SiteBuilder.Site {
      func files(_ texts: [String: String], in folder: String = "") -> [ContentFile] {
        texts.sorted { $0.key < $1.key }.map {
          ContentFile(
            path: folder + $0.key, shownPath: "content/\(folder)\($0.key)",
            bytes: Array($0.value.utf8))
        }
      }
      let pages = try pages.sorted { $0.key < $1.key }.map { path, text in
        let page = try Page(path: "content/" + path, bytes: Array(text.utf8))
        return SitePage(source: path, page: page, result: PageChecker.check(page))
      }
      return try SiteBuilder(
        configuration, pages: pages, files: files(self.files),
        theme: files(theme, in: Theme.folder), history: history
      ).site(jobs: 1, memory: memory)
    }
  }

  /// One after the other, each on top of those before.
  private static let changes: [(String, @Sendable (inout Content) -> Void)] = [
    ("nothing", { _ in }),
    ("text", { $0.pages["a.md"]? += "More.\n" }),
    ("title", { $0.pages["a.md"] = "# Alpha\n\n## Deltas\n\n$$J = x \\label{cost}$$\n" }),
    ("heading", { $0.pages["a.md"]?.replace("## Deltas", with: "## Gradients") }),
    ("number", { $0.pages["a.md"]?.replace("## Grad", with: "$$y \\label{first}$$\n\n## Grad") }),
    ("claim", { $0.pages["b.md"]?.replace("= 2*W*x*x'", with: "= W*x*x'") }),
    ("text above a claim", { $0.pages["b.md"]?.replace("# B\n", with: "# B\n\nText.\n") }),
    ("work", { $0.files["works.bib"]?.replace("2011}", with: "2012}") }),
    ("file", { $0.files["other.txt"] = "y" }),
    ("bytes of a file", { $0.files["note.txt"] = "z" }),
    ("page", { $0.pages["d.md"] = "# D\n" }),
    ("page that is gone", { $0.pages["a.md"] = nil }),
    ("draft", { $0.pages["c.md"] = "# C\n" }),
    ("former address", { $0.pages["d.md"] = "---\naliases: [old.html]\n---\n# D\n" }),
    ("template", { $0.theme["footer.hbs"] = "<p>{{siteTitle}}</p>" }),
    ("style", { $0.theme["custom.css"] = "p{}" }),
    ("title of the site", { $0.configuration.title = "Other" }),
    ("macros", { $0.configuration.macros = [#"\R"#: "R"] }),
    ("history", { $0.history = PageHistory(["d.md": 1_000_000_000]) }),
    ("raw HTML", { $0.configuration.rawHTML = true }),
  ]

  @Test func siteIsThatOfAFullBuildAfterEveryChange() throws {
    let memory = RenderMemory()
    var content = Content()
    for (name, change) in Self.changes {
      change(&content)
      let (known, whole) = (try content.site(memory), try content.site())
      #expect(known.files == whole.files, "\(name)")
      #expect(known.diagnostics == whole.diagnostics, "\(name)")
    }
  }

  /// Which pages are rendered again.
  @Test(arguments: [
    ("# A\n\nMore.\n", ["a.html"]), ("# A\n\nText.\n", []),
    ("# Alpha\n\nText.\n", ["a.html", "b.html"]),
    ("# A\n\nText.\n\n## New\n", ["a.html", "b.html"]),
  ])
  func onlyWhatAChangeReachesIsRendered(text: String, outputs: [String]) throws {
    let memory = RenderMemory()
    func rendered(_ text: String) throws -> [String] {
      let pages = try [Sample.page("a.md", text), Sample.page("b.md", "# B\n")]
      var faults: [Diagnostic] = []
      let theme = try Theme([], faults: &faults)
      let plan = SitePlan(Configuration(), pages: pages, assets: [], theme: theme)
      var made: [String] = []
      _ = try memory.pages(
        pages.map(PageSource.page), SharedPlan(plan, assets: [], theme: [], drafts: [])
      ) { sources in
        made = sources.map(\.output)
        return made.map { RenderedPage(file: OutputFile(path: $0, text: "")) }
      }
      return made
    }
    #expect(try rendered("# A\n\nText.\n") == ["a.html", "b.html"])
    #expect(try rendered(text) == outputs)
  }
}
