import Diagnostics
import Testing

@testable import docgen

@Suite struct ArgumentTests {
  @Test func statementsAreParted() {
    let statements = ArgumentStatement.given([
      "A : (m, n); x : (n)", "", "example W = [1 0; 2 1];  y : (m) # one; two\nz : scalar;;",
    ])
    #expect(
      statements.map(\.text) == [
        "A : (m, n)", " x : (n)", "example W = [1 0; 2 1]", "  y : (m) # one; two", "z : scalar",
      ])
    #expect(statements.map(\.line) == [1, 1, 3, 3, 4])
    #expect(statements.map(\.column) == [1, 12, 1, 24, 1])
  }

  @Test func fenceIsLongerThanAnyRunOfBackticks() {
    let page = ArgumentPage(statements: [
      ArgumentStatement(role: .given, text: "````", argument: "--given")
    ])
    #expect(page.source == "```````derive\n````\n```````\n\n")
  }

  @Test func placeOnThePageIsAPlaceInTheArgument() {
    let page = ArgumentPage(statements: [
      ArgumentStatement(role: .given, text: "x : (n)", argument: "--given", line: 2, column: 5),
      ArgumentStatement(role: .definition, opening: "F = ", text: "x^2", argument: "FORMULA"),
    ])
    func origin(_ line: Int, _ columns: Range<Int>, endLine: Int? = nil) -> String {
      let place = page.origin(
        of: .init(
          path: "arguments", line: line, column: columns.lowerBound, endLine: endLine,
          endColumn: columns.upperBound))
      return "\(place)-\(place.endColumn)"
    }
    #expect(origin(2, 1..<2) == "--given:2:5-6")
    #expect(origin(2, 5..<8) == "--given:2:9-12")
    #expect(origin(6, 5..<8) == "FORMULA:1:1-4")
    #expect(origin(6, 1..<6) == "FORMULA:1:1-2")
    #expect(origin(6, 6..<9, endLine: 7) == "FORMULA:1:2-4")
  }
}
