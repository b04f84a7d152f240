import MatrixCalculus

extension Claim {
  /// Whether both sides keep what they are where zeros are put around all matrices: what is false for small
  /// matrices is false for large ones then.
  var keepsZeros: Bool {
    let parts: [Expression] =
      switch kind {
      case .identity(let right): [claimed, right]
      case .gradient(let function, _), .jacobian(let function, _), .hessian(let function, _),
        .differential(let function, _, _):
        [claimed, function]
      }
    var reader = ZeroReader()
    return parts.allSatisfy { reader.keepsZeros($0) }
  }
}

/// Reads off expressions whether zeros around their matrices are zeros around their value.
private struct ZeroReader {
  private var known: [Expression: Bool] = [:]

  mutating func keepsZeros(_ expression: Expression) -> Bool {
    for node in expression.postorder where known[node] == nil {
      let keeps = read(node)
      known[node] = keeps
    }
    return known[expression] ?? false
  }

  private mutating func read(_ node: Expression) -> Bool {
    guard node.operands.allSatisfy({ known[$0] ?? false }) else { return false }
    switch node.operation {
    case .number, .zeros, .sum, .product, .hadamard, .transpose: return true
    case .size, .eye, .ones: return false
    case .variable(let variable): return Self.keepsZeros(variable)
    case .power, .matrixPower:
      guard let exponent = node.operands[1].rational else { return node.shape.isScalar }
      return node.operands[0].shape.isScalar || exponent > .zero
    case .apply(let function): return node.shape.isScalar || Self.isZeroAtZero(function)
    case .call(let function): return keepsZeros(function, node)
    }
  }

  private static func keepsZeros(_ variable: Variable) -> Bool {
    let kept: Properties = [
      .symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular, .positiveSemidefinite,
      .nonNegative, .constant,
    ]
    return variable.shape.isScalar
      || variable.properties.isSubset(of: kept) && variable.range?.contains(0) ?? true
  }

  private static func isZeroAtZero(_ function: Function) -> Bool {
    var values = PointValues([:], sizes: [:])
    return values.value(.apply(function, Expression.number(.zero)))?.coefficients == [0]
  }

  private mutating func keepsZeros(_ function: MatrixFunction, _ node: Expression) -> Bool {
    switch function.meaning {
    case .primitive(let primitive):
      return [.sum, .columnSums, .rowSums, .trace, .diagonal, .lowerTriangle].contains(primitive)
    case .formula(let formula): return keepsZeros(formula(node.operands))
    }
  }
}
