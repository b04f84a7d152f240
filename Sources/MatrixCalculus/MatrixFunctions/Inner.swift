extension MatrixFunction {
  /// The Frobenius product Σ A ∘ B = tr(Aᵀ B) of two matrices of one shape, `1×1`. Abbreviates it.
  ///
  /// Source: R. Horn, C. Johnson, "Matrix Analysis" (2013), §5.2.
  package static let inner: MatrixFunction = MatrixFunction(
    name: "inner", tex: #"\operatorname{inner}"#, arity: 2...2,
    shape: { (x: [Expression]) throws(ShapeError) -> Shape in
      guard x[0].shape == x[1].shape else {
        throw ShapeError(
          "the inner product of \(x[0].shape) and \(x[1].shape) matrices is undefined; it needs two "
            + "of one shape")
      }
      return .scalar
    },
    meaning: .formula { x in sum(.hadamard(x)) }, isTransparent: true,
    pullback: { cotangent, x, _ in [.product([cotangent, x[1]]), .product([cotangent, x[0]])] })
}
