import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Equations that give a name another meaning than it has.
extension DisplayChecker {
  /// Whether an equation defines a name that is a size so far: `\mathbf{h} = \tanh(Wx)` of a page with
  /// W : (h, k). What is said of the size alone, as in `n = \operatorname{tr}(I_n)`, is a claim.
  func hidesSize(
    _ application: Equation.Application, _ side: Equation.Side, _ session: PageSession
  ) -> Bool {
    guard session.scope.isOnlySize(application.name), !expectation.isRefuted else { return false }
    guard application.arguments.isEmpty else { return true }
    guard let value = try? session.elaborated(claimed(side)).expression, !value.variables.isEmpty
    else { return false }
    let size = Expression.size(Dimension(application.name))
    return !value.shape.isScalar || !session.prover.decide(.identity(value, size)).verdict.holds
  }

  /// Whether an equation defines another function under a name that an equation above defined: a function of
  /// numbers, or a formula in other variables, where no small mistake sets it apart from what the name
  /// means. A wrong restatement of the definition is a claim.
  mutating func definesAnew(
    _ application: Equation.Application, _ equation: Equation, _ session: inout PageSession
  ) -> Bool {
    let name = application.name
    guard session.displayed.contains(name), !expectation.isRefuted, equation.sides.count == 1,
      let left = equation.leftFormula,
      let first = session.scope.location(of: name)
    else { return false }
    var trial = session
    declareArguments(application, in: &trial)
    let side = claimed(equation.sides[0])
    guard let old = try? identity(left, trial), let value = try? trial.elaborate(side),
      !trial.prover.decide(old.claim(value)).verdict.holds,
      isOtherFunction(value, old, application, trial),
      trial.finding(of: side, old)?.mistakes.isEmpty ?? true
    else { return false }
    session.result.diagnostics.append(
      Diagnostic(
        .duplicateName, "\(name) is defined again, first at line \(first.line)",
        at: source.location(equation.range), hint: "what stands below speaks of the new \(name)",
        severity: .warning))
    return true
  }

  /// Lets the letters that a function is written with be numbers.
  private func declareArguments(
    _ application: Equation.Application, in session: inout PageSession
  ) {
    for argument in application.arguments where !session.scope.knows(argument) {
      try? session.scope.declare(Scope.Declaration(Variable(argument, .scalar)))
    }
  }

  private func isOtherFunction(
    _ value: Expression, _ old: Target, _ application: Equation.Application, _ session: PageSession
  ) -> Bool {
    let before = old.derived.map { Set($0.variables) }
    let isOfNumbers = value.variables.allSatisfy {
      $0.shape.isScalar && application.arguments.contains($0.name)
    }
    return isOfNumbers || before != Set(value.variables)
  }
}
