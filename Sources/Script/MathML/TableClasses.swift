extension MathMLNode {
  /// Tables that say by classes what browsers no longer read from attributes.
  ///
  /// MathML Core has no `columnalign`, `columnspacing`, `rowspacing` or `width` on tables, and inline styles would
  /// forbid a strict Content-Security-Policy: a cell gets the class `left` or `right`, a table
  /// without space between columns `tight`, and one that carries an equation's tag `tagged`.
  func withTableClasses() -> MathMLNode {
    guard name == "mtable" else { return self }
    var table = self
    var classes: [String] = []
    if self["columnspacing"] == "0em" { classes.append("tight") }
    if self["width"] == "100%" { classes.append("tagged") }
    let alignments = self["columnalign"]?.split(separator: " ").map(String.init) ?? []
    for name in ["columnalign", "columnspacing", "rowspacing", "width"] { table[name] = nil }
    if !classes.isEmpty { table["class"] = classes.joined(separator: " ") }
    table.children = children.map { $0.row(aligned: alignments) }
    return table
  }

  private func row(aligned alignments: [String]) -> MathMLNode {
    var row = self
    // KaTeX pads numbered rows with empty cells that only its own stylesheet gives a size.
    row.children = children.filter { cell in
      cell.children.isEmpty ? cell["class"] == nil : true
    }
    for index in row.children.indices {
      row.children[index]["width"] = nil
      guard index < alignments.count, alignments[index] != "center" else { continue }
      row.children[index]["class"] = alignments[index]
    }
    return row
  }
}
