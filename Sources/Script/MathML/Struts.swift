extension MathMLNode {
  /// A table whose rows are at least as high and as deep as a line, so that their baselines stand evenly.
  ///
  /// Browsers set the rows of a table one below the other by what is in them, which sets `z` nearer to the row
  /// above than `x²`. As in TeX every row has a strut: a space of no width at the end of its last cell. A table
  /// with its own idea of rows, as under a sum, is left alone; one of a single row or of numbers needs none.
  ///
  /// - Parameter spacing: how far its rows stand apart, as KaTeX says it.
  ///
  /// Source: D. Knuth, The TeXbook, chapter 12, `\strut`; L. Lamport, LaTeX, `\arraystretch`; AMS-LaTeX, `\jot`.
  func withStruts(spacing: String?) -> MathMLNode {
    guard needsStruts, let strut = Strut(spacing) else { return self }
    var table = self
    for index in children.indices {
      let isLast = index == children.count - 1
      table.children[index] = children[index].ending(with: isLast ? strut.last : strut.inner)
    }
    return table
  }

  /// Whether this is a table of several rows in which there is more than numbers.
  var needsStruts: Bool {
    name == "mtable" && children.count > 1
      && children.contains { !$0.children.allSatisfy(\.isNumeric) }
  }

  private var isNumeric: Bool {
    switch name {
    case "", "mn": true
    case "mo": isOperator(Self.signs) || areDots
    case "mtd", "mrow", "mstyle": children.allSatisfy(\.isNumeric)
    default: false
    }
  }

  /// What TeX puts into rows of one kind of table.
  private struct Strut {
    var inner: MathMLNode
    /// That of the last row, below which there is no room for another.
    var last: MathMLNode

    /// Nil for tables with their own idea of rows.
    init?(_ spacing: String?) {
      switch spacing {
      case "0.16em": self.init(height: "0.84em", depth: "0.36em", last: "0.36em")
      case "0.25em": self.init(height: "0.84em", depth: "0.66em", last: "0.36em")
      case "0.36em": self.init(height: "1.008em", depth: "0.432em", last: "0.432em")
      default: return nil
      }
    }

    private init(height: String, depth: String, last: String) {
      func strut(_ depth: String) -> MathMLNode {
        MathMLNode(
          "mspace",
          [Attribute(name: "height", value: height), Attribute(name: "depth", value: depth)])
      }
      inner = strut(depth)
      self.last = strut(last)
    }
  }

  /// A row of a table with a mark at the end of its last cell that has a content, the row of that content kept
  /// whole: what is an operator alone there would be one before an operand.
  private func ending(with mark: MathMLNode) -> MathMLNode {
    guard let place = children.lastIndex(where: { !$0.children.isEmpty && !$0.isOperatorCell })
    else { return self }
    var row = self
    let content = children[place].children
    row.children[place].children = [
      content.count == 1 ? content[0] : MathMLNode("mrow", [], content), mark,
    ]
    return row
  }

  private var isOperatorCell: Bool {
    children.count == 1 && children[0].base.name == "mo"
  }
}
