extension MatrixFunction {
  /// The inverse of an invertible `n×n` matrix.
  ///
  /// Pulled back: X̄ = −Yᵀ Ȳ Yᵀ with Y = X⁻¹.
  ///
  /// Source: M. Giles, "Collected Matrix Derivative Results" (2008), §2.2.3.
  package static let inv: MatrixFunction = MatrixFunction(
    name: "inv", tex: #"\operatorname{inv}"#,
    shape: square("the inverse") { $0 },
    meaning: .primitive(.inverse),
    pullback: { cotangent, _, y in [-(.product([y.transposed, cotangent, y.transposed]))] })
}
