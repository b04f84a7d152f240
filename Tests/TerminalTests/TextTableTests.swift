import Testing

@testable import Terminal

@Suite struct TextTableTests {
  @Test func columnsAreAlignedByWhatIsDisplayed() {
    let table = TextTable(
      header: ["Layer", "Weight", "z"],
      rows: [["1", "W'", "x"], ["10", "行列", ""], ["e\u{301}", "𝐖", "y"]])
    #expect(
      table.lines == [
        "  Layer  Weight  z", "  1      W'      x", "  10     行列", "  e\u{301}      𝐖       y",
      ])
  }

  @Test func controlCharactersAreStandIns() {
    #expect(TextTable(header: ["a\u{1B}"], rows: []).lines == ["  a\u{241B}"])
  }

  @Test func headerAloneIsOneLine() {
    #expect(TextTable(header: ["a", "b"], rows: []).lines == ["  a  b"])
  }
}
