import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Names that equations define.
extension DisplayChecker {
  /// Keeps another function that a page calls \sigma: `\sigma(z) = \max(0, z)`. The logistic function needs
  /// no definition, and one that a slip sets apart from it, as `1/(1 + e^z)`, is a wrong claim about it.
  mutating func redefinesLogistic(
    _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard let left = equation.leftFormula, case .call("sigmoid", primes: 0) = left.kind,
      text(left).hasPrefix(#"\sigma"#), left.children.count == 1, equation.sides.count == 1,
      let argument = left.children[0].plainName, !session.scope.knows("sigma")
    else { return false }
    var scope = session.scope.asNumber(argument) ?? session.scope
    if !scope.knows(argument) {
      try scope.declare(Scope.Declaration(Variable(argument, .scalar)))
    }
    guard let number = scope.variable(argument), number.shape.isScalar else { return false }
    var trial = session
    trial.scope = scope
    let side = claimed(equation.sides[0])
    let meaning = try trial.elaborate(side, expecting: .scalar)
    let logistic = Target.identity(
      .identity, of: text(left), with: .apply(.sigmoid, .variable(number)))
    guard trial.prover.decide(logistic.claim(meaning)).verdict == .refuted,
      !isSlip(trial.finding(of: side, logistic))
    else { return false }
    try session.scope.define(
      Scope.UserFunction(
        "sigma", [argument], side.formula, in: source, dialect: .tex,
        location: source.location(equation.range)))
    return true
  }

  /// Whether a mistake of the pen alone separates two functions, so that they are meant to be the same.
  private func isSlip(_ finding: CauseSearch.Finding?) -> Bool {
    let slips: Set<Mistake> = [.sign, .number, .operation, .brackets, .order, .inverse]
    guard let mistakes = finding?.mistakes, !mistakes.isEmpty else { return false }
    return slips.isSuperset(of: mistakes)
  }

  /// Keeps a definition if the name on the left is new.
  mutating func define(
    _ application: Equation.Application, _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard !session.scope.knows(application.name), application.primes == 0,
      let first = equation.sides.first
    else { return false }
    let location = source.location(equation.range)
    if let entry = application.entry, try define(entry, first, equation, location, &session) {
      return true
    }
    let parameters = application.arguments.filter { !session.scope.knows($0) }
    // `J(W, b)` of a page with W^{(1)} and W^{(2)} only names what there is.
    if parameters.contains(where: first.formula.mentions) {
      try session.scope.define(
        Scope.UserFunction(
          application.name, application.arguments, first.formula, in: source, dialect: .tex,
          location: location))
      return true
    }
    let result = try session.elaborated(claimed(first))
    let expression = result.expression
    session.items.merge(result.items) { _, new in new }
    try session.scope.define(
      Scope.Definition(
        application.name, expression, arguments: application.arguments, location: location))
    current = (
      .identity(.identity, of: application.name, with: expression, origin: location), expression
    )
    for (place, side) in equation.sides.enumerated().dropFirst() { judge(side, place, &session) }
    return true
  }

  /// Keeps a matrix defined by its entries: `z_i = \sum_j W_{ij} x_j`.
  mutating func define(
    _ entry: Equation.Application.Entry, _ first: Equation.Side, _ equation: Equation,
    _ location: SourceLocation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard !session.scope.knows(entry.base),
      Set(first.formula.freeLetters) == Set(entry.letters)
    else { return false }
    let result = try session.elaborated(claimed(first, entry.letters.map { IndexAxis($0) }))
    try session.scope.define(
      Scope.Definition(entry.base, result.expression, location: location))
    var target = Target.identity(
      .identity, of: entry.base, with: result.expression, origin: location)
    target.axes = result.axes
    current = (target, result.expression)
    for (place, side) in equation.sides.enumerated().dropFirst() { judge(side, place, &session) }
    return true
  }
}
