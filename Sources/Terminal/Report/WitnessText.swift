package import Proof

extension Witness {
  /// The witness in words: the sizes, then either what they say or the values and both sides.
  ///
  /// Long matrices are left out; of long sides the first entry that differs is shown.
  package var inWords: String {
    let sizes = shapes.map { "\($0.name)=\($0.count)" }.joined(separator: ", ")
    if values.isEmpty, let remark {
      return [sizes, remark].filter { !$0.isEmpty }.joined(separator: ": ")
    }
    let given = values.filter { $0.entries.isShort }.map { "\($0.name) = \($0.entries.asText)" }
    let lines = [sizes] + given + ["claimed: \(side(left))", "derived: \(side(right))"]
    return (lines + [remark ?? ""]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The same for the other side of an identity.
  var exchanged: Witness {
    var exchanged = self
    (exchanged.left, exchanged.right) = (right, left)
    return exchanged
  }

  private func side(_ entries: [[String]]) -> String {
    let isSingle = left.count == 1 && left.first?.count == 1
    guard let (row, column) = differing, !isSingle else { return entries.asText }
    let place = "row \(row + 1), column \(column + 1)"
    guard left.isShort && right.isShort else { return "\(entries[row][column]) in \(place)" }
    return entries.asText + (entries == right ? ", differs in \(place)" : "")
  }
}

extension [[String]] {
  /// A matrix as text notation writes it, `[1 0; 2 1]`; a single entry without brackets.
  var asText: String {
    if count == 1, let row = first, row.count == 1 { return row[0] }
    if isEmpty { return "" }
    return "[" + map { $0.joined(separator: " ") }.joined(separator: "; ") + "]"
  }

  /// Whether the matrix can be read at a glance.
  fileprivate var isShort: Bool { map(\.count).reduce(0, +) <= 24 }
}
