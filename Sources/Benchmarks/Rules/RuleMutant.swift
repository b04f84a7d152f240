import MatrixCalculus
import Proof

/// A derivative or simplification rule broken on purpose, with a function whose gradient needs it.
struct RuleMutant: Sendable, CustomStringConvertible {
  /// What was done to the rule: `(A B)' = A' B'`.
  let description: String
  let rules: DerivativeRules
  let function: Expression
  let variable: Variable

  init(
    _ description: String, _ rules: DerivativeRules, gradientOf function: Expression,
    wrt variable: Variable
  ) {
    self.description = description
    self.rules = rules
    self.function = function
    self.variable = variable
  }

  /// Whether the kernel refuses the gradient derived by the broken rule.
  var isCaught: Bool { confirmation(by: rules) == .mistaken }

  /// Whether the kernel confirms the gradient derived by the rules of the language.
  var isSound: Bool { confirmation(by: .standard) == .confirmed }

  private func confirmation(by rules: DerivativeRules) -> Confirmation {
    do throws(NotDifferentiable) {
      let gradient = try Gradient.gradients(of: function, wrt: [variable], by: rules)[0]
      return Prover().confirm(.gradient(of: function, wrt: variable, claimed: gradient))
    } catch { return .impossible(error.what) }
  }
}

extension RuleMutant {
  /// Every broken rule.
  static let all =
    functions + matrixFunctions + general + kinds + simplifications + structures
}

extension DerivativeRules {
  /// The rules of the language, but for the nodes that `rule` answers for.
  static func breaking(
    _ rule: @escaping @Sendable (_ node: Expression, _ cotangent: Expression) -> [Expression?]?
  ) -> DerivativeRules {
    var rules = DerivativeRules.standard
    let right = rules.pullback
    rules.pullback = { (node, cotangent, wanted) throws(NotDifferentiable) in
      guard let shares = rule(node, cotangent) else { return try right(node, cotangent, wanted) }
      return zip(shares, wanted).map { $1 ? $0 : nil }
    }
    rules.simplifier = Simplifier(trying: kept)
    return rules
  }

  /// Abbreviations stay as they are, so that their derivative rules are asked for.
  private static let kept: Simplifier.Rule = { node, operands in
    switch node.operation {
    case .apply(let function) where function.isTransparent: node.with(operands)
    case .call(let function) where function.isTransparent: node.with(operands)
    default: nil
    }
  }

  /// The rules of the language, with a simplifier that tries `rule` first.
  static func simplifying(_ rule: @escaping Simplifier.Rule) -> DerivativeRules {
    var rules = DerivativeRules.standard
    rules.simplifier = Simplifier(trying: rule)
    return rules
  }
}

/// The variables of the functions that rules are tried on.
enum Letters {
  static let m = Dimension("m")
  static let n = Dimension("n")
  static let k = Dimension("k")
  static let X = Variable("X", Shape(m, n))
  static let R = Variable("R", Shape(m, n))
  static let B = Variable("B", Shape(n, k))
  static let C = Variable("C", Shape(k, m))
  static let A = square("A")
  static let D = square("D")
  static let E = square("E")
  static let S = square("S", .symmetric)
  static let K = square("K", .skew)
  static let Q = square("Q", .orthogonal)
  static let P = Variable("P", Shape(m, n), .positive)
  static let c = Variable("c", Shape(n, .one))
  static let r = Variable("r", Shape(n, .one))
  static let t = Variable("t", .scalar, .positive)

  private static func square(_ name: String, _ properties: Properties = []) -> Variable {
    Variable(name, Shape(n, n), properties)
  }
}

extension Variable {
  var e: Expression { .variable(self) }
}

extension Expression {
  var T: Expression { transposed }
  var inverse: Expression { MatrixFunction.inv(self) }
  var traced: Expression { MatrixFunction.trace(self) }
  var summed: Expression { MatrixFunction.sum(self) }

  /// The inner product with a matrix of free entries, so that each entry's slope counts.
  var paired: Expression {
    Expression.hadamard([.variable(Variable("G", shape)), self]).summed
  }
}
