/// A rule of differentiation in words, with the book it stands in.
package struct Rule: Hashable, Sendable {
  /// One phrase: what the derivative with respect to the result becomes at an operand.
  package let phrase: String
  package let source: String

  private static let cookbook = "K. Petersen, M. Pedersen, \"The Matrix Cookbook\" (2012)"
  private static let giles = "M. Giles, \"Collected Matrix Derivative Results\" (2008)"
  private static let calculus = "NIST Digital Library of Mathematical Functions, §1.4(iii)"

  private init(_ phrase: String, _ source: String) {
    self.phrase = phrase
    self.source = source
  }

  /// Naming the parts of a function, which changes nothing.
  package static let composition = Rule(
    "the function is written as a composition", "nothing is differentiated yet")

  /// Putting formulas for letters.
  package static let substitution = Rule(
    "the letters are replaced by what they stand for, and like terms are collected",
    "nothing is differentiated here")

  /// The rule by which a cotangent passes through a node.
  package init(of node: Expression) {
    switch node.operation {
    case .sum:
      self.init("a sum hands the derivative on to each of its terms", Self.cookbook + ", (35)")
    case .product where node.operands.allSatisfy(\.shape.isScalar):
      self.init("the product rule for numbers", Self.calculus)
    case .product where node.operands.filter({ !$0.shape.isScalar }).count == 1:
      self.init("a factor stays in front of the derivative", Self.cookbook + ", (34)")
    case .product:
      self.init(
        "through Y = A X B the derivative by X is A' times that by Y times B'",
        Self.cookbook + ", (37); " + Self.giles + ", §2.2.2")
    case .hadamard:
      self.init(
        "through an entrywise product the derivative is multiplied by the other factors",
        Self.cookbook + ", (38)")
    case .transpose: self.init("the derivative is transposed back", Self.cookbook + ", (44)")
    case .power: self.init("the power rule, entry by entry, and the chain rule", Self.calculus)
    case .matrixPower:
      self.init("the derivative of a matrix power within a trace", Self.cookbook + ", (108)")
    case .apply(let function):
      self.init(
        "the chain rule: the derivative is multiplied, entry by entry, by that of \(function.name)",
        Self.calculus)
    case .call(let function): self.init(of: function)
    case .number, .size, .variable, .eye, .ones, .zeros: self = .composition
    }
  }

  private init(of function: MatrixFunction) {
    switch function {
    case .sum, .rowSums, .columnSums:
      self.init("every summed entry gets the derivative by its sum", Self.cookbook + ", (35)")
    case .trace:
      self.init("the derivative by a trace stands on the diagonal", Self.cookbook + ", (36)")
    case .inv:
      self.init(
        "through Y = inv(X) the derivative by X is -Y' times that by Y times Y'",
        Self.cookbook + ", (40); " + Self.giles + ", §2.2.3")
    case .det:
      self.init("the derivative of det(X) is det(X)*inv(X)'", Self.cookbook + ", (42)")
    case .logdet: self.init("the derivative of logdet(X) is inv(X)'", Self.cookbook + ", (43)")
    case .kron: self.init("the product rule for Kronecker products", Self.cookbook + ", (39)")
    case .vec:
      self.init("the derivative gets back the shape of the matrix", Self.cookbook + ", (35)")
    default:
      self.init(
        "the derivative is pulled back through \(function.name)", Self.giles + ", §2.1")
    }
  }
}
