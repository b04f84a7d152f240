import Derivations
import Diagnostics
import Proof
import Testing

@testable import docgen

@Suite struct PlaceTests {
  @Test(
    arguments: [
      ("a.md", "a.md", nil, nil), ("a.md:4", "a.md", 4, nil), ("a.md:4:12", "a.md", 4, 12),
      ("a:b.md:4", "a:b.md", 4, nil), ("a.md:x", "a.md:x", nil, nil), ("1:2:3:4", "1:2", 3, 4),
    ] as [(String, String, Int?, Int?)])
  func numbersAtTheEndAreLineAndColumn(
    _ text: String, _ path: String, _ line: Int?, _ column: Int?
  ) throws {
    let place = try Place(text)
    #expect(place.path == path)
    #expect(place.line == line)
    #expect(place.column == column)
    #expect(place.description == text)
  }

  @Test(arguments: ["", ":4", "a.md:0", "a.md:4:0", "a.md:-1"])
  func placeThatCountsNothingIsAnError(_ text: String) {
    let error = #expect(throws: Diagnostic.self) { try Place(text) }
    #expect(
      error
        == Diagnostic(
          .usage, "'\(text)' is no place on a page", hint: "write it as in content/ica.md:41"))
  }

  @Test(arguments: [
    ("content/a.md", true), ("./content/a.md", true), ("content/b/../a.md", true),
    ("content/b.md", false), ("a.md", false),
  ])
  func pathsNameAPageHoweverTheyAreWritten(_ path: String, _ isSame: Bool) throws {
    #expect(try Place(path).isOn("content/a.md") == isSame)
  }

  /// A claim from line 4, column 10 to line 6, column 5.
  private let claim = CheckedClaim(
    location: .init(path: "a.md", line: 4, column: 10, endLine: 6, endColumn: 5),
    kind: .identity, of: "x", claimed: "y", judgement: Judgement(.refuted))

  @Test(arguments: [
    ("a.md:4", 0, 0), ("a.md:5", 0, 0), ("a.md:6", 0, 0), ("a.md:1", 3, 0), ("a.md:9:4", 3, 0),
    ("a.md:4:10", 0, 0), ("a.md:4:7", 0, 3), ("a.md:5:1", 0, 0), ("a.md:6:4", 0, 0),
    ("a.md:6:5", 0, 1),
  ])
  func distanceCountsLinesThenColumns(_ text: String, _ lines: Int, _ columns: Int) throws {
    let place = try Place(text)
    #expect(place.distance(to: claim) == Place.Distance(lines: lines, columns: columns))
    #expect(place.meets(claim) == (lines == 0 && columns == 0))
  }
}

@Suite struct SourceBytesTests {
  private func place(
    _ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int
  ) -> Diagnostics.SourceLocation {
    .init(path: "a", line: line, column: column, endLine: endLine, endColumn: endColumn)
  }

  @Test(arguments: [
    "one\ntwo é\nthree", "one\r\ntwo é\r\nthree", "one\rtwo é\rthree",
    "\u{FEFF}one\ntwo é\nthree",
  ])
  func stretchIsFoundWhateverEndsTheLines(_ text: String) throws {
    let source = SourceBytes(Array(text.utf8))
    let first = try #require(source.range(of: place(1, 1, 1, 4)))
    #expect(source.text(first) == "one")
    let both = try #require(source.range(of: place(2, 5, 3, 3)))
    #expect(source.text(both) == "é\nth")
    #expect(source.range(of: place(4, 1, 4, 2)) == nil)
    #expect(source.range(of: place(3, 1, 3, 9)) == nil)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func replacementTakesTheLineEndsOfTheFile(_ end: String) throws {
    let source = SourceBytes(Array("one\(end)two\(end)".utf8))
    let range = try #require(source.range(of: place(2, 1, 2, 4)))
    #expect(source.replacing(range, with: "2\n3") == Array("one\(end)2\(end)3\(end)".utf8))
  }
}
