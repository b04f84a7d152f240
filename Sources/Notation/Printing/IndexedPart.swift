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

  /// The variable and the places, counted from 1, of which the expression is one row, one column or one entry; nil
  /// for anything else.
  var partOfVariable: (variable: Variable, row: Int?, column: Int?)? {
    guard let stretch, let place = stretch.single else { return nil }
    if case .variable(let variable) = operands[0].operation {
      return stretch.isColumns ? (variable, nil, place) : (variable, place, nil)
    }
    guard stretch.isColumns, let inner = operands[0].stretch, !inner.isColumns,
      let row = inner.single, case .variable(let variable) = operands[0].operands[0].operation
    else { return nil }
    return (variable, row, place)
  }

  private var stretch: MatrixFunction.Stretch? {
    if case .call(let function) = operation { function.stretch } else { nil }
  }
}

extension MatrixFunction.Stretch {
  /// The number of the one row or column it is.
  fileprivate var single: Int? { first == last ? first.count : nil }

  /// `2`, `1:p`.
  fileprivate var places: String { first == last ? "\(first)" : "\(first):\(last)" }
}
