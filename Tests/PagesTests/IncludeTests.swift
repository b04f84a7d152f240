import Diagnostics
import Testing

@testable import Pages

@Suite struct IncludeTests {
  /// A page `p.md` in a folder of files.
  private func page(_ text: String, _ files: [String: String]) throws -> Page {
    try Page(path: "content/p.md", bytes: Array(text.utf8), source: "p.md") {
      path, from, location throws(Diagnostic) in
      guard let file = files[path] else {
        throw Diagnostic(.missingFile, "there is no \(path) from \(from)", at: location)
      }
      return IncludedFile(path: path, shownPath: "content/" + path, bytes: Array(file.utf8))
    }
  }

  /// The kinds and places of the pieces, a line each.
  private func places(_ page: Page) -> [String] {
    page.pieces.compactMap { piece in
      switch piece.kind {
      case .heading(let heading): "\(heading.text) \(piece.location)"
      case .formula(let formula): "\(formula.tex.text) \(formula.tex.location(at: 0))"
      case .link(let link): "\(link.text) \(piece.location)"
      case .fence(let fence): "\(fence.word) \(fence.text.location(at: 0))"
      default: nil
      }
    }
  }

  @Test func piecesKnowWhereTheyWereWritten() throws {
    let page = try page(
      """
      ---
      title: T
      ---
      # One

      <!-- include: part.md -->

      After $y$.
      """,
      ["part.md": "---\ntitle: no\n---\n## Two\n\nText [a](b) and $x$.\n"])
    #expect(
      places(page) == [
        "One content/p.md:4:1", "Two content/part.md:4:1", "a content/part.md:6:6",
        "x content/part.md:6:18", "y content/p.md:8:8",
      ])
    #expect(page.included.keys.sorted() == ["content/part.md"])
    #expect(page.written.contains("<!-- include"))
    #expect(!page.html().contains("title: no"))
  }

  @Test func otherFilesStandAsCode() throws {
    let page = try page(
      "<!-- include: a.py lines=2-3 -->\n", ["a.py": "one\ntwo ```\nthree\nfour\n"])
    #expect(
      page.html()
        == "<pre><code class=\"language-py\">two ```\nthree\n</code></pre>\n")
    #expect(places(page) == ["py content/a.py:2:1"])
  }

  @Test(arguments: ["a\nb\n", "a\nb", "a\n\n", "", "\n"])
  func wholeFileStandsAsItIs(_ text: String) throws {
    let page = try page("<!-- include: a.txt -->\n", ["a.txt": text])
    let code = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    #expect(page.html() == "<pre><code class=\"language-txt\">\(code)</code></pre>\n")
  }

  @Test(arguments: [
    "```\n<!-- include: a.md -->\n```\n", "~~~~\n```\n<!-- include: a.md -->\n~~~~\n",
    "Text <!-- include: a.md --> more\n", "`<!-- include: a.md -->`\n",
    "    <!-- include: a.md -->\n",
  ])
  func elsewhereALineIsText(_ text: String) throws {
    let page = try page(text, ["a.md": "# Included\n"])
    #expect(!page.html().contains("Included"))
    #expect(page.included.isEmpty)
  }

  @Test func includesMayInclude() throws {
    let page = try page(
      "<!-- include: a.md -->\n# End\n",
      ["a.md": "# A\n<!-- include: b.md -->\n# A2\n", "b.md": "# B\n"])
    #expect(
      places(page) == [
        "A content/a.md:1:1", "B content/b.md:1:1", "A2 content/a.md:3:1", "End content/p.md:2:1",
      ])
  }

  @Test func fenceLeftOpenEndsWithItsFile() throws {
    let page = try page("<!-- include: a.md -->\n# End\n", ["a.md": "```swift\nlet a = 1\n"])
    #expect(places(page) == ["swift content/a.md:2:1", "End content/p.md:2:1"])
  }

  @Test(
    arguments: [
      (
        "x\n<!-- include: b.md -->\n", [:],
        "content/p.md:2:15 missing-file there is no b.md from p.md"
      ),
      (
        "<!-- include: a.md -->\n", ["a.md": "x\n<!-- include: a.md -->\n"],
        "content/a.md:2:15 too-deep a.md includes itself"
      ),
      (
        "<!-- include: p.md -->\n", ["p.md": ""], "content/p.md:1:15 too-deep p.md includes itself"
      ),
      (
        "<!-- include: a.md lines=3-9 -->\n", ["a.md": "x\n"],
        "content/p.md:1:15 missing-file a.md has only 1 line"
      ),
      (
        "<!-- include: a.md lines=2-2 -->\n", ["a.md": "x\n"],
        "content/p.md:1:15 missing-file a.md has only 1 line"
      ),
      (
        "<!-- include: a.md lines=2-1 -->\n", ["a.md": "x\n"],
        "content/p.md:1:15 syntax lines=2-1 names no lines"
      ),
      (
        "<!-- include: a.md lines=x -->\n", ["a.md": "x\n"],
        "content/p.md:1:15 syntax lines=x names no lines"
      ),
    ] as [(String, [String: String], String)])
  func wrongIncludeIsRefusedAtItsPlace(
    _ text: String, _ files: [String: String], _ message: String
  ) throws {
    let error = try #require(throws: Diagnostic.self) { try page(text, files) }
    #expect(
      "\(error.location.map { "\($0)" } ?? "") \(error.code.rawValue) \(error.message)" == message)
  }

  @Test func doublingIncludesMeetABound() throws {
    var files: [String: String] = [:]
    for level in 0..<12 {
      files["\(level).md"] = String(repeating: "<!-- include: \(level + 1).md -->\n", count: 10)
    }
    files["12.md"] = "text\n"
    let error = try #require(throws: Diagnostic.self) {
      try page("<!-- include: 0.md -->\n", files)
    }
    #expect(error.code == .tooLarge)
  }

  @Test func allThatCannotBeIncludedIsToldAtOnce() throws {
    let text = "---\ntitel: a\n---\n<!-- include: a.md -->\n\n<!-- include: b.md -->\n"
    let error = try #require(throws: Diagnostic.self) {
      try page(text, ["b.md": "<!-- include: b.md -->\n\n<!-- include: c.md -->\n"])
    }
    let places = error.each.map { $0.location.map(String.init(describing:)) ?? "" }
    #expect(
      places == ["content/b.md:1:15", "content/b.md:3:15", "content/p.md:2:1", "content/p.md:4:15"])
  }
}
