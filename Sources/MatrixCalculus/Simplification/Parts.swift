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
    case .call where stretch.isColumns: return commutingFrechet(x, stretch)
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
      let inner = part(factors[place], stretch) ?? partOfVariable(factors[place], stretch)
    else { return nil }
    factors[place] = inner
    return product(factors)
  }

  /// Columns or rows of a variable or its transpose.
  private static func partOfVariable(
    _ x: Expression, _ stretch: MatrixFunction.Stretch
  ) -> Expression? {
    if x.operation == .transpose {
      return partOfVariable(x.operands[0], stretch.flipped).map(transpose)
    }
    guard case .variable = x.operation else { return nil }
    return stretch.isColumns
      ? MatrixFunction.columns(from: stretch.first, to: stretch.last)(x)
      : MatrixFunction.rows(from: stretch.first, to: stretch.last)(x)
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

  /// V f′(X) where columns of rows are the upper right block of f([X V; 0 X]) and V commutes with X.
  private static func commutingFrechet(
    _ rows: Expression, _ columns: MatrixFunction.Stretch
  ) -> Expression? {
    guard case .call(let upper) = rows.operation, let height = upper.stretch,
      let whole = rows.operands.first, let (x, v) = whole.operands.first?.repeatedBlocks,
      !height.isColumns, height.first == .one, height.last == x.shape.rows,
      columns.first == x.shape.rows + .one, columns.last == x.shape.rows + x.shape.rows,
      v.commutes(with: x)
    else { return nil }
    switch whole.operation {
    case .call(let function) where function.isPrimary:
      let turned = x.transposed
      return (try? function.pullback(v, [turned], function(turned)))?.first?.simplified
    case .matrixPower:
      let exponent = whole.operands[1]
      return Expression.product([exponent, v, .matrixPower(x, exponent - .number(1))]).simplified
    default: return nil
    }
  }
}

extension Expression {
  /// X and V where it is [X V; 0 X].
  package var repeatedBlocks: (x: Expression, v: Expression)? {
    guard operation == .call(.above), operands.count == 2,
      operands.allSatisfy({ $0.operation == .call(.beside) && $0.operands.count == 2 }),
      operands[1].operands[0].isZero, operands[0].operands[0] == operands[1].operands[1]
    else { return nil }
    return (operands[0].operands[0], operands[0].operands[1])
  }
}
