extension MathMLNode {
  /// A formula without spaces before the operator it begins with and after the one it ends with, as in `= 0`; one
  /// that is an operator alone has none at all.
  ///
  /// Browsers space operators by the operator dictionary wherever they stand; TeX's spaces are between atoms.
  ///
  /// Source: D. Knuth, The TeXbook, chapter 18, the table of spaces.
  func withoutOuterSpaces() -> MathMLNode {
    switch name {
    case "math", "semantics":
      guard let first = children.first else { return self }
      var node = self
      node.children[0] = first.withoutOuterSpaces()
      return node
    case "mrow" where children.count > 1:
      var row = self
      row.children[0] = children[0].without(["lspace"])
      row.children[children.count - 1] = children[children.count - 1].without(["rspace"])
      return row
    case "mrow" where children.count == 1:
      var row = self
      row.children[0] = children[0].withoutOuterSpaces()
      return row
    default: return without(["lspace", "rspace"])
    }
  }

  /// An operator that has spaces of its own, without these.
  private func without(_ spaces: [String]) -> MathMLNode {
    guard name == "mo", self["stretchy"] == nil, self["form"] == nil, !isOperator(Self.opening),
      !isOperator(Self.closing), !isOperator(Self.large)
    else { return self }
    var node = self
    for space in spaces { node[space] = "0em" }
    return node
  }
}
