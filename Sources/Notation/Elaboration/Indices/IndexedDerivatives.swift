import Diagnostics
import MatrixCalculus

/// Derivatives by single entries: `\frac{\partial z_i}{\partial W_{jk}}`.
extension Elaboration {
  mutating func derivative(
    _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    guard case .derivative(.gradient) = node.kind, node.children.count == 2 else {
      throw unsupported("this derivative of single entries is not supported", node)
    }
    let (function, by) = (node.children[0], node.children[1])
    guard case .indexed(.entry(let places, let isItem)) = by.kind else {
      return try slope(of: function, by: by, node, letters)
    }
    let whole = by.children[0]
    let slope = try slope(of: function, by: whole, node, letters)
    let base = try indexed(whole, letters)
    guard unify(slope.row, base.row), unify(slope.column, base.column) else {
      throw unsupported("the derivative \(quoted(node.range)) is not supported", node)
    }
    return try entry(places, isItem, of: slope, by, letters)
  }

  /// The derivative of a formula by the whole of a variable, in the variable's shape at every place of the
  /// formula's letters.
  private mutating func slope(
    of function: Syntax, by variable: Syntax, _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    if function.freeLetters.isEmpty {
      let whole = Syntax(.derivative(.gradient), [function, variable], range: node.range)
      if let gradient = try elaborator.quantity(whole) { return constant(gradient) }
    }
    let value = try indexed(function, letters)
    let free = value.free
    guard value.isScalar, free.count <= 2 else {
      throw unsupported("the derivative \(quoted(node.range)) is not supported", node)
    }
    let (row, column) = (free.first, free.dropFirst().first)
    let matrix = try matrix(value, row, column, node)
    // ∂F[a,b]/∂X is linear in the cotangent of F: it is the gradient of ⟨C, F⟩ with the matrix that has
    // its one entry at a, b in place of C.
    let cotangent = Variable("⟨cotangent⟩", matrix.shape)
    let paired = MatrixFunction.sum(.hadamard([.variable(cotangent), matrix]))
    guard let gradient = try elaborator.slope(paired, variable) else {
      throw unsupported("the derivative \(quoted(node.range)) is not supported", node)
    }
    return try lifted(gradient, cotangent, row, column, node)
  }

  // MARK: Putting single entries for a cotangent

  /// An expression that is linear in a cotangent, with the unit matrix of every place put for it.
  private mutating func lifted(
    _ expression: Expression, _ cotangent: Variable, _ row: Int?, _ column: Int?, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    guard expression.depth <= 400 else {
      throw unsupported("the derivative \(quoted(node.range)) is too deep", node)
    }
    guard expression.contains(cotangent) else { return constant(expression) }
    if expression.operation == .variable(cotangent) { return unit(row, column) }
    var parts: [IndexedValue] = []
    for operand in expression.operands {
      parts.append(try lifted(operand, cotangent, row, column, node))
    }
    switch expression.operation {
    case .sum: return try sum(parts, node)
    case .transpose: return parts[0].transposed
    case .product: return try chain(expression, parts, node)
    case .hadamard:
      var result = parts[0]
      for part in parts.dropFirst() { result = try entrywise(result, part, node) }
      return result
    case .call(let function): return try called(function, parts[0], node)
    case .number, .size, .variable, .eye, .ones, .zeros, .power, .matrixPower, .apply:
      throw unsupported("the derivative \(quoted(node.range)) is not supported", node)
    }
  }

  private mutating func unit(_ row: Int?, _ column: Int?) -> IndexedValue {
    var value = IndexedValue(terms: [IndexedValue.Term()])
    func identity(_ end: Int?, _ pass: inout Elaboration) -> Int? {
      guard let end else { return nil }
      let own = pass.axis(pass.shared.axes[end])
      value.terms[0].factors.append(
        IndexedValue.Factor(matrix: .eye(pass.size(of: end)), row: own, column: end))
      return own
    }
    value.row = identity(row, &self)
    value.column = identity(column, &self)
    return value
  }

  /// A product: its scalars scale, the rest is multiplied in order.
  private mutating func chain(
    _ expression: Expression, _ parts: [IndexedValue], _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    var scale: IndexedValue?
    var result: IndexedValue?
    for (operand, part) in zip(expression.operands, parts) {
      if operand.shape.isScalar {
        scale =
          try scale.map { (other) throws(Diagnostic) in
            try product(other, part, isDot: false, node)
          } ?? part
      } else {
        result =
          try result.map { (other) throws(Diagnostic) in
            try product(other, part, isDot: false, node)
          } ?? part
      }
    }
    guard let scale else { return result ?? parts[0] }
    return try result.map { (matrix) throws(Diagnostic) in
      try product(scale, matrix, isDot: false, node)
    } ?? scale
  }

  /// A linear function of one matrix.
  private mutating func called(
    _ function: MatrixFunction, _ part: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    switch function.name {
    case "sum": return part.summing([part.row, part.column].compactMap { $0 })
    case "rowsums": return part.summing([part.column].compactMap { $0 })
    case "colsums": return part.summing([part.row].compactMap { $0 })
    case "tr" where unify(part.row, part.column):
      return part.renaming(part.column, to: part.row).summing([part.row].compactMap { $0 })
    case "diag" where part.isColumn: return onDiagonal(part)
    default: throw unsupported("the derivative \(quoted(node.range)) is not supported", node)
    }
  }

  /// The matrix with a column on its diagonal: entry by entry times the identity.
  private mutating func onDiagonal(_ part: IndexedValue) -> IndexedValue {
    guard let row = part.row else { return part }
    let column = axis(shared.axes[row])
    var result = part
    result.column = column
    let identity = IndexedValue.Factor(matrix: .eye(size(of: row)), row: row, column: column)
    for term in result.terms.indices { result.terms[term].factors.append(identity) }
    return result
  }
}
