package import Diagnostics
import MatrixCalculus

extension Scope {
  /// Adds what a statement declares, assumes or defines; other statements change nothing.
  ///
  /// `F(W) = …` is a definition where all its parameters are variables, otherwise a function.
  ///
  /// - Parameters:
  ///   - source: the text the statement was read from.
  ///   - quantity: as for `Elaborator`.
  /// - Throws: what `Elaborator` says of a definition, and `duplicate-name`.
  package mutating func take(
    _ statement: Statement, in source: SourceText,
    quantity: @escaping Elaborator.Quantity = { (_) throws(Diagnostic) in nil }
  ) throws(Diagnostic) {
    switch statement.kind {
    case .declaration(let declaration): try take(declaration, in: source)
    case .assumption(let smaller, let larger):
      try assume(
        Assumption(smaller, atMost: larger, location: source.location(statement.range)))
    case .notation(let tex, let meaning):
      try checkSpelling(tex.text, at: source.location(tex.range))
      try define(Symbol(tex.text, meaning, in: source, location: source.location(tex.range)))
    case .function(let name, let parameters, let body):
      try take(name, parameters, body, in: source, quantity)
    case .definition(let name, let body):
      try define(name, [], body, in: source, quantity)
    case .network, .deltas, .derivative, .steps, .layout, .structure, .identity, .example, .plot,
      .plotGradient, .use:
      return
    }
  }

  private mutating func take(
    _ declaration: Statement.Declaration, in source: SourceText
  ) throws(Diagnostic) {
    if let tex = declaration.tex { try checkSpelling(tex.text, at: source.location(tex.range)) }
    for name in declaration.names {
      let variable = Variable(
        name.text, declaration.shape, declaration.properties, range: declaration.range)
      try declare(
        Declaration(variable, tex: declaration.tex?.text, location: source.location(name.range)))
    }
  }

  private mutating func take(
    _ name: Statement.Name, _ parameters: [Statement.Name], _ body: Syntax, in source: SourceText,
    _ quantity: @escaping Elaborator.Quantity
  ) throws(Diagnostic) {
    if parameters.allSatisfy({ variable($0.text) != nil }) {
      return try define(name, parameters.map(\.text), body, in: source, quantity)
    }
    let function = UserFunction(
      name.text, parameters.map(\.text), body, in: source, location: source.location(name.range))
    try Elaborator.check(function, in: self)
    try define(function)
  }

  private mutating func define(
    _ name: Statement.Name, _ arguments: [String], _ body: Syntax, in source: SourceText,
    _ quantity: @escaping Elaborator.Quantity
  ) throws(Diagnostic) {
    let elaborator = Elaborator(self, source, quantity: quantity)
    let expression = try elaborator.elaborate(body).expression
    try define(
      Definition(
        name.text, expression, arguments: arguments, location: source.location(name.range)))
  }
}
