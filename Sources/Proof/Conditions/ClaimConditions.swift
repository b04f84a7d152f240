import MatrixCalculus

extension Claim {
  /// What must hold for the claim to make sense.
  package var conditions: [String] { found(atAnyRank: false).map { $0.text() }.unique }

  /// The conditions of what was derived, by laws that hold at any rank.
  package var conditionsOfDerived: [String] { found(atAnyRank: true).map { $0.text() }.unique }

  /// - Parameter isAtAnyRank: whether it is known to hold at any rank of what stands under a pseudoinverse that is
  ///   not differentiated.
  func found(atAnyRank isAtAnyRank: Bool) -> [Condition] {
    Conditions.found(in: parts, wrt: variable, atAnyRank: isAtAnyRank)
  }

  /// What must have values, and how often it is differentiated.
  private var parts: [(value: Expression, order: Int)] {
    switch kind {
    case .identity(let right): [(claimed, 0), (right, 0)]
    case .hessian(let function, _): [(function, 2), (claimed, 0)]
    case .gradient(let function, _), .jacobian(let function, _), .differential(let function, _, _):
      [(function, 1), (claimed, 0)]
    }
  }

  private var variable: Variable? {
    switch kind {
    case .identity: nil
    case .hessian(_, let variable), .gradient(_, let variable), .jacobian(_, let variable),
      .differential(_, let variable, _):
      variable
    }
  }
}
