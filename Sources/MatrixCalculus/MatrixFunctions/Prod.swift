extension MatrixFunction {
  /// The product of all entries, `1×1`.
  ///
  /// Its derivative by an entry is the product of all others, written as the whole over that entry.
  package static let prod: MatrixFunction = MatrixFunction(
    name: "prod", tex: #"\prod"#,
    shape: { _ throws(ShapeError) in .scalar },
    meaning: .formula { x in det(diag(x[0].shape.isColumn ? x[0] : vec(x[0]))) },
    pullback: { cotangent, x, y in [.product([cotangent, y, .power(x[0], .minusOne)])] })
}
