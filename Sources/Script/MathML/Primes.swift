extension MathMLNode {
  /// Primes without space around them.
  ///
  /// A prime that shares its superscript with other marks, as in `f'^{(2)}`, is an operator among
  /// operands there; KaTeX clears its spaces only where it is alone.
  func withTightPrimes() -> MathMLNode {
    guard isOperator(["′", "″", "‴"]) else { return self }
    var prime = self
    prime["mathvariant"] = nil
    prime["lspace"] = "0em"
    prime["rspace"] = "0em"
    return prime
  }
}
