import Diagnostics
package import MatrixCalculus

/// Softmax in TeX, which does not say whether it is taken of columns or of rows.
extension Elaboration {
  /// Softmax of a row, or of each row of a matrix where the page means it so; nil for any other call.
  func rowwise(
    _ name: String, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand? {
    guard elaborator.dialect == .tex, node.children.count == 1, Elaborator.softmaxes.contains(name),
      let function = MatrixFunctionFamily.named(name)?.make([Dimension(2)])
    else { return nil }
    let shape = unknowns.settled(operands[0].shape)
    guard !shape.isColumn, shape.isRow || scope.takesSoftmaxOfRows else { return nil }
    return try matrixCall(function, operands, node, at: node.mark ?? node.range)
  }
}

extension Elaborator {
  /// The functions that keep the shape of a matrix and act on its columns or its rows.
  package static let softmaxes = ["softmax", "logsoftmax"]
}

extension Expression {
  /// Whether softmax is taken of the columns of a matrix of several.
  package var hasSoftmaxOfColumns: Bool { postorder.contains(where: \.isSoftmaxOfColumns) }

  /// With softmax of each row wherever it is that of the columns of a matrix.
  package var withSoftmaxOfRows: Expression {
    rebuilt { node, operands in
      guard node.isSoftmaxOfColumns, case .call(let function) = node.operation,
        let rows = MatrixFunctionFamily.named(function.name)?.make([Dimension(2)])
      else { return node.with(operands) }
      return (try? Expression.call(rows, operands)) ?? node.with(operands)
    }
  }

  private var isSoftmaxOfColumns: Bool {
    guard case .call(let function) = operation, Elaborator.softmaxes.contains(function.name) else {
      return false
    }
    return function.parameters.isEmpty && !shape.isColumn
  }
}
