extension MathMLNode {
  /// A row whose colons are relations, as in `f : A → B` and `{x : x > 0}`, with thick spaces where operands stand
  /// beside them. Browsers have none before a colon. That of `\colon` has its spaces already.
  ///
  /// Source: D. Knuth, The TeXbook, chapter 18, the table of spaces.
  func withSpacedColons() -> MathMLNode {
    guard isRow else { return self }
    var row = self
    for (index, part) in children.enumerated()
    where part.isOperator([":"]) && part["lspace"] == nil {
      let before = index > 0 ? children[index - 1].base : nil
      let after = index + 1 < children.count ? children[index + 1].base : nil
      let follows = before.map { $0.name != "mo" || $0.isOperator(Self.closing) } ?? false
      let precedes =
        after.map {
          $0.name != "mo" || $0.isOperator(Self.opening) || $0.isOperator(Self.signs)
            || $0.isOperator(Self.large)
        } ?? false
      row.children[index]["lspace"] = follows ? "0.2778em" : "0em"
      row.children[index]["rspace"] = precedes ? "0.2778em" : "0em"
    }
    return row
  }
}
