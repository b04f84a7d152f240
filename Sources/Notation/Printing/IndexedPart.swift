import MatrixCalculus

extension Expression {
  /// `A(:, j)`, `A(1:p, :)`, `A(i, j)`, `x(1:p)`: a part of a variable as text notation indexes it; nil for
  /// anything else.
  var indexedPart: String? {
    guard let stretch else { return nil }
    if case .variable(let variable) = operands[0].operation {
      if variable.shape.isColumn, !stretch.isColumns {
        return "\(variable.name)(\(stretch.places))"
      }
      return stretch.isColumns
        ? "\(variable.name)(:, \(stretch.places))" : "\(variable.name)(\(stretch.places), :)"
    }
    guard stretch.isColumns, let inner = operands[0].stretch, !inner.isColumns,
      case .variable(let variable) = operands[0].operands[0].operation
    else { return nil }
    return "\(variable.name)(\(inner.places), \(stretch.places))"
  }

  private var stretch: MatrixFunction.Stretch? {
    if case .call(let function) = operation { function.stretch } else { nil }
  }
}

extension MatrixFunction.Stretch {
  /// `2`, `1:p`.
  fileprivate var places: String { first == last ? "\(first)" : "\(first):\(last)" }
}
