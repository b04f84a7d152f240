extension MathMLNode {
  /// Scripts without space around their operators, as in `i=1` under a sum.
  ///
  /// Browsers put the spaces of the operator dictionary around an operator wherever it stands. TeX has
  /// none around binary operators, relations and commas in scripts.
  ///
  /// Source: D. Knuth, The TeXbook, chapter 18: spaces in parentheses are for display and text alone.
  func withTightScripts() -> MathMLNode {
    guard Self.scripts.contains(name), self["accent"] == nil, self["accentunder"] == nil else {
      return self
    }
    var node = self
    for index in node.children.indices.dropFirst() {
      node.children[index] = node.children[index].tight(at: 0)
    }
    return node
  }

  /// - Parameter place: the place among the siblings; a sign that stands first has no space.
  private func tight(at place: Int) -> MathMLNode {
    guard name == "mo" else {
      var node = self
      node.children = children.enumerated().map { $0.element.tight(at: $0.offset) }
      return node
    }
    guard self["lspace"] == nil || isOperator(Self.spaced), self["stretchy"] == nil,
      self["form"] == nil,
      hasOwnSpace(at: place)
    else { return self }
    var node = self
    if node["separator"] == nil { node["lspace"] = "0em" }
    node["rspace"] = "0em"
    return node
  }

  private func hasOwnSpace(at place: Int) -> Bool {
    !isOperator(Self.opening) && !isOperator(Self.closing) && !isOperator(Self.withoutSpace)
      && !isOperator(Self.large) && !(place == 0 && isOperator(Self.signs))
  }

  /// Signs of products and colons, whose spaces were said before their place was known.
  private static let spaced: Set = ["•", "∘", ":"]

  private static let withoutSpace: Set = ["\u{2061}", "/", "⊤", "⊥", "∗", "†", "‡", "⋆", "¬"]
}
