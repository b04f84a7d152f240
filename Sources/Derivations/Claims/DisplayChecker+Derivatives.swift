import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Derivatives on the left side.
extension DisplayChecker {
  /// The gradient by a variable of which the left side names one entry.
  func entryDerivative(
    _ of: Syntax, _ by: Syntax, _ session: PageSession, _ location: SourceLocation
  ) throws(Diagnostic) -> Target? {
    guard case .indexed(.entry(let places, _)) = by.kind, of.freeLetters.isEmpty else { return nil }
    let letters = places.compactMap(\.letter)
    let argument = try session.argument(by.children[0], in: source)
    let side = ClaimedSide(formula: of, source: source, dialect: .tex, range: of.range)
    let shape = argument.variable.shape
    let function = try session.function(side)
    guard letters.count == places.count, Set(letters).count == letters.count,
      function.expression.shape.isScalar, !argument.isTransposed
    else { return nil }
    var target = try session.derivativeTarget(.gradient, of: function, by: argument, at: location)
    if letters.count == 1, !shape.isColumn, let name = by.children[0].plainName {
      return item(target, IndexAxis(letters[0]), shape, session.items.reading(of: name))
    }
    guard letters.count == (shape.isColumn ? 1 : 2) else { return nil }
    target.axes = zip(letters, [shape.rows, shape.columns]).map { IndexAxis($0, size: $1) }
    return target
  }

  /// The gradient by one item, x_i, of a matrix X: the rows of the gradient, or its columns where the page
  /// has read columns; nil where nothing tells which.
  private func item(
    _ target: Target, _ axis: IndexAxis, _ shape: Shape, _ reading: ItemReading?
  ) -> Target? {
    var target = target
    var axis = axis
    axis.size = reading == .column ? shape.columns : shape.rows
    target.axes = [axis]
    guard reading == .column else { return reading == nil && shape.isSquare ? nil : target }
    guard let derived = target.derived?.transposed.simplified else { return nil }
    var columns = Target.identity(target.kind, of: target.of, with: derived, origin: target.origin)
    columns.wrt = target.wrt
    columns.axes = [axis]
    return columns
  }

  mutating func derivative(
    _ kind: Syntax.Derivative, _ of: Syntax, _ by: Syntax?, _ session: PageSession,
    _ location: SourceLocation
  ) throws(Diagnostic) -> Target {
    let side = ClaimedSide(formula: of, source: source, dialect: .tex, range: of.range)
    let function = try session.function(side)
    if kind == .differential { return .differential(of: function) }
    if of.bare.kind == .transpose, function.expression.shape.isScalar {
      return try transposed(
        derivative(kind, of.bare.children[0], by, session, location), location)
    }
    guard
      let by = by
        ?? session.onlyArgument(of: function).map({ name in
          Syntax(.name(name), range: of.range)
        })
    else {
      throw session.unsaidVariable(of: function, at: location)
    }
    if kind == .gradient,
      let target = try session.weightTarget(of: function, by: by, in: source, at: location)
    {
      return target
    }
    let argument = try session.argument(by, in: source)
    let variable = argument.variable
    if argument.isTransposed, argument.value == nil, !function.expression.shape.isScalar {
      return try session.derivativeTarget(.jacobian, of: function, wrt: variable, at: location)
    }
    if argument.isTransposed, argument.value == nil {
      splitWeights.insert(variable)
      return try session.transposedTarget(of: function, wrt: variable, at: location)
    }
    guard !argument.isTransposed else {
      throw Diagnostic(
        .unsupported, "a derivative by a transposed definition is not supported", at: location)
    }
    var target = try session.derivativeTarget(kind, of: function, by: argument, at: location)
    if kind == .gradient, argument.value == nil {
      target.marks = session.marks(of: function, by: variable, at: location) ?? target.marks
    }
    if splitWeights.contains(variable) {
      target.otherReadings =
        try session.uprightTarget(of: function, wrt: variable, at: location)
        .map { [$0] } ?? []
    }
    return target
  }

  /// The transpose of what a target is about: `\nabla_x L^T` of a number L is the gradient as a row.
  private func transposed(
    _ target: Target, _ location: SourceLocation
  ) throws(Diagnostic) -> Target {
    guard let derived = target.derived else {
      throw Diagnostic(
        .unsupported, "the transpose of this derivative is not supported", at: location)
    }
    var result = Target.identity(
      target.kind, of: target.of, with: derived.transposed.simplified, origin: target.origin)
    result.wrt = target.wrt
    return result
  }

  /// What `g'(t)` is about where the page defines g as a function of t.
  func primed(
    _ application: Equation.Application, _ session: PageSession, _ location: SourceLocation
  ) throws(Diagnostic) -> Target? {
    let name = application.name
    guard application.arguments.count == 1,
      let variable = session.scope.variable(application.arguments[0]),
      let known = session.scope.definition(of: name), known.expression.shape.isScalar,
      known.arguments.isEmpty || known.arguments == application.arguments
    else { return nil }
    let function = PageSession.Function(
      name: name, expression: known.expression, location: known.location)
    return try session.derivativeTarget(.gradient, of: function, wrt: variable, at: location)
  }
}
