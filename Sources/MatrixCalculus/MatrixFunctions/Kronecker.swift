/// The Kronecker product and the commutation matrix.
extension MatrixFunction {
  /// The Kronecker product of an `m×n` and a `p×q` matrix, `mp×nq`: the blocks A[i,j] B.
  ///
  /// Pulled back, with 1 for matrices of ones: Ā sums each block of Ȳ ∘ (1 ⊗ B), and B̄ adds the blocks
  /// of Ȳ ∘ (A ⊗ 1).
  ///
  /// Source: J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), §2.2; the sums are those
  /// of its definition.
  package static let kron: MatrixFunction = MatrixFunction(
    name: "kron", tex: #"\operatorname{kron}"#, arity: 2...2,
    shape: { (x: [Expression]) throws(ShapeError) -> Shape in
      let (a, b) = (x[0].shape, x[1].shape)
      return Shape(a.rows * b.rows, a.columns * b.columns)
    },
    meaning: .primitive(.kronecker),
    pullback: { cotangent, x, _ in
      let (a, b) = (x[0], x[1])
      return [blockSums(cotangent, a, b), addedBlocks(cotangent, a, b)]
    })

  /// (I ⊗ 1ᵀ) (Ȳ ∘ (1 ⊗ B)) (I ⊗ 1).
  private static func blockSums(
    _ cotangent: Expression, _ a: Expression, _ b: Expression
  ) -> Expression {
    let weighted = Expression.hadamard([cotangent, kron([.ones(a.shape), b])])
    let left = kron([.eye(a.shape.rows), .ones(Shape(.one, b.shape.rows))])
    let right = kron([.eye(a.shape.columns), .ones(Shape(b.shape.columns, .one))])
    return .product([left, weighted, right])
  }

  /// (1ᵀ ⊗ I) (Ȳ ∘ (A ⊗ 1)) (1 ⊗ I).
  private static func addedBlocks(
    _ cotangent: Expression, _ a: Expression, _ b: Expression
  ) -> Expression {
    let weighted = Expression.hadamard([cotangent, kron([a, .ones(b.shape)])])
    let left = kron([.ones(Shape(.one, a.shape.rows)), .eye(b.shape.rows)])
    let right = kron([.ones(Shape(a.shape.columns, .one)), .eye(b.shape.columns)])
    return .product([left, weighted, right])
  }

  /// The matrix K with K vec(X) = vec(Xᵀ) for every `m×n` matrix X.
  ///
  /// Source: J. Magnus, H. Neudecker, "The Commutation Matrix: Some Properties and Applications" (1979).
  package static func commutation(rows: Dimension, columns: Dimension) -> MatrixFunction {
    MatrixFunction(
      name: "commat", tex: #"K"#, arity: 0...0, parameters: [rows, columns],
      shape: { _ throws(ShapeError) in Shape(rows * columns, rows * columns) },
      meaning: .primitive(.commutation(rows: rows)),
      pullback: { _, _, _ in [] })
  }
}
