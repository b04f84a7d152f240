import MatrixCalculus

/// Whether a vector is a combination of others without negative coefficients: the first phase of the simplex method,
/// with exact fractions and Bland's rule, which never cycles.
///
/// Source: R. Bland, "New Finite Pivoting Rules for the Simplex Method" (1977), §2.
struct NonNegativeCombination {
  private static let mostPivots = 200

  /// The vectors, then one for each row that stands for what is missing, then the right side.
  private var rows: [[Rational]]
  /// The column that each row is solved for.
  private var basis: [Int]
  private let count: Int

  /// The coefficients; nil where there are none, or where they are not found within the bounds.
  static func coefficients(of vectors: [[Rational]], for target: [Rational]) -> [Rational]? {
    var search = NonNegativeCombination(vectors, target)
    return search.solve()
  }

  private init(_ vectors: [[Rational]], _ target: [Rational]) {
    count = vectors.count
    rows = target.indices.map { row in
      let isNegative = target[row].isNegative
      let entries = vectors.map { isNegative ? $0[row].negated : $0[row] }
      let missing = target.indices.map { $0 == row ? Rational.one : .zero }
      return entries + missing + [target[row].magnitude]
    }
    basis = target.indices.map { vectors.count + $0 }
  }

  private mutating func solve() -> [Rational]? {
    for _ in 0..<Self.mostPivots {
      guard let gains = gains() else { return nil }
      guard let column = gains.firstIndex(where: { $0 > .zero }) else { return solution }
      guard let row = leavingRow(column), pivot(row, column) else { return nil }
    }
    return nil
  }

  /// By how much each vector lessens what is missing in all.
  private func gains() -> [Rational]? {
    var gains = Array(repeating: Rational.zero, count: count)
    for (row, column) in zip(rows, basis) where column >= count {
      for place in 0..<count where row[place] != .zero {
        guard let sum = gains[place].adding(row[place]) else { return nil }
        gains[place] = sum
      }
    }
    return gains
  }

  /// The row with the least ratio, of several the one whose column is the first.
  private func leavingRow(_ column: Int) -> Int? {
    var best: (ratio: Rational, row: Int)?
    for (index, row) in rows.enumerated() where row[column] > .zero {
      guard let ratio = row[column].reciprocal?.multiplied(by: row[row.count - 1]) else {
        return nil
      }
      if let known = best {
        let isLess = ratio < known.ratio || ratio == known.ratio && basis[index] < basis[known.row]
        if !isLess { continue }
      }
      best = (ratio, index)
    }
    return best?.row
  }

  private mutating func pivot(_ row: Int, _ column: Int) -> Bool {
    guard let inverse = rows[row][column].reciprocal else { return false }
    for place in rows[row].indices where rows[row][place] != .zero {
      guard let entry = rows[row][place].multiplied(by: inverse) else { return false }
      rows[row][place] = entry
    }
    for other in rows.indices where other != row && rows[other][column] != .zero {
      let factor = rows[other][column].negated
      for place in rows[row].indices where rows[row][place] != .zero {
        guard let change = rows[row][place].multiplied(by: factor),
          let entry = rows[other][place].adding(change)
        else { return false }
        rows[other][place] = entry
      }
    }
    basis[row] = column
    return true
  }

  /// nil where something is missing.
  private var solution: [Rational]? {
    var found = Array(repeating: Rational.zero, count: count)
    for (row, column) in zip(rows, basis) {
      let value = row[row.count - 1]
      if column < count { found[column] = value } else if value != .zero { return nil }
    }
    return found
  }
}
