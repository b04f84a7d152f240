/// The derivation of a gradient step by step: the parts of a function by letters, then the derivative
/// by each of them, from the function back to the variable.
///
/// Of a small function every derivative is written out. Of a large one each gets a letter G, and a step
/// speaks only of its own part and of what uses it: as long as the function itself, however deep.
package struct GradientSteps: Sendable {
  /// The derivative of the function by one part.
  package struct Step: Sendable {
    /// The letter of the part, or the variable itself in the last step.
    package let part: Variable
    /// What later steps call the derivative; nil where they write it out.
    package let name: Variable?
    /// ∂F/∂part in letters.
    package let derivative: Expression
    /// The rules that were applied: one for each place that uses the part.
    package let rules: [Rule]
    /// Where derivatives have letters, the step by itself.
    package let local: Local?
  }

  /// What a step says of a part Y and what is made of it, Z₁ = f₁(Y), …: with Cᵢ = ∂F/∂Zᵢ held, ∂F/∂Y is the
  /// gradient of Σ ⟨Cᵢ, fᵢ(Y)⟩.
  package struct Local: Sendable {
    package let function: Expression
    package let derivative: Expression
    /// Two forms of the derivative that are equal once the letters of what is made of the part stand for it:
    /// where one of those is made of another, the gradient holds the letter and the step does not.
    package let equal: (own: Expression, shown: Expression)?
  }

  /// The function in letters.
  package let function: Expression
  /// The parts that depend on the variable, each after what it is made of.
  package let parts: [Definition]
  package let steps: [Step]

  /// How many parts a function has at most whose derivatives are written out.
  private static let fewParts = 40

  /// - Parameter limit: how many parts are derived at most.
  /// - Returns: nil where there are more.
  /// - Throws: `NotDifferentiable` at the first operation without a derivative in the language.
  /// - Complexity: O(n) simplifications of short formulas for n distinct parts.
  package init?(
    of function: Expression, wrt variable: Variable, limit: Int = 2_000
  ) throws(NotDifferentiable) {
    let free = FreeVariables([variable])
    let freed = free.freed(function).simplified
    var pass = StepPass(freed, free.variables[0], .writtenOut)
    guard pass.composition.nodes.count <= limit else { return nil }
    var found = pass.composition.nodes.count <= Self.fewParts ? try pass.run() : nil
    if found == nil {
      pass = StepPass(freed, free.variables[0], .byLetters)
      found = try pass.run()
    }
    parts = pass.composition.parts.map { Definition($0.letter, free.declared($0.value)) }
    self.function = free.declared(pass.composition.root)
    steps = (found ?? []).map { $0.declared(by: free, variable) }
  }

  /// Whether derivatives have letters.
  package var isByLetters: Bool { steps.contains { $0.local != nil } }

  /// The gradient in letters, with the definitions that are worth one.
  package var named: NamedForm? {
    guard isByLetters, let last = steps.last else { return nil }
    let derivatives = steps.compactMap { step in
      step.name.map { Definition($0, step.derivative) }
    }
    return NamedForm([last.derivative], parts + derivatives)
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

}

extension GradientSteps.Step {
  /// The same of the variable as it was declared.
  fileprivate func declared(by free: FreeVariables, _ variable: Variable) -> Self {
    GradientSteps.Step(
      part: part == free.variables[0] ? variable : part, name: name,
      derivative: free.declared(derivative), rules: rules,
      local: local.map {
        .init(
          function: free.declared($0.function), derivative: free.declared($0.derivative),
          equal: $0.equal.map { (free.declared($0.own), free.declared($0.shown)) })
      })
  }
}
