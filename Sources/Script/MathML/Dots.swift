extension MathMLNode {
  /// A row whose dots have the spaces of what they stand for: a thin one beside an operand and before a comma,
  /// none beside an operator.
  ///
  /// Dots are operators without an entry in the operator dictionary, so browsers put 5/18 em on both
  /// sides.
  ///
  /// Source: D. Knuth, The TeXbook, chapter 18, the spaces of an inner formula.
  func withDots() -> MathMLNode {
    guard isRow, children.contains(where: \.areDots) else { return self }
    var row = self
    for (index, part) in children.enumerated() where part.areDots && part["lspace"] == nil {
      let before = index > 0 ? children[index - 1].base : nil
      let after = index + 1 < children.count ? children[index + 1].base : nil
      let followsOperand = before.map { $0.name != "mo" || $0.isOperator(Self.closing) } ?? false
      let precedesOperand =
        after.map { $0.name != "mo" || $0["separator"] != nil || $0.isOperator(Self.opening) }
        ?? false
      row.children[index]["lspace"] = followsOperand ? "0.1667em" : "0em"
      row.children[index]["rspace"] = precedesOperand ? "0.1667em" : "0em"
    }
    return row
  }

  /// Vertical dots as one character: KaTeX draws a strut beside them that no browser leaves invisible
  /// and small.
  func withPlainVerticalDots() -> MathMLNode {
    guard name == "mi", children.first?.content == "⋮" else { return self }
    return children[0]
  }

  var areDots: Bool { isOperator(["…", "⋯"]) }
}
