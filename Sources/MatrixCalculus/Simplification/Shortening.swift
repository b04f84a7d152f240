/// Results as short as they can be written: sums multiplied out where like terms meet then, as in
/// (1 − y) ∘ s − y ∘ (1 − s), which is s − y, and with common factors outside.
///
/// One value serves a whole derivation: what it has seen it does not walk again.
package struct Shortening: Sendable {
  private var known: [Expression: Expression] = [:]
  private let moving: Set<Variable>

  /// - Parameter variables: what is differentiated by. Where a function that has a kink is differentiated, no
  ///   argument of it is at the kink.
  package init(differentiatedBy variables: [Variable] = []) { moving = Set(variables) }

  /// A simplified expression with each node in the shortest of its forms.
  ///
  /// - Complexity: O(n) for n distinct nodes not seen before.
  package mutating func shorten(_ expression: Expression) -> Expression {
    for part in expression.postorder(unless: { known[$0] != nil }) {
      let operands = part.operands.map { known[$0] ?? $0 }
      let node = operands == part.operands ? part : Simplifier.node(part, operands)
      let short = shortest(node)
      let best = short == node ? node : short.withShortSums
      known[part] = best.withCommonLettersOutside
    }
    return known[expression] ?? expression
  }

  private func shortest(_ node: Expression) -> Expression {
    switch node.operation {
    case .sum: node.withoutHalves(of: moving).shortestSum
    case .product, .hadamard: node.withPlainSums.shortProduct.turned
    case .power: node.withPlainSums
    case .call: node.withoutShift.asInnerProduct
    default: node
    }
  }
}

extension Expression {
  /// Sums of more terms are not multiplied out.
  private static let mostTerms = 8
  /// Longer sums are not looked at.
  private static let reach = 200
  /// Longer products are not multiplied out.
  private static let longest = 80

  /// The sum in the shortest of its forms; any other node as it is.
  var shortestSum: Expression {
    var gathering = Gathering()
    return gathering.shortest(self)
  }

  /// (A + A′) x for A′ x + A x: what products of two matrices have in common, where letters are left, and what
  /// longer ones have in common, where that is long.
  fileprivate var withCommonLettersOutside: Expression {
    guard operation == .sum, operands.count <= Self.mostTerms else { return self }
    let hasMuch = Factors.common(to: operands.map(Factors.init)).map { $0.matrices >= 3 } ?? false
    let factoring = Factoring { rest in
      hasMuch
        || rest.allSatisfy { $0.treeSize(limit: 5) < 5 && !$0.shape.isColumn && !$0.shape.isRow }
    }
    return factoring.factored(self).map(\.simplified) ?? self
  }

  /// With each of its sums in the shortest form, of which fewer were tried as long as it was one of many.
  fileprivate var withShortSums: Expression {
    guard treeSize(limit: Self.reach) < Self.reach else { return self }
    return rebuilt { node, operands in
      let same = operands == node.operands ? node : Simplifier.node(node, operands)
      return same.shortestSum
    }
  }

  /// A sum multiplied out, where that gives no more terms than it has: what is multiplied out for the sake of
  /// common factors alone loses the sums that mean something.
  var collected: Expression? {
    guard operands.count <= Self.mostTerms, treeSize(limit: Self.reach) < Self.reach,
      let pieces = Pieces.of(self), pieces.count > operands.count
    else { return nil }
    let collected = Simplifier.sum(pieces)
    return collected.plainTerms <= plainTerms ? collected : nil
  }

  /// A product multiplied out, where that is shorter; any other node as it is.
  fileprivate var shortProduct: Expression {
    guard operation == .product || operation == .hadamard else { return self }
    // A number alone is not multiplied into a sum.
    guard operands.contains(where: { $0.operation == .sum }),
      operands.count(where: { $0.rational == nil }) > 1
    else { return self }
    let size = treeSize(limit: Self.longest)
    guard size < Self.longest, let pieces = Pieces.of(self), pieces.count > 1 else { return self }
    let collected = Simplifier.sum(pieces)
    guard collected.plainTerms < pieces.count else { return self }
    var gathering = Gathering()
    let expanded = gathering.gathered(collected)
    return expanded.isShorter(than: self, of: size) ? expanded : self
  }

  /// A product of matrices with fewer transposes: y' A y for y' A' y, and sums of columns for M' 1.
  fileprivate var turned: Expression {
    guard operation == .product else { return self }
    let scalars = operands.filter(\.shape.isScalar)
    let chain = operands.filter { !$0.shape.isScalar }
    if chain.count == 2, chain[1].operation == .ones, chain[1].shape.isColumn,
      chain[0].operation == .transpose, !chain[0].isAtom
    {
      let inner = chain[0].operands[0]
      let sums = Simplifier.node(MatrixFunction.columnSums(inner), [inner])
      return Simplifier.product(scalars + [Simplifier.transpose(sums)])
    }
    guard shape.isScalar, chain.count > 1 else { return self }
    let other = Simplifier.product(scalars + chain.reversed().map(Simplifier.transpose))
    let size = treeSize(limit: Self.reach)
    return other.treeSize(limit: size) < size ? other : self
  }

  /// How many terms it has when transposes are written within sums.
  private var plainTerms: Int {
    switch operation {
    case .sum: operands.map(\.plainTerms).reduce(0, +)
    case .transpose: operands[0].plainTerms
    default: 1
    }
  }

  /// A product with what the terms of a sum among its factors are divided by outside the sum, and with the
  /// number that they have in common, where that is shorter.
  fileprivate var withPlainSums: Expression {
    let factors = operation == .power ? [self] : operands
    guard factors.contains(where: { Simplifier.basis($0).base.operation == .sum }) else {
      return self
    }
    let size = treeSize(limit: Self.longest)
    guard size < Self.longest else { return self }
    for (place, factor) in factors.enumerated() {
      guard let plain = PlainSum(factor) else { continue }
      var replaced = factors
      replaced[place] = plain.product
      let made = operation == .power ? plain.product : Simplifier.node(self, replaced)
      if made.isShorter(than: self, of: size) { return made.withPlainSums }
    }
    return self
  }
}
