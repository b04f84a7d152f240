/// What is known of matrices in products, sums of entries and norms: orthogonal, permutation, stochastic and
/// triangular ones.
///
/// Source: R. Horn, C. Johnson, "Matrix Analysis" (2013), §0.9, §2.1, §8.7.
extension Simplifier {
  /// Ones that meet a matrix whose columns sum to one, or after one whose rows do.
  static func summedToOnes(_ a: Expression, _ b: Expression) -> Expression? {
    if a.operation == .ones, b.has(.columnsSumToOne) {
      return .ones(Shape(a.shape.rows, b.shape.columns))
    }
    guard b.operation == .ones, a.has(.rowsSumToOne) else { return nil }
    return .ones(Shape(a.shape.rows, b.shape.columns))
  }

  /// Whether A B is the identity because B is the transpose of an orthogonal A.
  static func cancelOrthogonally(_ a: Expression, _ b: Expression) -> Bool {
    guard a.shape.isSquare, a.shape == b.shape else { return false }
    if a.operation == .transpose, a.operands[0] == b { return b.has(.orthogonal) }
    if b.operation == .transpose, b.operands[0] == a { return a.has(.orthogonal) }
    return a == b && a.has([.orthogonal, .symmetric])
  }

  /// Factors of square matrices without the orthogonal ones: |det(Q X)| is |det X|.
  static func withoutOrthogonalFactors(_ x: Expression) -> Expression? {
    guard x.operation == .product, x.shape.isSquare else { return nil }
    // An identity stays: it stands for the order where no other matrix is left.
    let kept = x.operands.filter {
      $0.shape != x.shape || $0.operation == .eye || !$0.has(.orthogonal)
    }
    guard kept.count < x.operands.count,
      kept.allSatisfy({ $0.shape == x.shape || $0.shape.isScalar })
    else { return nil }
    return kept.contains { !$0.shape.isScalar }
      ? product(kept) : product(kept + [.eye(x.shape.rows)])
  }

  /// The trace of a product that is shorter when it is turned around: tr(Q′ X Q) is tr X where the last factor
  /// cancels the first, and tr(A u v′ B) is v′ B A u for columns u and v.
  static func cyclicTrace(_ x: Expression) -> Expression? {
    guard x.operation == .product, x.isNarrow else { return nil }
    let chain = x.operands.filter { !$0.shape.isScalar }
    let scalars = x.operands.filter(\.shape.isScalar)
    if chain.count > 2, cancel(chain[chain.count - 1], chain[0]) {
      return product(scalars + [total(.trace, product(Array(chain[1..<(chain.count - 1)])))])
    }
    if let number = rankOneTrace(chain) { return product(scalars + [number]) }
    return sumOfTraces(chain).map { product(scalars + [$0]) }
  }

  private static func rankOneTrace(_ chain: [Expression]) -> Expression? {
    guard let place = chain.indices.dropLast().first(where: { chain[$0].shape.columns == .one })
    else {
      return nil
    }
    let turned = product(Array(chain[(place + 1)...] + chain[...place]))
    let opposite = transposedChain(turned)
    return opposite.treeSize(limit: reach) < turned.treeSize(limit: reach) ? opposite : turned
  }

  private static func transposedChain(_ number: Expression) -> Expression {
    guard number.operation == .product else { return number }
    let chain = number.operands.filter { !$0.shape.isScalar }.reversed().map(transpose)
    return product(number.operands.filter(\.shape.isScalar) + chain)
  }

  /// The trace of a product with a sum of products of columns and rows, term by term.
  private static func sumOfTraces(_ chain: [Expression]) -> Expression? {
    guard let place = chain.firstIndex(where: \.isSumOfOuterProducts) else { return nil }
    let factor = chain[place]
    let terms =
      factor.operation == .transpose
      ? factor.operands[0].operands.map(transpose) : factor.operands
    return sum(
      terms.map { term in
        let whole = product(Array(chain[..<place]) + [term] + chain[(place + 1)...])
        return total(.trace, whole)
      })
  }

