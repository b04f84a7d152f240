extension MathMLNode {
  /// Negative spaces as empty marks of a class that the stylesheet draws back.
  ///
  /// KaTeX writes a space with U+2063 after it, which browsers set as a space forwards.
  func withNegativeSpaces() -> MathMLNode {
    guard name == "mtext", let content, content.unicodeScalars.last == "\u{2063}" else {
      return self
    }
    var space = MathMLNode("mspace")
    space["class"] = "back"
    return space
  }

  /// A label of an arrow with its margins as spaces: `<mpadded>` of MathML Core cannot add to a width.
  func withSpacedLabels() -> MathMLNode {
    guard name == "mpadded", self["width"]?.hasPrefix("+") == true, let margin = self["lspace"]
    else {
      return self
    }
    let space = MathMLNode("mspace", [Attribute(name: "width", value: margin)])
    return MathMLNode("mrow", [], [space] + children + [space])
  }
}
