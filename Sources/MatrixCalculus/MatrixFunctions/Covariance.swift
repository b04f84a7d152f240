/// Deviations from the mean.
extension MatrixFunction {
  /// The centering matrix I − 1 1ᵀ/n, which subtracts the mean from each column: symmetric, its own square,
  /// and zero where it meets ones.
  ///
  /// Source: K. Mardia, J. Kent, J. Bibby, "Multivariate Analysis" (1979), (1.5.4).
  package static func centering(_ n: Dimension) -> MatrixFunction {
    MatrixFunction(
      name: "centering", tex: #"H"#, arity: 0...0, parameters: [n],
      shape: { _ throws(ShapeError) in Shape(n, n) },
      meaning: .formula { _ in
        .eye(n) - .product([.power(.size(n), .minusOne), .ones(Shape(n, n))])
      },
      pullback: { _, _, _ in [] })
  }

  /// Whether it is a centering matrix.
  package var isCentering: Bool { name == "centering" }

  /// The covariance XᵀHX/(n − 1) of the columns of an `n×d` matrix of n observations, `d×d`, with the
  /// centering matrix H. Abbreviates it.
  ///
  /// Source: K. Mardia, J. Kent, J. Bibby, "Multivariate Analysis" (1979), (1.4.7) and (1.4.11).
  package static let cov: MatrixFunction = MatrixFunction(
    name: "cov", tex: #"\operatorname{cov}"#,
    shape: { x throws(ShapeError) in Shape(x[0].shape.columns, x[0].shape.columns) },
    meaning: .formula { x in
      .product([degreesOfFreedom(x[0]), x[0].transposed, centering(x[0].shape.rows)([]), x[0]])
    }, isTransparent: true,
    pullback: { cotangent, x, _ in
      let centered = centering(x[0].shape.rows)([]) * x[0]
      return [.product([degreesOfFreedom(x[0]), centered, cotangent + cotangent.transposed])]
    })

  /// 1/(n − 1).
  private static func degreesOfFreedom(_ x: Expression) -> Expression {
    .power(.size(x.shape.rows - .one), .minusOne)
  }
}
