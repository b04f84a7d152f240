import Diagnostics
import MatrixCalculus

/// Parts of matrices: `A(:, j)`, `A(i, 1:n)`, `A(i, j)`, `x(i)`.
extension Elaboration {
  /// Whether a call takes entries of a value: its arguments are places.
  func isIndexing(_ name: String, _ node: Syntax) -> Bool {
    let value =
      parameters[name]?.shape ?? scope.variable(name)?.shape
      ?? scope.definition(of: name)?.expression.shape
    guard let value, node.children.allSatisfy(isPlace) else { return false }
    return node.children.count == 2 || node.children.count == 1 && value.isColumn && !value.isScalar
  }

  /// Whether a part can only be a place: a colon, a range, a number, a size.
  private func isPlace(_ node: Syntax) -> Bool {
    switch node.kind {
    case .number(let value): value.isInteger
    case .name(":"): true
    case .name(let name):
      parameters[name] == nil && scope.variable(name) == nil && scope.isSize(name)
    case .call(":", _), .add, .subtract, .negate, .multiply, .brackets:
      node.depth < 16 && node.children.allSatisfy(isPlace)
    default: false
    }
  }

  /// The part of a value at the places a call names.
  mutating func indexed(_ name: String, _ node: Syntax) throws(Diagnostic) -> Operand {
    var result = try named(name, node)
    settle(&result)
    if let (first, last) = try stretch(node.children[0], result.shape.rows) {
      result = try matrixCall(.rows(from: first, to: last), [result], node, at: node.range)
    }
    if node.children.count == 2,
      let (first, last) = try stretch(node.children[1], result.shape.columns)
    {
      result = try matrixCall(.columns(from: first, to: last), [result], node, at: node.range)
    }
    return result
  }

  /// The first and the last place; nil for all.
  private func stretch(
    _ node: Syntax, _ count: Dimension
  ) throws(Diagnostic) -> (Dimension, Dimension)? {
    if node.kind == .name(":") { return nil }
    if case .call(":", _) = node.kind {
      let ends = try sizes(node.children)
      return (ends[0], ends[1])
    }
    let number = try dimension(node)
    guard number.count.map({ $0 >= 1 }) ?? true else {
      throw Diagnostic(
        .syntax, "there is no place \(number)", at: place(node.range),
        hint: "places count from 1")
    }
    return (number, number)
  }
}
