extension MathMLNode {
  /// Scripts of a closing delimiter at the height they have on a letter.
  ///
  /// TeX sets the scripts of any single character at one height; MathML raises them with the base, so
  /// that the T of `(AB)ᵀ` would stand higher than that of `Aᵀ`. The base says that it is no taller
  /// than a letter. Delimiters that grow keep theirs.
  ///
  /// Source: D. Knuth, The TeXbook, appendix G, rule 18a.
  func withLevelScripts() -> MathMLNode {
    guard name == "msup" || name == "msub" || name == "msubsup", let base = children.first,
      base["stretchy"] == "false", base.isOperator(Self.closing) || base.isOperator(Self.bars)
    else { return self }
    var node = self
    let size = [Attribute(name: "height", value: "0.4em"), Attribute(name: "depth", value: "0em")]
    node.children[0] = MathMLNode("mpadded", size, [base])
    return node
  }
}
