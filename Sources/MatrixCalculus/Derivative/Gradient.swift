/// Reverse accumulation: the gradient of a scalar with respect to any of its variables, in one pass.
///
/// Each node gets its cotangent ∂f/∂node, the sum of what its users pull back to it, and passes it on
/// to its operands. All in denominator layout: a cotangent has the shape of its node.
///
/// Source: M. Giles, "Collected Matrix Derivative Results for Forward and Reverse Mode Algorithmic
/// Differentiation" (2008), §2.
package struct Gradient {
  private var simplifier: Simplifier
  private let pullback: DerivativeRules.Pull
  /// Cotangents by node, what was pulled back so far.
  private var pulled: [Expression: [Expression]] = [:]
  private let dependent: Set<Expression>

  /// The gradients of `function` with respect to each of `variables`, simplified, in their shapes.
  ///
  /// - Parameters:
  ///   - function: a `1×1` expression.
  ///   - variables: what to differentiate by; all their entries are free, whatever is declared of them.
  ///   - rules: those of the language, but in tests of the rules.
  /// - Throws: `NotDifferentiable` at the first operation without a derivative in the language.
  /// - Complexity: O(n) pullbacks for n distinct nodes, however many variables.
  package static func gradients(
    of function: Expression, wrt variables: [Variable], by rules: DerivativeRules = .standard
  ) throws(NotDifferentiable) -> [Expression] {
    var shortening = Shortening(differentiatedBy: variables)
    return try unshortened(of: function, wrt: variables, by: rules).map { shortening.shorten($0) }
  }

  /// The same as they come of the rules, before shorter forms are looked for: what vanishes is still a term.
  package static func unshortened(
    of function: Expression, wrt variables: [Variable], by rules: DerivativeRules = .standard
  ) throws(NotDifferentiable) -> [Expression] {
    precondition(function.shape.isScalar)
    let free = FreeVariables(variables)
    var simplifier = rules.simplifier
    let simplified = simplifier.simplify(free.freed(function)).withOneOrientation
    var pass = Gradient(simplified, Set(free.variables), rules)
    try pass.run(simplified)
    let gradients = free.variables.map { pass.cotangent(of: .variable($0)) }
    return free.isNeeded ? gradients.map { simplifier.simplify(free.declared($0)) } : gradients
  }

  private init(_ function: Expression, _ variables: Set<Variable>, _ rules: DerivativeRules) {
    simplifier = rules.simplifier
    pullback = rules.pullback
    var dependent: Set<Expression> = []
    for node in function.postorder {
      if case .variable(let variable) = node.operation, variables.contains(variable) {
        dependent.insert(node)
      } else if node.operands.contains(where: dependent.contains) {
        dependent.insert(node)
      }
    }
    self.dependent = dependent
  }

  private mutating func run(_ function: Expression) throws(NotDifferentiable) {
    pulled[function] = [.number(1)]
    for node in function.postorder.reversed() where dependent.contains(node) {
      let cotangent = cotangent(of: node)
      let wanted = node.operands.map(dependent.contains)
      for (operand, share) in zip(node.operands, try pullback(node, cotangent, wanted)) {
        if let share { pulled[operand, default: []].append(simplifier.simplify(share)) }
      }
    }
  }

  private mutating func cotangent(of node: Expression) -> Expression {
    guard let shares = pulled[node] else { return .zeros(node.shape) }
    return simplifier.simplify(.sum(shares))
  }
}

/// An operation that has no derivative in the language.
package struct NotDifferentiable: Error, Hashable, Sendable {
  /// What it is, in words.
  package let what: String
}
