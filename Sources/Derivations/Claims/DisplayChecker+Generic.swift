import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Derivatives of functions that nothing defines.
extension DisplayChecker {
  /// Judges what a page says of a derivative of a function that nothing read defines. Where its definition
  /// could not be read it may depend on more than the equations show: then only shapes refute.
  mutating func judgeAny(
    _ function: String, _ by: Syntax, _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) {
    let before = (self, session)
    try judgeGeneric(function, by, equation, &session)
    let claims = session.result.claims.dropFirst(before.1.result.claims.count)
    guard session.undefined.contains(function),
      claims.contains(where: {
        $0.judgement.verdict == .refuted && $0.judgement.method != .shapes
      })
    else { return }
    (self, session) = before
    throw Diagnostic(
      .unsupported, "the definition of \(function) could not be read, so it is not known",
      at: source.location(equation.range),
      hint: "define \(function) in a derive block")
  }

  /// Judges what a page says of a derivative of a function that it never defines.
  private mutating func judgeGeneric(
    _ function: String, _ by: Syntax, _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) {
    let location = source.location(equation.range)
    current = nil
    var base = by
    var axes: [IndexAxis] = []
    if case .indexed(.entry(let places, _)) = by.kind {
      base = by.children[0]
      axes = places.compactMap(\.letter).map { IndexAxis($0) }
    }
    let argument = try session.argument(base, in: source)
    let shape = argument.isTransposed ? argument.variable.shape.transposed : argument.variable.shape
    guard axes.isEmpty || axes.count == (shape.isColumn ? 1 : 2) else {
      throw Diagnostic(.unsupported, "this derivative is not supported", at: location)
    }
    for (place, size) in zip(axes.indices, [shape.rows, shape.columns]) { axes[place].size = size }
    let sides = equation.sides.map { claimed($0, axes) }
    for side in sides {
      guard var target = try? session.genericTarget(function, by: argument, side, at: location)
      else { continue }
      target.axes = axes
      current = (target, nil)
      break
    }
    if current == nil {
      let value = try session.elaborate(sides[0], expecting: shape)
      guard [shape, shape.transposed].contains(value.shape) else {
        let any = session.genericDerivative(of: function, by: argument)
        session.judge(
          sides[0], against: .identity(.gradient, of: function, with: .variable(any)), expectation)
        return
      }
      give(function, argument, value, &session)
      var target = Target.identity(.gradient, of: function, with: value)
      target.axes = axes
      current = (target, value)
    }
    for (place, side) in equation.sides.enumerated() where place > 0 || current?.last == nil {
      judge(side, place, &session)
    }
  }

  private func give(
    _ function: String, _ argument: Argument, _ value: Expression, _ session: inout PageSession
  ) {
    guard !argument.isTransposed else { return }
    session.given.append(
      PageSession.GivenDerivative(
        function: function,
        cotangent: session.genericDerivative(of: function, by: argument), value: value))
  }
}
