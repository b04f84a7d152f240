/// Products that meet the inverse of what they multiply to, and pseudoinverses between their matrices.
extension Simplifier {
  /// Inverses of longer products are not looked for.
  private static let mostInverted = 16

  /// How many factors at the end of a chain make the identity with a further one: P₁ … Pₖ before
  /// (P₁ … Pₖ)⁻¹, or that inverse and all but the last behind it; nil where they do not.
  static func inverted(_ chain: [Expression], _ factor: Expression) -> Int? {
    if let parts = partsInverted(by: factor), chain.suffix(parts.count) == parts[...] {
      return parts.count
    }
    for place in chain.indices.dropLast().suffix(mostInverted) {
      guard let parts = partsInverted(by: chain[place]), parts.last == factor,
        chain[(place + 1)...] == parts.dropLast()
      else { continue }
      return parts.count
    }
    return nil
  }

  /// The matrices of P where the expression is P⁻¹, those of Pᵀ where it is its transpose.
  private static func partsInverted(by x: Expression) -> [Expression]? {
    if x.operation == .transpose {
      return partsInverted(by: x.operands[0]).map { $0.reversed().map(transpose) }
    }
    guard case .call(.inv) = x.operation, x.operands[0].operation == .product else { return nil }
    let parts = x.operands[0].operands
    return parts.count > 1 && parts.allSatisfy { !$0.shape.isScalar } ? parts : nil
  }

  /// Whether a chain ends with A A⁺ before a further A, which together are A.
  static func surrounds(_ chain: [Expression], _ factor: Expression) -> Bool {
    chain.count > 1 && chain[chain.count - 2] == factor
      && factor.isPseudoinverse(of: chain[chain.count - 1])
  }
}
