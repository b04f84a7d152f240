import Testing

@testable import Site

@Suite struct MarkupMendTests {
  private func html(_ markdown: String) throws -> String {
    let site = try SiteBuilder(
      Configuration(), pages: [Sample.page("a.md", "# A\n\n" + markdown)], files: []
    ).site()
    let page = try #require(site.files.first { $0.path == "a.html" })
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test func cellsAreAlignedByClass() throws {
    let page = try html("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n")
    #expect(page.contains(#"<th class="align-left">a</th>"#))
    #expect(page.contains(#"<td class="align-center">2</td>"#))
    #expect(page.contains(#"<td class="align-right">3</td>"#))
    #expect(!page.contains("align=\""))
  }

  @Test(arguments: ["--", ":--", ":-:", "--:"])
  func emptyCornerIsNoHeader(_ alignment: String) throws {
    let page = try html("|  | b |\n|\(alignment)|---|\n| 1 | 2 |\n")
    #expect(page.contains("<td></td>\n<th>b</th>"))
  }

  @Test func boxOfATaskHasAName() throws {
    let page = try html("- [ ] a\n- [x] b\n")
    #expect(page.ranges(of: #"type="checkbox" aria-label="task""#).count == 2)
  }

  @Test func signAtTheEndOfAProofIsTheOnlyOne() throws {
    let page = try html("> **Proof.** Clear. ∎\n")
    #expect(page.contains(#"<span class="qed">∎</span></p>"#))
  }

  @Test func writtenAttributesStayText() throws {
    let page = try html("Write `<td align=\"left\">`.\n")
    #expect(page.contains("&lt;td align=&quot;left&quot;&gt;"))
  }
}
