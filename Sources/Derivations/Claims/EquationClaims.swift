import Diagnostics
import MatrixCalculus
import Notation
import Pages
import Proof

extension PageSession {
  /// Checks a display formula: what it defines is kept, what it claims is judged.
  mutating func check(_ formula: Formula, at index: Int) {
    let macros = take(macros: formula, at: index)
    if macros.isAll { return }
    // A name stands for the formula of the display right above, not for an earlier one.
    let above = unnamed
    defer { if unnamed?.location == above?.location { unnamed = nil } }
    result.equations += 1
    let directive = directive(above: index)
    let isMarked = judgesAll || directive != nil || formula.arguments.contains("check")
    if case .skip = directive {
      result.notCovered += 1
      return
    }
    var expectation = Expectation()
    if case .refuted(let reason) = directive {
      expectation = Expectation(isRefuted: true, reason: reason)
    }
    let before = result.claims.count
    let reading = EquationReader.read(formula.tex.sourceText, names: scope.latexNames)
    var checker = DisplayChecker(
      source: formula.tex.sourceText, isMarked: isMarked, judges: checksAll || isMarked,
      expectation: expectation)
    let defines = checker.check(reading, &self)
    result.claimsOfPiece[index] = Array(before..<result.claims.count)
    if result.claims.count == before, !defines { result.notCovered += 1 }
  }
}

/// Judges the equations of one display.
struct DisplayChecker {
  let source: SourceText
  /// Whether the author asked for the check, so that what cannot be read is a failure.
  let isMarked: Bool
  /// Whether claims are judged; a name that is new is defined in any case.
  let judges: Bool
  let expectation: Expectation
  /// What the equation before this one was about, and its last side.
  private var current: (target: Target, last: Expression?)?
  /// The tied weights by whose transposed place alone this display has differentiated.
  private var splitWeights: Set<Variable> = []

  init(source: SourceText, isMarked: Bool, judges: Bool, expectation: Expectation) {
    self.source = source
    self.isMarked = isMarked
    self.judges = judges
    self.expectation = expectation
  }

  /// - Returns: whether something was defined.
  mutating func check(_ reading: EquationReading, _ session: inout PageSession) -> Bool {
    for trouble in reading.diagnostics { report(trouble, &session) }
    var defines = false
    for equation in reading.equations {
      do throws(Diagnostic) {
        if try check(equation, &session) { defines = true }
      } catch {
        report(error, &session)
      }
    }
    return defines
  }

  /// What could not be read: a failure where the author asked for the check.
  private func report(_ trouble: Diagnostic, _ session: inout PageSession) {
    guard isMarked else { return }
    let whole = source.location(0..<source.text.utf8.count)
    session.result.claims.append(
      CheckedClaim(
        location: trouble.location ?? whole, block: session.block, kind: .identity,
        of: "the display", claimed: source.text.trimmed, judgement: Judgement(.unreadable),
        trouble: trouble))
  }

  private mutating func check(
    _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    if case .application(let application) = equation.left,
      try define(application, equation, &session)
    {
      return true
    }
    if equation.sides.isEmpty, case .formula(let formula) = equation.left {
      return try keep(formula, &session)
    }
    guard judges else { return false }
    let scope = session.scope
    if session.layered != nil, let every = FreeLayer(equation, isFree: { scope.isFree($0) }) {
      try judge(every, at: source.location(equation.range), &session)
    } else {
      try judgeSides(of: equation, &session)
    }
    return false
  }

  /// Keeps a formula without a name for the display below that gives it one.
  private func keep(
    _ formula: Syntax, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    let side = ClaimedSide(formula: formula, source: source, dialect: .tex, range: formula.range)
    session.unnamed = PageSession.Function(
      name: side.text, expression: try session.elaborate(side), location: side.location)
    return true
  }

  private mutating func judgeSides(
    of equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) {
    guard let target = try target(of: equation, session) else { return }
    current = (target, nil)
    for (place, side) in equation.sides.enumerated() { judge(side, place, &session) }
  }

  /// Judges an equation about every layer on each layer of which it can speak; of every side the worst
  /// verdict is kept.
  private mutating func judge(
    _ every: FreeLayer, at location: SourceLocation, _ session: inout PageSession
  ) throws(Diagnostic) {
    let count = try session.layerCount(at: location)
    var worst: [CheckedClaim] = []
    var trouble: Diagnostic?
    for number in every.numbers(count) {
      let scope = session.scope
      let instance = every.instance(number, of: count) { scope.isFree($0) }
      var trial = session
      trial.result.claims = []
      do throws(Diagnostic) {
        try judgeSides(of: instance, &trial)
      } catch {
        trouble = trouble ?? error
        continue
      }
      let claims = trial.result.claims
      if let beyond = claims.lazy.compactMap(\.trouble).first, beyond.code == .unknownName {
        trouble = trouble ?? beyond
        continue
      }
      worst = CheckedClaim.worse(worst, claims, label: every.label(number))
    }
    if worst.isEmpty, let trouble { throw trouble }
    session.result.claims += worst
    current = nil
  }

  private mutating func judge(
    _ side: Equation.Side, _ place: Int, _ session: inout PageSession
  ) {
    guard judges, var target = current?.target else { return }
    let side = claimed(side)
    if place == 0, let other = target.otherReadings.first, isOther(side, target, other, session) {
      target = other
      current?.target = other
    }
    if place > 0 { target.kind = .step }
    if !isMarked, isOutOfReach(side, target, session) { return }
    let judged = session.judge(side, against: target, before: current?.last, expectation)
    if let meaning = judged.expression { current?.last = meaning }
  }

