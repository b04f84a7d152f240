/// The factors of a term of a sum, of which some may be common to all terms: s W (A + B) V for
/// s W A V + s W B V.
struct Factors {
  /// What terms have in common.
  struct Common {
    var scalars: [Expression]
    /// The first matrix, or none.
    var left: [Expression]
    /// The last one, or none.
    var right: [Expression]
  }

  private let numbers: [Expression]
  private let scalars: [Expression]
  private let chain: [Expression]

  init(of term: Expression) {
    let factors = term.operation == .product ? term.operands : [term]
    numbers = factors.filter { $0.rational != nil }
    scalars = factors.filter { $0.shape.isScalar && $0.rational == nil }
    chain = factors.filter { !$0.shape.isScalar }
  }

  /// What all have in common; nil where that is nothing. Of each product of matrices one is left to stand.
  static func common(to terms: [Factors]) -> Common? {
    guard let first = terms.first else { return nil }
    let scalars = first.scalars.filter { scalar in terms.allSatisfy { $0.scalars.contains(scalar) }
    }
    let shortest = terms.map(\.chain.count).min() ?? 0
    func end(_ matrix: Expression?, _ isMet: (Factors) -> Bool, leaving: Int) -> [Expression] {
      guard let matrix, shortest > leaving, terms.allSatisfy(isMet) else { return [] }
      return [matrix]
    }
    let left = end(first.chain.first, { $0.chain.first == first.chain.first }, leaving: 1)
    let right = end(
      first.chain.last, { $0.chain.last == first.chain.last }, leaving: 1 + left.count)
    let isNothing = scalars.isEmpty && left.isEmpty && right.isEmpty
    return isNothing ? nil : Common(scalars: scalars, left: left, right: right)
  }

  /// The term without them.
  func without(_ common: Common) -> Expression {
    var rest = scalars
    for scalar in common.scalars {
      if let place = rest.firstIndex(of: scalar) { rest.remove(at: place) }
    }
    let kept = numbers + rest + chain.dropFirst(common.left.count).dropLast(common.right.count)
    return kept.isEmpty ? .number(1) : .product(kept)
  }
}

extension Expression {
  /// What the terms of each sum have in common is written once: numbers, and the first and the last matrix of
  /// products.
  var factored: Expression {
    rebuilt { part, operands in
      guard part.operation == .sum else { return part.with(operands) }
      let terms = operands.map(Factors.init)
      guard let common = Factors.common(to: terms) else { return part.with(operands) }
      let rest = Expression.sum(terms.map { $0.without(common) })
      return .product(common.scalars + common.left + [rest] + common.right)
    }.simplified
  }
}
