extension MatrixFunction {
  /// The adjugate: the transposed cofactors; det(X) X⁻¹ of an invertible matrix.
  ///
  /// Pulled back, from d adj X = tr(X⁻¹ dX) adj X − X⁻¹ dX adj X: X̄ = tr(Ȳᵀ Y) X⁻ᵀ − X⁻ᵀ Ȳ Yᵀ.
  ///
  /// Source: J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), §8.6.
  package static let adj: MatrixFunction = MatrixFunction(
    name: "adj", aliases: ["adjugate"], tex: #"\operatorname{adj}"#,
    shape: square("the adjugate") { $0 },
    meaning: .formula { x in det(x[0]) * inv(x[0]) }, everywhere: .adjugate,
    pullback: { cotangent, x, y in
      let inverse = inv(x[0]).transposed
      let total = trace(cotangent.transposed * y)
      return [total * inverse - .product([inverse, cotangent, y.transposed])]
    })
}
