extension MathMLNode {
  /// A formula whose delimiters around fractions in a line of text are those of a line, a little larger: of the
  /// class `big`.
  ///
  /// TeX takes a delimiter that is a little smaller than what it encloses. Browsers take the next larger one, and
  /// with the room of the widest there is.
  ///
  /// Source: D. Knuth, The TeXbook, chapter 17, `\delimiterfactor`.
  ///
  /// - Parameter isDisplay: whether fractions have their full size here.
  func withTextFences(isDisplay: Bool = false) -> MathMLNode {
    var node = self
    for (place, child) in children.enumerated() {
      node.children[place] = child.withTextFences(
        isDisplay: displays(childAt: place, within: isDisplay))
    }
    return node.withBigFences(isDisplay)
  }

  /// Whether fractions have their full size in a child.
  private func displays(childAt place: Int, within isDisplay: Bool) -> Bool {
    switch name {
    case "math": self["display"] == "block"
    case "mstyle", "mtable":
      (self["displaystyle"] ?? (name == "mtable" ? "false" : "\(isDisplay)")) == "true"
    case "mfrac": false
    default: Self.scripts.contains(name) && place > 0 ? false : isDisplay
    }
  }

  private func withBigFences(_ isDisplay: Bool) -> MathMLNode {
    guard name == "mrow", children.count > 2, children[0].grows, children[children.count - 1].grows,
      children.dropFirst().dropLast().allSatisfy({ $0.isALittleHigher(isDisplay) })
    else { return self }
    var row = self
    for place in [0, children.count - 1] {
      row.children[place]["stretchy"] = "false"
      row.children[place]["symmetric"] = nil
      row.children[place]["class"] = "big"
    }
    return row
  }

  private var grows: Bool {
    name == "mo" && self["fence"] == "true" && self["stretchy"] != "false"
      && self["minsize"] == nil && content != nil
  }

  /// Whether it is no higher than a fraction of letters and numbers in a line, or than a letter with one in its
  /// scripts.
  private func isALittleHigher(_ isDisplay: Bool) -> Bool {
    switch name {
    case "mfrac": !isDisplay && children.allSatisfy(\.isFlat)
    case "mstyle": children.allSatisfy { $0.isALittleHigher(self["displaystyle"] != "false") }
    case "mrow", "mpadded": children.allSatisfy { $0.isALittleHigher(isDisplay) }
    case "msub", "msup", "msubsup":
      children[0].isLow && !children[0].hasScripts
        && children.dropFirst().allSatisfy { $0.isALittleHigher(false) }
    default: isLow
    }
  }

  /// Whether it has no scripts and no fractions.
  private var isFlat: Bool {
    switch name {
    case "": true
    case "mi", "mn", "mtext", "mspace": true
    case "mo": isLow
    case "mrow": children.allSatisfy(\.isFlat)
    default: false
    }
  }
}
