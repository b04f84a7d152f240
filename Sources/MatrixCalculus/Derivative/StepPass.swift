/// One pass of reverse accumulation in letters.
struct StepPass {
  /// How the derivative by a part enters those by what it is made of.
  enum Manner {
    /// As a formula; the pass ends where one is no longer read at a glance.
    case writtenOut
    /// By a letter of its own.
    case byLetters
  }

  let manner: Manner
  let composition: Composition
  private var shares: [Expression: [Share]] = [:]
  /// The derivative by a node as what it is made of gets to see it.
  private var cotangents: [Expression: Expression] = [:]
  private var simplifier = Simplifier()

  /// What one use of a part adds to the derivative by it.
  private struct Share {
    /// The node that uses the part.
    let user: Expression
    let value: Expression
    /// The same without the letter of the user.
    let own: Expression
    let rule: Rule
  }

  /// How many nodes, written out as a tree, are read at a glance.
  private static let brief = 60
  /// How many an expression has at most that needs no letter.
  private static let tiny = 8

  init(_ function: Expression, _ variable: Variable, _ manner: Manner) {
    composition = Composition(function, variable)
    self.manner = manner
  }

  private var variable: Variable { composition.variable }
  private var nodes: [Expression] { composition.nodes }

  /// - Returns: nil where a derivative is too long to be written out.
  mutating func run() throws(NotDifferentiable) -> [GradientSteps.Step]? {
    guard let last = nodes.last else { return [] }
    var steps: [GradientSteps.Step] = []
    cotangents[last] = .number(1)
    try pull(last)
    for (place, node) in nodes.dropLast().enumerated().reversed() {
      guard let step = step(node, place + 1) else { return nil }
      steps.append(step)
      try pull(node)
    }
    guard let step = step(.variable(variable), nil) else { return nil }
    return steps + [step]
  }

  private mutating func step(_ node: Expression, _ number: Int?) -> GradientSteps.Step? {
    let uses = shares[node] ?? []
    let derivative =
      uses.isEmpty ? .zeros(node.shape) : simplifier.simplify(.sum(uses.map(\.value)))
    guard manner == .byLetters || derivative.treeSize(limit: Self.brief + 1) <= Self.brief else {
      return nil
    }
    let name = number.flatMap { needsLetter(derivative) ? Variable("⟨G\($0)⟩", node.shape) : nil }
    cotangents[node] = name.map { .variable($0) } ?? derivative
    var seen: Set<Rule> = []
    return GradientSteps.Step(
      part: composition.letters[node] ?? variable, name: name, derivative: derivative,
      rules: uses.map(\.rule).filter { seen.insert($0).inserted },
      local: manner == .byLetters ? local(uses, derivative) : nil)
  }

  /// Whether a derivative is longer than a letter or speaks of parts.
  private func needsLetter(_ derivative: Expression) -> Bool {
    guard manner == .byLetters else { return false }
    return derivative.treeSize(limit: Self.tiny + 1) > Self.tiny
      || derivative.variables.contains { $0 == variable || $0.name.hasPrefix("⟨T") }
  }

  private func local(_ uses: [Share], _ derivative: Expression) -> GradientSteps.Local {
    var seen: Set<Expression> = []
    // Users were met from the function back: those they are made of come first here.
    let users = uses.map(\.user).filter { seen.insert($0).inserted }.reversed()
    var values: [Variable: Expression] = [:]
    var pairings: [Expression] = []
    for user in users {
      guard let formula = composition.formulas[user], let cotangent = cotangents[user] else {
        continue
      }
      pairings.append(MatrixFunction.sum(.hadamard([cotangent, formula])))
      if let letter = composition.letters[user] { values[letter] = formula.substituting(values) }
    }
    let function: Expression = pairings.isEmpty ? .number(0) : .sum(pairings)
    let consistent = derivative.substituting(values)
    guard users.contains(where: { $0.operands.contains(where: seen.contains) }) else {
      return GradientSteps.Local(function: function, derivative: consistent, equal: nil)
    }
    // The letter of a user that another is made of is held there, and not where it is its value.
    let own = Expression.sum(uses.map(\.own))
    return GradientSteps.Local(
      function: function, derivative: own, equal: (own.substituting(values), consistent))
  }

  /// Hands the derivative by a node on to its operands, in letters.
  private mutating func pull(_ node: Expression) throws(NotDifferentiable) {
    guard let formula = composition.formulas[node], let cotangent = cotangents[node] else { return }
    let wanted = node.operands.map { composition.letters[$0] != nil }
    let pulled = try Pullback.of(formula, cotangent, wanted)
    for (place, (operand, share)) in zip(node.operands, pulled).enumerated() {
      guard let share else { continue }
      let named = composition.lettering(node, in: share)
      shares[operand, default: []].append(
        Share(
          user: node, value: simplifier.simplify(named), own: share,
          rule: Rule(of: node, operand: place, moving: wanted)))
    }
  }
}
