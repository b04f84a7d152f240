/// Traces, diagonals and sums of products with a column in the middle, u v', and of diagonal matrices.
extension Expression {
  /// What a matrix of rank one is made of: numbers, and the columns u and v where it is u v', or u alone where it
  /// is u or u'.
  package var rankOneParts: (scalars: [Expression], vectors: [Expression], isColumn: Bool)? {
    let core = matrixPart
    if shape.isScalar { return nil }
    if shape.isColumn { return (scalarFactors, [core], true) }
    if shape.isRow { return (scalarFactors, [Simplifier.transpose(core)], false) }
    return Simplifier.rankOne(core).map {
      (scalarFactors, [$0.column, Simplifier.transpose($0.row)], false)
    }
  }
}

extension Simplifier {
  /// P and Q where the matrix is P Q and Q is a row.
  static func rankOne(_ x: Expression) -> (column: Expression, row: Expression)? {
    guard x.operation == .product, x.operands.allSatisfy({ !$0.shape.isScalar }) else { return nil }
    guard let place = x.operands.indices.dropLast().first(where: { x.operands[$0].shape.isColumn })
    else { return nil }
    return (
      .product(Array(x.operands[...place])), .product(Array(x.operands[(place + 1)...]))
    )
  }

  /// (s u v')⁺ is v u' / (s ‖u‖² ‖v‖²), and the pseudoinverse of a column u is u' / ‖u‖².
  static func pseudoinverseOfRankOne(_ x: Expression) -> Expression? {
    guard let parts = x.rankOneParts else { return nil }
    let squares = parts.vectors.map { product([transpose($0), $0]) }
    let divided = (parts.scalars + squares).map { power($0, .number(.minusOne)) }
    let turned = parts.isColumn ? transpose(parts.vectors[0]) : parts.vectors[0]
    let matrices =
      parts.vectors.count == 1 ? [turned] : [parts.vectors[1], transpose(parts.vectors[0])]
    return product(divided + matrices)
  }

  /// diag(u v') is u ∘ v.
  static func diagonalOfRankOne(_ x: Expression) -> Expression? {
    guard let (column, row) = rankOne(x), x.shape.isSquare else { return nil }
    return hadamard([column, transpose(row)])
  }

  /// tr(u v') is v' u, the trace and the sum of diag(v) are the sum of v.
  static func totalOfRankOne(_ function: MatrixFunction, _ x: Expression) -> Expression? {
    if x.operation == .call(.diag), x.operands[0].shape.isColumn {
      return call(.sum, [x.operands[0]], MatrixFunction.sum(x.operands[0]))
    }
    guard function == .trace, let (column, row) = rankOne(x) else { return nil }
    return product(
      [row, column].flatMap { $0.operation == .product ? $0.operands : [$0] })
  }

  /// The trace of a sum with terms u v', each of which is a number.
  static func traceWithRankOne(_ x: Expression) -> Expression? {
    let hasRankOne = x.operands.contains { term in
      let matrices = (term.operation == .product ? term.operands : [])
        .filter { !$0.shape.isScalar }
      return matrices.count > 1 && rankOne(.product(matrices)) != nil
    }
    guard hasRankOne else { return nil }
    return sum(x.operands.map { call(.trace, [$0], MatrixFunction.trace($0)) })
  }

  /// The sums of the rows of u v' are u times the sum of v; those of (u 1') ∘ A are u times those of A; those
  /// of a diagonal matrix are its diagonal. Likewise for columns.
  static func partialSumsOfRankOne(_ function: MatrixFunction, _ x: Expression) -> Expression? {
    let isOfRows = function == .rowSums
    switch x.operation {
    case .call(.diag) where x.operands[0].shape.isColumn:
      return isOfRows ? x.operands[0] : transpose(x.operands[0])
    case .product:
      guard let (column, row) = rankOne(x) else { return nil }
      return isOfRows
        ? product(flat(column) + [call(.sum, [row], MatrixFunction.sum(row))])
        : product([call(.sum, [column], MatrixFunction.sum(column))] + flat(row))
    case .hadamard: return partialSumsOfSpread(function, x)
    default: return nil
    }
  }

  /// (u 1' ∘ A) 1 by the sums of the rows of A, and 1' (1 v' ∘ A) by those of its columns.
  static func sumsOfSpread(_ a: Expression, _ b: Expression) -> Expression? {
    if a.operation == .hadamard, b.operation == .ones, b.shape.isColumn {
      return partialSumsOfSpread(.rowSums, a)
    }
    if b.operation == .hadamard, a.operation == .ones, a.shape.isRow {
      return partialSumsOfSpread(.columnSums, b)
    }
    return nil
  }

  private static func flat(_ x: Expression) -> [Expression] {
    x.operation == .product ? x.operands : [x]
  }

  private static func partialSumsOfSpread(
    _ function: MatrixFunction, _ x: Expression
  ) -> Expression? {
    let cores = x.operands.map { spreadCore($0, alongRows: function == .rowSums) }
    guard cores.contains(where: { $0 != nil }) else { return nil }
    let rest = zip(x.operands, cores).filter { $1 == nil }.map(\.0)
    guard !rest.isEmpty else { return nil }
    let inner = hadamard(rest)
    return hadamard(cores.compactMap { $0 } + [call(function, [inner], function(inner))])
  }

  /// u where it is u 1', or v' where it is 1 v'.
  private static func spreadCore(_ x: Expression, alongRows: Bool) -> Expression? {
    guard x.operation == .product, let ones = alongRows ? x.operands.last : x.operands.first,
      ones.operation == .ones, alongRows ? ones.shape.isRow : ones.shape.isColumn
    else { return nil }
    let rest = alongRows ? Array(x.operands.dropLast()) : Array(x.operands.dropFirst())
    let core = product(rest)
    return (alongRows ? core.shape.isColumn : core.shape.isRow) ? core : nil
  }

  /// A ∘ diag(v) is the diagonal matrix of diag(A) ∘ v.
  static func onDiagonal(_ factors: [Expression]) -> Expression? {
    guard factors.count > 1,
      factors.contains(where: { $0.operation == .call(.diag) && $0.operands[0].shape.isColumn })
    else { return nil }
    let diagonals = factors.map { call(.diag, [$0], MatrixFunction.diag($0)) }
    let whole = hadamard(diagonals)
    return call(.diag, [whole], MatrixFunction.diag(whole))
  }

  /// The sum of L(X, V) ∘ W, with the Fréchet derivative of a function of matrices at X, is that of
  /// V ∘ L(X', W): a product where W commutes with X'.
  static func totalOfFrechet(_ factors: [Expression]) -> Expression? {
    for (place, factor) in factors.enumerated() {
      guard let block = FrechetBlock(factor) else { continue }
      var others = factors
      others.remove(at: place)
      let weight = others.count == 1 ? others[0] : hadamard(others)
      guard weight.commutes(with: transpose(block.x)) else { continue }
      let turned = block.pulledBack(weight).simplified
      guard FrechetBlock(turned) == nil else { continue }
      let product = hadamard([block.v, turned])
      return call(.sum, [product], MatrixFunction.sum(product))
    }
    return nil
  }
}
