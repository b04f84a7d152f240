extension MatrixFunction {
  /// The determinant of an `n×n` matrix, `1×1`.
  ///
  /// Source: K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), (49).
  package static let det: MatrixFunction = MatrixFunction(
    name: "det", tex: #"\det"#,
    shape: square("the determinant") { _ in .scalar },
    meaning: .primitive(.determinant),
    pullback: { cotangent, x, y in [.product([cotangent, y, inv(x[0]).transposed])] })
}