  /// Whether a side speaks of what is not declared, or cannot be given a meaning otherwise.
  private func isOutOfReach(
    _ side: ClaimedSide, _ target: Target, _ session: PageSession
  ) -> Bool {
    do throws(Diagnostic) {
      _ = try session.elaborate(side, expecting: target.shape)
      return false
    } catch {
      return error.code != .shapeMismatch
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

  private func claimed(_ side: Equation.Side) -> ClaimedSide {
    ClaimedSide(formula: side.formula, source: source, dialect: .tex, range: side.range)
  }

  // MARK: Left sides

  private mutating func target(
    of equation: Equation, _ session: PageSession
  ) throws(Diagnostic) -> Target? {
    let location = source.location(equation.range)
    switch equation.left {
    case .derivative(let kind, let of, let variable):
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
      let side = ClaimedSide(formula: left, source: source, dialect: .tex, range: left.range)
      return .identity(
        .identity, of: text(left), with: try session.elaborate(side), origin: side.location)
    case .continuation: return current?.target
    }
  }

  private mutating func derivative(
    _ kind: Syntax.Derivative, _ of: Syntax, _ by: Syntax?, _ session: PageSession,
    _ location: SourceLocation
  ) throws(Diagnostic) -> Target {
    let side = ClaimedSide(formula: of, source: source, dialect: .tex, range: of.range)
    let function = try session.function(side)
    if kind == .differential { return .differential(of: function) }
    guard let by else {
      throw Diagnostic(
        .unsupported, "it is not said what \(function.name) is differentiated by", at: location,
        hint: #"name the variable, as in \nabla_W"#)
    }
    let (variable, isTransposed) = try session.variable(by, in: source)
    if isTransposed, !function.expression.shape.isScalar {
      return try session.derivativeTarget(.jacobian, of: function, wrt: variable, at: location)
    }
    if isTransposed {
      splitWeights.insert(variable)
      return try session.transposedTarget(of: function, wrt: variable, at: location)
    }
    var target = try session.derivativeTarget(kind, of: function, wrt: variable, at: location)
    if splitWeights.contains(variable) {
      target.otherReadings =
        try session.uprightTarget(of: function, wrt: variable, at: location)
        .map { [$0] } ?? []
    }
    return target
  }

  /// What `g'(t)` is about where the page defines g as a function of t.
  private func primed(
    _ application: Equation.Application, _ session: PageSession, _ location: SourceLocation
  ) throws(Diagnostic) -> Target? {
    let name = application.name
    guard application.arguments.count == 1,
      let variable = session.scope.variable(application.arguments[0]),
      let known = session.scope.definition(of: name), known.expression.shape.isScalar,
      known.arguments.isEmpty || known.arguments == application.arguments
    else { return nil }
    let function = PageSession.Function(
      name: name, expression: known.expression, location: known.location)
    return try session.derivativeTarget(.gradient, of: function, wrt: variable, at: location)
  }

  private func text(_ formula: Syntax?) -> String {
    guard let formula else { return "" }
    return ClaimedSide(formula: formula, source: source, dialect: .tex, range: formula.range).text
  }

  // MARK: Definitions

  /// Keeps a definition if the name on the left is new.
  private mutating func define(
    _ application: Equation.Application, _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard !session.scope.knows(application.name), application.primes == 0,
      let first = equation.sides.first
    else { return false }
    let parameters = application.arguments.filter { !session.scope.knows($0) }
    let location = source.location(equation.range)
    if !parameters.isEmpty {
      try session.scope.define(
        Scope.UserFunction(
          application.name, application.arguments, first.formula, in: source, dialect: .tex,
          location: location))
      return true
    }
    let expression = try session.elaborate(claimed(first))
    try session.scope.define(
      Scope.Definition(
        application.name, expression, arguments: application.arguments, location: location))
    current = (
      .identity(.identity, of: application.name, with: expression, origin: location), expression
    )
    for (place, side) in equation.sides.enumerated().dropFirst() { judge(side, place, &session) }
    return true
  }
}

extension CheckedClaim {
  /// Of the claims about the sides of one equation the worse, side by side.
  ///
  /// - Parameter label: what the second are called where they are worse.
  fileprivate static func worse(
    _ first: [CheckedClaim], _ second: [CheckedClaim], label: String?
  ) -> [CheckedClaim] {
    let second = second.map { claim in
      var claim = claim
      if claim.judgement.verdict == .refuted { claim.label = label ?? claim.label }
      return claim
    }
    guard first.count == second.count else { return first.isEmpty ? second : first }
    return zip(first, second).map { old, new in
      new.judgement.verdict.rank > old.judgement.verdict.rank ? new : old
    }
  }
}

extension Verdict {
  /// How much a claim with that verdict leaves to be wished for.
  fileprivate var rank: Int {
    switch self {
    case .proved: 0
    case .verified: 1
    case .undecided: 2
    case .unreadable: 3
    case .refuted: 4
    }
  }
}

extension Scope {
  /// Whether a name means nothing: neither on the page nor in the language.
  fileprivate func isFree(_ name: String) -> Bool {
    !knows(name) && Function.named(name) == nil && MatrixFunction.named(name) == nil
  }
}

extension Syntax.Layer.Quantity {
  /// The kind of a claim about it.
  var kind: CheckedClaim.Kind {
    switch self {
    case .delta: .delta
    case .input: .input
    case .activation: .value
    case .weight, .slope: .layer
    }
  }
}
