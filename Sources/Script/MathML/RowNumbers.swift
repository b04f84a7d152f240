extension MathMLNode {
  /// What the text of a number begins with: a character that is not seen.
  static let numberMark = "\u{2063}"

  /// A table whose numbers stand at the end of their rows' lines, flush right: of the class `tagged`, with
  /// cells of the class `fill` that take the room on both sides of the formula.
  func withNumbersAtTheEnd() -> MathMLNode {
    guard name == "mtable", children.contains(where: { $0.children.last?.number != nil }) else {
      return self
    }
    let rows = children.map(\.numberedRow)
    let most = rows.map(\.cells.count).max() ?? 0
    var table = self
    table["class"] = [self["class"], "tagged"].compactMap { $0 }.joined(separator: " ")
    for (index, row) in rows.enumerated() {
      let padding = Array(repeating: MathMLNode("mtd"), count: most - row.cells.count)
      table.children[index].children =
        [Self.fill] + row.cells + padding + [Self.fill, MathMLNode("mtd", [], row.number)]
    }
    return table
  }

  private static let fill = MathMLNode("mtd", [.init(name: "class", value: "fill")])

  /// The cells of a row, and the number behind them and an empty cell.
  private var numberedRow: (cells: [MathMLNode], number: [MathMLNode]) {
    guard let number = children.last?.number else { return (children, []) }
    return (Array(children.dropLast(2)), [number])
  }

  /// The number that a cell holds.
  private var number: MathMLNode? {
    if name == "mtext", let content, content.hasPrefix(Self.numberMark) {
      return with(content: String(content.dropFirst(Self.numberMark.count)))
    }
    return children.lazy.compactMap(\.number).first
  }
}
