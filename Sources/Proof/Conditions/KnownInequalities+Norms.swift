import MatrixCalculus

/// Inequalities between norms, sums and largest entries, and those of definite matrices.
extension KnownInequalities {
  /// What norms, sums and largest entries are taken of.
  func measured(_ nodes: [Expression]) -> [Expression] {
    var found: [Expression] = []
    for node in nodes {
      guard case .call(let function) = node.operation, node.shape.isScalar,
        MatrixFunction.measures.contains(function)
      else { continue }
      let x =
        node.operands[0].operation == .apply(.abs) ? node.operands[0].operands[0] : node.operands[0]
      if !x.shape.isScalar, !found.contains(x) { found.append(x) }
    }
    return found
  }

  mutating func readMeasures(of x: Expression) {
    let (one, two) = (MatrixFunction.norm1(x), MatrixFunction.norm2(x))
    let (sum, count) = (
      MatrixFunction.sum(x), Expression.size(x.shape.rows) * .size(x.shape.columns)
    )
    let square = Rational(2)
    note(one)
    note(two)
    note(one - two)
    note(.power(one, square) - .power(two, square))
    noteBetween(sum, one)
    for most in [one, sum] {
      note(.apply(.sqrt, count) * two - most)
      note(count * .power(two, square) - .power(most, square))
    }
    note(.apply(.sqrt, count) * two + sum)
    readLargest(of: x, sum, one, two, count)
  }

  mutating func readLargest(
    of x: Expression, _ sum: Expression, _ one: Expression, _ two: Expression, _ count: Expression
  ) {
    let (most, least) = (MatrixFunction.max()(x), MatrixFunction.min()(x))
    note(most - least)
    note(count * most - sum)
    note(sum - count * least)
    noteBetween(most, two)
    noteBetween(least, two)
    guard x.shape.isColumn else { return }
    let size = MatrixFunction.normInf(x)
    note(two - size)
    note(one - size)
    noteBetween(most, size)
    noteBetween(least, size)
    note(count * size - one)
    note(.apply(.sqrt, count) * size - two)
  }

  /// The norm of a sum, of a product and of what is projected.
  mutating func readNorm(of x: Expression) {
    let whole = MatrixFunction.norm2(x)
    if x.operation == .sum {
      let parts = x.operands.map { MatrixFunction.norm2($0) }
      note(.sum(parts) - whole)
      for part in parts { note(.sum([whole] + parts) - .product([.number(2), part])) }
      return
    }
    let chain = x.flatFactors
    guard x.operation == .product, chain.allSatisfy({ !$0.shape.isScalar }) else { return }
    for cut in chain.indices.dropFirst() {
      let (a, b) = (
        Expression.product(Array(chain[..<cut])), Expression.product(Array(chain[cut...]))
      )
      let parts = MatrixFunction.norm2(a) * MatrixFunction.norm2(b)
      note(parts - whole)
      note(.power(parts, Rational(2)) - .power(whole, Rational(2)))
      guard a.isProjection, a.isKnown(.symmetric) == true else { continue }
      note(MatrixFunction.norm2(b) - whole)
      note(.power(MatrixFunction.norm2(b), Rational(2)) - .power(whole, Rational(2)))
    }
  }
}

// MARK: Definite matrices

extension KnownInequalities {
  /// tr S² ≤ (tr S)² ≤ n tr S² by the eigenvalues of a semidefinite S, |tr Q| ≤ n by those of an orthogonal Q.
  mutating func readTrace(of s: Expression) {
    guard s.shape.isSquare else { return }
    if s.isKnown(.orthogonal) == true { noteBetween(MatrixFunction.trace(s), .size(s.shape.rows)) }
    guard s.isKnown(.positiveSemidefinite) == true else { return }
    let (square, trace) = (MatrixFunction.trace(s * s), MatrixFunction.trace(s))
    note(trace)
    note(.power(trace, Rational(2)) - square)
    note(.size(s.shape.rows) * square - .power(trace, Rational(2)))
    note(trace - MatrixFunction.norm2(s))
  }

  /// det (I + S) ≥ 1 for a semidefinite S.
  mutating func readDeterminant(_ node: Expression) {
    let a = node.operands[0]
    guard a.operation == .sum, let identity = a.operands.firstIndex(of: .eye(a.shape.rows)) else {
      return
    }
    var others = a.operands
    others.remove(at: identity)
    guard others.allSatisfy({ $0.isKnown(.positiveSemidefinite) == true }) else { return }
    note(node - .number(1))
    note(.apply(.abs, node) - .number(1))
  }
}

extension MatrixFunction {
  /// Those that give a number for all entries of a matrix.
  fileprivate static let measures: [MatrixFunction] = [
    .norm1, .norm2, .normInf, .sum, .max(), .min(), .mean(),
  ]
}
