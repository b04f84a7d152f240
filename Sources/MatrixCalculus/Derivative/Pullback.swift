/// The rules of reverse accumulation for the kinds of nodes.
enum Pullback {
  /// What a node's cotangent contributes to each operand; nil where it is not wanted.
  static func of(
    _ node: Expression, _ cotangent: Expression, _ wanted: [Bool]
  ) throws(NotDifferentiable) -> [Expression?] {
    let operands = node.operands
    switch node.operation {
    case .number, .size, .variable, .eye, .ones, .zeros: return []
    case .sum: return wanted.map { $0 ? cotangent : nil }
    case .product: return each(wanted) { product(operands, $0, cotangent) }
    case .hadamard: return each(wanted) { hadamard(operands, $0, cotangent) }
    case .transpose: return [cotangent.transposed]
    case .power: return power(node, cotangent, wanted)
    case .apply(let function):
      let slope = function.derivative.lifted(z: operands[0], y: node)
      return [.hadamard([cotangent, slope])]
    case .call(let function):
      let shares = try function.pullback(cotangent, operands, node)
      return zip(shares, wanted).map { $1 ? $0 : nil }
    case .matrixPower:
      return [
        wanted[0] ? matrixPower(node, cotangent) : nil,
        wanted[1] ? matrixPowerByExponent(node, cotangent) : nil,
      ]
    }
  }

  /// Y = Xᵉ where the cotangent commutes with Xᵀ, as within a trace: X̄ = e Ȳ (Xᵀ)ᵉ⁻¹; elsewhere a block of
  /// a power.
  ///
  /// Source: K. Petersen, M. Pedersen, "The Matrix Cookbook" (2012), (121); N. Higham, "Functions of
  /// Matrices" (2008), Problem 3.2.
  private static func matrixPower(_ node: Expression, _ cotangent: Expression) -> Expression {
    let (base, exponent) = (node.operands[0], node.operands[1])
    guard cotangent.commutes(with: base.transposed.simplified) else {
      return .frechet(base.transposed, cotangent) { .matrixPower($0, exponent) }
    }
    let slope = Expression.matrixPower(base, exponent - .number(1)).transposed
    return .product([exponent, cotangent, slope])
  }

  /// Y = Xᵉ = exp(e log X): ē = Σ Ȳ ∘ (Y log X).
  private static func matrixPowerByExponent(
    _ node: Expression, _ cotangent: Expression
  ) -> Expression {
    MatrixFunction.sum(.hadamard([cotangent, node * MatrixFunction.logm(node.operands[0])]))
  }

  private static func each(_ wanted: [Bool], _ rule: (Int) -> Expression) -> [Expression?] {
    wanted.indices.map { wanted[$0] ? rule($0) : nil }
  }

  /// Y = s A X B: X̄ = s Aᵀ Ȳ Bᵀ for a matrix, s̄ = Σ Ȳ ∘ (A X B) for a scalar.
  ///
  /// Source: Giles (2008), §2.2.2.
  private static func product(
    _ factors: [Expression], _ index: Int, _ cotangent: Expression
  ) -> Expression {
    var others = factors
    others.remove(at: index)
    let scalars = others.filter(\.shape.isScalar)
    if factors[index].shape.isScalar {
      let rest = Expression.product(others)
      return rest.shape.isScalar
        ? .product([cotangent, rest]) : MatrixFunction.sum(.hadamard([cotangent, rest]))
    }
    let before = factors[..<index].filter { !$0.shape.isScalar }
    let after = factors[(index + 1)...].filter { !$0.shape.isScalar }
    return .product(
      scalars + before.reversed().map(\.transposed) + [cotangent]
        + after.reversed().map(\.transposed))
  }

  /// Y = A ∘ B: Ā = Ȳ ∘ B.
  private static func hadamard(
    _ factors: [Expression], _ index: Int, _ cotangent: Expression
  ) -> Expression {
    var others = factors
    others[index] = cotangent
    return .hadamard(others)
  }

  /// Y = Aᵉ entry by entry: Ā = e Ȳ ∘ Aᵉ⁻¹, ē = Σ Ȳ ∘ Y ∘ log A.
  private static func power(
    _ node: Expression, _ cotangent: Expression, _ wanted: [Bool]
  ) -> [Expression?] {
    let base = node.operands[0]
    let exponent = node.operands[1]
    let slope = Expression.power(base, exponent - .number(1))
    let logarithm = Expression.apply(.log, base)
    return [
      wanted[0] ? .product([exponent, .hadamard([cotangent, slope])]) : nil,
      wanted[1] ? MatrixFunction.sum(.hadamard([cotangent, node, logarithm])) : nil,
    ]
  }
}
