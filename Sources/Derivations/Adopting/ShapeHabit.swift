/// Numbers, columns and matrices: what a letter stands for by the habit of the field.
enum ShapeKind: CaseIterable, Hashable {
  case scalar, column, matrix

  /// How far it is from the habit that a name stands for this.
  ///
  /// - Parameters:
  ///   - name: without scripts, in text notation: `W`, `theta`, `yhat`.
  ///   - isBold: whether it is printed bold.
  ///   - marksColumns: whether the page prints columns bold, so that other small letters are numbers.
  func distance(for name: String, isBold: Bool, marksColumns: Bool) -> Int {
    let costs = ShapeKind.costs(ShapeKind.stem(name), isBold, marksColumns)
    switch self {
    case .scalar: return costs.scalar
    case .column: return costs.column
    case .matrix: return costs.matrix
    }
  }

  private typealias Costs = (scalar: Int, column: Int, matrix: Int)

  private static func costs(_ stem: String, _ isBold: Bool, _ marksColumns: Bool) -> Costs {
    let isUpper = stem.first?.isUppercase == true
    if isBold { return isUpper ? (9, 3, 0) : (8, 0, 5) }
    if isUpper { return sizes.contains(stem) ? (1, 4, 0) : (3, 4, 0) }
    if stem.count > 1 {
      return greekColumns.contains(stem) && !marksColumns ? (1, 0, 8) : (0, 2, 8)
    }
    if marksColumns { return (0, 3, 9) }
    return counts.contains(stem) ? (0, 2, 8) : (1, 0, 7)
  }

  /// Letters that count something.
  private static let sizes: Set<String> = ["N", "T", "K", "M", "L", "D", "C", "B"]
  private static let counts: Set<String> = ["c", "d", "i", "j", "k", "l", "m", "n", "p", "r", "t"]
  private static let greekColumns: Set<String> = [
    "theta", "mu", "beta", "phi", "omega", "xi", "delta", "psi",
  ]

  /// The letter under an accent.
  private static func stem(_ name: String) -> String {
    for accent in ["hat", "bar", "tilde", "vec", "dot", "under"] where name.hasSuffix(accent) {
      let stem = String(name.dropLast(accent.count))
      if !stem.isEmpty { return stem }
    }
    return name
  }
}
