extension Simplifier {
  /// The entrywise product of simplified factors: scalars in front, powers merged, ones dropped.
  static func hadamard(_ factors: [Expression]) -> Expression {
    let shape = factors[0].shape
    if shape.isScalar { return product(factors) }
    if factors.contains(where: \.isZero) { return .zeros(shape) }
    if let shorter = multipliedOut(factors) { return shorter }
    if let whole = reshaping(factors, to: shape, { hadamard($0) }) { return whole }
    var scalars = ScalarFactors()
    var powers = Tally<Expression>()
    var beyondRange: [Expression] = []
    for factor in entrywiseFactors(factors, &scalars) {
      let (base, exponent) = basis(factor)
      if !powers.add(exponent, to: base) { beyondRange.append(factor) }
    }
    let merged = quotients(powers.entries.filter { $0.amount != .zero })
      .map { $0.amount == .one ? $0.key : power($0.key, .number($0.amount)) }
    let all = joiningKroneckers(merged + beyondRange)
    if let diagonal = onDiagonal(all) {
      var matrices: [Expression] = []
      scalars.take(diagonal, matrices: &matrices)
      return scalars.times(matrices, shape: shape)
    }
    return scalars.times(all.isEmpty ? [] : [.hadamard(all)], shape: shape)
  }

  /// (A ⊗ B) ∘ (C ⊗ D) is (A ∘ C) ⊗ (B ∘ D) where the shapes fit.
  private static func joiningKroneckers(_ factors: [Expression]) -> [Expression] {
    var kept: [Expression] = []
    for factor in factors {
      guard factor.operation == .call(.kron),
        let place = kept.firstIndex(where: { $0.isKronecker(like: factor) })
      else {
        kept.append(factor)
        continue
      }
      let (a, b) = (kept[place].operands, factor.operands)
      kept[place] = kronecker(hadamard([a[0], b[0]]), hadamard([a[1], b[1]]))
    }
    return kept
  }

  /// The product with its sums multiplied out, where they divide by what they are multiplied with and the
  /// result is shorter: `(a./p + b./q) .* p .* q`.
  private static func multipliedOut(_ factors: [Expression]) -> Expression? {
    let flat = factors.flatMap { $0.operation == .hadamard ? $0.operands : [$0] }
    let sums = flat.filter { $0.operation == .sum }
    let divisors = Set(sums.flatMap { $0.operands.flatMap(\.divisors) })
    guard !divisors.isDisjoint(with: flat) else { return nil }
    let terms = flat.reduce([[]] as [[Expression]]) { products, factor in
      let isKept = factor.operation != .sum || divisors.contains(factor)
      let parts = isKept ? [factor] : factor.operands
      return products.count * parts.count > 32
        ? [] : products.flatMap { product in parts.map { product + [$0] } }
    }
    guard !terms.isEmpty else { return nil }
    let reduced = terms.map { term in hadamard(cancelled(term)) }
    let expanded = sum(reduced.map { $0.multipliedThrough })
    return expanded.treeSize(limit: 1_000) < Expression.hadamard(flat).treeSize(limit: 1_000)
      ? expanded : nil
  }

  /// The factors with each divisor cancelled against the factor it divides.
  private static func cancelled(_ factors: [Expression]) -> [Expression] {
    var tally = Tally<Expression>()
    for factor in factors.flatMap(\.entrywiseFactors) {
      let (base, exponent) = basis(factor)
      if !tally.add(exponent, to: base) { return factors }
    }
    let kept = tally.entries.filter { $0.amount != .zero }.map { power($0.key, .number($0.amount)) }
    return kept.isEmpty ? [.ones(factors[0].shape)] : kept
  }

  /// The matrices multiplied entry by entry, without ones; their scalars go to `scalars`.
  private static func entrywiseFactors(
    _ factors: [Expression], _ scalars: inout ScalarFactors
  ) -> [Expression] {
    factors.flatMap { factor -> [Expression] in
      var matrices: [Expression] = []
      scalars.take(factor, matrices: &matrices)
      let core = Expression.product(matrices)
      if core.operation == .hadamard, core.isNarrow { return core.operands }
      return core.operation == .ones ? [] : [core]
    }
  }

  /// The factor as a power of a base: itself to the first where it is none.
  static func basis(_ factor: Expression) -> (base: Expression, exponent: Rational) {
    if factor.operation == .power, let exponent = factor.operands[1].rational {
      return (factor.operands[0], exponent)
    }
    return (factor, .one)
  }
}

extension Expression {
  /// Whether it is a Kronecker product of matrices in the shapes of another one's.
  fileprivate func isKronecker(like other: Expression) -> Bool {
    operation == .call(.kron) && operands.map(\.shape) == other.operands.map(\.shape)
  }

  /// The factors of an entrywise product, scalars spread over the shape.
  fileprivate var entrywiseFactors: [Expression] {
    switch operation {
    case .hadamard: return operands
    case .product where operands.contains(where: \.shape.isScalar):
      let scalars = Expression.product(operands.filter(\.shape.isScalar))
      let rest = Expression.product(operands.filter { !$0.shape.isScalar })
      return [.product([scalars, .ones(shape)])] + rest.entrywiseFactors
    default: return [self]
    }
  }

  /// What a term is divided by, entry by entry.
  fileprivate var divisors: [Expression] {
    entrywiseFactors.compactMap { factor in
      guard factor.operation == .power, let exponent = factor.operands[1].rational,
        exponent.isNegative
      else { return nil }
      return factor.operands[0]
    }
  }

  /// An entrywise product with its one short sum multiplied out.
  fileprivate var multipliedThrough: Expression {
    let (coefficient, core) = Simplifier.split(self)
    guard core.operation == .hadamard,
      let place = core.operands.firstIndex(where: { $0.operation == .sum })
    else { return self }
    let others = core.operands.enumerated().filter { $0.offset != place }.map(\.element)
    let terms = core.operands[place].operands.map { Simplifier.hadamard(others + [$0]) }
    return Simplifier.sum(terms.map { Simplifier.scale(coefficient, $0) })
  }
}
