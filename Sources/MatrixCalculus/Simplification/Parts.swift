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
    case .call(stretch.isColumns ? .beside : .above): return blocks(of: x.operands, stretch)
    default: return nil
    }
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
