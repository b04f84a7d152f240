import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Derivatives along directions, with respect to symmetric, skew, diagonal and triangular variables.
extension PageSession {
  /// Whether the derivative by a variable is one within its structure.
  func isStructured(_ variable: Variable) -> Bool {
    structure != .free && MatrixStructure(variable) != nil
  }

  /// The derivative along a direction within the structure of the variable: along P V, with P the projection
  /// onto matrices of the structure, or along V and its mirror image. That of free entries where the variable
  /// has no structure or none is asked for.
  ///
  /// P V and V + Vᵀ − I ∘ V are what the same maps make of a gradient, for both are their own adjoints.
  ///
  /// - Throws: `not-differentiable`, and the kernel's objection.
  func structuredDifferential(
    of function: Function, wrt variable: Variable, along direction: Variable,
    at location: SourceLocation
  ) throws(Diagnostic) -> Expression {
    let free = try differential(of: function, wrt: variable, along: direction, at: location)
    guard structure != .free, let kind = MatrixStructure(variable) else { return free }
    let isProjected = structure == .projected
    let within = kind.gradient(.variable(direction), isProjected: isProjected)
    let derived = free.substituting([direction: within]).simplified.factored()
    let moving = Variable("⟨V⟩", variable.shape, kind.properties)
    let along = kind.dual(.variable(moving), isProjected: isProjected)
    let what = "the derivative of \(function.name) within \(kind.words) matrices"
    try prover.requireConfirmed(
      Claim(
        .differential(of: function.expression, wrt: variable, along: moving),
        claimed: derived.substituting([direction: along])),
      named: what, at: location)
    let projected = kind.gradient(.variable(direction), isProjected: true)
    try prover.requireConfirmed(
      .identity(derived.substituting([direction: projected]), derived), named: what, at: location)
    return derived
  }
}
