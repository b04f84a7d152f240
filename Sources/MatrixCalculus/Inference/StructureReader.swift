/// Reads structures off expressions, node by node.
///
/// Source: R. Horn, C. Johnson, "Matrix Analysis" (2013), §0.9, §4.1, §7.1, Theorem 7.5.3, §8.7.
struct StructureReader {
  private var known: [Expression: Structure] = [:]

  mutating func structure(of expression: Expression) -> Structure {
    for node in expression.postorder where known[node] == nil {
      known[node] = read(node, node.operands.map { known[$0] ?? .unknown })
    }
    return known[expression] ?? .unknown
  }

  private mutating func read(_ node: Expression, _ operands: [Structure]) -> Structure {
    let found = form(of: node, operands)
    guard node.shape.isScalar else { return found }
    return Structure(has: found.has.union(scalar(node)), lacks: found.lacks)
  }

  /// A number is a matrix of one entry.
  private func scalar(_ node: Expression) -> Properties {
    var has: Properties = .symmetric
    if node.isNonNegative { has.formUnion([.positiveSemidefinite, .nonNegative]) }
    if node.isPositive { has.formUnion([.positiveDefinite, .positive]) }
    return has
  }

  private func form(of node: Expression, _ operands: [Structure]) -> Structure {
    switch node.operation {
    case .number, .size: return .unknown
    case .variable(let variable):
      return Structure(has: variable.declared, lacks: variable.excluded)
    case .eye:
      return Structure(has: [
        .diagonal, .positiveDefinite, .permutation, .columnsSumToOne, .rowsSumToOne,
      ])
    case .ones:
      return Structure(has: node.shape.isSquare ? [.positiveSemidefinite, .positive] : .positive)
    case .zeros: return zeros(node)
    case .sum: return sum(node, operands)
    case .product: return product(node, operands)
    case .hadamard: return hadamard(node, operands)
    case .transpose:
      return Structure(has: operands[0].has.transposed, lacks: operands[0].lacks.transposed)
    case .power: return power(node, operands[0])
    case .matrixPower: return matrixPower(node, operands[0])
    case .apply(let function): return apply(function, node, operands[0])
    case .call(let function): return call(function, node, operands)
    }
  }

  private func zeros(_ node: Expression) -> Structure {
    guard node.shape.isSquare else { return Structure(has: .nonNegative, lacks: .positive) }
    return Structure(
      has: [.diagonal, .skew, .positiveSemidefinite, .nonNegative],
      lacks: [.invertible, .positive, .columnsSumToOne, .rowsSumToOne])
  }

  // MARK: Sums

  /// What all terms have of these; a term without it among others with it takes it away.
  private func sum(_ node: Expression, _ terms: [Structure]) -> Structure {
    let common = terms.reduce(Properties.linear) { $0.intersection($1.has) }
    var has = common.union(signs(of: node))
    if common.contains(.positiveSemidefinite),
      terms.contains(where: { $0.has.contains(.positiveDefinite) })
    {
      has.insert(.positiveDefinite)
    }
    if Self.hasDefinitePart(terms) { has.insert(.invertible) }
    if node.shape.isSquare { has.formUnion(symmetry(of: node)) }
    if has.contains(.symmetric), node.isProjector { has.insert(.positiveSemidefinite) }
    return Structure(has: has, lacks: Self.spoiled(terms))
  }

  /// Whether x′ M x > 0 for all x ≠ 0: of a definite matrix with what adds nothing to it or more, such as I + K
  /// for a skew K.
  private static func hasDefinitePart(_ terms: [Structure]) -> Bool {
    terms.contains { $0.has.contains(.positiveDefinite) }
      && terms.allSatisfy { !$0.has.isDisjoint(with: [.positiveSemidefinite, .skew]) }
  }

  /// Properties of linear spaces that exactly one term lacks and all others have.
  private static func spoiled(_ terms: [Structure]) -> Properties {
    let spaces: Properties = [.symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular]
    return Properties.each.filter { property in
      spaces.contains(property) && terms.count { $0[property] == false } == 1
        && terms.count { $0[property] == true } == terms.count - 1
    }
    .reduce([]) { $0.union($1) }
  }

  func signs(of node: Expression) -> Properties {
    node.isPositive ? .positive : node.isNonNegative ? .nonNegative : []
  }

  /// Whether it is its own transpose, or the negative of it, by its form: A + A′, A − A′.
  private func symmetry(of node: Expression) -> Properties {
    let turned = turned(node)
    if Simplifier.sum([node, turned.negated]).isZero { return .symmetric }
    return Simplifier.sum([node, turned]).isZero ? .skew : []
  }

  /// The transpose, taken apart where that needs no rule but (A B)′ = B′ A′ and what is known of parts.
  private func turned(_ x: Expression) -> Expression {
    if x.shape.isScalar || known[x]?.has.contains(.symmetric) ?? false { return x }
    switch x.operation {
    case .transpose: return x.operands[0]
    case .ones: return .ones(x.shape.transposed)
    case .sum: return .sum(x.operands.map(turned))
    case .hadamard: return .hadamard(x.operands.map(turned))
    case .product:
      let scalars = x.operands.filter(\.shape.isScalar)
      let chain = x.operands.filter { !$0.shape.isScalar }
      return .product(scalars + chain.reversed().map(turned))
    default: return x.transposed
    }
  }

  // MARK: Products

