import Diagnostics
import Foundation
import Proof
import Testing

@testable import Derivations

/// The tutorial with one sign, transpose, operator or number of a claim changed, at every place.
@Suite struct TutorialMutationTests {
  static let changes: [(from: String, to: String)] = [
    ("'", ""), ("^T", ""), ("+", "-"), ("-", "+"), ("2", "3"), (".*", "*"), (#"\bullet"#, ""),
  ]

  struct Mutant: Sendable, CustomTestStringConvertible {
    let line: Int
    let column: Int
    let change: String
    let text: String
    var testDescription: String { "\(line):\(column) \(change)" }
  }

  /// Of the changes within claims of the tutorial, but for the mistakes it shows on purpose, one in three.
  static func mutants(of text: String) throws -> [Mutant] {
    let lines = text.components(separatedBy: "\n")
    var found: [Mutant] = []
    for claim in try check(text).claims where claim.expected == nil {
      let place = claim.location
      for (from, to) in changes where place.line == place.endLine {
        let line = Array(lines[place.line - 1].utf8)
        let range = (place.column - 1)..<(place.endColumn - 1)
        for start in range where line[start..<range.upperBound].starts(with: from.utf8) {
          var changed = line
          changed.replaceSubrange(start..<(start + from.utf8.count), with: to.utf8)
          var all = lines
          all[place.line - 1] = String(decoding: changed, as: UTF8.self)
          found.append(
            Mutant(
              line: place.line, column: start + 1,
              change: "\(from) → \(to)  in  \(all[place.line - 1])",
              text: all.joined(separator: "\n")))
        }
      }
    }
    return found.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
  }

  @Test func changedClaimFailsAtItsLineOrStillHolds() async throws {
    let text = try repositoryFile("content/tutorials/deriving-gradients.md")
    let whole = try check(text)
    #expect(whole.claims.filter { !$0.stands }.map(written) == [])
    #expect(whole.diagnostics == [])
    let mutants = try Self.mutants(of: text)
    #expect(mutants.count > 20)
    var holding: [String] = []
    for mutant in mutants {
      let result = try check(mutant.text)
      let failures = result.claims.filter { !$0.stands }
      if failures.isEmpty, result.diagnostics.isEmpty {
        holding.append(
          mutant.testDescription + (result.notCovered > whole.notCovered ? "  (not covered)" : ""))
        continue
      }
      #expect(failures.map(\.location.line) == [mutant.line], "\(mutant.testDescription)")
      #expect(failures.map(\.judgement.verdict) == [.refuted], "\(mutant.testDescription)")
      #expect(failures.allSatisfy { $0.judgement.witness != nil }, "\(mutant.testDescription)")
    }
    try expectGolden(
      holding.joined(separator: "\n") + "\n", "tutorial-changes-that-hold.txt")
  }
}
