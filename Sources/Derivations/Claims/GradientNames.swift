import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// `dZ = …` on pages on backpropagation: with no differential on the right it is the name of the gradient
/// by Z.
extension DisplayChecker {
  /// Keeps such a name; where the page has a function of Z, the equation is a claim about its gradient.
  ///
  /// The gradient by a definition is only named where the claim does not hold: pages leave factors such as
  /// 1/m to the gradients of the weights.
  mutating func name(
    _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard case .derivative(.differential, let of, nil) = equation.left,
      case .name(let base) = of.bare.kind, let first = equation.sides.first,
      equation.sides.allSatisfy({ !$0.formula.isZero && !session.hasDifferential($0.formula) })
    else { return false }
    let location = source.location(equation.range)
    if let known = session.scope.definition(of: "d" + base) {
      judge(equation.sides, against: known.expression, named: known.name, &session)
      return true
    }
    guard let shape = session.shape(of: base) else { return false }
    let side = claimed(first)
    let value = try? session.elaborate(side, expecting: shape)
    guard session.scope.variable(base) != nil || value?.shape == shape else { return false }
    let claims = try judgesGradient(base, of, side, value, session, location)
    if let target = claims { session.judge(side, against: target, expectation) }
    guard let value, value.shape == shape else { return claims != nil }
    try session.scope.define(Scope.Definition("d" + base, value, location: location))
    judge(Array(equation.sides.dropFirst()), against: value, named: "d" + base, &session)
    return true
  }

  /// The gradient of the page's function, where the equation has to be about it.
  private func judgesGradient(
    _ base: String, _ of: Syntax, _ side: ClaimedSide, _ value: Expression?,
    _ session: PageSession, _ location: SourceLocation
  ) throws(Diagnostic) -> Target? {
    let argument = try session.argument(of, in: source)
    guard let function = session.objective(of: argument),
      let target = try? session.derivativeTarget(
        .gradient, of: function, by: argument, at: location)
    else { return nil }
    if session.scope.variable(base) != nil { return target }
    guard let value else { return nil }
    return session.prover.decide(target.claim(value)).verdict.holds ? target : nil
  }

  private mutating func judge(
    _ sides: [Equation.Side], against value: Expression, named name: String,
    _ session: inout PageSession
  ) {
    let target = Target.identity(.identity, of: name, with: value)
    for side in sides { session.judge(claimed(side), against: target, expectation) }
    current = (target, value)
  }
}

extension PageSession {
  fileprivate func shape(of name: String) -> Shape? {
    scope.variable(name)?.shape ?? scope.definition(of: name)?.expression.shape
  }

  /// The number defined last that depends on an argument.
  fileprivate func objective(of argument: Argument) -> Function? {
    scope.definitions.last {
      $0.expression.shape.isScalar && argument.freeing($0.expression).contains(argument.variable)
        && $0.expression != argument.value
    }.map { Function(name: $0.name, expression: $0.expression, location: $0.location) }
  }

  /// Whether a formula speaks of a differential that is no name of a gradient.
  fileprivate func hasDifferential(_ formula: Syntax) -> Bool {
    if case .derivative(.differential) = formula.kind {
      let inner = formula.children[0].bare
      let base = inner.kind == .transpose ? inner.children[0].bare : inner
      guard case .name(let name) = base.kind else { return true }
      return scope.definition(of: "d" + name) == nil
    }
    return formula.children.contains { hasDifferential($0) }
  }
}
