import Diagnostics
import MatrixCalculus
import Notation

/// A fact of matrix calculus in text notation, with a variant of it that is false.
struct Fact: Sendable, CustomStringConvertible {
  enum Kind: String, Sendable {
    case gradient, jacobian, hessian, identity
    /// The derivative along a direction of the variable's shape, whose name is that of the variable
    /// with a `d` before it.
    case differential
  }

  /// Where it stands: the number of an equation.
  let source: String
  let kind: Kind
  /// The function, or the left side of an identity.
  let function: String
  /// What it is differentiated by; empty for an identity.
  let variable: String
  let result: String
  /// A result that people write by mistake.
  let wrong: String
  /// Declarations beside those of its table, parted by `;`.
  let given: String

  var description: String {
    kind == .identity
      ? "\(source) \(function) == \(result)"
      : "\(source) \(kind.rawValue) \(function) wrt \(variable)"
  }
}

extension Fact {
  static func gradient(
    _ source: String, _ function: String, by variable: String, _ result: String,
    not wrong: String, given: String = ""
  ) -> Fact {
    Fact(
      source: source, kind: .gradient, function: function, variable: variable, result: result,
      wrong: wrong, given: given)
  }

  static func jacobian(
    _ source: String, _ function: String, by variable: String, _ result: String,
    not wrong: String, given: String = ""
  ) -> Fact {
    Fact(
      source: source, kind: .jacobian, function: function, variable: variable, result: result,
      wrong: wrong, given: given)
  }

  static func hessian(
    _ source: String, _ function: String, by variable: String, _ result: String,
    not wrong: String, given: String = ""
  ) -> Fact {
    Fact(
      source: source, kind: .hessian, function: function, variable: variable, result: result,
      wrong: wrong, given: given)
  }

  static func differential(
    _ source: String, _ function: String, by variable: String, _ result: String,
    not wrong: String, given: String = ""
  ) -> Fact {
    Fact(
      source: source, kind: .differential, function: function, variable: variable, result: result,
      wrong: wrong, given: given)
  }

  static func identity(
    _ source: String, _ left: String, _ right: String, not wrong: String, given: String = ""
  ) -> Fact {
    Fact(
      source: source, kind: .identity, function: left, variable: "", result: right, wrong: wrong,
      given: given)
  }
}

/// Facts that share declarations.
struct FactTable: Sendable {
  let name: String
  /// The declarations, one a line.
  let names: String
  let facts: [Fact]

  /// The names of the table and of the fact.
  func scope(of fact: Fact) throws -> Scope {
    let own = fact.given.split(separator: ";").map(String.init).joined(separator: "\n")
    let source = SourceText(path: name, text: own.isEmpty ? names : names + "\n" + own)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    guard fact.kind == .differential, let variable = scope.variable(fact.variable) else {
      return scope
    }
    try scope.declare(Scope.Declaration(Variable("d" + variable.name, variable.shape)))
    return scope
  }

  /// The meaning of a text, in the shape that is wanted.
  static func read(
    _ text: String, in scope: Scope, expecting shape: Shape? = nil
  ) throws -> Expression {
    let source = SourceText(path: "table", text: text)
    return try Elaborator(scope, source).elaborate(TextReader.read(source), expecting: shape)
      .expression
  }
}
