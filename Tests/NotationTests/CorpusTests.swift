import Diagnostics
import Foundation
import MatrixCalculus
import Notation
import Testing

/// The corpus of claims that is kept beside the package; where it is missing there is nothing to test.
@Suite struct CorpusTests {
  /// One row, as far as its text is concerned.
  struct Row: Decodable, Sendable, CustomTestStringConvertible {
    struct Variable: Decodable, Sendable {
      var shape: [String]
    }

    var id: String
    var vars: [String: Variable]
    var defs: [String: String]?
    var f: String
    var claim: String
    var truth: Bool

    var testDescription: String { id }

    /// The functions it calls.
    var functions: [String] {
      ([f, claim] + (defs.map { Array($0.values) } ?? [])).flatMap { text in
        text.matches(of: /([A-Za-z_][A-Za-z_0-9]*)\(/).map { String($0.1) }
      }
    }
  }

  static let rows: [Row] = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = package.deletingLastPathComponent().appending(path: "shared/identities/dev.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
  }()

  /// Those that call only functions of the language.
  static let readable = rows.filter { row in
    row.functions.allSatisfy {
      Function.named($0) != nil || MatrixFunction.named($0) != nil
        || Elaborator.constants.contains($0)
    }
  }

  @Test(arguments: readable)
  func functionsAndTrueClaimsAreRead(_ row: Row) throws {
    var scope = Scope()
    for (name, variable) in row.vars.sorted(by: { $0.key < $1.key }) {
      let sizes = variable.shape.map { Int($0).map { Dimension($0) } ?? Dimension($0) }
      let shape = sizes.isEmpty ? Shape.scalar : Shape(sizes[0], sizes[1])
      try scope.declare(Scope.Declaration(MatrixCalculus.Variable(name, shape)))
    }
    try define(row.defs ?? [:], in: &scope)
    let f = try expression(row.f, in: scope)
    var normalForm = NormalForm()
    #expect(normalForm.equal(try expression(f.text, in: scope), f) == true, "\(f.text)")
    do throws(Diagnostic) {
      _ = try expression(row.claim, in: scope)
    } catch {
      #expect(!row.truth && error.code == .shapeMismatch, "\(error)")
    }
  }

  /// Definitions may use each other, in any order.
  private func define(_ texts: [String: String], in scope: inout Scope) throws {
    var left = texts.sorted { $0.key < $1.key }
    while !left.isEmpty {
      let ready = left.firstIndex { (try? expression($0.value, in: scope)) != nil } ?? 0
      let (name, text) = left.remove(at: ready)
      try scope.define(Scope.Definition(name, try expression(text, in: scope)))
    }
  }
}
