import MatrixCalculus

/// Signs of sums of whole matrices that are definite.
extension Expression {
  /// What definiteness says of x′ M x for x ≠ 0: of the sum of all entries, with x of ones.
  var signByDefiniteness: SignByForm {
    guard shape.isSquare else { return .unknown }
    let has = structure.has
    return has.contains(.positiveDefinite)
      ? .positive : has.contains(.positiveSemidefinite) ? .nonNegative : .unknown
  }

  /// The sign of the trace: of what is definite, and of products G H of definite matrices, for tr G H is the
  /// trace of G^½ H G^½.
  ///
  /// Source: R. Horn, C. Johnson, "Matrix Analysis" (2013), §7.2, problem 26.
  var signOfTrace: SignByForm {
    let own = signByDefiniteness
    guard own == .unknown, operation == .product, operands.count <= 9 else { return own }
    let scale = operands.filter(\.shape.isScalar).map(\.signOfForm).min() ?? .positive
    let chain = operands.filter { !$0.shape.isScalar }
    guard scale > .unknown, chain.count > 1 else { return .unknown }
    return min(scale, Self.signOfTrace(chain))
  }

  /// The best that two factors say into which a cycle of matrices can be cut.
  private static func signOfTrace(_ chain: [Expression]) -> SignByForm {
    var best = SignByForm.unknown
    for start in chain.indices {
      let cycle = Array(chain[start...] + chain[..<start])
      for cut in 1..<cycle.count where cut <= cycle.count - cut {
        let left = Expression.product(Array(cycle[..<cut])).signByDefiniteness
        guard left > .unknown else { continue }
        best = max(best, min(left, Expression.product(Array(cycle[cut...])).signByDefiniteness))
      }
    }
    return best
  }

  private var signOfForm: SignByForm {
    isPositive ? .positive : isNonNegative ? .nonNegative : .unknown
  }
}
