extension MatrixFunction {
  /// The mean of all entries, `1×1`, of each column or of each row. Abbreviates the sum divided by the
  /// number of entries.
  package static func mean(_ axis: Axis? = nil) -> MatrixFunction {
    MatrixFunction(
      name: "mean", tex: #"\operatorname{mean}"#, parameters: axis.map { [$0.parameter] } ?? [],
      shape: totals(axis),
      meaning: .formula { x in
        .product([reciprocalCount(axis, x[0].shape), axis?.sums(x[0]) ?? sum(x[0])])
      }, isTransparent: true,
      pullback: { cotangent, x, _ in
        let share = spread(cotangent, axis, to: x[0].shape)
        return [.product([reciprocalCount(axis, x[0].shape), share])]
      })
  }

  private static func reciprocalCount(_ axis: Axis?, _ shape: Shape) -> Expression {
    let counts = axis.map { [$0.count(of: shape)] } ?? [shape.rows, shape.columns]
    return .product(counts.map { .power(.size($0), .minusOne) })
  }
}
