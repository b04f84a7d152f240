extension MathMLNode {
  /// Norm and absolute value bars as fences with little space around them.
  ///
  /// KaTeX writes them as U+2225 PARALLEL TO and U+2223 DIVIDES, which are relations: browsers put
  /// 5/18 em on both sides. A bare operator is left alone; it came from `\mid` or `\parallel`.
  ///
  /// The double bar U+2016 is drawn narrower than TeX's, which has space at its sides.
  ///
  /// Source: MathML Core, operator dictionary (appendix B).
  func withBarsAsFences() -> MathMLNode {
    guard let bar = content.flatMap({ Self.barOf[$0] }) else { return self }
    let delimits = self["fence"] != nil || self["stretchy"] != nil
    guard name == "mi" || (name == "mo" && delimits) else { return self }
    var fence = MathMLNode("mo", [], [MathMLNode(characters: bar)])
    fence["fence"] = "true"
    // `\left` and `\right` grow with what they hold; `\lVert` and a plain `|` do not.
    fence["stretchy"] = name == "mo" && self["stretchy"] != "false" ? "true" : "false"
    fence["minsize"] = self["minsize"]
    fence["maxsize"] = self["maxsize"]
    // A bar within a row is infix, and would grow downwards from the top of the row.
    fence["symmetric"] = fence["stretchy"] == "true" ? "true" : nil
    let space = bar == "‖" ? "0.05em" : "0em"
    fence["lspace"] = space
    fence["rspace"] = space
    return fence
  }

  private static let barOf = ["∥": "‖", "∣": "|", "‖": "‖", "|": "|"]
}
