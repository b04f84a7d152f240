import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Jacobians and Hessians, derived and confirmed by the kernel.
extension PageSession {
  enum MatrixKind { case jacobian, hessian }

  /// A Jacobian or Hessian as what it does to a direction, and as a matrix where there is a form for it.
  enum MatrixDerivative {
    /// By a number: the derivative itself.
    case slope(Expression)
    /// V and the derivative along it; ∂ vec F / ∂ (vec X)ᵀ, or that of the gradient.
    case map(direction: Variable, value: Expression, matrix: Expression?)
    /// The same with a matrix that is too large to be confirmed, and so not shown.
    case unconfirmed(direction: Variable, value: Expression)

    var matrix: Expression? {
      switch self {
      case .slope(let slope): slope
      case .map(_, _, let matrix): matrix
      case .unconfirmed: nil
      }
    }

    var direction: Variable? {
      switch self {
      case .slope: nil
      case .map(let direction, _, _), .unconfirmed(let direction, _): direction
      }
    }

    /// What it is by a number, or makes of a direction.
    var value: Expression {
      switch self {
      case .slope(let value), .map(_, let value, _), .unconfirmed(_, let value): value
      }
    }

    /// That an expression is the matrix.
    func claim(_ claimed: Expression) -> Claim {
      switch self {
      case .slope(let slope): .identity(claimed, slope)
      case .map(_, _, let matrix?): .identity(claimed, matrix)
      case .map(let direction, let value, nil), .unconfirmed(let direction, let value):
        .identity(
          claimed * MatrixFunction.vec(.variable(direction)), MatrixFunction.vec(value))
      }
    }
  }

  /// What a Jacobian or Hessian is of, and by what.
  struct MatrixQuestion {
    var kind: MatrixKind
    var function: Function
    /// What a Hessian differentiates by first, a row of it for each entry.
    var first: Variable
    /// What is differentiated by last, a column for each entry.
    var variable: Variable
    /// What is differentiated last: the function itself, or its gradient by `first`.
    var inner: Function

    var variables: [Variable] { first == variable ? [first] : [first, variable] }

    /// Whether it is a matrix for columns by columns.
    var isOfVectors: Bool { variable.shape.isColumn && inner.expression.shape.isColumn }

    /// Their names, as a report has them.
    var wrt: String { variables.map(\.name).joined(separator: ", ") }

    /// That an expression is the matrix, all entries of the variables being free.
    func claim(_ claimed: Expression, derived: Expression? = nil) -> Claim {
      kind == .hessian && first == variable
        ? .hessian(
          of: function.expression, wrt: variable, claimed: claimed, derived: derived)
        : .jacobian(of: inner.expression, wrt: variable, claimed: claimed, derived: derived)
    }
  }

  /// The derivative of a function along a direction, confirmed by the kernel.
  func differential(
    of function: Function, wrt variable: Variable, along direction: Variable,
    at location: SourceLocation
  ) throws(Diagnostic) -> Expression {
    let what = "the derivative of \(function.name) with respect to \(variable.name)"
    let derived: Expression
    do throws(NotDifferentiable) {
      derived = prover.withoutVanishingTerms(
        try Differential.of(function.expression, wrt: variable, along: .variable(direction)))
    } catch {
      throw Diagnostic(
        .notDifferentiable,
        "\(function.name) has no derivative with respect to \(variable.name) in the language: "
          + error.what, at: location)
    }
    try prover.requireConfirmed(
      Claim(
        .differential(of: function.expression, wrt: variable, along: direction),
        claimed: derived),
      named: what, at: location)
    return derived
  }

  /// A Jacobian, or a Hessian: the block by two variables, where another one is given.
  ///
  /// - Throws: `not-differentiable`, `shape-mismatch` where a matrix has no Hessian, and the kernel's
  ///   objection.
  func matrixDerivative(
    _ kind: MatrixKind, of function: Function, wrt variable: Variable, and other: Variable? = nil,
    at location: SourceLocation
  ) throws(Diagnostic) -> MatrixDerivative {
    let question = try matrixQuestion(kind, of: function, wrt: variable, and: other, at: location)
    let (inner, variable) = (question.inner, question.variable)
    if variable.shape.isScalar {
      let step = Variable("⟨step⟩", .scalar)
      let along = try differential(of: inner, wrt: variable, along: step, at: location)
      let slope = along.substituting([step: .number(1)]).simplified
      try confirm(question.claim(slope), question, at: location)
      return .slope(slope)
    }
    let direction = Variable(directionName(for: variable), variable.shape)
    let value = try structuredDifferential(
      of: inner, wrt: variable, along: direction, at: location)
    let map = MatrixDerivative.map(direction: direction, value: value, matrix: nil)
    guard let matrix = LinearMap.matrix(of: value, in: direction) else { return map }
    let claim = isStructured(variable) ? map.claim(matrix) : question.claim(matrix)
    if prover.confirm(claim).isBeyondBudget {
      return .unconfirmed(direction: direction, value: value)
    }
    try confirm(claim, question, at: location)
    return .map(direction: direction, value: value, matrix: matrix)
  }

  /// - Throws: `not-differentiable` and `shape-mismatch`, where there is no Hessian.
  func matrixQuestion(
    _ kind: MatrixKind, of function: Function, wrt variable: Variable, and other: Variable? = nil,
    at location: SourceLocation
  ) throws(Diagnostic) -> MatrixQuestion {
    var question = MatrixQuestion(
      kind: kind, function: function, first: variable, variable: other ?? variable, inner: function)
    guard kind == .hessian else { return question }
    guard function.expression.shape.isScalar else { throw noHessian(function, at: location) }
    let gradient = try differentiableGradient(of: function, wrt: variable, at: location)
    question.inner.expression = try structured(
      gradient, of: function, wrt: variable, at: location)
    return question
  }

  /// The gradient as it can be differentiated once more, confirmed by the kernel: what is declared of the
  /// variable is not used in it, for the transpose of a symmetric S is not S before the last derivative has
  /// been taken.
  func differentiableGradient(
    of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> Expression {
    let declared = try gradient(of: function, wrt: variable, at: location)
    let free = variable.freed
    guard free != variable else { return declared }
    let expression = function.expression.substituting([variable: .variable(free)])
    do throws(NotDifferentiable) {
      return try Gradient.gradients(of: expression, wrt: [free])[0]
        .substituting([free: .variable(variable)])
    } catch { return declared }
  }

  func noHessian(_ function: Function, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .shapeMismatch,
      "\(function.name) is a \(function.expression.shape) matrix and has no Hessian",
      at: location, hint: "state the Hessian of a scalar function")
  }

  private func confirm(
    _ claim: Claim, _ question: MatrixQuestion, at location: SourceLocation
  ) throws(Diagnostic) {
    let what = question.kind == .hessian ? "the Hessian" : "the Jacobian"
    let by = question.variables.map(\.name).joined(separator: " and ")
    try prover.requireConfirmed(
      claim, named: "\(what) of \(question.function.name) with respect to \(by)", at: location)
  }

  /// A letter for a direction that the page does not use.
  private func directionName(for variable: Variable) -> String {
    let letters = ["V", "U", "H", "D", "E"].map { variable.shape.isColumn ? $0.lowercased() : $0 }
    let numbered = (1...).lazy.map { "V\($0)" }
    return letters.first { !scope.knows($0) } ?? numbered.first { !scope.knows($0) } ?? "V"
  }
}
