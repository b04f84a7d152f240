package import MatrixCalculus

extension Prover {
  /// More terms than this are not looked at.
  private static let termLimit = 16

  /// A derived sum without the terms that are zero for reasons no rule of ours sees, such as a residual
  /// that is orthogonal to what it is multiplied by.
  ///
  /// A term is dropped where the kernel finds it to be zero at random points for three choices of sizes.
  /// Only terms with an inverse are looked at: of all others the simplifier has found it.
  ///
  /// - Returns: the expression itself where nothing vanishes. What is left out has been tested, not proved:
  ///   the result must be confirmed like any derived one.
  package func withoutVanishingTerms(_ derived: Expression) -> Expression {
    guard derived.operation == .sum, derived.operands.count <= Self.termLimit else {
      return derived
    }
    let kept = derived.operands.filter { !($0.divides && vanishes($0)) }
    guard kept.count < derived.operands.count else { return derived }
    return kept.isEmpty ? .zeros(derived.shape) : Expression.sum(kept).simplified
  }

  private func vanishes(_ term: Expression) -> Bool {
    let claim = Claim.identity(term, .zeros(term.shape))
    return (0..<3).allSatisfy { round in
      var prover = self
      prover.salt ^= UInt64(round) &* 0x9e37_79b9_7f4a_7c15
      return prover.confirm(claim) == .confirmed
    }
  }
}

extension Expression {
  /// Whether an inverse or a quotient occurs in it.
  fileprivate var divides: Bool {
    postorder.contains { node in
      switch node.operation {
      case .call(let function): [.inv, .pinv, .solve].contains(function)
      case .power: node.operands[1].rational?.isNegative ?? false
      default: false
      }
    }
  }
}