  private func product(_ node: Expression, _ operands: [Structure]) -> Structure {
    let pairs = zip(node.operands, operands)
    let scalars = pairs.filter { $0.0.shape.isScalar }.map(\.0)
    let chain = pairs.filter { !$0.0.shape.isScalar }
    guard !chain.isEmpty else { return .unknown }
    let matrix = self.chain(chain.map(\.0), chain.map(\.1))
    return scalars.isEmpty ? matrix : Self.scaled(matrix, by: scalars)
  }

  /// A matrix times numbers.
  private static func scaled(_ matrix: Structure, by scalars: [Expression]) -> Structure {
    let isPositive = scalars.allSatisfy(\.isPositive)
    if isPositive {
      return Structure(
        has: matrix.has.intersection(.cone), lacks: matrix.lacks.intersection(.cone))
    }
    let space: Properties = [.symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular]
    var has = matrix.has.intersection(space)
    if scalars.allSatisfy(\.isNonNegative) {
      has.formUnion(matrix.has.intersection([.positiveSemidefinite, .nonNegative]))
    }
    let numbers = scalars.compactMap(\.rational)
    guard numbers.count == scalars.count, !numbers.contains(.zero) else {
      return Structure(has: has)
    }
    // Of a negative multiple of a positive definite matrix all eigenvalues are negative.
    let isNegative = numbers.count { $0.isNegative } % 2 == 1
    let kept: Properties = space.union(.invertible)
    var lacks = matrix.lacks.intersection(kept)
    if isNegative, matrix.has.contains(.positiveDefinite) { lacks.insert(.positiveSemidefinite) }
    return Structure(
      has: has.union(matrix.has.intersection(.invertible)), lacks: lacks)
  }

  private func chain(_ factors: [Expression], _ structures: [Structure]) -> Structure {
    let closed: Properties = [
      .diagonal, .lowerTriangular, .upperTriangular, .orthogonal, .permutation, .invertible,
      .nonNegative, .columnsSumToOne, .rowsSumToOne,
    ]
    if factors.count == 1 { return structures[0] }
    var has = structures.reduce(closed) { $0.intersection($1.has) }
    if has.contains(.diagonal) { has.formUnion(Self.diagonalProduct(structures)) }
    has.formUnion(congruence(factors, structures))
    if factors.count == 2, factors[0].isPseudoinverse(of: factors[1]) {
      has.insert(.positiveSemidefinite)
    }
    let lacks: Properties =
      structures.filter { $0[.invertible] == false }.count > 0
        && factors.allSatisfy(\.shape.isSquare) ? .invertible : []
    return Structure(has: has, lacks: lacks)
  }

  private static func diagonalProduct(_ structures: [Structure]) -> Properties {
    let positive: Properties = [.positiveDefinite, .positiveSemidefinite]
    return structures.reduce(positive) { $0.intersection($1.has) }
  }

  /// Aᵀ M A has the symmetry and the definiteness of M; Aᵀ A is positive semidefinite.
  private func congruence(
    _ factors: [Expression], _ structures: [Structure]
  ) -> Properties {
    let half = factors.count / 2
    for (left, right) in zip(factors.prefix(half), factors.reversed())
    where turned(right) != left && right.transposed != left && left.transposed != right {
      return []
    }
    let isOdd = factors.count % 2 == 1
    let middle: Properties =
      isOdd ? structures[half].has : [.symmetric, .positiveSemidefinite, .positiveDefinite]
    var has = middle.intersection([.symmetric, .skew, .positiveSemidefinite])
    let sides = structures[..<half]
    if middle.contains(.positiveDefinite), sides.allSatisfy({ $0.has.contains(.invertible) }) {
      has.insert(.positiveDefinite)
    }
    return has
  }

  private func hadamard(_ node: Expression, _ operands: [Structure]) -> Structure {
    let common: Properties = [.symmetric, .positiveDefinite, .positiveSemidefinite]
    var has = operands.reduce(common) { $0.intersection($1.has) }
    for sparse in [Properties.diagonal, .lowerTriangular, .upperTriangular]
    where operands.contains(where: { $0.has.contains(sparse) }) { has.insert(sparse) }
    if operands.allSatisfy({ !$0.has.isDisjoint(with: [.symmetric, .skew]) }) {
      let signs = operands.count { !$0.has.contains(.symmetric) }
      has.insert(signs.isMultiple(of: 2) ? .symmetric : .skew)
    }
    return Structure(has: has.union(signs(of: node)))
  }
}

extension Variable {
  /// What is declared of it, with what its range says.
  fileprivate var declared: Properties {
    let low = range?.lowerBound ?? -1
    return low > 0
      ? properties.union(.positive) : low >= 0 ? properties.union(.nonNegative) : properties
  }

  /// What its range says it has not.
  fileprivate var excluded: Properties {
    let high = range?.upperBound ?? 1
    return high < 0 ? [.positive, .nonNegative] : high == 0 ? .positive : []
  }
}

extension Properties {
  /// What sums keep where all terms have it.
  fileprivate static let linear: Properties = [
    .symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular, .positiveSemidefinite,
    .nonNegative, .positive,
  ]
  /// What positive multiples keep.
  static let cone: Properties = [
    .symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular, .positiveSemidefinite,
    .positiveDefinite, .nonNegative, .positive, .invertible,
  ]

  /// What the transpose has.
  var transposed: Properties {
    let pairs: [(Properties, Properties)] = [
      (.lowerTriangular, .upperTriangular), (.columnsSumToOne, .rowsSumToOne),
    ]
    return pairs.reduce(self) { all, pair in
      var turned = all.subtracting([pair.0, pair.1])
      if all.contains(pair.0) { turned.insert(pair.1) }
      if all.contains(pair.1) { turned.insert(pair.0) }
      return turned
    }
  }
}