  /// The sum of all entries of a product that begins with a matrix whose columns sum to one, or ends with
  /// one whose rows do, without it.
  static func stochasticTotal(_ x: Expression) -> Expression? {
    guard x.operation == .product, x.operands.allSatisfy({ !$0.shape.isScalar }) else { return nil }
    if x.operands[0].has(.columnsSumToOne) {
      return total(.sum, product(Array(x.operands.dropFirst())))
    }
    guard x.operands[x.operands.count - 1].has(.rowsSumToOne) else { return nil }
    return total(.sum, product(Array(x.operands.dropLast())))
  }

  /// A matrix whose squares of entries add up to the same: Q X for orthogonal Q is X, and so is X Q.
  static func unturned(_ x: Expression) -> Expression? {
    let terms = x.operation == .sum ? x.operands : [x]
    for end in [Factors.End.first, .last] {
      let ends = terms.map { $0.matrix(at: end) }
      guard let turn = ends[0], ends.allSatisfy({ $0 == turn }), turn.has(.orthogonal) else {
        continue
      }
      return sum(terms.map { product($0.operands.without(end)) })
    }
    return nil
  }

  /// What has the same entries in another order: f(P X) for a permutation P has those of f(X).
  ///
  /// - Parameter ends: where the permutation may stand; in front it moves rows, behind it columns.
  static func unpermuted(_ x: Expression, _ ends: [Factors.End] = [.first, .last]) -> Expression? {
    switch x.operation {
    case .apply(let function):
      return unpermuted(x.operands[0], ends).map { apply(function, $0) }
    case .power where x.operands[1].rational != nil:
      return unpermuted(x.operands[0], ends).map { power($0, x.operands[1]) }
    case .product:
      for end in ends {
        guard let matrix = x.matrix(at: end), matrix.has(.permutation) else { continue }
        return product(x.operands.without(end))
      }
      return nil
    case .call(.rowSums) where ends.contains(.first):
      return unpermuted(x.operands[0], [.first]).map {
        Simplifier.node(MatrixFunction.rowSums($0), [$0])
      }
    case .call(.columnSums) where ends.contains(.last):
      return unpermuted(x.operands[0], [.last]).map {
        Simplifier.node(MatrixFunction.columnSums($0), [$0])
      }
    default: return nil
    }
  }
}

extension Expression {
  /// Whether it is known to have the properties; of what is long nothing is known.
  func has(_ properties: Properties) -> Bool {
    switch operation {
    case .variable(let variable): variable.properties.contains(properties)
    case .number, .size, .ones, .zeros: false
    default: treeSize(limit: 64) < 64 && structure.has.contains(properties)
    }
  }

  /// Whether it is a short sum of products of columns and rows, perhaps transposed.
  fileprivate var isSumOfOuterProducts: Bool {
    if operation == .transpose { return operands[0].isSumOfOuterProducts }
    return operation == .sum && operands.count <= 4
      && operands.allSatisfy { term in
        term.operation == .product
          && term.operands.contains { $0.shape.isColumn && !$0.shape.isScalar }
      }
  }

  /// The first or the last matrix of a product of several.
  fileprivate func matrix(at end: Factors.End) -> Expression? {
    guard operation == .product else { return nil }
    let chain = operands.filter { !$0.shape.isScalar }
    guard chain.count > 1 else { return nil }
    return end == .first ? chain.first : chain.last
  }
}

extension [Expression] {
  /// Factors without the first or the last matrix among them.
  fileprivate func without(_ end: Factors.End) -> [Expression] {
    let place = end == .first ? firstIndex { !$0.shape.isScalar } : lastIndex { !$0.shape.isScalar }
    guard let place else { return self }
    return Array(self[..<place] + self[(place + 1)...])
  }
}
