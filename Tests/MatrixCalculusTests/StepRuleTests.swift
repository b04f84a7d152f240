import Testing

@testable import MatrixCalculus

/// What a derivation says of the rules it applies.
@Suite struct StepRuleTests {
  private static let constants: Set<String> = ["commat", "pi", "centering", "e"]

  static let functions: [MatrixFunction] =
    MatrixFunction.all
    + MatrixFunctionFamily.all.filter { !constants.contains($0.name) }.compactMap {
      $0.make(Array(repeating: Dimension(1), count: $0.parameters.count))
    }

  @Test func everyFunctionHasARuleOfItsOwn() {
    let rules = Self.functions.map { ($0.name, FunctionRule($0, [])) }
    let general = rules.filter {
      $0.1.pullback.contains("what pairs with") || $0.1.source.isEmpty
    }
    #expect(general.map(\.0) == [])
  }

  /// The nodes of what the steps of a network of so many layers say and claim.
  private static func size(layers: Int) throws -> Int {
    let n = Dimension("n")
    let weights = (1...layers).map { Expression.variable(Variable("W\($0)", Shape(n, n))) }
    let x = Expression.variable(Variable("x", Shape(n, .one)))
    let output = weights.reduce(x) { .apply(.tanh, $1 * $0 + x) }
    let steps = try #require(
      try GradientSteps(of: MatrixFunction.sum(output), wrt: Variable("x", Shape(n, .one))))
    #expect(steps.isByLetters)
    return steps.steps.dropLast().reduce(0) { sum, step in
      let local = step.local.map { $0.function.treeSize(limit: 10_000) } ?? 0
      return sum + local + step.derivative.treeSize(limit: 10_000)
    }
  }

  @Test func stepsSpeakOfTheirOwnPartAlone() throws {
    let (ten, hundred) = (try Self.size(layers: 10), try Self.size(layers: 100))
    #expect(hundred <= 11 * ten)
  }
}
