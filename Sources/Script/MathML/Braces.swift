extension MathMLNode {
  /// Braces under and over a formula as rows of the classes `underbrace` and `overbrace`, which the stylesheet
  /// draws at any length.
  ///
  /// Browsers put a long brace together from parts of the font, and Chromium gives up at so many of them: the
  /// brace then stands under a piece of the sum. The sign itself stays, unseen, for readers of screens.
  func withDrawnBraces() -> MathMLNode {
    guard name == "munder" || name == "mover", children.count == 2,
      children[1].isOperator(name == "munder" ? ["⏟"] : ["⏞"])
    else { return self }
    let side = name == "munder" ? "underbrace" : "overbrace"
    let isRow = children[0].name == "mrow" && children[0].attributes.isEmpty
    var node = self
    node.children[0] = MathMLNode(
      "mrow", [Attribute(name: "class", value: side)],
      isRow ? children[0].children : [children[0]])
    node.children[1].attributes = [
      Attribute(name: "stretchy", value: "false"), Attribute(name: "class", value: "unseen"),
    ]
    return node
  }
}
