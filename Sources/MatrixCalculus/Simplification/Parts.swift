/// Parts of matrices and of matrices put together.
extension Simplifier {
  /// Columns or rows of a simplified matrix, where that is something simpler: all of it, whole blocks of
  /// it, ones or zeros; nil where it is not.
  static func part(
    _ function: MatrixFunction, _ arguments: [Expression], _ node: Expression
  ) -> Expression? {
    guard let x = arguments.first, let stretch = function.stretch else { return nil }
    if x.shape == node.shape { return x }
    switch x.operation {
    case .zeros: return .zeros(node.shape)
    case .ones: return .ones(node.shape)
    case .eye where stretch.first == stretch.last:
      let unit = MatrixFunction.unit(stretch.first, of: x.shape.rows)([])
      return stretch.isColumns ? unit : unit.transposed
    case .call(stretch.isColumns ? .beside : .above): return blocks(of: x.operands, stretch)
    case .transpose: return part(x.operands[0], stretch.flipped).map(transpose)
    case .product: return partOfProduct(x, stretch)
    case .sum:
      let parts = x.operands.compactMap { part($0, stretch) }
      return parts.count == x.operands.count ? sum(parts) : nil
    default: return nil
    }
  }

  /// Columns or rows of a matrix, where that is something simpler.
  private static func part(_ x: Expression, _ stretch: MatrixFunction.Stretch) -> Expression? {
    let function: MatrixFunction =
      stretch.isColumns
      ? .columns(from: stretch.first, to: stretch.last)
      : .rows(from: stretch.first, to: stretch.last)
    return part(function, [x], function(x))
  }

  /// Columns of A B are A times those of B; rows are those of A times B.
  private static func partOfProduct(
    _ x: Expression, _ stretch: MatrixFunction.Stretch
  ) -> Expression? {
    var factors = x.operands
    let matrices = factors.indices.filter { !factors[$0].shape.isScalar }
    guard let place = stretch.isColumns ? matrices.last : matrices.first,
      let inner = part(factors[place], stretch)
    else { return nil }
    factors[place] = inner
    return product(factors)
  }

  /// The blocks that begin and end where the stretch does.
  private static func blocks(
    of parts: [Expression], _ stretch: MatrixFunction.Stretch
  ) -> Expression? {
    var (end, chosen): (Dimension, [Expression]) = (Dimension(0), [])
    for part in parts {
      let begin = end + .one
      end = end + (stretch.isColumns ? part.shape.columns : part.shape.rows)
      if begin == stretch.first || !chosen.isEmpty { chosen.append(part) }
      if !chosen.isEmpty, end == stretch.last {
        let joined: MatrixFunction = stretch.isColumns ? .beside : .above
        return chosen.count == 1 ? chosen[0] : joined(chosen)
      }
    }
    return nil
  }
}
