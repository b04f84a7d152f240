import Proof

/// A phrase whose formulas can be set as such: `no two largest entries of X equal`.
package struct Wording: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case words(String)
    case formula(Shown)
  }

  package let parts: [Part]
}

extension PageResult {
  /// The phrases of the rules in its derivations.
  var rulePhrases: Set<String> {
    let steps = blocks.values.joined().flatMap { statement -> [StepsFigure.Step] in
      if case .steps(let figure) = statement.content { figure.steps } else { [] }
    }
    return Set(steps.flatMap(\.rules).map(\.phrase))
  }

  /// The conditions under which claims and results of the page hold, and what is noted of results.
  var phrases: Set<String> {
    var all = Set(claims.flatMap(\.judgement.conditions))
    for statement in blocks.values.joined() {
      switch statement.content {
      case .derivative(let figure):
        all.formUnion(figure.conditions + figure.commonConditions + figure.notes)
      case .steps(let figure): all.formUnion(figure.conditions)
      case .declaration, .definition, .claim, .network, .deltas, .plot, .trouble: break
      }
    }
    return all
  }
}
