import MatrixCalculus
import Notation
import Proof

/// What the engine makes of a fact.
struct FactTrial: Sendable {
  /// What was derived, where it is a derivative.
  let derived: Expression?
  /// Everything that is not as it should be, in words; empty where the fact stands.
  let faults: [String]

  var stands: Bool { faults.isEmpty }

  init(_ fact: Fact, in table: FactTable) {
    var derived: Expression?
    do {
      let scope = try table.scope(of: fact)
      let question = try FactQuestion(fact, in: scope)
      derived = try question.derived(by: Prover(orders: scope.orders))
      faults = try FactTrial.faults(fact, question, derived, scope)
    } catch {
      faults = ["\(error)"]
    }
    self.derived = derived
  }

  private static func faults(
    _ fact: Fact, _ question: FactQuestion, _ derived: Expression?, _ scope: Scope
  ) throws -> [String] {
    let prover = Prover(orders: scope.orders)
    var faults: [String] = []
    if let derived, prover.confirm(question.claim(derived, nil)) != .confirmed {
      faults.append("the derived \(derived.text) is not confirmed")
    }
    let shape = question.claim(.number(0), nil).expectedShape
    let right = try FactTable.read(fact.result, in: scope, expecting: shape)
    let verdict = prover.decide(question.claim(right, derived)).verdict
    if !verdict.holds { faults.append("\(fact.result) is \(verdict)") }
    let wrong = try FactTable.read(fact.wrong, in: scope, expecting: shape)
    let other = prover.decide(question.claim(wrong, derived)).verdict
    if other != .refuted { faults.append("the wrong \(fact.wrong) is \(other)") }
    return faults
  }
}

/// A fact with its names read.
struct FactQuestion {
  let kind: Fact.Kind
  let function: Expression
  let variable: Variable?
  private let direction: Variable?

  init(_ fact: Fact, in scope: Scope) throws {
    kind = fact.kind
    function = try FactTable.read(fact.function, in: scope)
    variable = scope.variable(fact.variable)
    direction = scope.variable("d" + fact.variable)
  }

  /// The claim that the derivative, or the other side of the identity, is `claimed`.
  func claim(_ claimed: Expression, _ derived: Expression?) -> Claim {
    guard let variable, kind != .identity else {
      return Claim(.identity(function), claimed: claimed, derived: function)
    }
    switch kind {
    case .identity, .gradient:
      return .gradient(of: function, wrt: variable, claimed: claimed, derived: derived)
    case .jacobian:
      return .jacobian(of: function, wrt: variable, claimed: claimed, derived: derived)
    case .hessian:
      return .hessian(of: function, wrt: variable, claimed: claimed, derived: derived)
    case .differential:
      return Claim(
        .differential(of: function, wrt: variable, along: direction ?? variable),
        claimed: claimed, derived: derived)
    }
  }

  /// The derivative in closed form, without terms that vanish; nil for an identity.
  func derived(by prover: Prover) throws(NotDifferentiable) -> Expression? {
    guard kind == .gradient, let variable else {
      return try other().map(prover.withoutVanishingTerms)
    }
    return try prover.gradients(of: function, wrt: [variable])[0].form
  }

  private func other() throws(NotDifferentiable) -> Expression? {
    guard let variable else { return nil }
    switch kind {
    case .identity: return nil
    case .gradient: return try Gradient.gradients(of: function, wrt: [variable])[0]
    case .differential:
      return try directional(variable, .variable(direction ?? variable))
    case .jacobian where variable.shape.isScalar:
      return try directional(variable, .number(1))
    case .jacobian: return try matrix(of: function, by: variable)
    case .hessian:
      return try matrix(of: Gradient.gradients(of: function, wrt: [variable])[0], by: variable)
    }
  }

  /// ∂ vec F / ∂ (vec X)ᵀ; nil where the language has no form for it.
  private func matrix(
    of function: Expression, by variable: Variable
  ) throws(NotDifferentiable) -> Expression? {
    let direction = Variable("⟨direction⟩", variable.shape)
    let derived = try Differential.of(function, wrt: variable, along: .variable(direction))
    return LinearMap.matrix(of: derived, in: direction)
  }

  /// dF along V, as the gradient by G of ⟨V, ∇ₓ⟨G, F⟩⟩, which is linear in G.
  private func directional(
    _ variable: Variable, _ along: Expression
  ) throws(NotDifferentiable) -> Expression {
    let probe = Variable("⟨probe⟩", function.shape)
    let paired = MatrixFunction.sum(.hadamard([.variable(probe), function]))
    let gradient = try Gradient.gradients(of: paired, wrt: [variable])[0]
    let slope = MatrixFunction.sum(.hadamard([gradient, along]))
    return try Gradient.gradients(of: slope, wrt: [probe])[0]
  }
}

extension Scope {
  /// What is assumed of sizes, for the prover.
  fileprivate var orders: [SizeOrder] {
    assumptions.map { SizeOrder($0.smaller, atMost: $0.larger) }
  }
}
