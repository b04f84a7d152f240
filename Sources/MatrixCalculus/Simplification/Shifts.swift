/// Softmax of what every entry of a column, or of a row, is raised by: softmax(x + c) is softmax(x).
extension Expression {
  /// Softmax or its logarithm without terms that are the same for all entries it compares; any other node as
  /// it is.
  var withoutShift: Expression {
    guard case .call(let function) = operation, let axis = function.shiftAxis,
      operands[0].operation == .sum
    else { return self }
    let kept = operands[0].operands.filter { !$0.isSpread(along: axis) }
    guard !kept.isEmpty, kept.count < operands[0].operands.count else { return self }
    return with([Simplifier.sum(kept)])
  }

  /// Whether all entries of each column, or of each row, are the same by its form.
  private func isSpread(along axis: Axis) -> Bool {
    if operation == .ones { return true }
    guard operation == .product else { return false }
    let matrices = operands.filter { !$0.shape.isScalar }
    let outer = axis == .columns ? matrices.first : matrices.last
    return outer?.operation == .ones
  }
}

extension MatrixFunction {
  /// The axis along which it is the same when all entries are raised.
  fileprivate var shiftAxis: Axis? {
    Axis.allCases.first { self == .softmax($0) || self == .logSoftmax($0) }
  }
}
