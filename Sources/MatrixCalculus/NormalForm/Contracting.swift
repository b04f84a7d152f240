/// Sums over an index that only matrices of zeros and ones, or of columns that sum to one, have.
extension Monomial {
  /// Which columns of an identity a factor is.
  fileprivate struct Selected {
    let skipped: Dimension
    let width: Dimension
    /// The index over its columns; nil where there is one.
    let column: Int?
    let row: Int
  }

  private func selected(_ factor: Factor) -> Selected? {
    guard case .call(let function, _) = factor.atom,
      case .primitive(.selection(let skipped)) = function.meaning,
      let row = factor.indices.first, factor.indices.count <= 2
    else { return nil }
    let column = factor.indices.count == 2 ? factor.indices[1] : nil
    let width = column.map { dimensions[$0] } ?? .one
    return Selected(skipped: skipped, width: width, column: column, row: row)
  }

  /// Σₖ E[k,i] F[k,j] is δᵢⱼ where E and F are the same columns of the identity, and 0 where they have
  /// none in common.
  mutating func contractSelections() {
    while let (first, second) = meetingSelections() {
      guard let a = selected(factors[first]), let b = selected(factors[second]) else { return }
      if a.skipped != b.skipped { coefficient = .zero }
      factors.remove(at: max(first, second))
      factors.remove(at: min(first, second))
      dimensions[a.row] = .one
      unify(a.column, b.column)
    }
  }

  /// Two selections that meet on an index nothing else has, and that are equal or apart.
  private func meetingSelections() -> (Int, Int)? {
    let places = factors.indices.filter { factors[$0].exponent == .one }
    let all = places.compactMap { place in selected(factors[place]).map { (place, $0) } }
    for (nth, a) in all.enumerated() {
      for b in all[(nth + 1)...] where a.1.row == b.1.row && uses(of: a.1.row) == 2 {
        let isSame = a.1.skipped == b.1.skipped && a.1.width == b.1.width
        if isSame || a.1.isBefore(b.1) || b.1.isBefore(a.1) { return (a.0, b.0) }
      }
    }
    return nil
  }

  /// Σᵢ P[i,j] is 1 where the columns of P sum to one and nothing else has i, and so for rows.
  mutating func contractTotals() {
    while let (place, side) = summedFactor() {
      dimensions[factors[place].indices[side]] = .one
      factors.remove(at: place)
    }
  }

  /// A factor whose columns or rows are summed, and the side of the index.
  private func summedFactor() -> (place: Int, side: Int)? {
    for place in factors.indices {
      guard case .variable(let variable) = factors[place].atom,
        factors[place].exponent == .one, factors[place].indices.count == variable.shape.sides
      else { continue }
      for (side, property) in [(0, Properties.columnsSumToOne), (1, .rowsSumToOne)]
      where variable.properties.contains(property) {
        guard let at = variable.shape.position(of: side),
          uses(of: factors[place].indices[at]) == 1
        else { continue }
        return (place, at)
      }
    }
    return nil
  }
}

extension Monomial.Selected {
  /// Whether it ends before the other begins, whatever the sizes are.
  fileprivate func isBefore(_ other: Self) -> Bool {
    (other.skipped - skipped - width).isNeverNegative
  }
}

extension Dimension {
  /// Whether it has no negative term.
  fileprivate var isNeverNegative: Bool { terms.allSatisfy { $0.coefficient >= 0 } }
}

extension Shape {
  /// How many indices an entry has.
  fileprivate var sides: Int { (isRow ? 0 : 1) + (isColumn ? 0 : 1) }

  /// Which of the indices runs over rows (0) or columns (1); nil where there is one of these only.
  fileprivate func position(of side: Int) -> Int? {
    if side == 0 { return isRow ? nil : 0 }
    return isColumn ? nil : (isRow ? 0 : 1)
  }
}
