import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Equations that are no identities: what an optimum satisfies, and what a variable is then.
extension DisplayChecker {
  /// Whether a side says that what it equals is zero though it is not so identically: a condition, as in
  /// `\nabla L = X^T(y - Xw) = 0`. Of a formula that is no derivative it is a claim, unless the formula is a
  /// multiple of a gradient of the page that nobody asked to check.
  func isCondition(_ side: Equation.Side, _ target: Target, _ session: PageSession) -> Bool {
    guard !expectation.isRefuted, side.formula.bare.kind == .number(.zero),
      let zero = Expression.number(0).broadcast(to: target.shape)
    else { return false }
    if session.prover.decide(target.claim(zero)).verdict.holds { return false }
    guard !isOfDerivative, current?.target.kind == .identity, let left = target.derived else {
      return true
    }
    return !isMarked && session.hasStationaryPoints(where: left)
  }

  /// What an equation says that gives a declared variable a value, as in `w = (X^TX)^{-1}X^Ty`: nil for any
  /// other equation.
  ///
  /// Where a condition above speaks of the variable, the value has to satisfy it.
  func solution(_ equation: Equation, _ session: PageSession) -> Solution? {
    guard !expectation.isRefuted, let left = equation.leftFormula, let first = equation.sides.first
    else { return nil }
    if let variable = session.loneVariable(left), isUpdate(of: left, first),
      let value = try? session.elaborate(side(first)), value.shape == variable.shape
    {
      return Solution(variable: variable, value: value, target: nil)
    }
    if let variable = session.loneVariable(left), let value = try? session.elaborate(side(first)),
      !value.contains(variable)
    {
      return solution(variable, value, session)
    }
    if let variable = session.loneVariable(first.formula), equation.sides.count == 1,
      let value = try? session.elaborate(
        ClaimedSide(formula: left, source: source, dialect: .tex, range: left.range)),
      !value.contains(variable)
    {
      return solution(variable, value, session)
    }
    return nil
  }

  /// Whether a side begins with the name that it is said to equal, as in `w = w - \eta g`: a step of an
  /// iteration.
  private func isUpdate(of left: Syntax, _ side: Equation.Side) -> Bool {
    if side.relation == .definition { return true }
    let formula = side.formula.bare
    guard formula.kind == .add || formula.kind == .subtract else { return false }
    return formula.children[0].bare.kind == left.bare.kind
  }

  /// Refuses what adds to the derivative it names, as in `dK = dK - d\Lambda`: pages write steps of a program
  /// so.
  func refuseAccumulation(_ equation: Equation) throws(Diagnostic) {
    guard case .derivative = equation.left, let left = equation.leftFormula,
      let first = equation.sides.first?.formula.bare, first.kind == .add || first.kind == .subtract,
      first.children[0].bare.states(the: left.bare)
    else { return }
    throw Diagnostic(
      .unsupported, "the equation adds to what it names: a step of a program, and no identity",
      at: source.location(equation.range))
  }

  private func solution(
    _ variable: Variable, _ value: Expression, _ session: PageSession
  ) -> Solution {
    for condition in session.conditions.reversed() where condition.value.contains(variable) {
      guard value.shape == variable.shape else { break }
      let target = condition.target(variable)
      if session.prover.decide(target.claim(value)).verdict.holds
        || condition.isStated && isComplete(value, variable, condition.value)
      {
        return Solution(variable: variable, value: value, target: target)
      }
    }
    return Solution(variable: variable, value: value, target: nil)
  }

  /// Whether a value is a formula in what a condition on a variable speaks of besides, all of it: what an
  /// author has solved the condition for.
  private func isComplete(
    _ value: Expression, _ variable: Variable, _ condition: Expression
  ) -> Bool {
    let given = Set(condition.variables).subtracting([variable])
    return given.count > 1 && Set(value.variables) == given
  }

  private func side(_ side: Equation.Side) -> ClaimedSide {
    ClaimedSide(formula: side.formula, source: source, dialect: .tex, range: side.range)
  }

  /// A variable and the value an equation gives it.
  struct Solution {
    var variable: Variable
    var value: Expression
    /// That the value satisfies a condition; nil where it satisfies none.
    var target: Target?
  }

