import MatrixCalculus
import Diagnostics
import Notation

extension PageSession {
  /// Declarations and definitions as formulas.
  func described(_ statement: Statement, in source: SourceText) -> [StatementResult.Content] {
    let text = source.text(statement.range)
    switch statement.kind {
    case .declaration(let declaration):
      return [.declaration(Shown(text: text, tex: declared(declaration)))]
    case .assumption(let smaller, let larger):
      return [.declaration(Shown(text: text, tex: #"\#(smaller) \le \#(larger)"#))]
    case .notation(let tex, let meaning):
      let side = side(meaning, in: source)
      let value = (try? elaborate(side)).map { show($0).tex } ?? side.formula.tex(show.style)
      return [.declaration(Shown(text: text, tex: "\(tex.text) = \(value)"))]
    case .function(let name, let parameters, let body):
      return [function(name.text, parameters.map(\.text), body, text, in: source)]
    case .definition(let name, let body):
      return [.definition(Shown(text: text, tex: defined(name.text, body, in: source)))]
    case .network, .deltas, .derivative, .steps, .layout, .structure, .identity, .example, .plot,
      .plotGradient, .use:
      return []
    }
  }

  private func defined(_ name: String, _ body: Syntax, in source: SourceText) -> String {
    let side = side(body, in: source)
    return "\(show.name(name).tex) = \(side.formula.tex(show.style))"
  }

  private func function(
    _ name: String, _ parameters: [String], _ body: Syntax, _ text: String, in source: SourceText
  ) -> StatementResult.Content {
    let left =
      "\(show.name(name).tex)(\(parameters.map { show.name($0).tex }.joined(separator: ", ")))"
    var scoped = self
    for parameter in parameters where scope.variable(parameter) == nil {
      try? scoped.scope.declare(Scope.Declaration(Variable(parameter, .scalar)))
    }
    let side = side(body, in: source)
    let right = (try? scoped.elaborate(side)).map { show($0).tex } ?? side.formula.tex(show.style)
    return .definition(Shown(text: text, tex: "\(left) = \(right)"))
  }

  private func declared(_ declaration: Statement.Declaration) -> String {
    let names = declaration.names.map { show.name($0.text).tex }.joined(separator: ", ")
    let shape = declaration.shape
    let numbers =
      declaration.interval?.replacing("inf", with: #"\infty"#) ?? #"\mathbb{R}"#
    let space =
      shape.isScalar
      ? numbers
      : shape.isColumn
        ? #"\#(numbers)^{\#(shape.rows)}"#
        : #"\#(numbers)^{\#(shape.rows) \times \#(shape.columns)}"#
    let words = PageSession.words(declaration)
    let remark = words.isEmpty ? "" : #"\ \text{(\#(words.joined(separator: ", ")))}"#
    return #"\#(names) \in \#(space)"# + remark
  }

  private static func words(_ declaration: Statement.Declaration) -> [String] {
    // A range says the sign.
    let said: Properties = declaration.interval == nil ? [] : [.positive, .nonNegative]
    return named.filter {
      declaration.properties.contains($0.property) && !said.contains($0.property)
    }.map(\.word)
  }

  private static let named: [(property: Properties, word: String)] = [
    (.positive, "positive"), (.nonNegative, "not negative"), (.symmetric, "symmetric"),
    (.skew, "skew"), (.diagonal, "diagonal"), (.lowerTriangular, "lower triangular"),
    (.upperTriangular, "upper triangular"), (.positiveDefinite, "positive definite"),
    (.positiveSemidefinite, "positive semidefinite"), (.invertible, "invertible"),
    (.orthogonal, "orthogonal"), (.permutation, "a permutation"),
    (.columnsSumToOne, "columns sum to one"),
    (.rowsSumToOne, "rows sum to one"), (.constant, "constant"),
  ]
}
