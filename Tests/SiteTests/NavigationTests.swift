import Diagnostics
import Testing

@testable import Site

@Suite struct NavigationTests {
  private func info(_ source: String, order: Int? = nil) -> PageInfo {
    PageInfo(
      source: source, title: PageInfo.title(ofPath: source), order: order, headings: [])
  }

  /// Entries as indented lines.
  private func outline(_ entries: [NavigationEntry], _ indent: String = "") -> [String] {
    entries.flatMap { entry in
      ["\(indent)\(entry.title) \(entry.output ?? "-")"] + outline(entry.entries, indent + "  ")
    }
  }

  @Test func foldersGiveTheTree() {
    let tree = NavigationTree(folders: [
      info("zebra.md"), info("index.md"), info("guide/b.md"), info("guide/a.md", order: 2),
      info("guide/index.md", order: 1), info("getting-started/x/y.md"),
    ])
    #expect(
      outline(tree.entries) == [
        "Index index.html", "Index guide/index.html", "  A guide/a.html", "  B guide/b.html",
        "Getting started -", "  X -", "    Y getting-started/x/y.html", "Zebra zebra.html",
      ])
    #expect(
      tree.pages.map(\.output) == [
        "index.html", "guide/index.html", "guide/a.html", "guide/b.html",
        "getting-started/x/y.html", "zebra.html",
      ])
    #expect(tree.neighbours(of: "guide/b.html").previous?.output == "guide/a.html")
    #expect(tree.neighbours(of: "guide/b.html").next?.output == "getting-started/x/y.html")
    #expect(
      tree.ancestors(of: "getting-started/x/y.html").map(\.title) == ["Getting started", "X"])
  }

  @Test func numbersInNamesCountAsNumbers() {
    let names = ["page-17.md", "page-3.md", "page-10.md", "page.md"]
    let tree = NavigationTree(folders: names.map { info($0) })
    #expect(
      tree.pages.map(\.output) == ["page-3.html", "page-10.html", "page-17.html", "page.html"])
  }

  @Test func folderWithoutIndexStandsWhereTheFirstOfItsPagesDoes() {
    let pages = [info("b.md", order: 2), info("z/a.md", order: 1), info("a.md")]
    let tree = NavigationTree(folders: pages)
    #expect(tree.pages.map(\.output) == ["z/a.html", "b.html", "a.html"])
  }

  @Test func pageThatSettingsNameTwiceIsRefused() throws {
    var configuration = Configuration()
    let entry = Configuration.Entry.page(path: "a.md", title: nil, location: Sample.at(2))
    configuration.navigation = [entry, .section(title: "More", entries: [entry])]
    let error = try #require(throws: Diagnostic.self) {
      try NavigationTree(configuration, pages: [info("a.md")])
    }
    #expect(error.code == .configuration)
  }

  @Test func translationInTheSettingsIsRefusedWithTheReason() throws {
    var configuration = Configuration()
    configuration.languages = ["en", "de"]
    configuration.navigation = [.page(path: "de/a.md", title: nil, location: Sample.at(2))]
    let error = try #require(throws: Diagnostic.self) {
      try NavigationTree(configuration, pages: [info("a.md")])
    }
    #expect(error.message == "nav names de/a.md, which is a translation of a.md")
  }

  @Test func settingsGiveTheTree() throws {
    var configuration = Configuration()
    configuration.navigation = [
      .page(path: "b.md", title: "Bee", location: Sample.at(1)),
      .section(title: "More", entries: [.page(path: "a.md", title: nil, location: Sample.at(2))]),
    ]
    // A draft that is left out has no entry.
    configuration.navigation?.append(
      .page(path: "draft.md", title: nil, location: Sample.at(3)))
    let tree = try NavigationTree(
      configuration, pages: [info("a.md"), info("b.md"), info("c.md")], drafts: ["draft.md"])
    #expect(outline(tree.entries) == ["Bee b.html", "More -", "  A a.html"])
  }

  @Test func titlesOfSettingsAreThoseOfTheLanguage() throws {
    let configuration = try Configuration(
      yaml: """
        languages: [en, de]
        nav:
          - title: { en: Alpha, de: Alfa }
            page: a.md
          - title: { en: Both, de: Beide }
            pages:
              - title: { de: Beh, en: Bee }
                page: b.md
              - See: c.md
        """, path: "docgen.yml")
    let site = try BuiltSite([
      "a.md": "# A\n", "b.md": "# B\n", "de/a.md": "# Ah\n", "c.md": "# C\n", "de/c.md": "# Ce\n",
    ]) { $0 = configuration }
    func tree(_ page: String) throws -> String {
      try site.part(of: page, from: #"id="siteNavigation""#, to: "</nav>")
        .replacing(#/<[^>]*>/#, with: " ").split(whereSeparator: \.isWhitespace).dropFirst()
        .joined(separator: " ")
    }
    #expect(try tree("a.html").contains("Alpha Both Bee See"))
    #expect(try tree("de/a.html").contains("Alfa Beide Bee nicht übersetzt Ce"))
  }

  @Test func unknownPageInSettingsSuggestsTheNearest() {
    var configuration = Configuration()
    configuration.navigation = [
      .page(
        path: "gude.md", title: nil,
        location: SourceLocation(path: "docgen.yml", line: 4, column: 5))
    ]
    #expect(
      throws: Diagnostic(
        .missingFile, "nav names gude.md, which is no page of content/",
        at: SourceLocation(path: "docgen.yml", line: 4, column: 5), hint: "did you mean guide.md?")
    ) { try NavigationTree(configuration, pages: [info("guide.md")]) }
  }
}
