extension MatrixFunction {
  /// The largest absolute value in a column; of a matrix the largest of the rows' sums of absolute
  /// values, `1×1`. Abbreviates it.
  ///
  /// Source: R. Horn, C. Johnson, "Matrix Analysis" (2013), Example 5.6.5.
  package static let normInf: MatrixFunction = MatrixFunction(
    name: "norminf", tex: #"\operatorname{norm}_\infty"#,
    shape: { _ throws(ShapeError) in .scalar },
    meaning: .formula { x in max()(rowSums(.apply(.abs, x[0]))) }, isTransparent: true,
    pullback: { cotangent, x, _ in
      let chosen = Axis.rows.spread(hardmax(rowSums(.apply(.abs, x[0]))), to: x[0].shape)
      return [.product([cotangent, .hadamard([chosen, .apply(.sign, x[0])])])]
    })
}
