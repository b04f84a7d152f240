/// The derivation of a differential step by step: the parts of a function by letters, then the differential
/// of each in the letters of what it is made of, from the variable to the function.
///
/// Source: J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), ch. 5.
package struct DifferentialSteps: Sendable {
  /// A part and its differential.
  package struct Motion: Hashable, Sendable {
    package let part: Variable
    package let differential: Variable
  }

  package struct Step: Sendable {
    /// dT; nil for the differential of the function.
    package let letter: Variable?
    /// In letters.
    package let differential: Expression
    package let rule: Rule
    /// What the differential is taken of, with the letters in it that move.
    package let formula: Expression
    package let moving: [Motion]
    /// The differential without the letter of the part.
    package let local: Expression
  }

  /// The function in letters.
  package let function: Expression
  /// The parts that depend on the variable, each after what it is made of.
  package let parts: [Definition]
  package let steps: [Step]

  /// - Parameters:
  ///   - first: the number of the first letter.
  ///   - limit: how many parts are derived at most.
  /// - Returns: nil where there are more.
  /// - Throws: `NotDifferentiable` at the first operation without a derivative in the language.
  /// - Complexity: O(n) derivatives of short formulas for n distinct parts.
  package init?(
    of function: Expression, wrt variable: Variable, numbering first: Int = 1, limit: Int = 2_000
  ) throws(NotDifferentiable) {
    let free = FreeVariables([variable])
    let composition = Composition(
      free.freed(function).simplified, free.variables[0], numbering: first)
    guard composition.nodes.count <= limit else { return nil }
    var steps: [Step] = []
    for node in composition.nodes {
      if let step = try Step(node, in: composition) {
        steps.append(step.declared(by: free, variable))
      }
    }
    self.steps = steps
    parts = composition.parts.map { Definition($0.letter, free.declared($0.value)) }
    self.function = composition.nodes.isEmpty ? function : free.declared(composition.root)
  }
}

extension DifferentialSteps.Step {
  fileprivate init?(
    _ node: Expression, in composition: Composition
  ) throws(NotDifferentiable) {
    guard let formula = composition.formulas[node], let letter = composition.letters[node] else {
      return nil
    }
    var moving: [DifferentialSteps.Motion] = []
    var terms: [Expression] = []
    for part in node.operands.compactMap({ composition.letters[$0] })
    where !moving.contains(where: { $0.part == part }) {
      let motion = DifferentialSteps.Motion(part: part, differential: part.differential)
      terms.append(
        try Differential.of(formula, wrt: part, along: .variable(motion.differential)))
      moving.append(motion)
    }
    let local = Expression.sum(terms).simplified
    self.init(
      letter: node == composition.nodes.last ? nil : letter.differential,
      differential: composition.lettering(node, in: local).simplified,
      rule: Rule(
        differentialOf: node, moving: node.operands.map { composition.letters[$0] != nil }),
      formula: formula, moving: moving, local: local)
  }

  /// The same of the variable as it was declared.
  fileprivate func declared(by free: FreeVariables, _ variable: Variable) -> Self {
    Self(
      letter: letter, differential: free.declared(differential), rule: rule,
      formula: free.declared(formula),
      moving: moving.map {
        let isVariable = $0.part == free.variables[0]
        return .init(part: isVariable ? variable : $0.part, differential: $0.differential)
      },
      local: free.declared(local))
  }
}

extension Variable {
  /// The letter for the differential of a variable or of a part.
  fileprivate var differential: Variable { Variable("⟨d\(name)⟩", shape) }
}
