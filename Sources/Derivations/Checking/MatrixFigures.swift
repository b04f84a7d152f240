import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// How Jacobians and Hessians are shown: what they do to a direction, and as matrices.
extension PageSession {
  /// The figures of requested Jacobians or Hessians. Hessians by several variables have a block for each two
  /// of them.
  func matrixFigures(
    _ kind: MatrixKind, of function: Function, wrt variables: [Variable],
    at location: SourceLocation
  ) throws(Diagnostic) -> [DerivativeFigure] {
    var figures: [DerivativeFigure] = []
    for block in Self.blocks(kind, variables) {
      figures.append(
        try matrixFigure(
          kind, of: function, wrt: block[0], and: block.dropFirst().first, at: location))
    }
    return figures
  }

  /// By which variables matrices of derivatives are taken: Hessians by each, and by each two.
  static func blocks<Name: Equatable>(_ kind: MatrixKind, _ variables: [Name]) -> [[Name]] {
    guard kind == .hessian else { return variables.map { [$0] } }
    return variables.enumerated().flatMap { place, variable in
      [[variable]] + variables[(place + 1)...].filter { $0 != variable }.map { [variable, $0] }
    }
  }

  private func matrixFigure(
    _ kind: MatrixKind, of function: Function, wrt variable: Variable, and other: Variable? = nil,
    at location: SourceLocation
  ) throws(Diagnostic) -> DerivativeFigure {
    let question = try matrixQuestion(kind, of: function, wrt: variable, and: other, at: location)
    let derived = try matrixDerivative(
      kind, of: function, wrt: variable, and: other, at: location)
    let left = left(kind == .hessian ? .hessian : .jacobian, function, question.variables)
    let shown = inLetters(parts(derived, of: question), of: function, at: location)
    let conditions = question.claim(derived.matrix ?? derived.value).conditionsOfDerived
    let order = kind == .hessian ? 2 : 1
    var figure = DerivativeFigure(
      steps: steps(derived, of: question, left, shown.bodies), conditions: conditions,
      definitions: shown.definitions,
      notes: notes(question, derived)
        + formNotes(conditions, of: function, wrt: question.variables, order: order))
    figure.layout = layout(of: question)
    return figure
  }

  /// What is shown: what it does to a direction, and the matrix in the layout that is asked for; of columns by
  /// columns the matrix alone.
  private func parts(_ derived: MatrixDerivative, of question: MatrixQuestion) -> [Expression] {
    let matrix = derived.matrix.map { laidOut($0, question.kind) }
    guard derived.direction != nil, !question.isOfVectors || matrix == nil else {
      return [matrix ?? derived.value]
    }
    return [derived.value] + (matrix.map { [$0] } ?? [])
  }

  /// - Parameter shown: what is to be shown of it, as it is written.
  private func steps(
    _ derived: MatrixDerivative, of question: MatrixQuestion, _ left: Shown, _ shown: [Shown]
  ) -> [DerivativeFigure.Step] {
    guard let direction = derived.direction, !question.isOfVectors || derived.matrix == nil
    else { return [.init(left: left, right: [shown[0]])] }
    let map = shown[0].mapped(from: show.name(direction.name))
    return [.init(left: left, right: [map], origin: Origin(words: "what it does to a direction"))]
      + shown.dropFirst().map { .init(left: stacked(question), right: [$0]) }
  }

  /// `∂ vec F / ∂ vec(X)ᵀ`.
  func stacked(_ question: MatrixQuestion) -> Shown {
    let name = shown(question.function)
    let by = question.variables.map { show.name($0.name) }
    let vec = #"\operatorname{vec}"#
    let text = by.map { "vec(\($0.text))" }.joined(separator: ", ")
    if question.kind == .hessian {
      let below = by.map { "\(vec) \($0.tex)" }.joined(separator: ", ")
      return Shown(
        text: "hessian \(name.text) wrt \(text)", tex: #"\nabla^2_{\#(below)} \#(name.tex)"#)
    }
    let above = question.function.expression.shape.isScalar ? name.tex : "\(vec) \(name.tex)"
    return Shown(
      text: "jacobian vec(\(name.text)) wrt \(text)",
      tex: #"\frac{\partial \#(above)}{\partial (\#(vec) \#(by[0].tex))^T}"#)
  }

  /// A Jacobian in the layout that is asked for.
  func laidOut(_ matrix: Expression, _ kind: MatrixKind) -> Expression {
    kind == .jacobian && layout == .denominator ? matrix.turned : matrix
  }

  // MARK: Notes

  private func notes(_ question: MatrixQuestion, _ derived: MatrixDerivative) -> [String] {
    var notes = layoutNotes(question)
    switch derived {
    case .slope, .map(_, _, .some): break
    case .map: notes.append("the language has no formula for it as a matrix")
    case .unconfirmed:
      notes.append("as a matrix it is too large to be confirmed, and not shown")
    }
    return notes + question.variables.flatMap { structureNotes($0) }
      + zeroNotes(derived, of: question)
  }
}
