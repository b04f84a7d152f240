import Diagnostics
import Notation
import Proof

/// Equations that are right in another layout of derivatives than the page's.
extension DisplayChecker {
  /// Checks an equation. Where it is wrong for no known mistake and right in another layout, as the chain rule
  /// `\frac{\partial C}{\partial x} = \frac{\partial C}{\partial z}\frac{\partial z}{\partial x}` with
  /// gradients as columns, that is the cause.
  mutating func checkLayouts(
    _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    let before = (self, session)
    let defines = try checkEveryReading(equation, &session)
    let count = before.1.result.claims.count
    let wrong = session.result.claims.indices.dropFirst(count).filter {
      let judgement = session.result.claims[$0].judgement
      return judgement.verdict == .refuted && judgement.cause == nil
    }
    guard !wrong.isEmpty, !expectation.isRefuted, equation.leftFormula?.holdsDerivative == true,
      equation.sides.contains(where: { $0.formula.holdsDerivative })
    else { return defines }
    let others: [Statement.Layout] = [.mixed, .numerator, .denominator]
    for layout in others where layout != session.layout {
      var (checker, trial) = before
      trial.layout = layout
      guard (try? checker.checkEveryReading(equation, &trial)) != nil,
        trial.result.claims.count == session.result.claims.count,
        trial.result.claims.dropFirst(count).allSatisfy(\.judgement.verdict.holds)
      else { continue }
      for place in wrong {
        session.result.claims[place].judgement.cause = Cause(
          text:
            "it is true in the \(layout.rawValue) layout: say layout \(layout.rawValue) in a derive block"
        )
      }
      return defines
    }
    return defines
  }
}
