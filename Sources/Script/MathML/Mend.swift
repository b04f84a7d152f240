extension MathMLNode {
  /// KaTeX's tree with what browsers get wrong about it put right; see each step.
  func mended() -> MathMLNode {
    mapped { node in
      node.withAlphabetAsCharacters()
        .withBarsAsFences()
        .withTightPrimes()
        .withBullets()
        .withFunctionSpaces()
        .withPrefixSigns()
        .withTableClasses()
        .withLayers()
    }
  }
}

extension MathMLNode {
  /// Whether this is an operator, `<mo>`, of one of these characters.
  func isOperator(_ characters: Set<String>) -> Bool {
    name == "mo" && content.map(characters.contains) == true
  }

  /// The innermost base of a script; the node itself where it has no script.
  var base: MathMLNode {
    var node = self
    while Self.scripts.contains(node.name), let first = node.children.first { node = first }
    return node
  }

  static let scripts: Set = ["msub", "msup", "msubsup", "munder", "mover", "munderover"]
  static let opening: Set = ["(", "[", "{", "⟨", "⌊", "⌈", "⟦"]
  static let closing: Set = [")", "]", "}", "⟩", "⌋", "⌉", "⟧", "!", "′", "″", "‴"]
  static let bars: Set = ["|", "‖"]
}
