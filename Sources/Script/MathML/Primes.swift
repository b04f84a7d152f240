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

  /// A superscript of primes alone as one mark beside its base.
  ///
  /// The primes of fonts are drawn raised: as superscripts they would be raised and made small twice.
  /// Browsers differ in whether they take the form for scripts that some fonts have.
  func withPrimesInLine() -> MathMLNode {
    guard name == "msup", children.count == 2, let mark = children[1].joinedPrimes else {
      return self
    }
    return MathMLNode("mrow", [], [children[0], mark])
  }

  /// The one mark that primes beside each other are; nil where there is anything else, or too many.
  private var joinedPrimes: MathMLNode? {
    let marks = name == "mrow" ? children : [self]
    guard let first = marks.first, marks.allSatisfy({ $0.isOperator(["′"]) }),
      marks.count <= Self.joined.count
    else { return nil }
    return first.with(content: Self.joined[marks.count - 1])
  }

  private static let joined = ["′", "″", "‴", "⁗"]
  private static let primes: Set = Set(joined)
}
