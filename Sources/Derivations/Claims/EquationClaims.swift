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
    if case .skip(let reason) = directive {
      leaveOut(index, because: "left out" + (reason.isEmpty ? "" : ": \(reason)"))
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
    if !defines, !judgesAll { checker.reportSilence(of: reading, after: before, &self) }
    result.claimsOfPiece[index] = Array(before..<result.claims.count)
    if !checker.marks.isEmpty { result.marksOfPiece[index] = checker.marks }
    if let (target, value) = checker.current, let last = value {
      transcribe(target, last, claimsFrom: before, at: index)
    }
    let asked = checksAll || isMarked
    guard result.claims.count == before, !defines else {
      if let obstacle = checker.obstacle, asked, !isMarked {
        leaveOut(index, at: obstacle.location, because: "in part: \(obstacle.message)")
      }
      return
    }
    leaveOut(
      index, at: checker.obstacle?.location,
      because: checker.obstacle?.message
        ?? (asked ? "it says nothing that can be judged" : "it is not marked to be checked"))
  }

  private mutating func leaveOut(
    _ index: Int, at place: SourceLocation? = nil, because reason: String
  ) {
    result.notCovered += 1
    let location = place ?? page.pieces[index].location
    result.uncovered.append(PageResult.Uncovered(location: location, reason: reason))
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
  var current: (target: Target, last: Expression?)?
  /// Whether the equation, or the one that it continues, begins with a derivative.
  var isOfDerivative = false
  /// What stood in the way of judging it first.
  var obstacle: Diagnostic?
  /// The stretches of the source that are quantities of layers, with these.
  var marks: [Range<Int>: String] = [:]
  /// The tied weights by whose transposed place alone this display has differentiated.
  var splitWeights: Set<Variable> = []

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
    session.undefined.formUnion(reading.unread)
    for equation in reading.equations {
      let outer = session.scope
      do throws(Diagnostic) {
        if try redefinesLogistic(equation, &session) {
          defines = true
          continue
        }
        if let argument = equation.argument {
          try session.scope.declare(Scope.Declaration(Variable(argument, .scalar)))
        }
        if try checkWhereItHolds(equation, &session) { defines = true }
      } catch {
        if case .application(let application) = equation.left {
          session.undefined.insert(application.name)
        } else if let name = equation.leftFormula?.calledByHabit {
          session.undefined.insert(name)
        }
        report(error, &session)
      }
      if equation.argument != nil { session.scope = outer }
    }
    return defines
  }

  /// Checks an equation. One that is said to hold where a name is positive is judged there; one under any other
  /// condition where it holds without it.
  private mutating func checkWhereItHolds(
    _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard let condition = equation.sideCondition, !expectation.isRefuted else {
      return try checkSoftmax(equation, &session)
    }
    let before = (self, session)
    if let scope = session.scope.under(condition) {
      session.scope = scope
      let defines = try checkSoftmax(equation, &session)
      if !defines { session.scope = before.1.scope }
      return defines
    }
    let defines = try checkSoftmax(equation, &session)
    let claims = session.result.claims.dropFirst(before.1.result.claims.count)
    guard !claims.allSatisfy(\.judgement.verdict.holds) else { return defines }
    (self, session) = before
    throw Diagnostic(
      .unsupported, "it does not hold without the condition behind it, which is not read",
      at: source.location(condition.range),
      hint: "declare what it says of a name, as in t : scalar > 0")
  }

  /// Checks an equation. One about the slope of a function, such as `f'(z) = f(z)(1 - f(z))`, is about
  /// numbers where it does not fit in shape for the z of the page.
  mutating func checkEveryReading(
    _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    guard let left = equation.leftFormula, case .call(_, let primes) = left.kind, primes > 0,
      left.children.count == 1, let argument = left.children[0].plainName, !expectation.isRefuted,
      let scope = session.scope.asNumber(argument)
    else { return try check(equation, &session) }
    let before = (self, session)
    let defines = try check(equation, &session)
    let first = session.result.claims.dropFirst(before.1.result.claims.count)
    guard first.contains(where: { $0.judgement.verdict == .refuted }) else { return defines }
    var (checker, trial) = before
    trial.scope = scope
    guard (try? checker.check(equation, &trial)) != nil else { return defines }
    let count = before.1.result.claims.count
    guard trial.result.claims.count > count,
      trial.result.claims.dropFirst(count).allSatisfy(\.judgement.verdict.holds)
    else { return defines }
    trial.scope = before.1.scope
    (self, session) = (checker, trial)
    for place in count..<session.result.claims.count {
      session.result.claims[place] = session.result.claims[place].adding(
        condition: "\(argument) is read as a number, of which it is a function")
    }
    return defines
  }

  /// That nothing was judged of a display whose check the author asked for.
  mutating func reportSilence(
    of reading: EquationReading, after count: Int, _ session: inout PageSession
  ) {
    guard isMarked, obstacle == nil, session.result.claims.count == count,
      reading.equations.contains(where: { !$0.sides.isEmpty })
    else { return }
    let unread = session.undefined.sorted().first { name in
      reading.equations.contains { equation in
        ([equation.leftFormula].compactMap { $0 } + equation.sides.map(\.formula))
          .contains { $0.calls(name) || $0.mentions(name) }
      }
    }
    let reason = unread.map { "the definition of \($0) could not be read" }
    report(
      Diagnostic(
        .unsupported, reason ?? "it says nothing that can be judged",
        at: source.location(0..<source.text.utf8.count),
        hint: "define in a derive block what it speaks of"), &session)
  }

  /// What could not be read: a failure where the author asked for the check.
  private mutating func report(_ trouble: Diagnostic, _ session: inout PageSession) {
    obstacle = obstacle ?? trouble
    guard isMarked else { return }
    let whole = source.location(0..<source.text.utf8.count)
    var claim = CheckedClaim(
      location: trouble.location ?? whole, block: session.block, kind: .identity,
      of: "the display", claimed: source.text.trimmed, judgement: Judgement(.unreadable))
    claim.isConsequence = session.isConsequence(trouble)
    if !claim.isConsequence { claim.trouble = trouble }
    session.result.claims.append(claim)
  }

  private mutating func check(
    _ equation: Equation, _ session: inout PageSession
  ) throws(Diagnostic) -> Bool {
    let equation = try atPoint(equation, session)
    try refuseUnread(equation, session)
    try session.takeSmoothFunctions(of: equation)
    if case .application(let application) = equation.left,
      try define(application, equation, &session)
    {
      return true
    }
    if case .layer(let layer) = equation.left, let name = session.unshownName(of: layer),
      try define(Equation.Application(name), equation, &session)
    {
      return true
    }
    if try defineByLogarithm(equation, &session) { return true }
    if equation.sides.isEmpty, case .formula(let formula) = equation.left {
      return try keep(formula, &session)
    }
    if try name(equation, &session) { return true }
    guard judges else { return false }
    let scope = session.scope
    if session.layered != nil, let every = FreeLayer(equation, isFree: { scope.isFree($0) }) {
      try judge(every, at: source.location(equation.range), &session)
    } else {
      try judgeSides(of: equation, &session)
    }
    return false
  }

  /// Refuses what calls a function of the language that the page defines by what could not be read.
  private func refuseUnread(
    _ equation: Equation, _ session: PageSession
  ) throws(Diagnostic) {
    let formulas = [equation.leftFormula].compactMap { $0 } + equation.sides.map(\.formula)
    for name in session.undefined.sorted() where !session.scope.knows(name) {
      let isCalled = formulas.contains { $0.calls(name) }
      guard isCalled, Function.named(name) != nil || MatrixFunction.named(name) != nil else {
        continue
      }
      throw Diagnostic(
        .unsupported, "the definition of \(name) could not be read, so it is not known",
        at: source.location(equation.range), hint: "define it in a derive block")
    }
  }

  /// An equation about the derivative at a point as one about its value there.
  private func atPoint(
    _ equation: Equation, _ session: PageSession
  ) throws(Diagnostic) -> Equation {
    guard let left = equation.leftFormula, let point = try session.atPoint(left, in: source) else {
      return equation
    }
    var equation = equation
    equation.leftFormula = point
    if case .derivative(let kind) = point.kind {
      equation.left = .derivative(kind, of: point.children[0], variable: point.children.last)
    } else {
      equation.left = .formula(point)
    }
    return equation
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
}

extension Scope {
  /// Whether a name means nothing: neither on the page nor in the language.
  func isFree(_ name: String) -> Bool {
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

extension Scope {
  /// The scope in which a condition holds; nil where it is not read.
  fileprivate func under(_ condition: Equation.Restriction) -> Scope? {
    guard let (name, isStrict, isOfMatrix) = condition.positive, let variable = variable(name),
      isOfMatrix ? variable.shape.isSquare : variable.shape.isScalar
    else { return nil }
    if isOfMatrix, !variable.shape.isScalar {
      return assuming(isStrict ? .positiveDefinite : .positiveSemidefinite, of: name)
    }
    return assuming(isStrict ? .positive : .nonNegative, of: name)
  }
}

extension Syntax {
  /// Whether any part calls a function by that name.
  fileprivate func calls(_ function: String) -> Bool {
    if case .call(function, _) = kind { return true }
    return children.contains { $0.calls(function) }
  }
}
