import Diagnostics
import MatrixCalculus
import Notation

/// What a function is differentiated by: a variable, or a definition as if it were one.
struct Argument {
  var variable: Variable
  var isTransposed: Bool
  /// The formula of a definition, for which `variable` stands.
  var value: Expression?

  /// An expression in which the variable stands for the definition.
  func freeing(_ expression: Expression) -> Expression {
    value.map { expression.replacing($0, by: .variable(variable)) } ?? expression
  }

  /// An expression with the formula of the definition for the variable.
  func filling(_ expression: Expression) -> Expression {
    value.map { expression.substituting([variable: $0]) } ?? expression
  }
}

extension PageSession {
  /// What a formula names to differentiate by.
  ///
  /// - Throws: `unknown-name`, or `unsupported` for a formula that is no name.
  func argument(_ formula: Syntax, in source: SourceText) throws(Diagnostic) -> Argument {
    let bare = formula.bare
    if bare.kind == .transpose {
      var inner = try argument(bare.children[0], in: source)
      inner.isTransposed.toggle()
      return inner
    }
    if case .name(let name) = bare.kind, let known = scope.definition(of: name),
      !known.expression.variables.isEmpty
    {
      return Argument(
        variable: Variable(name, known.expression.shape), isTransposed: false,
        value: known.expression)
    }
    let found = try variable(bare, in: source)
    return Argument(variable: found.variable, isTransposed: found.isTransposed)
  }

  /// The derivative of a function by an argument.
  ///
  /// - Throws: `unsupported` where the function is not written in terms of it.
  func derivativeTarget(
    _ kind: Syntax.Derivative, of function: Function, by argument: Argument,
    at location: SourceLocation
  ) throws(Diagnostic) -> Target {
    guard argument.value != nil else {
      return try derivativeTarget(kind, of: function, wrt: argument.variable, at: location)
    }
    var freed = function
    freed.expression = argument.freeing(function.expression)
    guard freed.expression.contains(argument.variable) else {
      throw Diagnostic(
        .unsupported, "\(function.name) is not written in terms of \(argument.variable.name)",
        at: location, hint: "define \(function.name) by a formula with \(argument.variable.name)")
    }
    var target = try derivativeTarget(kind, of: freed, wrt: argument.variable, at: location)
    let claim = target.claim
    target.claim = { claim(argument.freeing($0)) }
    target.derived = target.derived.map { argument.filling($0) }
    target.suspects = { Suspects() }
    return target
  }

  /// The gradient of a scalar expression by what a formula names, for derivatives of single entries.
  func slope(
    of expression: Expression, by formula: Syntax, in side: ClaimedSide
  ) throws(Diagnostic) -> Expression? {
    let argument = try argument(formula, in: side.source)
    let location = side.source.location(formula.range)
    let freed = argument.freeing(expression)
    guard freed.contains(argument.variable) else {
      throw Diagnostic(
        .unsupported,
        "\(side.text) is not written in terms of \(side.source.text(formula.range))", at: location)
    }
    let function = Function(name: side.text, expression: freed)
    let gradient = try gradient(of: function, wrt: argument.variable, at: location)
    let filled = argument.filling(gradient)
    return argument.isTransposed ? filled.transposed : filled
  }
}
