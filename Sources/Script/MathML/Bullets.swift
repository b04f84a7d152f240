extension MathMLNode {
  /// `\bullet` as the bullet that TeX prints, and it and `\circ` with the spaces of a binary operator.
  ///
  /// KaTeX writes U+2219 BULLET OPERATOR, which most mathematical fonts draw as small as the dot of
  /// `\cdot`; U+2022 has no entry in the operator dictionary, so its spaces are said here. Of ∘ browsers
  /// have narrower ones.
  func withBullets() -> MathMLNode {
    guard isOperator(["∙", "∘"]) else { return self }
    var bullet = isOperator(["∙"]) ? with(content: "•") : self
    bullet["lspace"] = "0.2222em"
    bullet["rspace"] = "0.2222em"
    return bullet
  }
}
