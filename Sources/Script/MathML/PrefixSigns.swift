extension MathMLNode {
  /// A row whose signs know when they are signs, as in `(-x)`, `= -x` and `a, -b`.
  ///
  /// In MathML an operator between siblings is infix, so these would get the spaces of a
  /// difference. TeX's rule holds instead: no space after an opening, a relation, an operator or a
  /// comma.
  ///
  /// Source: D. Knuth, The TeXbook, appendix G, rule 5.
  func withPrefixSigns() -> MathMLNode {
    guard isRow else { return self }
    var row = self
    var bars = 0
    for index in children.indices {
      let leftIsBar = index > 0 && children[index - 1].base.isOperator(Self.bars)
      if leftIsBar { bars += 1 }
      guard index > 0, children[index].isOperator(Self.signs) else { continue }
      // Bars alternate: the first of a row opens, the second closes.
      let wants = leftIsBar ? bars % 2 == 1 : children[index - 1].base.expectsOperand
      if wants { row.children[index]["form"] = "prefix" }
    }
    return row
  }

  /// Whether the part at a place is a sign that belongs to what follows it.
  func isSign(at index: Int) -> Bool {
    children[index].isOperator(Self.signs)
      && (index == 0 || children[index - 1].base.expectsOperand)
  }

  /// Whether what follows this operator begins an operand.
  private var expectsOperand: Bool {
    name == "mo" && !isOperator(Self.closing) && !isOperator(Self.bars) && !areDots
  }
}
