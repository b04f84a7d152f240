extension MatrixFunction {
  /// The sum of each row of an `m×n` matrix: a column, `m×1`. Text notation writes `sum(X, 2)`.
  package static let rowSums: MatrixFunction = MatrixFunction(
    name: "rowsums", tex: #"\operatorname{rowsums}"#,
    shape: { Shape($0[0].shape.rows, .one) },
    meaning: .primitive(.rowSums),
    pullback: { cotangent, x, _ in [cotangent * .ones(Shape(.one, x[0].shape.columns))] })
}
