extension MatrixFunction {
  /// The sum of all entries, `1×1`.
  ///
  /// Each entry contributes once, so the cotangent is spread over all of them.
  package static let sum: MatrixFunction = MatrixFunction(
    name: "sum", tex: #"\sum"#,
    shape: { _ in .scalar },
    meaning: .primitive(.sum),
    pullback: { cotangent, x, _ in [.product([cotangent, .ones(x[0].shape)])] })
}