  /// What has to be added to a side for it to equal the left one, where that is a multiple of what is zero
  /// above: nil elsewhere. Where the left side is itself a multiple of that, both sides are zero by the
  /// condition: to say that follows would accept any factor.
  func followsFromCondition(
    _ side: ClaimedSide, _ left: Expression, _ session: PageSession
  ) -> Stationary? {
    guard !session.conditions.isEmpty,
      let right = try? session.elaborate(side, expecting: left.shape), left.shape == right.shape,
      session.prover.normalForm(left, right) != true
    else { return nil }
    let shown = isOfDerivative ? [] : session.conditions.filter { !$0.isStated }
    for condition in session.conditions.filter(\.isStated) + shown {
      // Any multiple of the gradient equals any other where it is zero: that is not what is meant.
      if !right.isZero, isMultiple(left, of: condition, session) { continue }
      for turned in condition.forms where turned.shape == left.shape {
        for factor in Self.factors {
          let gap = Expression.product([.number(factor), turned])
          if session.prover.normalForm(left, .sum([right, gap])) == true {
            return Stationary(value: gap, condition: condition.condition)
          }
        }
      }
    }
    return nil
  }

  /// Whether an expression is a number times what is zero.
  private func isMultiple(
    _ left: Expression, of condition: Stationary, _ session: PageSession
  ) -> Bool {
    condition.forms.contains { form in
      form.shape == left.shape
        && Self.factors.contains { factor in
          session.prover.normalForm(left, .product([.number(factor), form])) == true
        }
    }
  }

  fileprivate static let factors: [Rational] =
    [1, -1, 2, -2].map { Rational($0) }
    + [Rational(1, 2), Rational(-1, 2)].compactMap { $0 }
}

extension Syntax {
  /// Whether both are the same formula, wherever they stand.
  fileprivate func states(the other: Syntax) -> Bool {
    kind == other.kind && children.count == other.children.count
      && zip(children, other.children).allSatisfy { $0.states(the: $1) }
  }
}

/// What is zero where a function has an optimum.
struct Stationary: Hashable {
  var value: Expression
  /// That it is zero, in words, where the page does not say so itself.
  var condition: String?

  var isStated: Bool { condition == nil }

  /// That a value of a variable makes it zero.
  func target(_ variable: Variable) -> Target {
    var target = Target(
      kind: .identity, of: variable.name,
      claim: { claimed in
        claimed.shape == variable.shape
          ? Claim.identity(value.substituting([variable: claimed]), .zeros(value.shape))
          : Claim.identity(claimed, .variable(variable))
      },
      derived: nil, shape: variable.shape)
    target.condition = condition
    return target
  }

  /// It, and it without its factors that are numbers, upright and transposed.
  var forms: [Expression] {
    let simplified = value.simplified
    let parts = simplified.operation == .product ? simplified.operands : [simplified]
    let matrices = parts.filter { !$0.shape.isScalar }
    let bare =
      matrices.isEmpty || matrices.count == parts.count ? [] : [Expression.product(matrices)]
    return ([value] + bare).flatMap { [$0, $0.transposed] }
  }
}

extension PageSession {
  /// Whether an expression is a multiple of the gradient of a function that the page defines.
  fileprivate func hasStationaryPoints(where zero: Expression) -> Bool {
    scope.definitions.map(\.expression).filter(\.shape.isScalar).suffix(20).contains { function in
      let variables = function.variables.filter {
        [zero.shape, zero.shape.transposed].contains($0.shape)
      }
      guard let gradients = try? Gradient.gradients(of: function, wrt: variables) else {
        return false
      }
      return gradients.contains { gradient in
        let turned = gradient.shape == zero.shape ? gradient : gradient.transposed
        return DisplayChecker.factors.contains { factor in
          prover.normalForm(zero, .product([.number(factor), turned])) == true
        }
      }
    }
  }

  /// Keeps a gradient that the page shows: what follows from its being zero holds at an optimum.
  mutating func noteStationary(_ gradient: Expression, of function: String, wrt variable: String) {
    let words = "the gradient of \(function) with respect to \(variable) is zero"
    let known = Stationary(value: gradient, condition: words)
    if !gradient.isZero, !conditions.contains(known) { conditions.append(known) }
  }

  /// The declared variable that a formula consists of.
  func loneVariable(_ formula: Syntax) -> Variable? {
    if case .name(let name) = formula.bare.kind { scope.variable(name) } else { nil }
  }
}

extension Syntax {
  /// Whether any part is a derivative.
  var holdsDerivative: Bool {
    if case .derivative = kind { return true }
    return children.contains(where: \.holdsDerivative)
  }
}
