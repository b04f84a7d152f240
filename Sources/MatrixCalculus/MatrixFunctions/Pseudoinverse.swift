extension MatrixFunction {
  /// The Moore–Penrose inverse of an `m×n` matrix of full rank, `n×m`: (AᵀA)⁻¹Aᵀ where m ≥ n, else
  /// Aᵀ(AAᵀ)⁻¹. Differentiable as long as the rank is full.
  ///
  /// Pulled back, with P = A⁺: Ā = −Pᵀ P̄ Pᵀ + (I − A P) P̄ᵀ P Pᵀ + Pᵀ P P̄ᵀ (I − P A).
  ///
  /// Source: G. Golub, V. Pereyra, "The Differentiation of Pseudo-Inverses and Nonlinear Least Squares
  /// Problems Whose Variables Separate" (1973), (4.12).
  package static let pinv: MatrixFunction = MatrixFunction(
    name: "pinv", tex: #"\operatorname{pinv}"#,
    shape: { x throws(ShapeError) in x[0].shape.transposed },
    meaning: .primitive(.pseudoinverse),
    pullback: { cotangent, x, result in
      let a = x[0]
      let (m, n) = (a.shape.rows, a.shape.columns)
      let p = m == n ? inv(a) : result
      let (q, back) = (p.transposed, cotangent.transposed)
      let plain = -(.product([q, cotangent, q]))
      if m == n { return [plain] }
      return [
        plain + .product([.eye(m) - a * p, back, p, q]) + .product([q, p, back, .eye(n) - p * a])
      ]
    })
}
