extension MathMLNode {
  /// Accents by the characters that fonts draw as accents, and lines over and under as borders.
  ///
  /// KaTeX writes `^` and `~`, which browsers stretch even over one letter (of both they can stretch the
  /// circumflex alone well); an arrow of no width, which
  /// they set beside its letter; and an overline, which few fonts can stretch. A row of the class
  /// `overline` or `underline` has its line from the stylesheet.
  func withOwnAccents() -> MathMLNode {
    guard name == "mover" || name == "munder", children.count == 2,
      let accent = children[1].content, children[1].name == "mo"
    else { return self }
    if accent == "‾" {
      let side = name == "mover" ? "overline" : "underline"
      return MathMLNode("mrow", [Attribute(name: "class", value: side)], [children[0]])
    }
    guard self["accent"] == "true" else { return self }
    var node = self
    node.children[1] = children[1].ownAccent
    return node
  }

  private var ownAccent: MathMLNode {
    let isWide = self["stretchy"] == "true"
    switch content {
    case "^": return isWide ? with(content: "\u{302}") : small("ˆ")
    case "~": return small("˜")
    case "\u{20D7}":
      var arrow = small("→")
      arrow["class"] = "vector"
      return arrow
    default: return self
    }
  }

  private func small(_ accent: String) -> MathMLNode {
    var node = with(content: accent)
    node["stretchy"] = "false"
    return node
  }
}
