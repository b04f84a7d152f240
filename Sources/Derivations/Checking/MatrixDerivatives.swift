import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Jacobians and Hessians, derived and confirmed by the kernel.
extension PageSession {
  enum MatrixKind { case jacobian, hessian }

  /// A Jacobian or Hessian as what it does to a direction, and as a matrix where there is a form for it.
  struct MatrixDerivative {
    /// V and the derivative along it; nil where the variable is a number.
    var map: (direction: Variable, value: Expression)?
    /// ∂ vec F / ∂ (vec X)ᵀ, or that of the gradient.
    var matrix: Expression?
  }

  /// The derivative of a function along a direction, confirmed by the kernel.
  func differential(
    of function: Function, wrt variable: Variable, along direction: Variable,
    at location: SourceLocation
  ) throws(Diagnostic) -> Expression {
    let what = "the derivative of \(function.name) with respect to \(variable.name)"
    let derived: Expression
    do throws(NotDifferentiable) {
      derived = try Differential.of(
        function.expression, wrt: variable, along: .variable(direction))
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

  /// - Throws: `not-differentiable`, `shape-mismatch` where a matrix has no Hessian, and the kernel's
  ///   objection.
  func matrixDerivative(
    _ kind: MatrixKind, of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> MatrixDerivative {
    var inner = function
    if kind == .hessian {
      guard function.expression.shape.isScalar else {
        throw noHessian(function, at: location)
      }
      inner.expression = try differentiableGradient(of: function, wrt: variable, at: location)
    }
    let direction = Variable(directionName(for: variable), variable.shape)
    let value = try differential(of: inner, wrt: variable, along: direction, at: location)
    let expression = function.expression
    let claim = { (claimed: Expression) in
      kind == .hessian
        ? Claim.hessian(of: expression, wrt: variable, claimed: claimed)
        : Claim.jacobian(of: expression, wrt: variable, claimed: claimed)
    }
    if variable.shape.isScalar {
      let slope = value.substituting([direction: .number(1)]).simplified
      try confirm(claim(slope), kind, function, variable, at: location)
      return MatrixDerivative(map: nil, matrix: slope)
    }
    let matrix = LinearMap.matrix(of: value, in: direction)
    if let matrix { try confirm(claim(matrix), kind, function, variable, at: location) }
    return MatrixDerivative(map: (direction, value), matrix: matrix)
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
    _ claim: Claim, _ kind: MatrixKind, _ function: Function, _ variable: Variable,
    at location: SourceLocation
  ) throws(Diagnostic) {
    let what = kind == .hessian ? "the Hessian" : "the Jacobian"
    try prover.requireConfirmed(
      claim, named: "\(what) of \(function.name) with respect to \(variable.name)", at: location)
  }

  /// A letter for a direction that the page does not use.
  private func directionName(for variable: Variable) -> String {
    let letters = ["V", "U", "H", "D", "E"].map { variable.shape.isColumn ? $0.lowercased() : $0 }
    let numbered = (1...).lazy.map { "V\($0)" }
    return letters.first { !scope.knows($0) } ?? numbered.first { !scope.knows($0) } ?? "V"
  }

  // MARK: Figures

  /// The figure of a requested Jacobian or Hessian.
  func matrixFigure(
    _ kind: MatrixKind, of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> DerivativeFigure {
    let derived = try matrixDerivative(kind, of: function, wrt: variable, at: location)
    let left = left(kind == .hessian ? .hessian : .jacobian, function, variable)
    var steps: [DerivativeFigure.Step] = []
    let isOfVectors = variable.shape.isColumn && function.expression.shape.isColumn
    if let (direction, value) = derived.map, !isOfVectors || derived.matrix == nil {
      let right = show(value).mapped(from: show.name(direction.name))
      steps.append(.init(left: left, right: [right], origin: "what it does to a direction"))
    }
    if let matrix = derived.matrix {
      let shown = show(laidOut(matrix, kind))
      let name = derived.map == nil || isOfVectors ? left : stacked(kind, function, variable)
      steps.append(.init(left: name, right: [shown]))
    }
    let expression = function.expression
    let body = derived.matrix ?? derived.map?.value ?? expression
    let claim =
      kind == .hessian
      ? Claim.hessian(of: expression, wrt: variable, claimed: body)
      : Claim.jacobian(of: expression, wrt: variable, claimed: body)
    return DerivativeFigure(
      steps: steps, conditions: claim.conditions, notes: notes(kind, derived, function, variable))
  }

  /// `∂ vec F / ∂ vec(X)ᵀ`.
  private func stacked(_ kind: MatrixKind, _ function: Function, _ variable: Variable) -> Shown {
    let (name, by) = (shown(function), show.name(variable.name))
    let vec = #"\operatorname{vec}"#
    if kind == .hessian {
      return Shown(
        text: "hessian \(name.text) wrt vec(\(by.text))",
        tex: #"\nabla^2_{\#(vec) \#(by.tex)} \#(name.tex)"#)
    }
    let above = function.expression.shape.isScalar ? name.tex : "\(vec) \(name.tex)"
    return Shown(
      text: "jacobian vec(\(name.text)) wrt vec(\(by.text))",
      tex: #"\frac{\partial \#(above)}{\partial (\#(vec) \#(by.tex))^T}"#)
  }

  /// A Jacobian in the layout that is asked for.
  func laidOut(_ matrix: Expression, _ kind: MatrixKind) -> Expression {
    kind == .jacobian && layout == .denominator ? matrix.transposed.simplified : matrix
  }

  private func notes(
    _ kind: MatrixKind, _ derived: MatrixDerivative, _ function: Function, _ variable: Variable
  ) -> [String] {
    var notes: [String] = []
    if kind == .jacobian, !variable.shape.isScalar, derived.matrix != nil {
      let entry = layout == .denominator ? "column" : "row"
      notes.append("\(layout.rawValue) layout: a \(entry) for each entry of \(function.name)")
    }
    if derived.matrix == nil {
      notes.append("the language has no formula for it as a matrix")
    }
    return notes + structureNotes(variable, isProjected: false)
  }
}
