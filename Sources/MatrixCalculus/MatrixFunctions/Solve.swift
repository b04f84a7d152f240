extension MatrixFunction {
  /// The solution A⁻¹ B of A X = B for an invertible matrix A; text notation also writes `A\B`.
  /// Abbreviates it.
  ///
  /// Source: M. Giles, "Collected Matrix Derivative Results" (2008), §2.3.1.
  package static let solve: MatrixFunction = MatrixFunction(
    name: "solve", tex: #"\operatorname{solve}"#, arity: 2...2,
    shape: { (x: [Expression]) throws(ShapeError) -> Shape in
      let (a, b) = (x[0].shape, x[1].shape)
      guard a.isSquare, a.rows == b.rows else {
        throw ShapeError(
          "the solution for \(a) and \(b) matrices is undefined; the first must be square with the "
            + "rows of the second")
      }
      return b
    },
    meaning: .formula { x in inv(x[0]) * x[1] }, isTransparent: true,
    pullback: { cotangent, x, y in
      let back = inv(x[0]).transposed * cotangent
      return [-(back * y.transposed), back]
    })
}
