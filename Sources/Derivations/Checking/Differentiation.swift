import Diagnostics
import MatrixCalculus
import Notation

/// What a function is differentiated by: a variable, or a definition as if it were one.
struct Argument {
  var variable: Variable
  var isTransposed: Bool
  /// The formula of a definition, or the inverse of a variable, for which `variable` stands.
  var value: Expression?
  /// What the variable stands for the inverse of.
  var inverted: Variable?

  /// An expression in which the variable stands for the definition, or the inverse.
  func freeing(_ expression: Expression) -> Expression {
    if let inverted {
      return expression.substituting([inverted: MatrixFunction.inv(.variable(variable))]).simplified
    }
    return value.map { expression.replacing($0, by: .variable(variable)) } ?? expression
  }

  /// An expression with the formula of the definition for the variable.
  func filling(_ expression: Expression) -> Expression {
    let filled = value.map { expression.substituting([variable: $0]) } ?? expression
    return inverted == nil ? filled : filled.simplified
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
    if let inverse = inverse(bare) { return inverse }
    let found = try variable(bare, in: source)
    return Argument(variable: found.variable, isTransposed: found.isTransposed)
  }

  /// `X^{-1}` of a square matrix X: a matrix of its own, which has the properties that inverses keep.
  private func inverse(_ formula: Syntax) -> Argument? {
    guard formula.kind == .power || formula.kind == .call("inv", primes: 0),
      let name = formula.children[0].bare.plainName, let variable = scope.variable(name),
      variable.shape.isSquare, !variable.shape.isScalar,
      formula.kind != .power || formula.children[1].bare.isMinusOne
    else { return nil }
    let own = variable.properties.intersection(Self.keptByInverses).union(.invertible)
    return Argument(
      variable: Variable("inv(\(name))", variable.shape, own), isTransposed: false,
      value: MatrixFunction.inv(.variable(variable)), inverted: variable)
  }

  private static let keptByInverses: Properties = [
    .symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular, .positiveDefinite,
    .orthogonal, .permutation,
  ]

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

extension Syntax {
  fileprivate var isMinusOne: Bool {
    kind == .number(.minusOne) || kind == .negate && children[0].kind == .number(.one)
  }
}
