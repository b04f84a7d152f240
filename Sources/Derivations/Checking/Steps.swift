import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Derivations step by step, each step a claim that the kernel checks.
extension PageSession {
  /// `steps F wrt W, b`.
  mutating func steps(
    _ request: Statement.Request, in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    let function = try function(side(request.function, in: source))
    var contents: [StatementResult.Content] = []
    for name in request.variables {
      let syntax = Syntax(.name(name.text), range: name.range)
      let variable = try variable(syntax, in: source).variable
      contents.append(.steps(try steps(of: function, wrt: variable, at: location)))
    }
    return contents
  }

  private mutating func steps(
    of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> StepsFigure {
    // The gradient itself is derived first: what can go wrong is said there.
    let gradient = try gradient(of: function, wrt: variable, at: location)
    let found = try? GradientSteps(of: function.expression, wrt: variable)
    guard let derivation = found ?? nil else {
      throw Diagnostic(
        .tooLarge, "the derivation of the gradient of \(function.name) has too many steps to show",
        at: location, hint: "define its parts, and ask for the steps of one of them")
    }
    let maker = StepsFigures(show: show, function: shown(function), variable: variable)
    var steps = StepList(of: function, wrt: variable, at: location)
    try compose(derivation, maker, of: function, into: &steps)
    for step in derivation.steps {
      try append(maker.derivative(step), step.rules, claim(step, of: derivation), to: &steps)
    }
    try close(derivation, gradient, maker, of: function, into: &steps)
    let conditions = Conditions.of(derived: [gradient], from: function.expression)[0]
    return StepsFigure(
      title: maker.title, parts: derivation.parts.map { show.definition($0) }, steps: steps.steps,
      conditions: conditions)
  }

  /// The first step: the function in letters.
  private mutating func compose(
    _ derivation: GradientSteps, _ maker: StepsFigures, of function: Function,
    into steps: inout StepList
  ) throws(Diagnostic) {
    guard !derivation.parts.isEmpty else { return }
    let whole = derivation.function.substituting(derivation.values)
    try append(
      maker.composition(derivation), [.composition], .identity(whole, function.expression),
      to: &steps)
  }

  /// The last step: the gradient without letters, or with those alone that are worth one.
  private mutating func close(
    _ derivation: GradientSteps, _ gradient: Expression, _ maker: StepsFigures,
    of function: Function, into steps: inout StepList
  ) throws(Diagnostic) {
    let named = Showing.isBrief(gradient) ? nil : derivation.named
    let result = named.map { maker.result($0) } ?? maker.result(gradient)
    guard result != steps.steps.last?.statement else { return }
    let claimed = named?.closed[0] ?? gradient
    try append(
      result, [named == nil ? .substitution : .collection],
      .gradient(
        of: function.expression, wrt: steps.variable, claimed: claimed, derived: gradient),
      to: &steps)
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
    var values = derivation.values
    let value = values[step.part] ?? .variable(step.part)
    values[step.part] = value + .product([.variable(time), direction])
    return .gradient(
      of: function.substituting(values), wrt: time,
      claimed: MatrixFunction.sum(.hadamard([derivative.substituting(values), direction])))
  }
}
