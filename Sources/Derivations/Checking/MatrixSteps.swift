import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Derivations of Jacobians, Hessians and directional derivatives by differentials.
///
/// Source: J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), ch. 5, 9 and 10.
extension PageSession {
  /// `steps jacobian Y wrt X`, `steps hessian F wrt x`: of a Hessian the steps of the gradient come first.
  mutating func matrixSteps(
    _ kind: MatrixKind, into steps: inout StepList
  ) throws(Diagnostic) -> StepsFigure {
    let (function, variable) = (steps.function, steps.variable)
    let question = try matrixQuestion(
      kind, of: function, wrt: variable, and: steps.other, at: steps.location)
    let derived = try matrixDerivative(question, along: steps.direction, at: steps.location)
    var name = shown(function)
    if kind == .hessian {
      let gradient = try gradientSteps(into: &steps)
      _ = try structureStep(gradient, into: &steps)
      name = StepsFigures(show: show, function: name, variable: variable).partial(variable)
    }
    try differentialSteps(
      of: question.inner.expression, named: name, wrt: question.variable, into: &steps)
    let left = left(kind == .hessian ? .hessian : .jacobian, function, question.variables)
    try mapSteps(derived, question, left, into: &steps)
    try matrixStep(derived, question, left, into: &steps)
    let body = derived.matrix ?? derived.value
    let title = steps.direction.map { left.along(show.name($0.name)) } ?? left
    return steps.figure(title, show, question.claim(body).conditionsOfDerived)
  }

  /// The matrix, or along a direction what it makes of that.
  private func matrixDerivative(
    _ question: MatrixQuestion, along direction: Variable?, at location: SourceLocation
  ) throws(Diagnostic) -> MatrixDerivative {
    guard let direction else {
      return try matrixDerivative(
        question.kind, of: question.function, wrt: question.first,
        and: question.first == question.variable ? nil : question.variable, at: location)
    }
    let value = try structuredDifferential(
      of: question.inner, wrt: question.variable, along: direction, at: location)
    return .map(direction: direction, value: value, matrix: nil)
  }

  /// What the derivative does to a direction, and to one within the structure of the variable.
  private mutating func mapSteps(
    _ derived: MatrixDerivative, _ question: MatrixQuestion, _ left: Shown,
    into steps: inout StepList
  ) throws(Diagnostic) {
    guard let direction = derived.direction else { return }
    let value = derived.value
    let (inner, variable, argument) = (question.inner, question.variable, show.name(direction.name))
    let free = try differential(
      of: inner, wrt: variable, along: direction, at: steps.location)
    func statement(_ value: Expression) -> Shown {
      steps.direction == nil
        ? .equation(left, show(value).mapped(from: argument))
        : .equation(left.along(argument), show(value))
    }
    try append(
      statement(free), [.direction],
      Claim(
        .differential(of: inner.expression, wrt: variable, along: direction), claimed: free,
        derived: free),
      to: &steps)
    guard structure != .free, let kind = MatrixStructure(variable) else { return }
    let isProjected = structure == .projected
    let within = kind.gradient(.variable(direction), isProjected: isProjected)
    try append(
      statement(value),
      [.structure(kind, isProjected: isProjected)],
      .identity(value, free.substituting([direction: within])), to: &steps)
  }

  /// The last steps: the matrix read off the differential, and laid out as the page asks.
  private mutating func matrixStep(
    _ derived: MatrixDerivative, _ question: MatrixQuestion, _ left: Shown,
    into steps: inout StepList
  ) throws(Diagnostic) {
    guard let matrix = derived.matrix else { return }
    let variable = question.variable
    let isOfVectors =
      variable.shape.isColumn && question.inner.expression.shape.isColumn
    let name = variable.shape.isScalar || isOfVectors ? left : stacked(question)
    let rule: Rule =
      variable.shape.isScalar
      ? .direction : question.kind == .hessian ? .hessian : .identification
    let claim =
      isStructured(variable) ? derived.claim(matrix) : question.claim(matrix, derived: matrix)
    try append(.equation(name, show(matrix)), [rule], claim, to: &steps)
    guard question.kind == .jacobian, layout == .denominator, !variable.shape.isScalar else {
      return
    }
    let turned = laidOut(matrix, question.kind)
    try append(
      .equation(name, show(turned)), [.layout], .identity(turned, matrix.transposed), to: &steps)
  }

