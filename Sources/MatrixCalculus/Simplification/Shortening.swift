/// Sums that are shorter multiplied out: (1 − y) ∘ s − y ∘ (1 − s) is s − y.
///
/// One value serves a whole derivation: what it has seen it does not walk again.
package struct Shortening: Sendable {
  private var known: [Expression: Expression] = [:]

  package init() {}

  /// A simplified expression with each sum multiplied out, entry by entry, where that makes it shorter.
  ///
  /// - Complexity: O(n) for n distinct nodes not seen before.
  package mutating func shorten(_ expression: Expression) -> Expression {
    for part in expression.postorder(unless: { known[$0] != nil }) {
      let operands = part.operands.map { known[$0] ?? $0 }
      let node = operands == part.operands ? part : Simplifier.node(part, operands)
      known[part] = node.shortSum.withCommonLettersOutside
    }
    return known[expression] ?? expression
  }
}

extension Expression {
  /// Sums of more terms, and sums within them of more, are not multiplied out.
  private static let mostTerms = 8
  /// More terms than this do not come of one sum.
  private static let mostPieces = 32
  /// Longer sums are not looked at.
  private static let reach = 200

  /// The sum multiplied out, entry by entry, where that makes it shorter; any other node as it is.
  fileprivate var shortSum: Expression {
    guard operation == .sum, operands.count <= Self.mostTerms,
      operands.filter(\.mayHoldSum).count > 1,
      operands.filter({ $0.factorsByEntry.contains { $0.operation == .sum } }).count > 1
    else { return self }
    return multipliedOut ?? self
  }

  /// (A + A′) x for A′ x + A x: what products of two matrices have in common, where letters are left.
  fileprivate var withCommonLettersOutside: Expression {
    guard operation == .sum, operands.count <= Self.mostTerms else { return self }
    let factoring = Factoring { rest in
      rest.allSatisfy { $0.treeSize(limit: 5) < 5 && !$0.shape.isColumn && !$0.shape.isRow }
    }
    return factoring.factored(self).map(\.simplified) ?? self
  }

  private var mayHoldSum: Bool {
    operands.contains { $0.operation == .sum || $0.operation == .hadamard }
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
