extension MatrixFunction {
  /// The Euclidean norm of a column, the Frobenius norm of a matrix, `1×1`; differentiable away from
  /// zero. Abbreviates the root of the sum of squares.
  ///
  /// Source: K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), (129).
  package static let norm2: MatrixFunction = norm2Along(nil)

  /// The Euclidean norm of each column or of each row; of all entries without an axis.
  package static func norm2Along(_ axis: Axis?) -> MatrixFunction {
    MatrixFunction(
      name: "norm2", aliases: axis == nil ? ["norm"] : [], tex: #"\operatorname{norm}_2"#,
      parameters: axis.map { [$0.parameter] } ?? [],
      shape: totals(axis),
      meaning: .formula { x in
        let squares = Expression.power(x[0], Rational(2))
        return .power(axis?.sums(squares) ?? sum(squares), .half)
      }, isTransparent: true,
      pullback: { cotangent, x, y in
        let slope = Expression.hadamard([cotangent, .power(y, .minusOne)])
        return [.hadamard([spread(slope, axis, to: x[0].shape), x[0]])]
      })
  }
}
