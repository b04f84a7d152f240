import Testing

@testable import Pages

@Suite struct FuzzTests {
  /// What Markdown gives a meaning to, in pieces that often meet.
  static let parts = [
    "`", "``", "```\n", "~~~ a b\n", "*", "**", "_", "[", "]", "(", ")", "![", "](a)", "](b\n'c')",
    "<",
    ">", "\n> ", "\n- ", "\n  ", "\n\n", "\n", "  \n", "\\\n", "\\", "|", "\\|",
    "\n| a | b |\n|---|---|\n",
    "\n|", "#", "\n# ", "\n===\n", "\n---\n", "&amp;", "&", "<b>", "<!--", "-->", "<!-- a -->",
    "[a]: b\n",
    "[^1]", "\n[^1]: ", "~~", "www.a.b", "http://c.d", "e@f.g", "\t", " ", "a", "é", "1", "1. ",
    "[x] ",
    "\0", "\n    ", "\r\n", "\"", "'", "!", ":", "=", "-", "+",
  ]

  static func text(_ seed: UInt64, _ parts: [String]) -> String {
    var random = SplitMix(state: seed)
    let count = Int.random(in: 1...40, using: &random)
    return (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
  }

  @Test func withoutDollarsAPageRendersAsPlainGFM() throws {
    for seed in 0..<8_000 {
      let text = Self.text(UInt64(seed), Self.parts)
      let page = try page("\n" + text)
      let body = page.source
      #expect(
        page.html(headingIDs: false) == plainHTML(body), "seed \(seed): \(text.debugDescription)")
      #expect(
        page.html(rawHTML: true, headingIDs: false) == plainHTML(body, rawHTML: true),
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test func everyPieceStandsWhereItSays() throws {
    let parts = Self.parts + ["$", "$$", "$x$", "$$ a\n", "$`", "`$", "\\$", "$", "$$"]
    for seed in 0..<20_000 {
      let text = Self.text(UInt64(seed), parts)
      let page = try page("\n" + text)
      let wrong = misplaced(page)
      #expect(wrong.isEmpty, "seed \(seed): \(text.debugDescription)\n\(dump(page))")
    }
  }
}
