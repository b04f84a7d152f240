/// What makes the entries of a square matrix depend on each other.
package enum MatrixStructure: Hashable, Sendable {
  case diagonal, symmetric, skew, lowerTriangular, upperTriangular

  /// The structure a variable is declared to have; nil where its entries are free.
  package init?(_ variable: Variable) {
    let all: [(Properties, MatrixStructure)] = [
      (.diagonal, .diagonal), (.symmetric, .symmetric), (.skew, .skew),
      (.lowerTriangular, .lowerTriangular), (.upperTriangular, .upperTriangular),
    ]
    guard !variable.shape.isScalar,
      let found = all.first(where: { variable.properties.contains($0.0) })
    else { return nil }
    self = found.1
  }

  package var properties: Properties {
    switch self {
    case .diagonal: .diagonal
    case .symmetric: .symmetric
    case .skew: .skew
    case .lowerTriangular: .lowerTriangular
    case .upperTriangular: .upperTriangular
    }
  }

  package var words: String {
    switch self {
    case .diagonal: "diagonal"
    case .symmetric: "symmetric"
    case .skew: "skew"
    case .lowerTriangular: "lower triangular"
    case .upperTriangular: "upper triangular"
    }
  }

  /// The gradient within matrices of the structure, from that of free entries.
  ///
  /// - Parameter isProjected: the orthogonal projection of G, (G + Gᵀ)/2 for symmetric matrices;
  ///   otherwise the derivative by each entry that is free, its mirror image moving with it,
  ///   G + Gᵀ − I ∘ G.
  package func gradient(_ g: Expression, isProjected: Bool) -> Expression {
    let diagonal = MatrixFunction.diag(MatrixFunction.diag(g))
    switch self {
    case .diagonal: return diagonal
    case .symmetric:
      let both = g + g.transposed
      return isProjected ? .product([.number(.half), both]) : both - diagonal
    case .skew:
      let both = g - g.transposed
      return isProjected ? .product([.number(.half), both]) : both
    case .lowerTriangular: return MatrixFunction.lowerPart(g)
    case .upperTriangular: return MatrixFunction.upperPart(g)
    }
  }

  /// The matrix H with d F = ⟨H, dX⟩ for all dX of the structure, from the gradient within it.
  package func dual(_ g: Expression, isProjected: Bool) -> Expression {
    guard !isProjected else { return g }
    switch self {
    case .symmetric:
      return .product([.number(.half), g + MatrixFunction.diag(MatrixFunction.diag(g))])
    case .skew: return .product([.number(.half), g])
    case .diagonal, .lowerTriangular, .upperTriangular: return g
    }
  }

  /// Which entries of a variable of that name move.
  package func note(_ name: String, isProjected: Bool) -> String {
    switch self {
    case .diagonal: "only the diagonal of \(name) moves"
    case .symmetric, .skew:
      isProjected
        ? "\(name) moves along \(words) matrices"
        : "an entry of \(name) moves with its mirror image"
    case .lowerTriangular: "only the lower triangle of \(name) moves"
    case .upperTriangular: "only the upper triangle of \(name) moves"
    }
  }
}
