import Diagnostics
import Foundation
import Pages
import Proof
import Testing

@testable import Derivations

/// Tables that are right but for one cell.
@Suite struct CellDamageTests {
  private static func page(_ name: String) throws -> String {
    try String(contentsOf: goldens.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(arguments: ["tables-in-tex.md", "tables-in-text.md"])
  func everyCellIsRight(_ name: String) throws {
    let result = try check(Self.page(name))
    #expect(result.diagnostics == [])
    #expect(result.claimsOfCell.values.map(\.count).reduce(0, +) >= 20)
    #expect(result.claims.filter { !$0.stands }.map(written) == [])
  }

  @Test(arguments: ["tables-in-tex.md", "tables-in-text.md"])
  func oneWrongCellIsRefutedAtItsPlace(_ name: String) throws {
    let text = try Self.page(name)
    let lines = text.components(separatedBy: "\n")
    let whole = try check(text)
    for (number, cell) in whole.claimsOfCell.values.flatMap(\.values).sorted().enumerated()
    where number % 3 == 0 {
      let place = whole.claims[cell].location
      var bytes = Array(lines[place.line - 1].utf8)
      let range = (place.column - 1)..<(place.endColumn - 1)
      bytes.replaceSubrange(range, with: Array("(".utf8) + bytes[range] + Array(") + 7".utf8))
      var damaged = lines
      damaged[place.line - 1] = String(decoding: bytes, as: UTF8.self)
      let wrong = try check(damaged.joined(separator: "\n")).claims.filter { !$0.stands }
      #expect(wrong.map(\.judgement.verdict) == [.refuted], "\(damaged[place.line - 1])")
      #expect(wrong.map(\.location.line) == [place.line])
      #expect(wrong.map(\.location.column) == [place.column])
    }
  }
}
