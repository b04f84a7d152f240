import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Derivations step by step, each step a claim that the kernel checks.
extension PageSession {
  /// `steps F wrt W, b`, `steps hessian F wrt x`, `steps derivative Y wrt X along V`.
  mutating func steps(
    _ request: Statement.Request, in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    let function = try function(side(request.function, in: source))
    var contents: [StatementResult.Content] = []
    for part in request.derivations {
      guard let held = try heldLayer(part, of: function, in: source) else {
        contents.append(.steps(try steps(part, of: function, in: source, at: location)))
        continue
      }
      contents.append(
        .steps(try steps(part, of: function, holding: held, in: source, at: location)))
    }
    return contents
  }

  /// The derivation of one derivative by variables of the scope.
  mutating func steps(
    _ request: Statement.Request, of function: Function, in source: SourceText,
    at location: SourceLocation
  ) throws(Diagnostic) -> StepsFigure {
    if !request.directions.isEmpty, request.derivative != .hessian {
      return try directionalSteps(request, function, in: source, at: location)
    }
    var variables: [Variable] = []
    for name in request.variables {
      variables.append(
        try variable(Syntax(.name(name.text), range: name.range), in: source).variable)
    }
    var steps = StepList(of: function, wrt: variables[0], at: location)
    steps.other = variables.dropFirst().first
    let outer = scope
    defer { scope = outer }
    if let along = request.directions.first {
      steps.direction = try direction(along, for: variables[0], in: source)
    }
    return try figure(request.derivative, into: &steps)
  }

  private mutating func figure(
    _ kind: Syntax.Derivative, into steps: inout StepList
  ) throws(Diagnostic) -> StepsFigure {
    switch kind {
    case .hessian: return try matrixSteps(.hessian, into: &steps)
    case .gradient where steps.function.expression.shape.isScalar:
      let gradient = try gradientSteps(into: &steps)
      try conventionSteps(gradient, into: &steps)
      let conditions = Conditions.of(
        derived: gradient, from: steps.function.expression, wrt: [steps.variable])
      return steps.figure(left(.gradient, steps.function, [steps.variable]), show, conditions)
    case .gradient, .jacobian, .differential: return try matrixSteps(.jacobian, into: &steps)
    }
  }

  /// The steps from a function to its gradient.
  ///
  /// - Returns: the gradient.
  mutating func gradientSteps(into steps: inout StepList) throws(Diagnostic) -> Expression {
    let (function, variable) = (steps.function, steps.variable)
    // The gradient itself is derived first: what can go wrong is said there.
    let gradient = try gradient(of: function, wrt: variable, at: steps.location)
    let found = try? GradientSteps(of: function.expression, wrt: variable)
    guard let derivation = found ?? nil else { throw steps.tooMany }
    let maker = StepsFigures(show: show, function: shown(function), variable: variable)
    try compose(derivation.function, derivation.parts, maker, function.expression, into: &steps)
    for step in derivation.steps {
      try requireConsistent(step, of: derivation, in: steps)
      try append(maker.derivative(step), step.rules, claim(step, of: derivation), to: &steps)
    }
    try close(derivation, gradient, maker, into: &steps)
    return gradient
  }

  /// The first step: the function in letters.
  mutating func compose(
    _ lettered: Expression, _ parts: [Definition], _ maker: StepsFigures, _ function: Expression,
    into steps: inout StepList
  ) throws(Diagnostic) {
    guard !parts.isEmpty else { return }
    steps.parts += parts
    try append(
      maker.composition(lettered, parts), [.composition],
      .identity(lettered.substituting(parts.values), function), to: &steps)
  }

  /// The last step: the gradient without letters, or with those alone that are worth one.
  private mutating func close(
    _ derivation: GradientSteps, _ gradient: Expression, _ maker: StepsFigures,
    into steps: inout StepList
  ) throws(Diagnostic) {
    let named = Showing.isBrief(gradient) ? nil : derivation.named
    let result = named.map { maker.result($0) } ?? maker.result(gradient)
    guard result != steps.steps.last?.statement else { return }
    let claimed = named?.closed[0] ?? gradient
    try append(
      result, [named == nil ? .substitution : .collection],
      .gradient(
        of: steps.function.expression, wrt: steps.variable, claimed: claimed, derived: gradient),
      to: &steps)
  }

  /// From the gradient of free entries to that within the structure of the variable, and to the layout that
  /// is asked for.
  private mutating func conventionSteps(
    _ gradient: Expression, into steps: inout StepList
  ) throws(Diagnostic) {
    let own = try structureStep(gradient, into: &steps)
    guard layout == .numerator, !steps.variable.shape.isScalar else { return }
    let turned = laidOut(gradient: own)
    try append(
      .equation(left(.gradient, steps.function, [steps.variable]), show(turned)), [.layout],
      .identity(turned, own.transposed), to: &steps)
  }

  /// From the gradient of free entries to that within the structure of the variable, where one is asked for.
  ///
  /// - Returns: the gradient within it.
  mutating func structureStep(
    _ gradient: Expression, into steps: inout StepList
  ) throws(Diagnostic) -> Expression {
    let (function, variable) = (steps.function, steps.variable)
    let own = try structured(gradient, of: function, wrt: variable, at: steps.location)
    guard structure != .free, let kind = MatrixStructure(variable) else { return own }
    try append(
      .equation(left(.gradient, function, [variable]), show(own)),
      [.structure(kind, isProjected: structure == .projected)],
      slope(own, kind, of: function, wrt: variable), to: &steps)
    return own
  }

  /// That the derivative as it is shown is the one that is claimed, where letters have two parts in it.
  private func requireConsistent(
    _ step: GradientSteps.Step, of derivation: GradientSteps, in steps: StepList
  ) throws(Diagnostic) {
    guard let (own, shown) = step.local?.equal,
      prover.confirm(.identity(shown, own)) != .confirmed
    else { return }
    var values = derivation.parts.values
    values[step.part] = values[step.part] ?? .variable(step.part)
    try prover.requireConfirmed(
      .identity(shown.substituting(values), own.substituting(values)),
      named: "step \(steps.steps.count + 1) of the derivative of \(steps.function.name)",
      at: steps.location)
  }

  /// That the derivative in a step is the gradient of the function by that part; where derivatives have
  /// letters, that of what is made of the part.
  private func claim(_ step: GradientSteps.Step, of derivation: GradientSteps) -> Claim {
    let (function, derivative) =
      step.local.map { ($0.function, $0.derivative) }
      ?? derivation.freeing(step.part, in: step.derivative)
    let free = Claim.gradient(of: function, wrt: step.part, claimed: derivative)
    if prover.confirm(free) == .confirmed { return free }
    // A part may be defined only near values it can have: it moves along a direction from there.
    let time = Variable("⟨t⟩", .scalar, range: -0.001...0.001)
    let direction = Expression.variable(Variable("⟨V⟩", step.part.shape))
    var values = derivation.parts.values
    let value = values[step.part] ?? .variable(step.part)
    values[step.part] = value + .product([.variable(time), direction])
    return .gradient(
      of: function.substituting(values), wrt: time,
      claimed: MatrixFunction.sum(.hadamard([derivative.substituting(values), direction])))
  }
}