  /// `steps derivative F wrt X, Y along U, V`: one variable after the other.
  mutating func directionalSteps(
    _ request: Statement.Request, _ function: Function, in source: SourceText,
    at location: SourceLocation
  ) throws(Diagnostic) -> StepsFigure {
    let outer = scope
    defer { scope = outer }
    var (previous, name) = (function, shown(function))
    var taken: [(function: Expression, variable: Variable)] = []
    var variables: [Variable] = []
    var list: StepList?
    for (written, along) in zip(request.variables, request.directions) {
      let syntax = Syntax(.name(written.text), range: written.range)
      let variable = try variable(syntax, in: source).variable
      let direction = try direction(along, for: variable, in: source)
      variables.append(variable)
      let derived = try differential(
        of: previous, wrt: variable, along: direction, at: location)
      var steps = list ?? StepList(of: function, wrt: variable, at: location)
      try differentialSteps(of: previous.expression, named: name, wrt: variable, into: &steps)
      name = directionalName(
        function, variables, request.directions.prefix(variables.count).map(\.text))
      let claim = Claim(
        .differential(of: previous.expression, wrt: variable, along: direction), claimed: derived,
        derived: derived)
      try append(.equation(name, show(derived)), [.direction], claim, to: &steps)
      taken.append((previous.expression, variable))
      previous.expression = derived
      list = steps
    }
    guard let list else { throw Diagnostic(.syntax, "a variable is missing", at: location) }
    return list.figure(name, show, Conditions.of(previous.expression, derivedBy: taken))
  }

  // MARK: Differentials

  /// The steps from a function to its differential, in letters.
  private mutating func differentialSteps(
    of function: Expression, named name: Shown, wrt variable: Variable, into steps: inout StepList
  ) throws(Diagnostic) {
    let found: DifferentialSteps?
    do throws(NotDifferentiable) {
      found = try DifferentialSteps(
        of: function, wrt: variable, numbering: steps.parts.count + 1)
    } catch {
      throw Diagnostic(
        .notDifferentiable, "\(name.text) has no steps: \(error.what)", at: steps.location)
    }
    guard let derivation = found else { throw steps.tooMany }
    let maker = StepsFigures(show: show, function: name, variable: variable)
    try compose(derivation.function, derivation.parts, maker, function, into: &steps)
    if !function.contains(variable) {
      let zero = Expression.zeros(function.shape).simplified
      let direction = Variable("⟨V⟩", variable.shape)
      try append(
        maker.differential(zero), [.constant],
        Claim(.differential(of: function, wrt: variable, along: direction), claimed: zero),
        to: &steps)
    }
    for step in derivation.steps {
      try append(maker.differential(step), [step.rule], claim(step, of: derivation), to: &steps)
    }
  }

  /// That the differential in a step is that of the part, whatever it is made of and however that moves.
  private func claim(_ step: DifferentialSteps.Step, of derivation: DifferentialSteps) -> Claim {
    if step.moving.count == 1, let motion = step.moving.first {
      let alone = Claim(
        .differential(of: step.formula, wrt: motion.part, along: motion.differential),
        claimed: step.local)
      if prover.confirm(alone) == .confirmed { return alone }
    }
    let free = moving(step) { .variable($0) }
    if prover.confirm(free) == .confirmed { return free }
    // A part may be defined only near values it can have.
    let values = derivation.parts.values
    return moving(step) { values[$0] ?? .variable($0) }
  }

  /// The claim along a line through the values of the parts.
  private func moving(
    _ step: DifferentialSteps.Step, from value: (Variable) -> Expression
  ) -> Claim {
    let time = Variable("⟨t⟩", .scalar, range: -0.001...0.001)
    let speed = Variable("⟨s⟩", .scalar)
    var moved: [Variable: Expression] = [:]
    for motion in step.moving {
      moved[motion.part] =
        value(motion.part) + .product([.variable(time), .variable(motion.differential)])
    }
    return Claim(
      .differential(of: step.formula.substituting(moved), wrt: time, along: speed),
      claimed: .product([.variable(speed), step.local.substituting(moved)]))
  }
}
