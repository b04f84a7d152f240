/// Orthogonal projections, which are symmetric and their own squares.
extension Expression {
  /// Whether it is I − P for a projection P.
  var isProjector: Bool {
    guard operation == .sum, operands.count == 2 else { return false }
    let parts = operands.map { Simplifier.split($0) }
    guard let identity = parts.firstIndex(where: { $0.core.operation == .eye }) else {
      return false
    }
    let other = parts[1 - identity]
    return parts[identity].coefficient == .one && other.coefficient == .minusOne
      && other.core.isProjection
  }

  /// Whether it is X X⁺, X⁺ X or X (X′X)⁻¹ X′.
  package var isProjection: Bool {
    guard operation == .product else { return false }
    switch operands.count {
    case 2: return operands[0].isPseudoinverse(of: operands[1])
    case 3:
      guard operands[1].operation == .call(.inv) else { return false }
      let square = operands[1].operands[0]
      return square.operation == .product && square.operands == [operands[2], operands[0]]
    default: return false
    }
  }

  /// Whether one of two is the pseudoinverse of the other.
  func isPseudoinverse(of other: Expression) -> Bool {
    operation == .call(.pinv) && operands[0] == other
      || other.operation == .call(.pinv) && other.operands[0] == self
  }
}
