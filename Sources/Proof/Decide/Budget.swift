/// Bounds on the work spent on one claim. All are counts, so that a verdict never depends on how fast
/// a machine is.
package struct Budget: Hashable, Sendable {
  /// Multiplications in one evaluation.
  package var multiplications = 20_000_000
  /// Random points for each choice of sizes.
  package var points = 3
  /// The same, for claims with roots, absolute values or steps, which have cases to meet.
  package var pointsWithCases = 9
  /// Choices of sizes.
  package var sizeChoices = 2
  /// The least size that stands for a name in exact tests; sizes above the degree come before it.
  package var leastSize = 5
  /// Points drawn anew where an operation is undefined, for each point.
  package var redraws = 8
  /// The precisions of balls in bits, tried in turn.
  package var precisions = [64, 128, 256, 400]
  /// Points tried for a witness.
  package var witnessPoints = 2_000

  package init() {}
}
