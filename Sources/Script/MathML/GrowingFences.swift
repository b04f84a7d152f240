extension MathMLNode {
  /// A row whose outer delimiters grow only where what they hold is higher than a line.
  ///
  /// Of a delimiter that may grow browsers take a form with wider sides even where it does not, which tears
  /// `tanh(Ux)` apart; `\left` and `\right` around letters and their scripts are plain ones.
  func withPlainFences() -> MathMLNode {
    guard name == "mrow", children.count > 1, let first = children.first, let last = children.last,
      first.isGrowingFence, last.isGrowingFence, children.dropFirst().dropLast().allSatisfy(\.isLow)
    else { return self }
    var row = self
    row.children[0]["stretchy"] = "false"
    row.children[children.count - 1]["stretchy"] = "false"
    return row
  }

  private var isGrowingFence: Bool {
    isOperator(Self.brackets) && self["fence"] == "true" && self["stretchy"] != "false"
      && self["minsize"] == nil
  }

  /// Whether it is no higher than a letter with its scripts.
  var isLow: Bool {
    switch name {
    case "": true
    case "mi", "mn", "mtext", "mspace": true
    case "mo":
      !isOperator(Self.large) && (self["stretchy"] == "false" || self["fence"] == nil)
        && self["minsize"] == nil
    case "mrow", "mpadded": children.allSatisfy(\.isLow)
    case "msub", "msup", "msubsup": children.allSatisfy(\.isLow) && !children[0].hasScripts
    default: false
    }
  }

  var hasScripts: Bool {
    Self.scripts.contains(name) || children.contains(where: \.hasScripts)
  }

  private static let brackets: Set = ["(", ")", "[", "]"]
}
