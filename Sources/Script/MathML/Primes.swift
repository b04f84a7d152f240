extension MathMLNode {
  /// Primes without space around them.
  ///
  /// A prime that shares its superscript with other marks, as in `f'^{(2)}`, is an operator among
  /// operands there; KaTeX clears its spaces only where it is alone.
  func withTightPrimes() -> MathMLNode {
    guard isOperator(Self.primes) else { return self }
    var prime = self
    prime["mathvariant"] = nil
    prime["lspace"] = "0em"
    prime["rspace"] = "0em"
    return prime
  }

  /// Primes beside their base, other marks behind them; above a subscript, as high as they are there.
  ///
  /// The primes of fonts are drawn raised: as superscripts they would be raised and made small twice.
  /// Browsers differ in whether they take the form for scripts that some fonts have.
  func withPrimesInLine() -> MathMLNode {
    guard let upper = children.last, let (prime, others) = upper.leadingPrimes else { return self }
    if name == "msup", children.count == 2 {
      let base = MathMLNode("mrow", [], [children[0], prime])
      return others.isEmpty ? base : MathMLNode("msup", attributes, [base, .row(others)])
    }
    guard name == "msubsup", children.count == 3 else { return self }
    var node = self
    node.children[2] = .row([prime.lowered] + others)
    return node
  }

  private static func row(_ nodes: [MathMLNode]) -> MathMLNode {
    nodes.count == 1 ? nodes[0] : MathMLNode("mrow", [], nodes)
  }

  /// A mark at its own size within a superscript, and not raised twice.
  private var lowered: MathMLNode {
    MathMLNode(
      "mpadded",
      [Attribute(name: "voffset", value: "-0.45em"), Attribute(name: "height", value: "0.35em")],
      [MathMLNode("mstyle", [Attribute(name: "scriptlevel", value: "0")], [self])])
  }

  /// The one mark that the primes at the start of a superscript are, and what follows; nil where there are
  /// none, or too many.
  private var leadingPrimes: (mark: MathMLNode, others: [MathMLNode])? {
    let nodes = name == "mrow" && attributes.isEmpty ? children : [self]
    let marks = nodes.prefix { $0.isOperator(["′"]) }
    guard let first = marks.first, marks.count <= Self.joined.count else { return nil }
    return (first.with(content: Self.joined[marks.count - 1]), Array(nodes.dropFirst(marks.count)))
  }

  private static let joined = ["′", "″", "‴", "⁗"]
  private static let primes: Set = Set(joined)
}
