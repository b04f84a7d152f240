import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Softmax of matrices: of columns, unless the page turns out to mean rows.
extension DisplayChecker {
  /// Checks an equation. Where it is wrong with softmax taken of columns and right with softmax taken of
  /// rows, rows are what the page means from here on.
  mutating func checkSoftmax(
    _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard !session.scope.takesSoftmaxOfRows, !expectation.isRefuted,
      session.speaksOfSoftmax(equation)
    else { return try checkLayouts(equation, &session) }
    let before = (self, session)
    let defines = try checkLayouts(equation, &session)
    let count = before.1.result.claims.count
    guard
      session.result.claims.dropFirst(count).contains(where: { $0.judgement.verdict == .refuted })
    else { return defines }
    var (checker, trial) = before
    trial.scope.takeSoftmaxOfRows(in: session.displayed)
    guard (try? checker.checkEveryReading(equation, &trial)) != nil,
      trial.result.claims.count > count,
      trial.result.claims.dropFirst(count).allSatisfy(\.judgement.verdict.holds)
    else { return defines }
    (self, session) = (checker, trial)
    for place in count..<session.result.claims.count {
      session.result.claims[place] = session.result.claims[place].adding(
        condition: "softmax of a matrix is taken of each row, here and below")
    }
    return defines
  }
}

extension PageSession {
  /// Whether an equation calls softmax, or a name that equations define by softmax of columns.
  fileprivate func speaksOfSoftmax(_ equation: Equation) -> Bool {
    let formulas = [equation.leftFormula].compactMap { $0 } + equation.sides.map(\.formula)
    let names =
      scope.definitions.filter { displayed.contains($0.name) && $0.expression.hasSoftmaxOfColumns }
      .map(\.name) + Elaborator.softmaxes
    return formulas.contains { formula in names.contains { formula.mentions($0) } }
  }
}
