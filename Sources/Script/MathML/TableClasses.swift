extension MathMLNode {
  /// Tables that say by classes what browsers no longer read from attributes.
  ///
  /// MathML Core has no `columnalign`, `columnspacing`, `rowspacing`, `columnlines` or `width` on tables,
  /// and inline styles would forbid a strict Content-Security-Policy:
  ///
  /// - a cell gets the class `left` or `right`, and `line-left` or `line-top` where a line is drawn;
  /// - a table without space between columns is `tight`, one with space after every second `paired`, a
  ///   small one `small`; one whose rows have struts is `even`, `open` where they stand further apart, and `wide` in a list of cases;
  ///   one that carries an equation's tag `tagged`, its cells beside the formula `fill`.
  ///
  /// The style that KaTeX repeats in every cell is said once for the table.
  func withTableClasses() -> MathMLNode {
    guard name == "mtable" else { return self }
    var table = self
    let classes = tableClasses
    let columns = Columns(of: self)
    for name in Self.unread { table[name] = nil }
    if !classes.isEmpty { table["class"] = classes.joined(separator: " ") }
    if cells.contains(where: \.isDisplayed) { table["displaystyle"] = "true" }
    table.children = children.enumerated().map { $0.element.row($0.offset, columns) }
    return table.withNumbersAtTheEnd().withStruts(spacing: self["rowspacing"])
  }

  private static let unread = [
    "columnalign", "columnspacing", "rowspacing", "columnlines", "rowlines", "width",
  ]

  private var cells: [MathMLNode] { children.flatMap(\.children) }

  private var tableClasses: [String] {
    let gaps = self["columnspacing"] ?? ""
    var classes: [String] = []
    if gaps == "0em" { classes.append("tight") }
    if gaps.hasPrefix("0em 1em") { classes.append("paired") }
    if gaps == "0.2778em" || self["rowspacing"]?.hasPrefix("0.1em") == true {
      classes.append("small")
    }
    if let spacing = self["rowspacing"].flatMap({ Self.classOfSpacing[$0] }),
      needsStruts || spacing != "even"
    {
      classes.append(spacing)
    }
    if self["width"] == "100%" { classes.append("tagged") }
    return classes
  }

  private static let classOfSpacing = ["0.16em": "even", "0.25em": "open", "0.36em": "wide"]

  /// What a table says of its columns and of the lines between its rows.
  private struct Columns {
    var alignments: [String]
    var lines: [String]
    var rowLines: [String]

    init(of table: MathMLNode) {
      func list(_ name: String) -> [String] {
        table[name]?.split(separator: " ").map(String.init) ?? []
      }
      alignments = list("columnalign")
      lines = list("columnlines")
      rowLines = list("rowlines")
    }

    func classes(row: Int, column: Int) -> [String] {
      var classes: [String] = []
      if column < alignments.count, alignments[column] != "center" {
        classes.append(alignments[column])
      }
      if Self.isLine(lines, before: column) { classes.append("line-left") }
      if Self.isLine(rowLines, before: row) { classes.append("line-top") }
      return classes
    }

    private static func isLine(_ lines: [String], before place: Int) -> Bool {
      place > 0 && place <= lines.count && lines[place - 1] != "none"
    }
  }

  private func row(_ number: Int, _ columns: Columns) -> MathMLNode {
    var row = self
    // KaTeX pads numbered rows with empty cells that only its own stylesheet gives a size.
    row.children = children.filter { cell in
      cell.children.isEmpty ? cell["class"] == nil : true
    }
    for index in row.children.indices {
      let fills = row.children[index]["width"] == "50%"
      row.children[index]["width"] = nil
      row.children[index] = row.children[index].withoutStyle
      let classes = fills ? ["fill"] : columns.classes(row: number, column: index)
      if !classes.isEmpty { row.children[index]["class"] = classes.joined(separator: " ") }
    }
    return row
  }

  /// The style KaTeX gives a cell: its own, or that of a display.
  private var style: MathMLNode? {
    guard children.count == 1, children[0].name == "mstyle", children[0]["scriptlevel"] == "0"
    else {
      return nil
    }
    return children[0]
  }

  private var isDisplayed: Bool { style?["displaystyle"] == "true" }

  private var withoutStyle: MathMLNode {
    guard let style else { return self }
    var cell = self
    cell.children = style.children
    return cell
  }
}
