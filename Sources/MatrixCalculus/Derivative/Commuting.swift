extension Expression {
  /// More nodes than this are not looked at.
  private static let commutingLimit = 200

  /// Whether its form shows that it commutes with a square matrix: it is a multiple of the identity, or
  /// made of the matrix by sums, products, powers, inverses and matrix functions.
  ///
  /// - Parameter matrix: simplified, as the expression is.
  func commutes(with matrix: Expression) -> Bool {
    let core = Expression.product(
      matrix.operation == .product ? matrix.operands.filter { !$0.shape.isScalar } : [matrix])
    return treeSize(limit: Expression.commutingLimit) < Expression.commutingLimit
      && isMade(of: core, orOf: Simplifier.transpose(core))
  }

  /// - Parameter transposed: what stands under transposes.
  private func isMade(of matrix: Expression, orOf transposed: Expression) -> Bool {
    if self == matrix || shape.isScalar { return true }
    switch operation {
    case .eye, .zeros: return true
    case .product where isCore(matrix): return true
    case .sum, .product: return operands.allSatisfy { $0.isMade(of: matrix, orOf: transposed) }
    case .matrixPower: return operands[0].isMade(of: matrix, orOf: transposed)
    case .transpose: return operands[0].isMade(of: transposed, orOf: matrix)
    case .call(let function):
      return (function == .inv || function.isPrimary)
        && operands[0].isMade(of: matrix, orOf: transposed)
    case .number, .size, .variable, .ones, .hadamard, .power, .apply: return false
    }
  }

  /// Whether it is a number times a product of matrices.
  private func isCore(_ matrix: Expression) -> Bool {
    matrix.operation == .product && operands.filter { !$0.shape.isScalar } == matrix.operands
  }

  /// Whether a `1×1` expression is a whole number by its form.
  package var isWhole: Bool {
    switch operation {
    case .number(let value): value.isInteger
    case .size: true
    case .sum, .product: operands.allSatisfy(\.isWhole)
    default: false
    }
  }
}
