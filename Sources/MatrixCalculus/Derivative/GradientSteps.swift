/// The derivation of a gradient step by step: the parts of a function by letters, then the derivative
/// by each of them, from the function back to the variable.
package struct GradientSteps: Sendable {
  /// The derivative of the function by one part.
  package struct Step: Sendable {
    /// The letter of the part, or the variable itself in the last step.
    package let part: Variable
    /// ∂F/∂part in letters.
    package let derivative: Expression
    /// The rules that were applied: one for each place that uses the part.
    package let rules: [Rule]
  }

  /// The function in letters.
  package let function: Expression
  /// The parts that depend on the variable, each after what it is made of.
  package let parts: [Definition]
  package let steps: [Step]

  /// - Parameter limit: how many parts are derived at most.
  /// - Returns: nil where there are more.
  /// - Throws: `NotDifferentiable` at the first operation without a derivative in the language.
  package init?(
    of function: Expression, wrt variable: Variable, limit: Int = 1_000
  ) throws(NotDifferentiable) {
    let free = FreeVariables([variable])
    var pass = StepPass(free.freed(function).simplified, free.variables[0])
    guard pass.nodes.count <= limit else { return nil }
    let steps = try pass.run()
    parts = pass.nodes.dropLast().compactMap { pass.definition(of: $0) }.map {
      Definition($0.letter, free.declared($0.value))
    }
    self.function = free.declared(pass.root)
    self.steps = steps.map { step in
      Step(
        part: step.part == free.variables[0] ? variable : step.part,
        derivative: free.declared(step.derivative), rules: step.rules)
    }
  }

  /// The function and an expression in letters with no letter but one: what holds of the derivative by
  /// that part whatever the part is.
  package func freeing(
    _ part: Variable, in derivative: Expression
  ) -> (function: Expression, derivative: Expression) {
    var values: [Variable: Expression] = [:]
    for definition in parts where definition.letter != part {
      values[definition.letter] = definition.value.substituting(values)
    }
    return (function.substituting(values), derivative.substituting(values))
  }

  /// What a part stands for, in the variables of the function.
  package func value(of part: Variable) -> Expression {
    var values: [Variable: Expression] = [:]
    for definition in parts {
      values[definition.letter] = definition.value.substituting(values)
      if definition.letter == part { break }
    }
    return values[part] ?? .variable(part)
  }
}

/// One pass of reverse accumulation in letters.
private struct StepPass {
  let variable: Variable
  /// Those that depend on the variable and are not it, operands first; the function is the last.
  let nodes: [Expression]
  private var letters: [Expression: Variable] = [:]
  private var formulas: [Expression: Expression] = [:]
  private var pulled: [Expression: [Expression]] = [:]
  private var rules: [Expression: [Rule]] = [:]
  private var simplifier = Simplifier()

  init(_ function: Expression, _ variable: Variable) {
    self.variable = variable
    let leaf = Expression.variable(variable)
    var dependent: Set<Expression> = [leaf]
    var nodes: [Expression] = []
    for node in function.postorder where node.operands.contains(where: dependent.contains) {
      dependent.insert(node)
      nodes.append(node)
    }
    self.nodes = nodes
    letters[leaf] = variable
    for (index, node) in nodes.enumerated() {
      let formula = node.with(node.operands.map { letters[$0].map { .variable($0) } ?? $0 })
      formulas[node] = formula
      let sign: Properties = node.isPositive ? .positive : node.isNonNegative ? .nonNegative : []
      letters[node] = Variable("⟨T\(index + 1)⟩", node.shape, sign)
    }
  }

  var root: Expression { nodes.last.flatMap { formulas[$0] } ?? .number(0) }

  func definition(of node: Expression) -> Definition? {
    guard let letter = letters[node], let formula = formulas[node] else { return nil }
    return Definition(letter, formula)
  }

  mutating func run() throws(NotDifferentiable) -> [GradientSteps.Step] {
    guard let last = nodes.last else { return [] }
    var steps: [GradientSteps.Step] = []
    pulled[last] = [.number(1)]
    for node in nodes.reversed() {
      if node != last { steps.append(step(node)) }
      try pull(node)
    }
    return steps + [step(.variable(variable))]
  }

  private mutating func step(_ node: Expression) -> GradientSteps.Step {
    var seen: Set<Rule> = []
    return GradientSteps.Step(
      part: letters[node] ?? variable, derivative: cotangent(of: node),
      rules: (rules[node] ?? []).filter { seen.insert($0).inserted })
  }

  private mutating func cotangent(of node: Expression) -> Expression {
    simplifier.simplify(.sum(pulled[node] ?? [.zeros(node.shape)]))
  }

  /// Hands the derivative by a node on to its operands, in letters.
  private mutating func pull(_ node: Expression) throws(NotDifferentiable) {
    guard let formula = formulas[node], let letter = letters[node] else { return }
    let wanted = node.operands.map { letters[$0] != nil }
    let cotangent = cotangent(of: node)
    let shares = try Pullback.of(formula, cotangent, wanted)
    let rule = Rule(of: node)
    for (operand, share) in zip(node.operands, shares) {
      guard let share else { continue }
      let isLast = node == nodes.last
      let named =
        isLast
        ? share
        : share.rebuilt { part, operands in
          part == formula ? .variable(letter) : part.with(operands)
        }
      pulled[operand, default: []].append(simplifier.simplify(named))
      rules[operand, default: []].append(rule)
    }
  }
}
