extension MatrixFunction {
  /// The Euclidean norm of a column, the Frobenius norm of a matrix, `1×1`; differentiable away from
  /// zero. Abbreviates the root of the sum of squares.
  ///
  /// Source: K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), (129).
  package static let norm2: MatrixFunction = MatrixFunction(
    name: "norm2", aliases: ["norm"], tex: #"\operatorname{norm}_2"#,
    shape: { _ in .scalar },
    meaning: .formula { .power(sum(.power($0[0], Rational(2))), .half) }, isTransparent: true,
    pullback: { cotangent, x, y in [.product([cotangent, .power(y, .minusOne), x[0]])] })
}
