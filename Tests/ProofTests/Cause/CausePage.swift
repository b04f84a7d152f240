import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Testing

@testable import Proof

/// A page in one value: what is declared, and searches for the causes of claims about it.
struct CausePage {
  var scope = Scope()

  /// - Parameter declarations: `A m n, x n, t`; `sym`, `pos` or `inv` may follow.
  init(_ declarations: String, _ definitions: [(String, String)] = []) throws {
    for declaration in declarations.split(separator: ",") {
      try declare(declaration.split(separator: " ").map(String.init))
    }
    for (name, text) in definitions {
      try scope.define(Scope.Definition(name, try expression(text)))
    }
  }

  private mutating func declare(_ words: [String]) throws {
    let known: [String: Properties] = [
      "sym": .symmetric, "pos": .positive, "inv": .invertible, "pd": .positiveDefinite,
    ]
    let properties = words.compactMap { known[$0] }.reduce(Properties()) { $0.union($1) }
    let sizes = words.dropFirst().filter { known[$0] == nil }.map { Dimension($0) }
    let shape = Shape(sizes.first ?? .one, sizes.count > 1 ? sizes[1] : .one)
    try scope.declare(Scope.Declaration(Variable(words[0], shape, properties)))
  }

  func expression(_ text: String) throws -> Expression {
    try Elaborator.expression(SourceText(path: "page.md", text: text), in: scope)
  }

  func gradient(_ function: String, _ variable: String) throws -> Expression {
    let variables = scope.declarations.map(\.variable).filter { $0.name == variable }
    return try Gradient.gradients(of: expression(function), wrt: variables)[0].simplified
  }

  /// A search about `gradient function wrt variable = claimed`.
  func gradientSearch(
    _ function: String, _ variable: String, _ claimed: String, dialect: Dialect = .text,
    slopes: [String] = [], shares: [(String, String)] = [], others: [(String, String)] = []
  ) throws -> CauseSearch {
    let value = try expression(function)
    let derived = try gradient(function, variable)
    let wrt = try #require(scope.variable(variable))
    return try search(claimed, dialect, slopes, shares, others) {
      .gradient(of: value, wrt: wrt, claimed: $0, derived: derived)
    }
  }

  /// A search about `left == claimed`.
  func identitySearch(
    _ left: String, _ claimed: String, dialect: Dialect = .text
  ) throws -> CauseSearch {
    let right = try expression(left)
    return try search(claimed, dialect, [], [], []) { .identity($0, right) }
  }

  private func search(
    _ claimed: String, _ dialect: Dialect, _ slopes: [String], _ shares: [(String, String)],
    _ others: [(String, String)], _ claim: @escaping (Expression) -> Claim
  ) throws -> CauseSearch {
    let source = SourceText(path: "page.md", text: claimed, line: 7, column: 20)
    let names = scope.latexNames
    let formula =
      dialect == .text
      ? try TextReader.read(source)
      : try #require(EquationReader.read(source, names: names).equations.first?.leftFormula)
    return CauseSearch(
      formula: formula, source: source, dialect: dialect, scope: scope,
      quantity: { (_) throws(Diagnostic) in nil }, names: names, prover: Prover(), claim: claim,
      slopes: try slopes.map(expression),
      instances: try shares.map { ($0.0, try expression($0.1)) },
      others: try others.map { ($0.0, try expression($0.1)) })
  }
}
