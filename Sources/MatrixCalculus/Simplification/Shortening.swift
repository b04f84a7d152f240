/// Sums that are shorter multiplied out: (1 − y) ∘ s − y ∘ (1 − s) is s − y.
extension Expression {
  /// Sums of more terms, and sums within them of more, are not multiplied out.
  private static let mostTerms = 8
  /// More terms than this do not come of one sum.
  private static let mostPieces = 32
  /// Longer sums are not looked at.
  private static let reach = 200

  /// The same with each sum multiplied out, entry by entry, where that makes it shorter.
  ///
  /// - Complexity: looks at each distinct node once.
  package var shortened: Expression {
    guard postorder.contains(where: \.hasTermsToMultiplyOut) else { return self }
    return rebuilt { part, operands in
      let node = operands == part.operands ? part : Simplifier.node(part, operands)
      return node.hasTermsToMultiplyOut ? node.multipliedOut ?? node : node
    }
  }

  private var hasTermsToMultiplyOut: Bool {
    operation == .sum && operands.count <= Self.mostTerms
      && operands.count { $0.factorsByEntry.contains { $0.operation == .sum } } > 1
  }

  private var multipliedOut: Expression? {
    let size = treeSize(limit: Self.reach)
    guard size < Self.reach else { return nil }
    var pieces: [Expression] = []
    for term in operands {
      pieces += term.piecesByEntry
      guard pieces.count <= Self.mostPieces else { return nil }
    }
    let expanded = Simplifier.sum(pieces).withCommonScalarsOutside
    return expanded.treeSize(limit: size) < size ? expanded : nil
  }

  /// The factors of an entrywise product, and the numbers that scale it.
  private var factorsByEntry: [Expression] {
    switch operation {
    case .hadamard: return operands
    case .product:
      guard operands.count(where: { !$0.shape.isScalar }) <= 1 else { return [self] }
      return operands.flatMap { $0.shape.isScalar ? [$0] : $0.factorsByEntry }
    default: return [self]
    }
  }

  /// The terms of an entrywise product of sums.
  private var piecesByEntry: [Expression] {
    let factors = factorsByEntry
    let choices = factors.reduce(1) { $0 * ($1.operation == .sum ? $1.operands.count : 1) }
    guard choices <= Self.mostPieces else { return [self] }
    var pieces: [[Expression]] = [[]]
    for factor in factors {
      let terms = factor.operation == .sum ? factor.operands : [factor]
      pieces = pieces.flatMap { piece in terms.map { piece + [$0] } }
    }
    return pieces.map { factors in
      let scalars = factors.filter(\.shape.isScalar)
      let entries = factors.filter { !$0.shape.isScalar }
      if entries.isEmpty { return Simplifier.product(scalars) }
      return Simplifier.product(
        scalars + [entries.count == 1 ? entries[0] : Simplifier.hadamard(entries)])
    }
  }

  /// s (A + B) for s A + s B.
  private var withCommonScalarsOutside: Expression {
    guard operation == .sum, let first = operands.first else { return self }
    let common = first.outerScalars.filter { scalar in
      operands.allSatisfy { $0.outerScalars.contains(scalar) }
    }
    guard !common.isEmpty else { return self }
    let rest = operands.map { term in
      Simplifier.product(
        term.operands.filter { !common.contains($0) } + (term.shape.isScalar ? [.number(1)] : []))
    }
    return Simplifier.product(common + [Simplifier.sum(rest)])
  }

  private var outerScalars: [Expression] {
    operation == .product ? operands.filter { $0.shape.isScalar && $0.rational == nil } : []
  }
}
