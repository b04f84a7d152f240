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
    result.claimsOfPiece[index] = Array(before..<result.claims.count)
    if let (target, value) = checker.current, let last = value {
      transcribe(target, last, claimsFrom: before, at: index)
    }
    guard result.claims.count == before, !defines else { return }
    let asked = checksAll || isMarked
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
  private(set) var isOfDerivative = false
  /// What stood in the way of judging it first.
  private(set) var obstacle: Diagnostic?
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
  private mutating func report(_ trouble: Diagnostic, _ session: inout PageSession) {
    obstacle = obstacle ?? trouble
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
    if case .layer(let layer) = equation.left, let name = session.unshownName(of: layer),
      try define(Equation.Application(name), equation, &session)
    {
      return true
    }
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
    try refuseAccumulation(equation)
    if case .derivative(.gradient, let of, let by?) = equation.left,
      let name = session.genericFunction(of)
    {
      return try judgeGeneric(name, by, equation, &session)
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
  private mutating func judge(
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

  /// Judges an equation about every layer on each layer of which it can speak; of every side the worst
  /// verdict is kept.
  private mutating func judge(
    _ every: FreeLayer, at location: SourceLocation, _ session: inout PageSession
  ) throws(Diagnostic) {
    let count = try session.layerCount(at: location)
    var found: [(number: Int, claims: [CheckedClaim])] = []
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
      found.append((number, claims))
    }
    let worst = CheckedClaim.worst(of: Self.withoutInput(found, every)) { every.label($0) }
    if worst.isEmpty, let trouble { throw trouble }
    session.result.claims += worst
    current = nil
  }

  /// The findings about all layers but the input, where the equation is about the page's own activation
  /// function, which the input layer alone does not have.
  private static func withoutInput(
    _ found: [(number: Int, claims: [CheckedClaim])], _ every: FreeLayer
  ) -> [(number: Int, claims: [CheckedClaim])] {
    guard every.namesActivation, let first = found.first, first.number == 1, found.count > 1,
      first.claims.contains(where: { $0.judgement.verdict == .refuted }),
      found.dropFirst().allSatisfy({ $0.claims.allSatisfy(\.judgement.verdict.holds) })
    else { return found }
    return found.dropFirst().map { number, claims in
      (number, claims.map { $0.adding(condition: "layer 1 is the input and has no activation") })
    }
  }

  private mutating func judge(
    _ written: Equation.Side, _ place: Int, _ session: inout PageSession
  ) {
    guard judges, var target = current?.target else { return }
    let side = claimed(written, target.axes)
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

  // MARK: Left sides

  private mutating func target(
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
  private func identity(_ left: Syntax, _ session: PageSession) throws(Diagnostic) -> Target {
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

  /// The gradient by a variable of which the left side names one entry.
  private func entryDerivative(
    _ of: Syntax, _ by: Syntax, _ session: PageSession, _ location: SourceLocation
  ) throws(Diagnostic) -> Target? {
    guard case .indexed(.entry(let places, _)) = by.kind, of.freeLetters.isEmpty else { return nil }
    let letters = places.compactMap(\.letter)
    let argument = try session.argument(by.children[0], in: source)
    let side = ClaimedSide(formula: of, source: source, dialect: .tex, range: of.range)
    let shape = argument.variable.shape
    guard letters.count == places.count, Set(letters).count == letters.count,
      letters.count == (shape.isColumn ? 1 : 2)
    else { return nil }
    var target: Target
    let function = try session.function(side)
    guard function.expression.shape.isScalar, !argument.isTransposed else { return nil }
    target = try session.derivativeTarget(.gradient, of: function, by: argument, at: location)
    target.axes = zip(letters, [shape.rows, shape.columns]).map { IndexAxis($0, size: $1) }
    return target
  }

  private mutating func derivative(
    _ kind: Syntax.Derivative, _ of: Syntax, _ by: Syntax?, _ session: PageSession,
    _ location: SourceLocation
  ) throws(Diagnostic) -> Target {
    let side = ClaimedSide(formula: of, source: source, dialect: .tex, range: of.range)
    let function = try session.function(side)
    if kind == .differential { return .differential(of: function) }
    if of.bare.kind == .transpose, function.expression.shape.isScalar {
      return try transposed(
        derivative(kind, of.bare.children[0], by, session, location), location)
    }
    guard
      let by = by
        ?? session.onlyArgument(of: function).map({ name in
          Syntax(.name(name), range: of.range)
        })
    else {
      throw Diagnostic(
        .unsupported, "it is not said what \(function.name) is differentiated by", at: location,
        hint: #"name the variable, as in \nabla_W"#)
    }
    let argument = try session.argument(by, in: source)
    let variable = argument.variable
    if argument.isTransposed, argument.value == nil, !function.expression.shape.isScalar {
      return try session.derivativeTarget(.jacobian, of: function, wrt: variable, at: location)
    }
    if argument.isTransposed, argument.value == nil {
      splitWeights.insert(variable)
      return try session.transposedTarget(of: function, wrt: variable, at: location)
    }
    guard !argument.isTransposed else {
      throw Diagnostic(
        .unsupported, "a derivative by a transposed definition is not supported", at: location)
    }
    var target = try session.derivativeTarget(kind, of: function, by: argument, at: location)
    if splitWeights.contains(variable) {
      target.otherReadings =
        try session.uprightTarget(of: function, wrt: variable, at: location)
        .map { [$0] } ?? []
    }
    return target
  }

  /// The transpose of what a target is about: `\nabla_x L^T` of a number L is the gradient as a row.
  private func transposed(
    _ target: Target, _ location: SourceLocation
  ) throws(Diagnostic) -> Target {
    guard let derived = target.derived else {
      throw Diagnostic(
        .unsupported, "the transpose of this derivative is not supported", at: location)
    }
    var result = Target.identity(
      target.kind, of: target.of, with: derived.transposed.simplified, origin: target.origin)
    result.wrt = target.wrt
    return result
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

  /// The one variable of a function that has the shape of what its gradient is said to be.
  private func fittingVariable(
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

  // MARK: Definitions

  /// Keeps a definition if the name on the left is new.
  private mutating func define(
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
    if !parameters.isEmpty {
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
  private mutating func define(
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

  // MARK: Functions that nothing defines

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

extension CheckedClaim {
  fileprivate func adding(condition: String) -> CheckedClaim {
    var claim = self
    claim.judgement.conditions.append(condition)
    return claim
  }

  /// Of the claims about single layers the worst, side by side.
  fileprivate static func worst(
    of found: [(number: Int, claims: [CheckedClaim])], label: (Int) -> String?
  ) -> [CheckedClaim] {
    found.reduce([]) { worse($0, $1.claims, label: label($1.number)) }
  }

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
