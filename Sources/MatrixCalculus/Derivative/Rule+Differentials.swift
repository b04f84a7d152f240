/// The rules for differentials, which go from a variable to the function.
extension Rule {
  /// The rule for the differential of a node whose operands move.
  ///
  /// - Parameter moving: which operands depend on what is differentiated by.
  init(differentialOf node: Expression, moving: [Bool]) {
    let isAlone = moving.filter { $0 }.count == 1
    switch node.operation {
    case .sum:
      self.init(
        "the differential of a sum is the sum of the differentials", Book.cookbook + ", (35)")
    case .product where isAlone:
      self.init("constant factors stay: d(A*X*B) = A*dX*B", Book.cookbook + ", (34), (37)")
    case .product:
      self.init("the product rule: d(A*B) = dA*B + A*dB", Book.cookbook + ", (37)")
    case .hadamard where isAlone:
      self.init("constant factors stay: d(A.*X) = A.*dX", Book.cookbook + ", (38)")
    case .hadamard:
      self.init(
        "the product rule, entry by entry: d(A.*B) = dA.*B + A.*dB", Book.cookbook + ", (38)")
    case .transpose: self.init("d(X') = (dX)'", Book.cookbook + ", (44)")
    case .power where moving[1]:
      self.init("d(A.^e) = e*A.^(e - 1).*dA + A.^e.*log(A)*de", Book.calculus)
    case .power: self.init("the power rule: d(X.^e) = e*X.^(e - 1).*dX", Book.calculus)
    case .matrixPower:
      self.init(
        "d(X^k) is the upper right block of [X dX; 0 X]^k", Book.higham + ", theorem 3.6")
    case .apply(let function):
      self.init(
        "the chain rule: d f(X) = f'(X).*dX, entry by entry, with f = \(function.name)",
        Book.calculus)
    case .call(let function):
      let rule = FunctionRule(function, node.operands)
      self.init(rule.differential, rule.source)
    case .number, .size, .variable, .eye, .ones, .zeros: self = .composition
    }
  }
}
