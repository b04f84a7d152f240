import MatrixCalculus

extension Expression {
  /// Whether products of lower rank in the place of its variables give it all of its ranks: it is a product of
  /// variables each of which stands once, or once on each side as in A′A. Of a sum they do not, nor of A², which
  /// may be zero where A is not.
  var isRankFaithful: Bool {
    switch operation {
    case .variable: return true
    case .transpose: return operands[0].isRankFaithful
    case .matrixPower: return operands[0].isKnown(.symmetric) == true && operands[0].isRankFaithful
    case .product: return isFaithfulProduct
    case .call(.kron): return operands.allSatisfy(\.isRankFaithful) && standsOnce(operands)
    default: return false
    }
  }

  private var isFaithfulProduct: Bool {
    let scalars = operands.filter(\.shape.isScalar)
    let chain = operands.filter { !$0.shape.isScalar }
    guard scalars.allSatisfy({ Condition.nonZero($0).follows(from: []) }),
      chain.allSatisfy(\.isRankFaithful)
    else { return false }
    let mirrored = chain.reversed().map { $0.transposed.simplified }
    return standsOnce(mirrored == chain ? Array(chain.prefix((chain.count + 1) / 2)) : chain)
  }

  private func standsOnce(_ factors: [Expression]) -> Bool {
    let variables = factors.flatMap(\.variables)
    return Set(variables).count == variables.count
  }
}

extension Claim {
  /// The claim with variables for the sums under its pseudoinverses, where such a sum holds a variable that can
  /// be any matrix: A is Z − B for A + B. Nil where what stands there does not show all of its ranks.
  var withVariablesForSums: Claim? {
    var claim = self
    for place in 0..<3 {
      guard let sum = claim.pseudoinverted.first(where: { !$0.isRankFaithful }) else {
        return claim
      }
      guard let (variable, value) = sum.solved(place) else { return nil }
      guard !claim.moves(any: [variable]) else { return nil }
      claim = claim.substituting([variable: value])
    }
    return claim.pseudoinverted.allSatisfy(\.isRankFaithful) ? claim : nil
  }
}

extension Expression {
  private func areAll(_ property: Properties) -> Bool {
    operands.allSatisfy { $0.isKnown(property) == true }
  }

  /// A variable of a sum and what it is where the sum is a new variable of the same properties.
  fileprivate func solved(_ place: Int) -> (variable: Variable, value: Expression)? {
    guard operation == .sum else { return nil }
    for term in operands {
      let (number, rest) = term.leadingNumber ?? (.one, term)
      let isTurned = rest.operation == .transpose
      let free = isTurned ? rest.operands[0] : rest
      guard let inverse = number.reciprocal, case .variable(let variable) = free.operation,
        rest.shape == shape, variable.range == nil, variable.isLinear,
        !operands.contains(where: { $0 != term && $0.contains(variable) }),
        variable.structures.allSatisfy(areAll)
      else { continue }
      let sum = Variable("⟨sum \(place)⟩", shape, isTurned ? [] : variable.properties)
      guard !isTurned || variable.properties.subtracting(.constant).isEmpty else { continue }
      let others = operands.filter { $0 != term }.map(\.negated)
      let value = Expression.product([.number(inverse), .sum([.variable(sum)] + others)])
      return (variable, (isTurned ? value.transposed : value).simplified)
    }
    return nil
  }
}

extension Variable {
  /// What of its properties holds of differences too.
  fileprivate var structures: [Properties] {
    [.symmetric, .skew, .diagonal].filter(properties.contains)
  }

  /// Whether differences have all of its properties.
  fileprivate var isLinear: Bool {
    properties.subtracting([
      .symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular, .constant,
    ]).isEmpty
  }
}
