/// Diagonals and triangles of simplified matrices.
///
/// Source: J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), §1.18; R. Horn, C. Johnson, "Matrix
/// Analysis" (2013), §0.9 and §7.5.
extension Simplifier {
  /// The diagonal matrix of a column, or the diagonal of a square matrix.
  static func diagonal(_ x: Expression, _ node: Expression) -> Expression {
    if x.shape.isScalar { return x }
    if x.operation == .zeros { return .zeros(node.shape) }
    return x.shape.isColumn ? diagonalMatrix(x) : diagonalColumn(x, node)
  }

  /// diag(c A) = c diag(A) for numbers c.
  static func diagonalScaledOut(_ x: Expression) -> Expression {
    guard x.operation == .product else { return MatrixFunction.diag(x) }
    return scaledOut(x) { MatrixFunction.diag($0) } ?? MatrixFunction.diag(x)
  }

  private static func diagonalMatrix(_ x: Expression) -> Expression {
    if x.operation == .ones { return .eye(x.shape.rows) }
    if x.operation == .call(.diag), x.operands[0].has(.diagonal) { return x.operands[0] }
    let (base, exponent) = basis(x)
    if exponent == .minusOne, base.operation == .call(.diag), base.operands[0].has(.diagonal) {
      return MatrixFunction.inv(base.operands[0])
    }
    return diagonalScaledOut(x)
  }

  private static func diagonalColumn(_ x: Expression, _ node: Expression) -> Expression {
    if x.has(.skew) { return .zeros(node.shape) }
    switch x.operation {
    case .eye, .ones: return .ones(node.shape)
    case .call(.diag): return x.operands[0]
    case .call(.inv) where x.operands[0].isTriangular:
      return power(diagonal(x.operands[0], node), .number(.minusOne))
    case .call(.lowerPart), .call(.upperPart): return diagonal(x.operands[0], node)
    case .transpose: return diagonal(x.operands[0], node)
    case .hadamard: return hadamard(x.operands.map { diagonal($0, node) })
    case .power, .apply: return diagonalOfEntries(x, node)
    case .sum: return diagonalOfSum(x, node)
    case .product: return diagonalOfProduct(x, node)
    default: return MatrixFunction.diag(x)
    }
  }

  /// diag(f(A)) = f(diag(A)), entry by entry.
  private static func diagonalOfEntries(_ x: Expression, _ node: Expression) -> Expression {
    let inner = diagonal(x.operands[0], node)
    return Simplifier.node(
      x.operation == .power ? .power(inner, x.operands[1]) : applied(x, inner),
      [inner] + x.operands.dropFirst())
  }

  private static func applied(_ x: Expression, _ inner: Expression) -> Expression {
    guard case .apply(let function) = x.operation else { return inner }
    return .apply(function, inner)
  }

  /// The sum of the diagonals where that is shorter: that of V + V′ is twice that of V.
  private static func diagonalOfSum(_ x: Expression, _ node: Expression) -> Expression {
    let whole = MatrixFunction.diag(x)
    guard x.isNarrow else { return whole }
    let apart = sum(x.operands.map { diagonal($0, node) })
    let size = whole.treeSize(limit: diagonalReach)
    return apart.treeSize(limit: size) < size ? apart : whole
  }

  /// How large a sum may be whose diagonal is looked at.
  private static let diagonalReach = 200

  /// diag(diag(a) M) = a ∘ diag(M); diag(u v′) = u ∘ v for columns u and v; diag(P diag(c) Q) = (P ∘ Q′) c; and
  /// diag(L M) = diag(L) ∘ diag(M) where both are lower, or both upper triangular.
  private static func diagonalOfProduct(_ x: Expression, _ node: Expression) -> Expression {
    let chain = x.operands.filter { !$0.shape.isScalar }
    guard x.isNarrow, chain.count > 1, let made = diagonal(ofChain: chain, node) else {
      return diagonalScaledOut(x)
    }
    return product(x.operands.filter(\.shape.isScalar) + [made])
  }

  private static func diagonal(ofChain chain: [Expression], _ node: Expression) -> Expression? {
    let (first, last) = (chain[0], chain[chain.count - 1])
    if first.isSquareDiagonal {
      let rest = product(Array(chain.dropFirst()))
      return hadamard([diagonal(first, node), diagonal(rest, node)])
    }
    if last.isSquareDiagonal {
      let rest = product(Array(chain.dropLast()))
      return hadamard([diagonal(rest, node), diagonal(last, node)])
    }
    if let place = chain.indices.dropLast().first(where: { chain[$0].shape.columns == .one }) {
      let (left, right) = (product(Array(chain[...place])), product(Array(chain[(place + 1)...])))
      return hadamard([left, transpose(right)])
    }
    if let place = chain.indices.dropFirst().dropLast().first(where: {
      chain[$0].isDiagonalOfColumn
    }) {
      let (left, right) = (product(Array(chain[..<place])), product(Array(chain[(place + 1)...])))
      return product([hadamard([left, transpose(right)]), chain[place].operands[0]])
    }
    let isTriangular = [Properties.lowerTriangular, .upperTriangular].contains { form in
      chain.allSatisfy { $0.has(form) }
    }
    return isTriangular ? hadamard(chain.map { diagonal($0, node) }) : nil
  }

  /// A triangle of a matrix that has that form already, or of a multiple of a matrix; of one of the other form
  /// it is the diagonal.
  static func triangle(_ function: MatrixFunction, _ x: Expression) -> Expression {
    let isLower = function == .lowerPart
    if x.shape.isScalar || x.isZero || x.has(isLower ? .lowerTriangular : .upperTriangular) {
      return x
    }
    if x.has(isLower ? .upperTriangular : .lowerTriangular) {
      let column = MatrixFunction.diag(x)
      let entries = diagonal(x, column)
      return diagonal(entries, MatrixFunction.diag(entries))
    }
    let scalars = x.scalarFactors
    return scalars.isEmpty
      ? function(x) : product(scalars + [triangle(function, x.matrixPart)])
  }
}

extension Expression {
  /// Whether it is a square matrix with zeros beside its diagonal by its form or by declaration.
  fileprivate var isSquareDiagonal: Bool { shape.isSquare && has(.diagonal) }

  fileprivate var isTriangular: Bool { has(.lowerTriangular) || has(.upperTriangular) }
}
