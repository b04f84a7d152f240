extension MathMLNode {
  /// Boxes, strikes and frames as rows with classes, which the stylesheet draws; MathML Core has no
  /// `<menclose>`.
  func withEnclosureClasses() -> MathMLNode {
    guard name == "menclose", let notation = self["notation"] else { return self }
    let classes = notation.split(separator: " ").compactMap { Self.classOfNotation[String($0)] }
    guard !classes.isEmpty else { return self }
    var row = MathMLNode("mrow", [], children)
    row["class"] = classes.joined(separator: " ")
    return row
  }

  private static let classOfNotation = [
    "box": "boxed", "updiagonalstrike": "strike-up", "downdiagonalstrike": "strike-down",
    "horizontalstrike": "strike", "top": "line-top", "bottom": "line-bottom", "left": "line-left",
    "right": "line-right",
  ]
}
