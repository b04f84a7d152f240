extension MatrixFunction {
  /// The sum of each column of an `m×n` matrix: a row, `1×n`. Text notation writes `sum(X, 1)`.
  package static let columnSums: MatrixFunction = MatrixFunction(
    name: "colsums", tex: #"\operatorname{colsums}"#,
    shape: { Shape(.one, $0[0].shape.columns) },
    meaning: .primitive(.columnSums),
    pullback: { cotangent, x, _ in [.ones(Shape(x[0].shape.rows, .one)) * cotangent] })
}
