import Diagnostics
import Pages
import Testing

@testable import Site

/// What the line behind a fence says, and what becomes of the code.
@Suite struct CodeBlockTests {
  @Test(arguments: [
    (#"python title="a b.py" {2,4-5}"#, "python", "a b.py", [2, 4, 5]),
    (#"swift{1} title=x.swift hl_lines="3""#, "swift", "x.swift", [1, 3]),
    ("hl_lines='1 2-3'", "", nil, [1, 2, 3]), ("c", "c", nil, []), ("", "", nil, []),
    ("c {5-2} {a} title=", "c", nil, []), ("c {1-99999999}", "c", nil, []),
    (#"js subtitle="no""#, "js", nil, []),
  ])
  func optionsAreReadInAnyOrder(
    _ info: String, _ language: String, _ title: String?, _ lines: [Int]
  )
    throws
  {
    let page = try Page(path: "content/a.md", bytes: Array("```\(info)\nx\n```\n".utf8))
    guard case .fence(let fence) = try #require(page.pieces.first).kind else { return }
    let options = CodeOptions(fence)
    #expect(options.language == language)
    #expect(options.title == title)
    #expect(options.lines.sorted() == lines)
  }

  @Test(arguments: [
    ("a\nb\n", [2], "a\n<mark>b\n</mark>"), ("a\nb", [2], "a\n<mark>b</mark>"),
    ("a\n", [1, 2, 9], "<mark>a\n</mark>"), ("a\n", [], "a\n"),
    (
      "<span x>a\nb\nc</span>\n", [2],
      "<span x>a\n</span><mark><span x>b</span>\n</mark><span x>c</span>\n"
    ),
  ])
  func markedLinesHaveWholeTags(_ markup: String, _ lines: [Int], _ marked: String) {
    #expect(MarkedLines.marked(markup, Set(lines)) == marked)
  }

  @Test func titleStandsAboveTheCode() throws {
    let site = try BuiltSite(["a.md": "```c title=\"a<b\"\nint x;\n```\n"])
    let text = try site.text("a.html")
    #expect(text.contains(#"<figure class="listing"><figcaption>a&lt;b</figcaption>"#))
    #expect(text.contains(#"href="docgen-code.css""#))
  }
}
