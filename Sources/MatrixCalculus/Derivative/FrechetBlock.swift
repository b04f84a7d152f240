/// A Fréchet derivative L(X, V) written as the block of f([X V; 0 X]) that it is, as `Expression.frechet` makes it.
///
/// It is linear in V, and its adjoint is L(Xᵀ, ·): what a cotangent C pulls back to V is L(Xᵀ, C), a block of the
/// same size, where the rules of its parts would give a block of a function of blocks.
///
/// Source: N. Higham, "Functions of Matrices" (2008), §3.2 and Theorem 3.6.
struct FrechetBlock {
  let x: Expression
  let v: Expression
  /// f([X V; 0 X]).
  private let whole: Expression

  init?(_ node: Expression) {
    guard let columns = Self.taken(node, areColumns: true),
      let rows = Self.taken(columns.of, areColumns: false),
      let argument = Self.argument(of: rows.of), let (x, v) = Self.blocks(argument),
      columns.first == x.shape.rows + .one, rows.first == .one, node.shape == x.shape
    else { return nil }
    (self.x, self.v, whole) = (x, v, rows.of)
  }

  /// L(Xᵀ, C).
  func pulledBack(_ cotangent: Expression) -> Expression {
    .frechet(x.transposed.simplified, cotangent) { block in
      whole.with([block] + whole.operands.dropFirst())
    }
  }

  private static func taken(
    _ node: Expression, areColumns: Bool
  ) -> (of: Expression, first: Dimension)? {
    guard case .call(let function) = node.operation, let stretch = function.stretch,
      stretch.isColumns == areColumns
    else { return nil }
    return (node.operands[0], stretch.first)
  }

  private static func argument(of node: Expression) -> Expression? {
    switch node.operation {
    case .call(let function): function.isPrimary ? node.operands[0] : nil
    case .matrixPower: node.operands[0]
    default: nil
    }
  }

  /// X and V of [X V; 0 X].
  private static func blocks(_ node: Expression) -> (Expression, Expression)? {
    guard node.operation == .call(.above), node.operands.count == 2 else { return nil }
    let (upper, lower) = (node.operands[0], node.operands[1])
    guard upper.operation == .call(.beside), upper.operands.count == 2,
      lower.operation == .call(.beside), lower.operands.count == 2, lower.operands[0].isZero,
      lower.operands[1] == upper.operands[0]
    else { return nil }
    return (upper.operands[0], upper.operands[1])
  }
}
