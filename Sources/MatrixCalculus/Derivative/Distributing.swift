extension Expression {
  /// Longer numbers are left as they are.
  private static let distributingReach = 400

  /// A number with products over sums of multiples written as sums of products, where that is not much longer: of
  /// (v − (x′v/q) x)′ v this makes v′v − (x′v)²/q.
  var distributed: Expression {
    let size = treeSize(limit: Self.distributingReach)
    guard shape.isScalar, size < Self.distributingReach else { return self }
    var isSpread = false
    let sums = rebuilt { node, operands in
      let same = node.with(operands)
      guard let terms = same.shape.isScalar ? same.spread : nil else { return same }
      isSpread = true
      return .sum(terms)
    }
    guard isSpread else { return self }
    let whole = sums.simplified.factored()
    let most = size + size / 4
    return whole.treeSize(limit: most + 1) <= most ? whole : self
  }

  /// The products of which a product over a sum of multiples of columns or rows is the sum; nil for anything else.
  private var spread: [Expression]? {
    guard operation == .product else { return nil }
    for place in operands.indices {
      guard let terms = operands[place].multiples else { continue }
      return terms.map { term in
        var factors = operands
        factors[place] = term
        return .product(factors)
      }
    }
    return nil
  }

  /// The terms of a sum of columns or rows, some of which stand beside numbers that are no constants.
  private var multiples: [Expression]? {
    if operation == .transpose { return operands[0].multiples?.map(\.transposed) }
    guard operation == .sum, shape.isColumn || shape.isRow, !shape.isScalar else { return nil }
    let isScaled = operands.contains { term in
      term.operation == .product
        && term.operands.contains { $0.shape.isScalar && $0.rational == nil }
    }
    return isScaled ? operands : nil
  }
}
