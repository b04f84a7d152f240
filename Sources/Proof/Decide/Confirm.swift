package import Diagnostics
package import MatrixCalculus

/// What the kernel says to a derived result.
package enum Confirmation: Hashable, Sendable {
  case confirmed
  /// The result is wrong.
  case mistaken
  /// No point was found at which it could be tested; says why.
  case impossible(String)

  /// Whether testing it takes more than the budget allows.
  package var isBeyondBudget: Bool {
    [KernelError.tooLarge, .exhausted].contains { self == .impossible($0.description) }
  }
}

extension Prover {
  /// Tests a derived result at a random point: exactly if it is algebraic, else with balls of 128
  /// bits.
  ///
  /// - Complexity: two evaluations by the kernel for sizes of about four.
  package func confirm(_ claim: Claim) -> Confirmation {
    guard claim.claimed.shape == claim.expectedShape else { return .mistaken }
    if let named = NamedSizes(claim),
      let question = try? Question(named(claim), budget),
      ordered(named).confirm(question) == .confirmed
    {
      return .confirmed
    }
    do { return confirm(try Question(claim, budget)) } catch {
      return .impossible(error.description)
    }
  }

  private func ordered(_ named: NamedSizes) -> Prover {
    var prover = self
    prover.orders += named.orders
    return prover
  }

  /// Tests the gradients with respect to several variables at once, as one differential.
  package func confirm(
    gradients: [(variable: Variable, gradient: Expression)], of function: Expression
  ) -> Confirmation {
    guard gradients.allSatisfy({ $0.variable.shape == $0.gradient.shape }) else { return .mistaken }
    guard !gradients.isEmpty else { return .confirmed }
    if let named = NamedSizes([function] + gradients.map(\.gradient), gradients.map(\.variable)),
      let question = try? Question(
        gradients: gradients.map { (named($0.variable), named($0.gradient)) }, of: named(function),
        budget),
      ordered(named).confirm(question) == .confirmed
    {
      return .confirmed
    }
    do {
      return confirm(try Question(gradients: gradients, of: function, budget))
    } catch {
      return .impossible(error.description)
    }
  }

  /// Does nothing if the kernel confirms the result.
  ///
  /// - Parameter name: what was derived: `the gradient of F with respect to W`.
  /// - Throws: a diagnostic if the result is wrong, or could not be confirmed: then it must not be
  ///   shown.
  package func requireConfirmed(
    _ claim: Claim, named name: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    switch confirm(claim) {
    case .confirmed: return
    case .mistaken:
      throw Diagnostic(
        .internalError, "\(name) was derived wrongly, as an independent computation shows",
        at: location, hint: "report it with the page; nothing was published")
    case .impossible(let reason):
      throw Diagnostic(
        .undecided, "\(name) could not be confirmed: \(reason)", at: location,
        hint: "declare the ranges of the variables, as in x : (n) > 0")
    }
  }

  /// At sizes of both orders where ranks matter: that of what has more rows than columns says nothing of
  /// the rest. Sizes at which something has no inverse say nothing either. Smaller sizes stand in where
  /// those are beyond the budget, as of Kronecker products.
  func confirm(_ question: Question) -> Confirmation {
    let found = confirm(question, from: 3)
    guard found.isBeyondBudget else { return found }
    var again = question
    again.meter = WorkMeter(limit: budget.work)
    return confirm(again, from: 2)
  }

  /// At pairwise distinct sizes from a least one on.
  private func confirm(_ question: Question, from least: Int) -> Confirmation {
    var generator = SplitMix64(seed: (question.seed ^ salt) &+ 2)
    let choice = SizeChoice(question.programs, orders)
    let choices =
      question.dependsOnRanks
      ? choice.generic(from: least, using: &generator)
      : choice.drawn(from: least, using: &generator).map { [$0] } ?? []
    var result = Confirmation.impossible("no sizes satisfy what is declared")
    for sizes in choices {
      let found = confirm(question, sizes: sizes, using: &generator)
      if found == .mistaken { return found }
      if result != .confirmed { result = found }
    }
    return result
  }

  private func confirm(
    _ question: Question, sizes: [String: Int], using generator: inout SplitMix64
  ) -> Confirmation {
    do {
      let sized = try SizedQuestion(question, sizes: sizes, budget)
      if let agrees = confirmExactly(sized, using: &generator) {
        return agrees ? .confirmed : .mistaken
      }
      return try confirmByBalls(sized, using: &generator)
    } catch { return .impossible(error.description) }
  }

  /// Whether the result is right in the prime field; nil where that does not say.
  private func confirmExactly(
    _ sized: SizedQuestion, using generator: inout SplitMix64
  ) -> Bool? {
    if sized.isExtended {
      let roots = try? formalRoots(sized, reflections: 0, using: &generator)
      return (roots ?? nil) == nil ? nil : true
    }
    for reflections in 0..<min(sized.question.reflections, 16) {
      guard let agrees = try? agrees(sized, reflections: reflections, using: &generator) else {
        return nil
      }
      if !agrees { return false }
    }
    return true
  }

  /// At one point, or at three of different signs where there are cases.
  private func confirmByBalls(
    _ sized: SizedQuestion, using generator: inout SplitMix64
  ) throws(KernelError) -> Confirmation {
    for point in 0..<(sized.question.hasCases ? 3 : 1) {
      let stretches = Manner.stretches(point: point)
      if try !agreesByBalls(sized, stretches, using: &generator) { return .mistaken }
    }
    return .confirmed
  }

  private func agreesByBalls(
    _ sized: SizedQuestion, _ stretches: [Manner], using generator: inout SplitMix64
  ) throws(KernelError) -> Bool {
    var reason = KernelError.singular
    for manner in stretches {
      for _ in 0..<3 {
        do {
          let point = try realPoint(sized, manner, using: &generator)
          guard let bits = try agreement(sized, point, [128]) else { return false }
          if bits >= 32 { return true }
          reason = .undefined("the balls are too wide")
        } catch .exhausted { throw .exhausted } catch { reason = error }
      }
    }
    throw reason
  }
}
