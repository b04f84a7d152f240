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
    var steps: [StepsFigure.Step] = []
    if !derivation.parts.isEmpty {
      steps.append(
        try step(
          maker.composition(derivation), [.composition],
          .identity(derivation.freeing(variable, in: .number(0)).function, function.expression),
          of: function, variable, number: 1, at: location))
    }
    for step in derivation.steps {
      steps.append(
        try self.step(
          maker.derivative(step), step.rules, claim(step, of: derivation), of: function, variable,
          number: steps.count + 1, at: location))
    }
    if maker.result(gradient) == steps.last?.statement {
      return figure(maker, derivation, steps, gradient, function)
    }
    steps.append(
      try step(
        maker.result(gradient), [.substitution],
        .gradient(of: function.expression, wrt: variable, claimed: gradient, derived: gradient),
        of: function, variable, number: steps.count + 1, at: location))
    return figure(maker, derivation, steps, gradient, function)
  }

  private func figure(
    _ maker: StepsFigures, _ derivation: GradientSteps, _ steps: [StepsFigure.Step],
    _ gradient: Expression, _ function: Function
  ) -> StepsFigure {
    let conditions = Conditions.of(derived: [gradient], from: function.expression)[0]
    return StepsFigure(
      title: maker.title, parts: derivation.parts.map { show.definition($0) }, steps: steps,
      conditions: conditions)
  }

  /// That the derivative in a step is the gradient of the function by that part.
  private func claim(_ step: GradientSteps.Step, of derivation: GradientSteps) -> Claim {
    let (function, derivative) = derivation.freeing(step.part, in: step.derivative)
    let free = Claim.gradient(of: function, wrt: step.part, claimed: derivative)
    if prover.confirm(free) == .confirmed { return free }
    // A part may be defined only near values it can have: it moves along a direction from there.
    let time = Variable("⟨t⟩", .scalar, range: -0.001...0.001)
    let direction = Expression.variable(Variable("⟨V⟩", step.part.shape))
    let moved =
      derivation.value(of: step.part) + .product([.variable(time), direction])
    return .gradient(
      of: function.substituting([step.part: moved]), wrt: time,
      claimed: MatrixFunction.sum(
        .hadamard([derivative.substituting([step.part: moved]), direction])))
  }

  private mutating func step(
    _ statement: Shown, _ rules: [Rule], _ claim: Claim, of function: Function,
    _ variable: Variable, number: Int, at location: SourceLocation
  ) throws(Diagnostic) -> StepsFigure.Step {
    let judgement = prover.decide(claim)
    guard judgement.verdict.holds else {
      throw Diagnostic(
        judgement.verdict == .refuted ? .internalError : .undecided,
        "step \(number) of the gradient of \(function.name) with respect to \(variable.name) "
          + "could not be confirmed", at: location,
        hint: "declare the ranges of the variables, as in x : (n) > 0")
    }
    result.claims.append(
      CheckedClaim(
        location: location, block: block, label: "step \(number)", kind: .step,
        of: function.name, wrt: variable.name, claimed: statement.text,
        origin: function.location, judgement: judgement))
    return StepsFigure.Step(
      statement: statement, rules: rules.map { .init(phrase: $0.phrase, source: $0.source) },
      claim: result.claims.count - 1)
  }
}
