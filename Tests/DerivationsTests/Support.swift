import Diagnostics
import Foundation
import Pages
import Proof
import Testing

@testable import Derivations

/// What checking a page of the given text brings.
func check(
  _ text: String, _ scope: CheckScope = .all, library: [String: String] = [:]
) throws -> PageResult {
  let others = try library.map { name, text in
    (name, try Page(path: name + ".md", bytes: Array(text.utf8)))
  }
  return PageChecker.check(
    try Page(path: "p.md", bytes: Array(text.utf8)), .init(check: scope),
    library: Library(Dictionary(uniqueKeysWithValues: others)))
}

/// A page with one `derive` block of the given statements.
func derive(_ statements: String) -> String { "```derive\n\(statements)\n```\n" }

/// A diagnostic in one line.
func written(_ error: Diagnostic) -> String {
  let place = error.location.map { "\($0.line):\($0.column)" } ?? "nowhere"
  return "\(place): \(error.code.rawValue): \(error.message)"
    + (error.hint.map { "; hint: \($0)" } ?? "")
    + error.notes.map { "; \($0.label): \($0.text)" }.joined()
}

/// A claim in one line: place, kind, verdict, method.
func written(_ claim: CheckedClaim) -> String {
  let place = "\(claim.location.line):\(claim.location.column)"
  let method = claim.judgement.method.map { " (\($0.rawValue))" } ?? ""
  let expected = claim.expected.map { ", expected \($0.rawValue)" } ?? ""
  return "\(place): \(claim.kind.rawValue) \(claim.judgement.verdict.rawValue)\(method)\(expected)"
}

/// Compares a text with the file of that name in `Goldens/`.
///
/// With `RECORD=1` in the environment the file is rewritten and the test fails, so that a person
/// reads the difference.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let file = goldens.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name): read the difference", sourceLocation: sourceLocation)
    return
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(text == golden, "\(name) differs", sourceLocation: sourceLocation)
}

let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("Goldens")

/// The text of a file of the repository.
func repositoryFile(_ path: String) throws -> String {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
}
