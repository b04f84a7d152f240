extension MathMLNode {
  /// A row whose large operators have a thin space before them only where an operand or its sign stands
  /// there, and
  /// one after them only where no delimiter opens.
  ///
  /// Source: D. Knuth, The TeXbook, chapter 18, the table of spaces.
  func withLargeOperatorSpaces() -> MathMLNode {
    guard isRow else { return self }
    var row = self
    for (index, part) in children.enumerated() where part.base.isOperator(Self.large) {
      let hasSpace =
        index > 0 && (children[index - 1].isOperandBeforeSpace || isSign(at: index - 1))
      let after = index + 1 < children.count ? children[index + 1] : nil
      if !hasSpace {
        row.children[index].changeBase { $0["lspace"] = "0em" }
      }
      if after?.isOperator(Self.opening) == true {
        row.children[index].changeBase { $0["rspace"] = "0em" }
      }
    }
    return row
  }

  /// A formula in a line of text whose limits stay where they are: KaTeX writes them under and over an
  /// operator only where they belong there, and browsers would move them beside it.
  func withFixedLimits() -> MathMLNode {
    guard name == "math", self["display"] == nil else { return self }
    return mapped { node in
      guard node.name.hasPrefix("munder") || node.name == "mover",
        node.children.first?.isOperator(Self.large) == true
      else { return node }
      var fixed = node
      fixed.children[0]["movablelimits"] = "false"
      return fixed
    }
  }

  private var isOperandBeforeSpace: Bool {
    let base = base
    if base.name == "mspace" || base.isOperator(Self.large) { return false }
    return base.name != "mo" || base.isOperator(Self.closing)
  }

  private mutating func changeBase(_ change: (inout MathMLNode) -> Void) {
    guard Self.scripts.contains(name), !children.isEmpty else { return change(&self) }
    children[0].changeBase(change)
  }

  static let large: Set = [
    "∑", "∏", "∐", "⋃", "⋂", "⨁", "⨂", "⨀", "⨄", "⨆", "⋁", "⋀", "∫", "∬", "∭", "∮", "∯", "∰",
  ]
}
