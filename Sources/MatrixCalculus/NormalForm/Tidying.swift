extension Monomial {
  /// Merges powers of one factor, resolves what properties of variables say, and turns indices
  /// nothing depends on into sizes.
  ///
  /// - Returns: the sizes that appeared as factors; nil if an exponent leaves its range.
  mutating func tidy() -> [Dimension]? {
    unifyDiagonals()
    contractInverses()
    contractSelections()
    contractTotals()
    sortIndices()
    guard mergePowers() else { return nil }
    return droppedSizes()
  }

  /// Puts the indices of symmetric and skew factors in order; a skew matrix has zeros on its diagonal.
  private mutating func sortIndices() {
    for at in factors.indices where factors[at].isUnordered {
      let (first, last) = (factors[at].indices.first, factors[at].indices.last)
      if factors[at].isSkew, first == last { coefficient = .zero }
      if let first, let last, first > last {
        if factors[at].isSkew { coefficient = coefficient.negated }
        factors[at].indices.reverse()
      }
    }
  }

  /// A diagonal matrix is zero off its diagonal: both its indices are one.
  private mutating func unifyDiagonals() {
    for at in factors.indices where factors[at].indices.count == 2 {
      guard case .variable(let variable) = factors[at].atom,
        variable.properties.contains(.diagonal)
      else { continue }
      unify(factors[at].indices[0], factors[at].indices[1])
      factors[at].indices = [factors[at].indices[0]]
    }
  }

  /// Σₖ Q[k,i] Q[k,j] = δᵢⱼ for orthogonal Q, wherever k occurs nowhere else.
  private mutating func contractInverses() {
    while let found = contraction() {
      let (first, second) = (factors[found.first], factors[found.second])
      factors.remove(at: found.second)
      factors.remove(at: found.first)
      dimensions[first.indices[found.side]] = .one
      unify(first.indices[1 - found.side], second.indices[1 - found.side])
    }
  }

  /// The places of two factors, the first before the second, and the side on which they meet.
  private func contraction() -> (first: Int, second: Int, side: Int)? {
    let candidates = factors.indices.filter { at in
      guard case .variable(let variable) = factors[at].atom else { return false }
      return variable.properties.contains(.orthogonal) && factors[at].exponent == .one
        && factors[at].indices.count == 2
    }
    for (nth, a) in candidates.enumerated() {
      for b in candidates[(nth + 1)...] where factors[a].atom == factors[b].atom {
        for side in 0...1 {
          let shared = factors[a].indices[side]
          if shared == factors[b].indices[side], uses(of: shared) == 2 {
            return (a, b, side)
          }
        }
      }
    }
    return nil
  }

  /// How often an index occurs, free ones counting once more.
  func uses(of index: Int) -> Int {
    factors.reduce(0) { $0 + $1.indices.filter { $0 == index }.count }
      + (row == index ? 1 : 0) + (column == index ? 1 : 0)
  }

  private mutating func mergePowers() -> Bool {
    var tally = Tally<Factor>()
    for factor in factors {
      var base = factor
      base.exponent = .one
      guard tally.add(factor.exponent, to: base) else { return false }
    }
    factors = tally.entries.filter { $0.amount != .zero }.map { entry in
      var factor = entry.key
      factor.exponent = entry.amount
      return factor
    }
    return true
  }

  /// Sums over indices that no factor has: each counts its size.
  private mutating func droppedSizes() -> [Dimension] {
    let used = Set(factors.flatMap(\.indices)).union([row, column].compactMap { $0 })
    guard used.count < dimensions.count else { return [] }
    let sizes = dimensions.indices.filter { !used.contains($0) }.map { dimensions[$0] }
    let kept = used.sorted()
    let renamed = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    dimensions = kept.map { dimensions[$0] }
    for at in factors.indices {
      factors[at].indices = factors[at].indices.map { renamed[$0] ?? $0 }
    }
    row = row.flatMap { renamed[$0] }
    column = column.flatMap { renamed[$0] }
    return sizes.filter { $0 != .one }
  }
}
