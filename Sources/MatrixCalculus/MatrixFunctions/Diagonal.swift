extension MatrixFunction {
  /// Of a column the square matrix with it on the diagonal; of a square matrix its diagonal as a
  /// column.
  ///
  /// The two directions are each other's pullback.
  package static let diag: MatrixFunction = MatrixFunction(
    name: "diag", tex: #"\operatorname{diag}"#,
    shape: { (x: [Expression]) throws(ShapeError) -> Shape in
      let shape = x[0].shape
      if shape.isColumn { return Shape(shape.rows, shape.rows) }
      if shape.isSquare { return Shape(shape.rows, .one) }
      throw ShapeError(
        "diag of a \(shape) matrix is undefined; it needs a column or a square matrix")
    },
    meaning: .primitive(.diagonal),
    pullback: { cotangent, _, _ in [diag(cotangent)] })
}
