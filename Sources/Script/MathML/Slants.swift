extension MathMLNode {
  /// A superscript of a letter that leans over it, marked by the class `slanted` of its base. The stylesheet adds
  /// the room that TeX adds and browsers do not: beside the base, or, where a subscript belongs under the slant,
  /// beside the superscript.
  ///
  /// The letters are those whose italic correction in Computer Modern is a tenth of an em or more.
  ///
  /// Source: D. Knuth, The TeXbook, appendix G, rule 18b; Computer Modern Typefaces, the table of cmmi10.
  func withRoomForSlants() -> MathMLNode {
    guard name == "msup" || name == "msubsup", let base = children.first, base.name == "mi",
      base.attributes.isEmpty,
      let letter = base.content, Self.slanted.contains(letter)
    else { return self }
    var node = self
    node.children[0]["class"] = "slanted"
    return node
  }

  private static let slanted: Set = [
    "F", "M", "N", "P", "T", "U", "V", "W", "Y", "f", "Γ", "Υ", "Ψ",
  ]
}
