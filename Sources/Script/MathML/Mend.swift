extension MathMLNode {
  /// KaTeX's tree with what browsers get wrong about it put right; see each step.
  func mended() -> MathMLNode {
    mapped { node in
      node.withPlainParts().withSpacesOfTeX().withFormsOfCore().withLayers()
    }
    .withFixedLimits()
    .withTextFences()
    .withoutOuterSpaces()
    .mapped { $0.withoutIdleAttributes().withoutIdleRow().withRoomForSlants() }
  }

  /// What a row holds that holds one thing alone.
  private func withoutIdleRow() -> MathMLNode {
    name == "mrow" && attributes.isEmpty && children.count == 1 ? children[0] : self
  }

  /// An operator without what MathML Core gives no meaning: that it is a fence or a separator.
  private func withoutIdleAttributes() -> MathMLNode {
    guard name == "mo" else { return self }
    var node = self
    node["fence"] = nil
    node["separator"] = nil
    return node
  }

  /// Elements that hold what MathML says they hold.
  private func withPlainParts() -> MathMLNode {
    withMarkedParts()
      .withAlphabetAsCharacters()
      .withPlainOperators()
      .withPlainVerticalDots()
      .withBarsAsFences()
      .withOwnAccents()
      .withDrawnBraces()
      .withTightPrimes()
      .withPrimesInLine()
      .withBullets()
      .withNegativeSpaces()
      .withSpacedLabels()
  }

  /// Rows and scripts spaced as TeX spaces them.
  private func withSpacesOfTeX() -> MathMLNode {
    withPlainFences()
      .withJoinedSigns()
      .withDots()
      .withSpacedColons()
      .withFunctionSpaces()
      .withLargeOperatorSpaces()
      .withPrefixSigns()
      .withTightScripts()
      .withLevelScripts()
  }

  /// What MathML Core left out, by classes for the stylesheet.
  private func withFormsOfCore() -> MathMLNode {
    withEnclosureClasses().withTableClasses()
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
    while Self.scripts.contains(node.name) || node.name == "mpadded",
      let first = node.children.first
    {
      node = first
    }
    return node
  }

  static let scripts: Set = ["msub", "msup", "msubsup", "munder", "mover", "munderover"]
  static let opening: Set = ["(", "[", "{", "⟨", "⌊", "⌈", "⟦"]
  static let closing: Set = [")", "]", "}", "⟩", "⌋", "⌉", "⟧", "!", "′", "″", "‴", "⁗"]
  static let bars: Set = ["|", "‖"]
  static let signs: Set = ["−", "+", "±", "∓"]
}
