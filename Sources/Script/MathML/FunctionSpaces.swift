extension MathMLNode {
  /// A row with thin spaces around named functions, as in `2 tanh x`.
  ///
  /// KaTeX marks an application with U+2061, which has no width, and leaves the mark inside the base
  /// of a script. The mark goes after the script, with a thin space where TeX has one: before an
  /// argument that does not begin with a delimiter, and after a factor.
  ///
  /// Source: D. Knuth, The TeXbook, chapter 18, the table of spaces.
  func withFunctionSpaces() -> MathMLNode {
    guard isRow else { return self }
    let parts = children.flatMap(\.applicationAfterScripts)
    guard parts.contains(where: \.isApplication) else { return self }
    var row = self
    row.children = []
    for (index, part) in parts.enumerated() {
      let isFunction = index + 1 < parts.count && parts[index + 1].isApplication
      if isFunction, let last = row.children.indices.last,
        row.children[last].endsOperand || row.isSign(at: last)
      {
        row.children.append(Self.thinSpace)
      }
      row.children.append(part)
      if part.isApplication, index + 1 < parts.count, !parts[index + 1].beginsWithOperator {
        row.children.append(Self.thinSpace)
      }
    }
    return row
  }

  /// Whether it is an operator, or delimiters around something.
  private var beginsWithOperator: Bool {
    name == "mo" || name == "mrow" && children.first?.isOperator(Self.opening) == true
  }

  private var isApplication: Bool { isOperator(["\u{2061}"]) }

  private var endsOperand: Bool {
    let base = base
    return base.name != "mspace" && (base.name != "mo" || base.isOperator(Self.closing))
  }

  /// A function with scripts whose base holds the mark: the function without it, then the mark.
  private var applicationAfterScripts: [MathMLNode] {
    guard Self.scripts.contains(name), let first = children.first, first.name == "mrow",
      let mark = first.children.last, mark.isApplication, first.children.count == 2
    else { return [self] }
    var bare = self
    bare.children[0] = first.children[0]
    return [bare, mark]
  }

  private static let thinSpace = MathMLNode("mspace", [.init(name: "width", value: "0.1667em")])
}
