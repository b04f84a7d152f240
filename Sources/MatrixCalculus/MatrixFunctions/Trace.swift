extension MatrixFunction {
  /// The sum of the diagonal of an `n×n` matrix, `1×1`.
  ///
  /// Source: K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), (99).
  package static let trace: MatrixFunction = MatrixFunction(
    name: "tr", aliases: ["trace"], tex: #"\operatorname{tr}"#,
    shape: square("the trace") { _ in .scalar },
    meaning: .primitive(.trace),
    pullback: { cotangent, x, _ in [.product([cotangent, .eye(x[0].shape.rows)])] })
}
