import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Gradients with respect to symmetric, skew, diagonal and triangular variables.
///
/// Source: S. Srinivasan, N. Panda, "What is the gradient of a scalar function of a symmetric matrix?"
/// (2022); K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), §2.8.
extension PageSession {
  /// The gradient within the structure of its variable, confirmed by the kernel; that of free entries
  /// where the variable has none or none is asked for.
  func structured(
    _ gradient: Expression, of function: Function, wrt variable: Variable,
    at location: SourceLocation
  ) throws(Diagnostic) -> Expression {
    guard structure != .free, let kind = MatrixStructure(variable) else { return gradient }
    let isProjected = structure == .projected
    let derived = kind.gradient(gradient, isProjected: isProjected).simplified
    let what = "the gradient of \(function.name) within \(kind.words) matrices"
    try prover.requireConfirmed(
      slope(derived, kind, of: function, wrt: variable), named: what, at: location)
    try prover.requireConfirmed(
      .identity(kind.gradient(derived, isProjected: true), derived), named: what, at: location)
    return derived
  }

  /// That a gradient within a structure gives the slope along every matrix that has it.
  func slope(
    _ gradient: Expression, _ kind: MatrixStructure, of function: Function, wrt variable: Variable
  ) -> Claim {
    let direction = Variable("⟨V⟩", variable.shape, kind.properties)
    let dual = kind.dual(gradient, isProjected: structure == .projected)
    return Claim(
      .differential(of: function.expression, wrt: variable, along: direction),
      claimed: MatrixFunction.sum(.hadamard([dual, .variable(direction)])))
  }

  /// Which entries of a structured variable move.
  func structureNotes(_ variable: Variable) -> [String] {
    guard let kind = MatrixStructure(variable) else { return [] }
    guard structure != .free else {
      return ["all entries of \(variable.name) are free, though it is \(kind.words)"]
    }
    return [kind.note(variable.name, isProjected: structure == .projected)]
  }
}
