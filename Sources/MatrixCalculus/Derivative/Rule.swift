/// A rule of differentiation in words, with the book it stands in.
package struct Rule: Hashable, Sendable {
  /// One phrase: what the derivative with respect to the result becomes at an operand, or what the
  /// differential of the result is.
  package let phrase: String
  package let source: String

  init(_ phrase: String, _ source: String) {
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

  /// Keeping those letters that are worth one.
  package static let collection = Rule(
    "the letters that are used once or are short are replaced by what they stand for",
    "nothing is differentiated here")

  /// The rule by which the derivative by a node passes to an operand.
  ///
  /// - Parameter moving: which operands depend on what is differentiated by.
  init(of node: Expression, operand: Int, moving: [Bool]) {
    switch node.operation {
    case .sum:
      self.init("a sum hands the derivative on to each of its terms", Book.cookbook + ", (35)")
    case .product: self = .product(node, operand, isAlone: moving.filter { $0 }.count == 1)
    case .hadamard:
      self.init(
        "through an entrywise product the derivative is multiplied by the other factors",
        Book.cookbook + ", (38)")
    case .transpose: self.init("the derivative is transposed back", Book.cookbook + ", (44)")
    case .power where operand == 1:
      self.init(
        "the derivative by an exponent e is the sum of that by Y = A.^e times Y.*log(A)",
        Book.calculus)
    case .power: self.init("the power rule, entry by entry, and the chain rule", Book.calculus)
    case .matrixPower:
      self.init(
        "through Y = X^k, with C the derivative by Y, that by X is k*(X')^(k - 1)*C where C commutes with "
          + "X', as within a trace, else the upper right block of [X' C; 0 X']^k",
        Book.cookbook + ", (121); " + Book.higham + ", theorem 3.6")
    case .apply(let function):
      self.init(
        "the chain rule: the derivative is multiplied, entry by entry, by that of \(function.name)",
        Book.calculus)
    case .call(let function):
      let rule = FunctionRule(function, node.operands)
      self.init(rule.pullback, rule.source)
    case .number, .size, .variable, .eye, .ones, .zeros: self = .composition
    }
  }

  /// - Parameter isAlone: whether no other factor depends on what is differentiated by.
  private static func product(_ node: Expression, _ operand: Int, isAlone: Bool) -> Rule {
    let matrices = node.operands.filter { !$0.shape.isScalar }
    if node.operands[operand].shape.isScalar, !matrices.isEmpty {
      return Rule(
        "the derivative by a number s is the sum of the entries of that by Y = s*X times X",
        Book.cookbook + ", (37)")
    }
    if matrices.count > 1 {
      return Rule(
        "through Y = A X B the derivative by X is A' times that by Y times B'",
        Book.cookbook + ", (37); " + Book.giles + ", §2.2.2")
    }
    if isAlone { return Rule("a constant factor stays", Book.cookbook + ", (34)") }
    return matrices.isEmpty
      ? Rule("the product rule for numbers", Book.calculus)
      : Rule("a number stays a factor of the derivative by the matrix", Book.cookbook + ", (37)")
  }
}

/// What the rules are cited from.
enum Book {
  static let cookbook = "K. Petersen, M. Pedersen, \"The Matrix Cookbook\" (2012)"
  static let giles = "M. Giles, \"Collected Matrix Derivative Results\" (2008)"
  static let calculus = "NIST Digital Library of Mathematical Functions, §1.4(iii)"
  static let higham = "N. Higham, \"Functions of Matrices\" (2008)"
  static let magnus = "J. Magnus, H. Neudecker, \"Matrix Differential Calculus\" (2019)"
  static let bishop = "C. Bishop, \"Pattern Recognition and Machine Learning\" (2006)"
  static let boyd = "S. Boyd, L. Vandenberghe, \"Convex Optimization\" (2004)"
  static let danskin = "J. Danskin, \"The Theory of Max-Min\" (1967), ch. 1"
  static let golub =
    "G. Golub, V. Pereyra, \"The Differentiation of Pseudo-Inverses and Nonlinear Least Squares "
    + "Problems Whose Variables Separate\" (1973), (4.12)"
}
