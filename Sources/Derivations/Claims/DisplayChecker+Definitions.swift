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
    if let variable = session.scope.variable(argument), !variable.shape.isScalar,
      let meaning = try? session.elaborate(claimed(equation.sides[0])),
      (try? meaningOfNumbers(argument, equation, session)) == nil
    {
      session.displayed.insert("sigma")
      try session.scope.define(
        Scope.Definition(
          "sigma", meaning, arguments: [argument], location: source.location(equation.range)))
      return true
    }
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
    session.displayed.insert("sigma")
    try session.scope.define(
      Scope.UserFunction(
        "sigma", [argument], side.formula, in: source, dialect: .tex,
        location: source.location(equation.range)))
    return true
  }

  /// What the right side means with a number for the argument.
  private func meaningOfNumbers(
    _ argument: String, _ equation: Equation, _ session: PageSession
  ) throws(Diagnostic) -> Expression {
    var trial = session
    trial.scope = session.scope.asNumber(argument) ?? session.scope
    return try trial.elaborate(claimed(equation.sides[0]), expecting: .scalar)
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
    guard application.primes == 0, let first = equation.sides.first,
      !session.scope.knows(application.name) || hidesSize(application, first, session)
        || definesAnew(application, equation, &session)
    else { return false }
    let location = source.location(equation.range)
    session.displayed.insert(application.name)
    if let entry = application.entry, try define(entry, first, equation, location, &session) {
      return true
    }
    let parameters = application.arguments.filter { !session.scope.knows($0) }
    // `J(W, b)` of a page with W^{(1)} and W^{(2)} only names what there is.
    if parameters.contains(where: first.formula.mentions) {
      session.scope.redefine(
        Scope.UserFunction(
          application.name, application.arguments, first.formula, in: source, dialect: .tex,
          location: location))
      return true
    }
    let result = try session.elaborated(claimed(first))
    let expression = result.expression
    session.items.merge(result.items) { _, new in new }
    session.scope.redefine(
      Scope.Definition(
        application.name, expression, arguments: application.arguments, location: location))
    current = (
      .identity(.identity, of: application.name, with: expression, origin: location), expression
    )
    for (place, side) in equation.sides.enumerated().dropFirst() { judge(side, place, &session) }
    return true
  }

  /// Keeps what is defined by its logarithm: `\log p(x) = -\frac12\|x - \mu\|^2`.
  mutating func defineByLogarithm(
    _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard let left = equation.leftFormula, case .call("log", primes: 0) = left.kind,
      case .call(let name, primes: 0) = left.children[0].bare.kind, session.scope.isFree(name),
      !["bars", "exponential"].contains(name), let first = equation.sides.first
    else { return false }
    let arguments = left.children[0].bare.children.compactMap(\.plainName)
    guard arguments.count == left.children[0].bare.children.count,
      arguments.allSatisfy({ session.scope.variable($0) != nil })
    else { return false }
    let result = try session.elaborated(claimed(first))
    guard result.expression.shape.isScalar else { return false }
    session.items.merge(result.items) { _, new in new }
    session.displayed.insert(name)
    let location = source.location(equation.range)
    try session.scope.define(
      Scope.Definition(
        name, .apply(.exp, result.expression), arguments: arguments, location: location))
    let target = Target.identity(
      .identity, of: text(left), with: result.expression, origin: location)
    current = (target, result.expression)
    for (place, side) in equation.sides.enumerated().dropFirst() { judge(side, place, &session) }
    return true
  }

  /// Keeps a matrix defined by its entries: `z_i = \sum_j W_{ij} x_j`.
  mutating func define(
    _ entry: Equation.Application.Entry, _ first: Equation.Side, _ equation: Equation,
    _ location: SourceLocation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard !session.scope.knows(entry.base) || session.scope.isOnlySize(entry.base),
      Set(first.formula.freeLetters) == Set(entry.letters)
    else { return false }
    let result = try session.elaborated(claimed(first, entry.letters.map { IndexAxis($0) }))
    session.displayed.insert(entry.base)
    session.scope.redefine(Scope.Definition(entry.base, result.expression, location: location))
    var target = Target.identity(
      .identity, of: entry.base, with: result.expression, origin: location)
    target.axes = result.axes
    current = (target, result.expression)
    for (place, side) in equation.sides.enumerated().dropFirst() { judge(side, place, &session) }
    return true
  }
}
