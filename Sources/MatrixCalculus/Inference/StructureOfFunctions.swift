/// What powers and functions keep of the structure of their arguments.
extension StructureReader {
  /// Entry by entry: the diagonal form is kept where zero stays zero.
  func power(_ node: Expression, _ base: Structure) -> Structure {
    var has = base.has.intersection(.symmetric)
    if let exponent = node.operands[1].rational, exponent > .zero {
      has.formUnion(base.has.intersection(.sparse))
      if exponent.isInteger, base.has.contains(.skew) {
        has.insert(exponent.numerator.isMultiple(of: 2) ? .symmetric : .skew)
      }
      // A whole entrywise power is an entrywise product of the matrix with itself.
      if exponent.isInteger {
        has.formUnion(base.has.intersection([.positiveDefinite, .positiveSemidefinite]))
      }
    }
    return Structure(has: has.union(signs(of: node)))
  }

  func matrixPower(_ node: Expression, _ base: Structure) -> Structure {
    var has = base.has.intersection([
      .symmetric, .diagonal, .lowerTriangular, .upperTriangular, .orthogonal, .permutation,
      .positiveDefinite, .invertible,
    ])
    guard let exponent = node.operands[1].rational, exponent.isInteger else {
      guard !node.operands[1].isWhole else { return Structure(has: has) }
      // exp(e log X) has an inverse wherever it is defined.
      return Structure(has: has.subtracting(.permutation).union(.invertible))
    }
    if exponent > .zero {
      has.formUnion(
        base.has.intersection([
          .nonNegative, .columnsSumToOne, .rowsSumToOne, .positiveSemidefinite,
        ]))
    }
    if base.has.contains(.symmetric), exponent.numerator.isMultiple(of: 2), exponent > .zero {
      has.insert(.positiveSemidefinite)
    }
    if base.has.contains(.skew) {
      has.insert(exponent.numerator.isMultiple(of: 2) ? .symmetric : .skew)
    }
    return Structure(has: has, lacks: base.lacks.intersection(.invertible))
  }

  func apply(_ function: Function, _ node: Expression, _ argument: Structure) -> Structure {
    var has = argument.has.intersection(.symmetric)
    let odd: [Function] = [.sin, .tan, .arcsin, .arctan, .sinh, .tanh, .erf, .sign]
    let atZero: [Function] = [.abs, .relu, .leakyRelu, .elu, .silu, .gelu, .step, .square, .sqrt]
    if odd.contains(function) { has.formUnion(argument.has.intersection(.skew)) }
    if (odd + atZero).contains(function) { has.formUnion(argument.has.intersection(.sparse)) }
    return Structure(has: has.union(signs(of: node)))
  }

  func call(_ function: MatrixFunction, _ node: Expression, _ operands: [Structure]) -> Structure {
    switch function.meaning {
    case .primitive(.inverse): return inverse(operands[0])
    case .primitive(.pseudoinverse):
      return Structure(
        has: operands[0].has.intersection([.symmetric, .skew, .diagonal, .positiveSemidefinite]))
    case .primitive(.exponential): return exponential(operands[0])
    case .primitive(.sine), .primitive(.cosine):
      return Structure(has: operands[0].has.intersection(.spectral))
    case .primitive(.logarithm): return Structure(has: operands[0].has.intersection(.spectral))
    case .primitive(.squareRoot):
      // It is defined where no eigenvalue is zero.
      return Structure(
        has: operands[0].has.intersection(
          Properties.spectral.union([.positiveDefinite])
        ).union(.invertible))
    case .primitive(.kronecker): return kronecker(operands)
    case .primitive(.commutation): return Structure(has: .permutation)
    case .primitive(.diagonal): return diagonal(node, operands[0])
    case .primitive(.largest), .primitive(.selection):
      return Structure(has: [.nonNegative, .columnsSumToOne])
    default: return named(function, node, operands)
    }
  }

  private func inverse(_ x: Structure) -> Structure {
    let kept: Properties = [
      .symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular, .orthogonal,
      .permutation, .positiveDefinite, .columnsSumToOne, .rowsSumToOne,
    ]
    var has = x.has.intersection(kept).union(.invertible)
    // What has an inverse has no eigenvalue of zero.
    if x.has.contains(.positiveSemidefinite) { has.insert(.positiveDefinite) }
    return Structure(has: has, lacks: x.lacks.intersection(.kept))
  }

  private func exponential(_ x: Structure) -> Structure {
    var has = x.has.intersection([.diagonal, .lowerTriangular, .upperTriangular])
    has.insert(.invertible)
    if x.has.contains(.symmetric) { has.insert(.positiveDefinite) }
    if x.has.contains(.skew) { has.insert(.orthogonal) }
    return Structure(has: has)
  }

  private func kronecker(_ x: [Structure]) -> Structure {
    let kept: Properties = [
      .symmetric, .diagonal, .lowerTriangular, .upperTriangular, .orthogonal, .permutation,
      .positiveDefinite, .positiveSemidefinite, .invertible, .nonNegative, .positive,
      .columnsSumToOne, .rowsSumToOne,
    ]
    return Structure(has: x.reduce(kept) { $0.intersection($1.has) })
  }

  /// Of a column: a diagonal matrix with the signs of its entries.
  private func diagonal(_ node: Expression, _ x: Structure) -> Structure {
    guard node.operands[0].shape.isColumn else {
      return Structure(has: x.has.intersection([.nonNegative, .positive]))
    }
    var has: Properties = .diagonal
    if x.has.contains(.nonNegative) { has.formUnion([.positiveSemidefinite, .nonNegative]) }
    if x.has.contains(.positive) { has.insert(.positiveDefinite) }
    return Structure(has: has)
  }

  private func named(
    _ function: MatrixFunction, _ node: Expression, _ operands: [Structure]
  ) -> Structure {
    switch function {
    case .adj:
      let kept: Properties = [
        .symmetric, .diagonal, .lowerTriangular, .upperTriangular, .positiveDefinite,
      ]
      return Structure(has: operands[0].has.intersection(kept))
    case .cov: return Structure(has: .positiveSemidefinite)
    case MatrixFunction.softmax(.columns): return Structure(has: [.positive, .columnsSumToOne])
    case MatrixFunction.softmax(.rows): return Structure(has: [.positive, .rowsSumToOne])
    default:
      return function.isCentering
        ? Structure(has: .positiveSemidefinite) : Structure(has: signs(of: node))
    }
  }

}

extension Properties {
  /// Zeros that stay where zero goes to zero.
  fileprivate static let sparse: Properties = [.diagonal, .lowerTriangular, .upperTriangular]
  /// What functions by power series keep.
  fileprivate static let spectral: Properties = [
    .symmetric, .diagonal, .lowerTriangular, .upperTriangular,
  ]
  /// What a matrix has if and only if its inverse has it.
  fileprivate static let kept: Properties = [
    .symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular, .orthogonal,
    .positiveDefinite,
  ]
}
