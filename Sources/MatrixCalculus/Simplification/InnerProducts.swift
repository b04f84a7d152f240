/// Sums of entrywise products as products of matrices: the sum of x ∘ y is x' y, that of (u v') ∘ A is u' A v,
/// that of A' ∘ B is tr(A B).
extension Expression {
  /// The sum of an entrywise product of two columns, or of two matrices in the shorter form; any other node as
  /// it is.
  var asInnerProduct: Expression {
    guard operation == .call(.sum), operands[0].operation == .hadamard,
      operands[0].operands.count == 2, !operands[0].shape.isRow
    else { return self }
    let (a, b) = (operands[0].operands[0], operands[0].operands[1])
    if shape.isScalar, operands[0].shape.isColumn {
      return Simplifier.product(
        [Simplifier.transpose(a), b].flatMap { $0.operation == .product ? $0.operands : [$0] })
    }
    let size = treeSize(limit: 200)
    let forms = [(a, b), (b, a)].flatMap { [Self.form($0, $1), Self.trace($0, $1)] }
    return forms.compactMap { $0 }.first { $0.treeSize(limit: size) < size } ?? self
  }

  private static func form(_ outer: Expression, _ inner: Expression) -> Expression? {
    guard let (column, row) = Simplifier.rankOne(outer) else { return nil }
    return Simplifier.product(
      [Simplifier.transpose(column), inner, Simplifier.transpose(row)].flatMap {
        $0.operation == .product ? $0.operands : [$0]
      })
  }

  private static func trace(_ a: Expression, _ b: Expression) -> Expression? {
    guard a.operation == .transpose else { return nil }
    let product = Simplifier.product([a.operands[0], b])
    return Simplifier.node(MatrixFunction.trace(product), [product])
  }
}
