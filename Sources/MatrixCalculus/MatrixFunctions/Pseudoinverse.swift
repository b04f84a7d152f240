extension MatrixFunction {
  /// The Moore–Penrose inverse of an `m×n` matrix, `n×m`; of full rank it is (AᵀA)⁻¹Aᵀ where m ≥ n, else
  /// Aᵀ(AAᵀ)⁻¹. Differentiable as long as the rank is the greatest that the form of the matrix admits.
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
      let isFull = m == n && !a.isMadeOfColumns
      let p = isFull ? inv(a) : result
      let (q, back) = (p.transposed, cotangent.transposed)
      let plain = -(.product([q, cotangent, q]))
      if isFull { return [plain] }
      return [
        plain + .product([.eye(m) - a * p, back, p, q]) + .product([q, p, back, .eye(n) - p * a])
      ]
    })
}

extension Expression {
  /// Whether it is a sum of products of a column and a row, by which its rank may be less than its sizes.
  package var isMadeOfColumns: Bool {
    switch operation {
    case .transpose: operands[0].isMadeOfColumns
    case .sum: operands.allSatisfy(\.isMadeOfColumns)
    case .product:
      !shape.isColumn && !shape.isRow
        && operands.contains { !$0.shape.isScalar && ($0.shape.isColumn || $0.shape.isRow) }
    default: false
    }
  }
}
