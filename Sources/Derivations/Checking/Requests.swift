import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

extension PageSession {
  /// A derived gradient, confirmed by the kernel.
  ///
  /// - Throws: `not-differentiable`, `shape-mismatch` where the function is no number, and the kernel's
  ///   objection.
  func gradient(
    of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> Expression {
    let expression = function.expression
    guard expression.shape.isScalar else {
      throw Diagnostic(
        .shapeMismatch, "\(function.name) is a \(expression.shape) matrix and has no gradient",
        at: location, hint: "ask for jacobian \(function.name) wrt \(variable.name)")
    }
    let derived: Expression
    do throws(NotDifferentiable) {
      derived = prover.withoutVanishingTerms(
        try Gradient.gradients(of: expression, wrt: [variable])[0])
    } catch {
      throw Diagnostic(
        .notDifferentiable,
        "\(function.name) has no gradient with respect to \(variable.name): \(error.what)",
        at: location)
    }
    try prover.requireConfirmed(
      .gradient(of: expression, wrt: variable, claimed: derived),
      named: "the gradient of \(function.name) with respect to \(variable.name)", at: location)
    return derived
  }

  /// The figure of a requested gradient.
  mutating func gradientFigure(
    of function: Function, wrt variable: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> DerivativeFigure {
    let derived = try gradient(of: function, wrt: variable, at: location)
    let chains = (try? layers(of: function, at: location)) ?? []
    let figures = DerivativeFigures(
      show: show, function: shown(function), variable: variable)
    let conditions = Claim.gradient(of: function.expression, wrt: variable, claimed: derived)
      .conditions
    return figures.gradient(
      instancesAgree(chains, variable, derived) ? chains : [], derived, conditions: conditions)
  }

  /// Whether the contributions of the instances add up to the gradient, as the kernel sees it.
  private func instancesAgree(
    _ layers: [Layered], _ variable: Variable, _ derived: Expression
  ) -> Bool {
    let parts = layers.flatMap { $0.instances(of: variable).map(\.contribution) }
    return !parts.isEmpty && prover.confirm(.identity(.sum(parts), derived)) == .confirmed
  }

  /// How a function is called: by its name, or by its formula.
  func shown(_ function: Function) -> Shown {
    scope.definition(of: function.name) != nil
      ? show.name(function.name) : show(function.expression)
  }
}
