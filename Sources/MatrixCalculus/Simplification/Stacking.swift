/// Matrices in other shapes, Kronecker products and blocks within products.
///
/// Source: J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), §2.2 and §2.4.
extension Simplifier {
  /// A function of entries with the reshaping of its arguments put outside: vec(A) + vec(B) is
  /// vec(A + B). Constants take any shape.
  ///
  /// - Returns: nil where the arguments are not matrices of one shape in another.
  static func reshaping(
    _ arguments: [Expression], to shape: Shape, _ function: ([Expression]) -> Expression
  ) -> Expression? {
    var common: Shape?
    for argument in arguments.prefix(64) where argument.commonEntry == nil {
      guard let inner = argument.unshaped, common == nil || common == inner.shape else {
        return nil
      }
      common = inner.shape
    }
    guard let common, arguments.count <= 64 else { return nil }
    let inner = arguments.map { argument in
      argument.commonEntry.map { product([$0, .ones(common)]) } ?? argument.unshaped ?? argument
    }
    return reshaped(function(inner), to: shape)
  }

  /// What two neighbours in a product of matrices are together.
  static func joined(_ a: Expression, _ b: Expression) -> Expression? {
    guard case .call(let left) = a.inner.operation, case .call(let right) = b.inner.operation else {
      return nil
    }
    switch (left, right) {
    case (.diag, .diag) where a.isDiagonalOfColumn && b.isDiagonalOfColumn:
      let entries = hadamard([a.operands[0], b.operands[0]])
      return call(.diag, [entries], MatrixFunction.diag(entries))
    case (.kron, .kron) where a.operation != .transpose && b.operation != .transpose:
      return multiplied(a, b)
    case (.kron, _) where b.isStacked && a.operation != .transpose: return unstacked(a, b)
    case (_, .kron) where a.operation == .transpose && a.inner.isStacked:
      return unstacked(transpose(b), a.inner).map(transpose)
    case _ where left.isCentering && left == right: return a
    case (.beside, .above) where a.operation != .transpose && b.operation != .transpose:
      return blockwise(a, b)
    default: return nil
    }
  }

  /// Zeros where ones meet a centering matrix.
  static func centered(_ a: Expression, _ b: Expression) -> Expression? {
    let meet = a.operation == .ones && b.isCentering || a.isCentering && b.operation == .ones
    return meet ? .zeros(Shape(a.shape.rows, b.shape.columns)) : nil
  }

  /// [A; B] + [C; D] = [A + C; B + D], and likewise side by side: the terms with those of one division put
  /// together; nil where no two have the same.
  static func blocksAdded(_ terms: [Expression]) -> [Expression]? {
    guard let first = terms.first(where: { $0.isOfBlocks }),
      case let alike = terms.filter({ $0.isDivided(like: first) }), alike.count > 1
    else { return nil }
    let parts = first.operands.indices.map { place in sum(alike.map { $0.operands[place] }) }
    return terms.filter { !$0.isDivided(like: first) } + [first.with(parts)]
  }

  /// (A ⊗ B) (C ⊗ D) = A C ⊗ B D.
  private static func multiplied(_ a: Expression, _ b: Expression) -> Expression? {
    let pairs = Array(zip(a.operands, b.operands))
    guard pairs.allSatisfy({ $0.shape.columns == $1.shape.rows }) else { return nil }
    let factors = pairs.map { product([$0, $1]) }
    return call(.kron, factors, MatrixFunction.kron(factors))
  }

  /// (A ⊗ B) vec(X) = vec(B X Aᵀ).
  private static func unstacked(_ kron: Expression, _ stack: Expression) -> Expression? {
    let (a, b, x) = (kron.operands[0], kron.operands[1], stack.operands[0])
    guard x.shape == Shape(b.shape.columns, a.shape.columns) else { return nil }
    let whole = product([b, x, transpose(a)])
    return call(.vec, [whole], MatrixFunction.vec(whole))
  }

  /// [A B] [C; D] = A C + B D.
  private static func blockwise(_ a: Expression, _ b: Expression) -> Expression? {
    let pairs = Array(zip(a.operands, b.operands))
    guard a.operands.count == b.operands.count,
      pairs.allSatisfy({ $0.shape.columns == $1.shape.rows })
    else { return nil }
    return sum(pairs.map { product([$0, $1]) })
  }

  /// vec(A)ᵀ vec(B), the sum of the entries of A ∘ B.
  static func stackedInner(_ a: Expression, _ b: Expression) -> Expression? {
    guard a.operation == .transpose, a.inner.isStacked, b.isStacked,
      a.inner.operands[0].shape == b.operands[0].shape
    else { return nil }
    let entries = hadamard([a.inner.operands[0], b.operands[0]])
    return call(.sum, [entries], MatrixFunction.sum(entries))
  }

  /// det(A ⊗ B) = det(A)ⁿ det(B)ᵐ for square A with m rows and B with n.
  static func kroneckerDeterminant(_ function: MatrixFunction, _ x: Expression) -> Expression? {
    guard x.operation == .call(.kron), x.operands.allSatisfy(\.shape.isSquare) else { return nil }
    let sizes = x.operands.reversed().map { Expression.size($0.shape.rows) }
    let values = x.operands.map { call(function, [$0], function($0)) }
    return function == .det
      ? product(zip(values, sizes).map { power($0, $1) })
      : sum(zip(values, sizes).map { product([$1, $0]) })
  }
}

extension Expression {
  /// Whether it is a matrix in another shape.
  var isReshaped: Bool {
    guard case .call(let function) = operation, case .primitive(.reshape) = function.meaning else {
      return false
    }
    return true
  }

  /// Whether it is a matrix, column after column, as a column.
  fileprivate var isStacked: Bool { isReshaped && shape.isColumn && !operands[0].shape.isColumn }

  fileprivate var isCentering: Bool {
    if case .call(let function) = operation { function.isCentering } else { false }
  }

  fileprivate var isOfBlocks: Bool {
    if case .call(let function) = operation { [.above, .beside].contains(function) } else { false }
  }

  fileprivate func isDivided(like other: Expression) -> Bool {
    operation == other.operation && operands.map(\.shape) == other.operands.map(\.shape)
  }

  fileprivate var inner: Expression { operation == .transpose ? operands[0] : self }

  /// Whether it is a diagonal matrix with a column on its diagonal.
  var isDiagonalOfColumn: Bool {
    operation == .call(.diag) && operands[0].shape.isColumn
  }

  /// The matrix that it is in another shape, with the numbers that multiply it.
  fileprivate var unshaped: Expression? {
    if isReshaped { return operands[0] }
    guard operation == .product, let place = operands.firstIndex(where: \.isReshaped),
      operands.enumerated().allSatisfy({ $0.offset == place || $0.element.shape.isScalar })
    else { return nil }
    var factors = operands
    factors[place] = operands[place].operands[0]
    return Simplifier.product(factors)
  }
}
