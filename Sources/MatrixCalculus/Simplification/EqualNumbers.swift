/// Numbers that are written in several ways: x'*y is y'*x and sum(x.*y).
extension Expression {
  /// Longer products are not turned.
  private static let longest = 8

  /// One expression for all `1×1` expressions that differ only in how a product of vectors is written, in the
  /// order of commuting factors, or by a transpose. It is compared and never shown: the order it has means
  /// nothing outside this process.
  var sameNumber: Expression {
    guard shape.isScalar else { return self }
    switch operation {
    case .product: return ofProduct ?? self
    case .call(.sum) where operands[0].operation == .hadamard: return ofSum
    default: return self
    }
  }

  private var ofProduct: Expression? {
    guard operands.count <= Self.longest, operands.allSatisfy({ !$0.shape.isScalar }) else {
      return nil
    }
    let turned = Expression.product(operands.reversed().map(Simplifier.transpose))
    if operands.count == 2, turned == self {
      let column = operands[1]
      return MatrixFunction.sum(Simplifier.power(column, .number(2)))
    }
    return turned.identity < identity ? turned : self
  }

  private var ofSum: Expression {
    let factors = operands[0].operands
    if factors.count == 2, operands[0].shape.isColumn || operands[0].shape.isRow {
      let columns = factors.map { $0.shape.isColumn ? $0 : Simplifier.transpose($0) }
      let product = Expression.product([Simplifier.transpose(columns[0]), columns[1]])
      return product.sameNumber
    }
    return isNarrow
      ? MatrixFunction.sum(.hadamard(factors.sorted { $0.identity < $1.identity })) : self
  }
}
