extension MathMLNode {
  /// Operators that hold their character alone, as MathML asks for.
  ///
  /// KaTeX wraps what it prints as an operator in `<mo>`, elements too: `\coloneqq`, `\stackrel` and
  /// `\mathop` come as `<mo>` around elements, of which browsers show the text in one line. A word keeps the spaces it was given. Variants of
  /// alphabets have no meaning for operators.
  func withPlainOperators() -> MathMLNode {
    guard name == "mo" else { return self }
    var plain = self
    plain["mathvariant"] = nil
    guard children.count == 1, !children[0].name.isEmpty else { return plain }
    guard let letters = children[0].letters else { return children[0] }
    let isSign = letters.unicodeScalars.count == 1
    if !isSign, plain["lspace"] == nil {
      plain["lspace"] = "0em"
      plain["rspace"] = "0.1667em"
    }
    return plain.with(content: letters)
  }

  /// The text of names and words beside each other; nil where there is anything else.
  private var letters: String? {
    if name == "mi" || name == "mtext" || name == "mn" { return content }
    guard name == "mrow" else { return nil }
    let parts = children.map(\.letters)
    return parts.isEmpty || parts.contains(nil) ? nil : parts.compactMap { $0 }.joined()
  }

  /// A row in which `:` and `=` beside each other are the one sign they mean, and what KaTeX leaves
  /// empty is left out.
  func withJoinedSigns() -> MathMLNode {
    guard isRow else { return self }
    var row = self
    row.children = []
    for part in children where !part.isEmptyMark {
      if part.isOperator(["="]), row.children.last?.isOperator([":"]) == true {
        row.children[row.children.count - 1] = part.with(content: ":=")
      } else {
        row.children.append(part)
      }
    }
    return row
  }

  private var isEmptyMark: Bool {
    children.isEmpty && (name == "mo" || (name == "mspace" && attributes.isEmpty))
  }
}
