/// The entries of a matrix in another shape, column after column.
extension MatrixFunction {
  /// The columns of a matrix, one under the other: `m×n` to `mn×1`.
  ///
  /// Source: J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), §2.4.
  package static let vec: MatrixFunction = MatrixFunction(
    name: "vec", tex: #"\operatorname{vec}"#,
    shape: { x throws(ShapeError) in Shape(x[0].shape.rows * x[0].shape.columns, .one) },
    meaning: .primitive(.reshape),
    pullback: { cotangent, x, _ in [reshape(to: x[0].shape)(cotangent)] })

  /// The entries, column after column, in a matrix of another shape.
  package static func reshape(to shape: Shape) -> MatrixFunction {
    MatrixFunction(
      name: "reshape", tex: #"\operatorname{reshape}"#, parameters: [shape.rows, shape.columns],
      shape: { (x: [Expression]) throws(ShapeError) -> Shape in
        guard shape.rows * shape.columns == x[0].shape.rows * x[0].shape.columns else {
          throw ShapeError(
            "a \(x[0].shape) matrix has not as many entries as a \(shape) matrix",
            hint: "the product of rows and columns must stay the same")
        }
        return shape
      },
      meaning: .primitive(.reshape),
      pullback: { cotangent, x, _ in [reshape(to: x[0].shape)(cotangent)] })
  }
}
