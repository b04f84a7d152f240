import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// What the left side of an equation is about.
extension DisplayChecker {
  mutating func target(
    of equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Target? {
    let location = source.location(equation.range)
    switch equation.left {
    case .derivative(let kind, let of, let variable):
      if kind == .gradient, let by = variable, of.isIndexed || by.isIndexed {
        if let target = try entryDerivative(of, by, session, location) { return target }
        return try equation.leftFormula.map { left throws(Diagnostic) in try identity(left, session)
        }
      }
      return try derivative(kind, of, variable, session, location)
    case .layer(let layer):
      let value = try session.value(of: layer, at: location)
      return .identity(
        layer.quantity.kind, of: text(equation.leftFormula), with: value,
        origin: session.layered?.location)
    case .application(let application) where application.primes == 1:
      if let target = try primed(application, session, location) { return target }
      fallthrough
    case .application, .formula:
      guard let left = equation.leftFormula else { return nil }
      do throws(Diagnostic) {
        return try identity(left, session)
      } catch {
        guard error.isOfShapes else { throw error }
        refute(left, error, &session)
        return nil
      }
    case .continuation: return current?.target
    }
  }

  /// That a formula equals what follows; at every place of its letters, where it is about single entries.
  func identity(_ left: Syntax, _ session: PageSession) throws(Diagnostic) -> Target {
    var side = ClaimedSide(formula: left, source: source, dialect: .tex, range: left.range)
    side.axes = left.freeLetters.map { IndexAxis($0) }
    let result = try session.elaborated(side)
    var target = Target.identity(
      .identity, of: text(left), with: result.expression, origin: side.location)
    target.axes = result.axes
    if result.axes.isEmpty { target.other = side }
    return target
  }

  /// A left side whose shapes do not fit states something false, whatever stands on the right.
  private func refute(_ left: Syntax, _ trouble: Diagnostic, _ session: inout PageSession) {
    let side = ClaimedSide(formula: left, source: source, dialect: .tex, range: left.range)
    session.result.claims.append(
      CheckedClaim(
        location: side.location, block: session.block, kind: .identity, of: side.text,
        expected: expectation.isRefuted ? .refuted : nil, reason: expectation.reason,
        claimed: side.text, judgement: session.refutation(of: side, trouble)))
  }

  func text(_ formula: Syntax?) -> String {
    guard let formula else { return "" }
    return ClaimedSide(formula: formula, source: source, dialect: .tex, range: formula.range).text
  }

  /// The one variable of a function that has the shape of what its gradient is said to be.
  func fittingVariable(
    _ kind: Syntax.Derivative, _ of: Syntax, _ equation: Equation, _ session: PageSession
  ) -> String? {
    let side = ClaimedSide(formula: of, source: source, dialect: .tex, range: of.range)
    guard let function = try? session.function(side), session.onlyArgument(of: function) == nil,
      let first = equation.sides.first, let shape = try? session.elaborate(claimed(first)).shape
    else { return nil }
    let fitting = function.expression.variables.filter {
      let own = kind == .hessian ? Shape($0.shape.rows, $0.shape.rows) : $0.shape
      return own == shape && (kind != .hessian || $0.shape.isColumn)
        && session.scope.variable($0.name) != nil
    }
    return fitting.count == 1 ? fitting[0].name : nil
  }
}
