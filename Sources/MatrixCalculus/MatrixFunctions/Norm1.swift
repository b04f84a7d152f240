extension MatrixFunction {
  /// The sum of the absolute values of all entries, `1×1`. Abbreviates it.
  package static let norm1: MatrixFunction = norm1Along(nil)

  /// The sum of the absolute values of each column or of each row; of all entries without an axis.
  package static func norm1Along(_ axis: Axis?) -> MatrixFunction {
    MatrixFunction(
      name: "norm1", tex: #"\operatorname{norm}_1"#,
      parameters: axis.map { [$0.parameter] } ?? [],
      shape: totals(axis),
      meaning: .formula { x in
        let sizes = Expression.apply(.abs, x[0])
        return axis?.sums(sizes) ?? sum(sizes)
      }, isTransparent: true,
      pullback: { cotangent, x, _ in
        [.hadamard([spread(cotangent, axis, to: x[0].shape), .apply(.sign, x[0])])]
      })
  }
}
