extension MathMLNode {
  /// Norm and absolute value bars as fences without space around them.
  ///
  /// KaTeX writes them as U+2225 PARALLEL TO and U+2223 DIVIDES, which are relations: browsers put
  /// 5/18 em on both sides. A bare operator is left alone; it came from `\mid` or `\parallel`.
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
    fence["lspace"] = "0em"
    fence["rspace"] = "0em"
    return fence
  }

  private static let barOf = ["∥": "‖", "∣": "|", "‖": "‖", "|": "|"]
}
