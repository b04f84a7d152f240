import Testing

@testable import Terminal

/// A stretch of a line, in UTF-8 bytes from 1, and where its carets must stand.
struct CaretCase: CustomTestStringConvertible, Sendable {
  var name: String
  var line: String
  var start: Int
  var end: Int?
  var shown: String
  var carets: String
  var testDescription: String { name }

  static let all: [CaretCase] = [
    .init(
      name: "plain", line: "F = W*x", start: 5, end: 6, shown: "F = W*x", carets: "    ^"),
    .init(name: "whole line", line: "abc", start: 1, end: nil, shown: "abc", carets: "^^^"),
    .init(
      name: "tab before", line: "\tW*x", start: 2, end: 3, shown: "    W*x", carets: "    ^"),
    .init(
      name: "tab stops at multiples of four", line: "ab\tW\tx", start: 6, end: 7,
      shown: "ab  W   x", carets: "        ^"),
    .init(
      name: "tab inside the stretch", line: "a\tb", start: 1, end: 4, shown: "a   b",
      carets: "^^^^^"),
    .init(
      name: "two-byte letter", line: "γ*W", start: 4, end: 5, shown: "γ*W", carets: "  ^"),
    .init(
      name: "CJK takes two columns", line: "重み W", start: 8, end: 9, shown: "重み W",
      carets: "     ^"),
    .init(
      name: "CJK inside the stretch", line: "重み W", start: 1, end: 7, shown: "重み W",
      carets: "^^^^"),
    .init(
      name: "full-width form", line: "Ｗ*x", start: 4, end: 5, shown: "Ｗ*x", carets: "  ^"),
    .init(
      name: "half-width katakana", line: "ｱ*x", start: 4, end: 5, shown: "ｱ*x", carets: " ^"),
    .init(
      name: "combining accent", line: "x\u{302}*W", start: 5, end: 6, shown: "x\u{302}*W",
      carets: "  ^"),
    .init(
      name: "stretch starts inside a character", line: "x\u{302}*W", start: 2, end: 4,
      shown: "x\u{302}*W", carets: "^"),
    .init(
      name: "decomposed Hangul", line: "\u{1112}\u{1161}\u{11AB}W", start: 10, end: 11,
      shown: "\u{1112}\u{1161}\u{11AB}W", carets: "  ^"),
    .init(
      name: "joined picture", line: "👩‍🔬 W", start: 13, end: 14, shown: "👩‍🔬 W",
      carets: "   ^"),
    .init(name: "flag", line: "🇫🇮W", start: 9, end: 10, shown: "🇫🇮W", carets: "  ^"),
    .init(
      name: "mathematical letter outside the base plane", line: "𝐖x", start: 5, end: 6,
      shown: "𝐖x", carets: " ^"),
    .init(name: "empty stretch", line: "abc", start: 2, end: 2, shown: "abc", carets: " ^"),
    .init(name: "end of the line", line: "abc", start: 4, end: 5, shown: "abc", carets: "   ^"),
    .init(name: "empty line", line: "", start: 1, end: 2, shown: "", carets: "^"),
    .init(
      name: "control character", line: "a\u{8}b", start: 3, end: 4, shown: "a␈b", carets: "  ^"),
  ]
}

@Suite struct ExcerptTests {
  @Test(arguments: CaretCase.all)
  func caretsStandUnderTheStretch(_ c: CaretCase) {
    let excerpt = Excerpt(of: c.line, from: c.start, to: c.end)
    #expect(excerpt.line == c.shown)
    #expect(excerpt.carets == c.carets)
  }

  @Test func longLineIsCutAroundTheStretch() {
    let line = String(repeating: "a", count: 200) + "W" + String(repeating: "b", count: 200)
    let excerpt = Excerpt(of: line, from: 201, to: 202)
    let before = String(repeating: "a", count: 30)
    #expect(excerpt.line == "…" + before + "W" + String(repeating: "b", count: 79) + "…")
    #expect(excerpt.carets == String(repeating: " ", count: 31) + "^")
  }

  @Test func longStretchEndsWithTheWindow() {
    let excerpt = Excerpt(of: String(repeating: "a", count: 300), from: 1, to: nil)
    #expect(excerpt.line == String(repeating: "a", count: 110) + "…")
    #expect(excerpt.carets == String(repeating: "^", count: 110))
  }

  @Test func wideCharacterAtTheCutIsLeftOutWhole() {
    let line = String(repeating: "重", count: 100)
    let excerpt = Excerpt(of: line, from: 151, to: 154)
    #expect(excerpt.line == "…" + String(repeating: "重", count: 55) + "…")
    #expect(excerpt.carets == String(repeating: " ", count: 31) + "^^")
  }
}
