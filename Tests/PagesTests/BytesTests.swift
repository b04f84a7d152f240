import Testing

@testable import Pages

@Suite struct BytesTests {
  @Test(arguments: [
    ([0x61, 0x0A, 0x62, 0xE9, 0x0A], "p.md:2:2", "E9"),
    ([0xFF, 0xFE, 0x61, 0x00], "p.md:1:1", "FF"),
    ([0x61, 0xE2, 0x88], "p.md:1:2", "E2"),
    ([0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A, 0xC0, 0x80], "p.md:2:1", "C0"),
    ([0x61, 0x62, 0xED, 0xA0, 0x80], "p.md:1:3", "ED"),
  ])
  func bytesThatAreNotUTF8AreNamed(_ bytes: [UInt8], _ place: String, _ byte: String) {
    #expect(
      failure(bytes)
        == "\(place): not-utf8: the file is not UTF-8: no character starts with or goes on by byte "
        + "0x\(byte); hint: save the file as UTF-8")
  }

  @Test func byteOrderMarkAndLineEndsOfOtherSystemsAreReadAway() throws {
    let unix = "---\ntitle: a\n---\n# b\n\n```\nc\n```\n`d`\n"
    let windows =
      "\u{FEFF}"
      + unix.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let old = unix.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r")
    let expected = try page(unix)
    #expect(try page(windows) == expected)
    #expect(try page(old) == expected)
    #expect(expected.source == unix)
    #expect(expected.frontMatter.title == "a")
  }

  @Test func zeroBytesAreReplacedAndMoveNothing() throws {
    let page = try page("a\0b `c\0d` $e\0$ `f`\n")
    #expect(
      dump(page) == """
        1:5-1:10 code [c\u{FFFD}d] 1:6-1:9
        1:11-1:15 inline [e\u{FFFD}] 1:12-1:14
        1:16-1:19 code [f] 1:17-1:18
        """)
    #expect(
      page.html() == """
        <p>a\u{FFFD}b <code>c\u{FFFD}d</code> <span class="math">e\u{FFFD}</span> <code>f</code></p>

        """)
  }

  @Test(arguments: [0, 1, 2]) func aPageWithoutTextHasNoPieces(_ count: Int) throws {
    let page = try page(String(repeating: "\n", count: count))
    #expect(page.pieces.isEmpty)
    #expect(page.html() == "")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      (">", 10_000), ("[", 50_000), ("![", 20_000), ("*a ", 50_000), ("$", 50_000), ("$$ ", 50_000),
      ("$a ", 50_000), ("$`", 50_000), ("\\$", 50_000), ("`", 50_000), ("- ", 2_000),
      ("<!--", 20_000),
      ("[a](", 20_000), ("**a", 20_000), ("| ", 20_000), ("&", 50_000), ("# ", 20_000),
    ])
  func deepNestingEndsInTime(_ part: String, _ count: Int) throws {
    let text = String(repeating: part, count: count) + "x"
    let page = try page(text)
    #expect(page.html(headingIDs: false).utf8.count > 0)
    #expect(misplaced(page).isEmpty)
  }

  @Test(.timeLimit(.minutes(1)))
  func longPagesTakeLinearTime() throws {
    let part =
      "# a\n\n<!-- check -->\n\n| $b$ | `c` |\n|---|---|\n| d | e |\n\n$$\nf\n$$ [g](h)\n\n"
    let page = try page(String(repeating: part, count: 3_000))
    #expect(page.pieces.count == 21_000)
    #expect(page.html().utf8.count > 300_000)
  }
}
