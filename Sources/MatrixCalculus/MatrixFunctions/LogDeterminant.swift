extension MatrixFunction {
  /// The logarithm of the absolute value of the determinant of an invertible matrix, `1×1`.
  ///
  /// Source: K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), (57).
  package static let logdet: MatrixFunction = MatrixFunction(
    name: "logdet", tex: #"\log\det"#,
    shape: square("the determinant") { _ in .scalar },
    meaning: .formula { .apply(.log, .apply(.abs, det($0[0]))) },
    pullback: { cotangent, x, _ in [.product([cotangent, inv(x[0]).transposed])] })
}
