import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// The steps of one derivation so far.
struct StepList {
  let function: PageSession.Function
  let variable: Variable
  let location: SourceLocation
  /// What a block of a Hessian differentiates by after the variable.
  var other: Variable?
  /// The direction that a Hessian goes along, where one is named.
  var direction: Variable?
  var steps: [StepsFigure.Step] = []
  /// What the letters stand for.
  var parts: [Definition] = []

  init(of function: PageSession.Function, wrt variable: Variable, at location: SourceLocation) {
    (self.function, self.variable, self.location) = (function, variable, location)
  }

  var tooMany: Diagnostic {
    Diagnostic(
      .tooLarge, "the derivation of \(function.name) has too many steps to show",
      at: location, hint: "define its parts, and ask for the steps of one of them")
  }

  func figure(_ title: Shown, _ show: Showing, _ conditions: [String]) -> StepsFigure {
    StepsFigure(
      title: title, parts: parts.map { show.definition($0) }, steps: steps, conditions: conditions)
  }
}

extension PageSession {
  /// Adds a step once its claim holds.
  ///
  /// - Throws: `internal-error` where the claim is false, `undecided` where it could not be confirmed: then
  ///   nothing of the derivation may be shown.
  mutating func append(
    _ statement: Shown, _ rules: [Rule], _ claim: Claim, to list: inout StepList
  ) throws(Diagnostic) {
    var judgement = prover.decide(claim)
    guard judgement.verdict.holds else {
      throw Diagnostic(
        judgement.verdict == .refuted ? .internalError : .undecided,
        "step \(list.steps.count + 1) of the derivative of \(list.function.name) with respect to "
          + "\(list.variable.name) could not be confirmed", at: list.location,
        hint: "declare the ranges of the variables, as in x : (n) > 0")
    }
    judgement.conditions = judgement.conditions.map { condition in
      let lettered = show.lettered(condition: condition)
      result.wordings[lettered.text] = lettered.wording
      return lettered.text
    }
    var step = CheckedClaim(
      location: list.location, block: block, label: "step \(list.steps.count + 1)", kind: .step,
      of: list.function.name, wrt: list.variable.name, claimed: statement.text,
      origin: list.function.location, judgement: judgement)
    step.claimedTeX = statement.tex
    step.uses = uses(of: list.function)
    result.claims.append(step)
    list.steps.append(
      StepsFigure.Step(
        statement: statement, rules: rules.map { .init(phrase: $0.phrase, source: $0.source) },
        claim: result.claims.count - 1))
  }
}
