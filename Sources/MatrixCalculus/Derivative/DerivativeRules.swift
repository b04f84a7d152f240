/// The rules a gradient is derived by, as a value: breaking one of them shows whether the kernel
/// notices.
package struct DerivativeRules: Sendable {
  /// What a node's cotangent contributes to each operand; nil where it is not wanted.
  package typealias Pull =
    @Sendable (_ node: Expression, _ cotangent: Expression, _ wanted: [Bool])
    throws(NotDifferentiable) -> [Expression?]

  package var pullback: Pull
  package var simplifier: Simplifier

  package init(pullback: @escaping Pull, simplifier: Simplifier) {
    self.pullback = pullback
    self.simplifier = simplifier
  }

  /// Those of the language.
  package static let standard = DerivativeRules(
    pullback: Pullback.of, simplifier: Simplifier())
}
