extension MathMLNode {
  /// Quantities of a layer say which: δ⁽³⁾, z⁽³⁾ and a⁽³⁾ get `data-layer="3"`, by which a figure finds them;
  /// with the number of a term below, `data-layer="3.2"`.
  func withLayers() -> MathMLNode {
    guard name == "msup" || name == "msubsup", let base = children.first?.content,
      Self.quantities.contains(base), let number = children.last?.bracketedNumber
    else { return self }
    var node = self
    let term = children.count == 3 && children[1].name == "mn" ? children[1].content : nil
    node["data-layer"] = number + (term.map { "." + $0 } ?? "")
    return node
  }

  /// What the text that marks a part of a formula begins with: a character that is not seen.
  static let layerMark = "\u{2062}"

  /// A row that begins with such a text gets its number as `data-layer`, or what is no number as its class.
  func withMarkedParts() -> MathMLNode {
    guard name == "mrow", let first = children.first, first.name == "mtext",
      let text = first.content, text.hasPrefix(Self.layerMark)
    else { return self }
    var node = self
    node.children.removeFirst()
    let mark = String(text.dropFirst(Self.layerMark.count))
    node[mark.first?.isNumber ?? true ? "data-layer" : "class"] = mark
    return node
  }

  private static let quantities: Set = ["δ", "z", "a"]

  /// The number of `(3)`.
  private var bracketedNumber: String? {
    guard name == "mrow", children.count == 3, children[0].isOperator(["("]),
      children[2].isOperator([")"]), children[1].name == "mn"
    else { return nil }
    return children[1].content
  }
}
