import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// The sides of an equation, judged one after the other.
extension DisplayChecker {
  mutating func judgeSides(
    of equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) {
    try refuseAccumulation(equation)
    if case .derivative(.gradient, let of, let by?) = equation.left,
      let name = session.genericFunction(of)
    {
      return try judgeAny(name, by, equation, &session)
    }
    switch equation.left {
    case .continuation: break
    case .derivative, .application, .layer, .formula:
      isOfDerivative = equation.leftFormula?.holdsDerivative ?? false
      if !isOfDerivative, let solution = solution(equation, session) {
        return try judge(solution, equation, &session)
      }
    }
    var equation = equation
    if case .derivative(let kind, let of, nil) = equation.left, kind != .differential,
      let name = fittingVariable(kind, of, equation, session)
    {
      equation.left = .derivative(kind, of: of, variable: Syntax(.name(name), range: of.range))
    }
    guard let target = try target(of: equation, &session) else { return }
    current = (target, nil)
    for (place, side) in equation.sides.enumerated() { judge(side, place, &session) }
  }

  /// Judges an equation that says what a variable is: where it satisfies a condition, that it does; further
  /// sides equal the first.
  mutating func judge(
    _ solution: Solution, _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) {
    let first = equation.sides[0]
    if let target = solution.target { session.judge(claimed(first), against: target) }
    current = (
      .identity(.identity, of: solution.variable.name, with: solution.value), solution.value
    )
    for (place, side) in equation.sides.enumerated().dropFirst() { judge(side, place, &session) }
    guard solution.target == nil, equation.sides.count == 1 else { return }
    throw Diagnostic(
      .unsupported,
      "\(solution.variable.name) is a variable: the equation says what it is, and is no identity",
      at: source.location(equation.range),
      hint: "leave its declaration out, so that the equation defines it")
  }

  mutating func judge(
    _ written: Equation.Side, _ place: Int, _ session: inout PageSession
  ) {
    guard judges, var target = current?.target else { return }
    var side = claimed(written, target.axes)
    side.sumsRepeated = target.axes.isEmpty
    if place == 0, let other = target.otherReadings.first, isOther(side, target, other, session) {
      target = other
      current?.target = other
    }
    if place > 0 {
      target.kind = .step
      target.other = nil
    }
    var gap: Stationary?
    if target.kind == .identity, current?.last == nil, !expectation.isRefuted,
      let left = target.derived
    {
      gap = followsFromCondition(side, left, session)
    }
    if isCondition(written, target, session) {
      if let value = current?.last ?? target.derived {
        session.conditions.append(Stationary(value: value))
      }
      if gap == nil { return }
    }
    if let gap, let left = target.derived {
      target.claim = { claimed in
        Claim.identity(
          claimed.shape == gap.value.shape ? .sum([claimed, gap.value]) : claimed, left)
      }
      target.condition = gap.condition
    }
    if !isMarked, let trouble = trouble(with: side, target, session) {
      obstacle = obstacle ?? trouble
      return
    }
    let judged = session.judge(side, against: target, before: current?.last, expectation)
    if let meaning = judged.expression { current?.last = meaning }
    if session.result.claims[judged.index].judgement.verdict.holds {
      let found = session.marks(in: side, target.marks)
      marks.merge(found.layers) { first, _ in first }
    }
  }

  /// Why a side has no meaning: it speaks of what is not declared, say. Nil where it has one, or where only
  /// its shapes do not fit.
  private func trouble(
    with side: ClaimedSide, _ target: Target, _ session: PageSession
  ) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try session.elaborate(side, expecting: target.shape)
      return nil
    } catch {
      return error.code == .shapeMismatch ? nil : error
    }
  }

  /// Whether a side is right in the other reading of the left side only.
  private func isOther(
    _ side: ClaimedSide, _ target: Target, _ other: Target, _ session: PageSession
  ) -> Bool {
    guard let value = try? session.elaborate(side, expecting: target.shape) else { return false }
    return !session.prover.decide(target.claim(value)).verdict.holds
      && session.prover.decide(other.claim(value)).verdict.holds
  }

  func claimed(_ side: Equation.Side, _ axes: [IndexAxis] = []) -> ClaimedSide {
    ClaimedSide(
      formula: side.formula, source: source, dialect: .tex, range: side.range, axes: axes)
  }
}
