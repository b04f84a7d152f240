import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// A function in which a free variable stands for the input or the activation of one of its layers.
struct HeldLayer {
  var function: PageSession.Function
  /// `z2` or `a2`.
  var letter: Variable
  /// What it is in the variables of the page.
  var value: Expression
  /// Its TeX spelling.
  var tex: String

  /// A formula in the variables of the page alone.
  func filling(_ expression: Expression) -> Expression {
    expression.contains(letter)
      ? expression.substituting([letter: value]).simplified : expression
  }

  /// That a formula equals the derivative at the value of the layer.
  ///
  /// - Throws: `not-differentiable` where the language has no formula for it: a claim in the variables of
  ///   the page says nothing of the function at other values of the layer.
  func filling(_ target: Target, at location: SourceLocation) throws(Diagnostic) -> Target {
    guard let derived = target.derived else {
      throw Diagnostic(
        .notDifferentiable,
        "\(function.name) has no such derivative with respect to \(letter.name) in the language",
        at: location, hint: "differentiate by a variable, and the claim is judged all the same")
    }
    let own = filling(derived)
    var filled = target
    filled.claim = { [self] in Claim.identity(filling($0), own) }
    filled.derived = own
    filled.given = target.claim(derived).conditions.filter { !$0.contains(letter.name) }
    filled.suspects = { Suspects() }
    return filled
  }
}

/// Derivatives with respect to the input z⁽ˡ⁾ or the activation a⁽ˡ⁾ of a layer: those by a free variable in
/// its place.
extension PageSession {
  /// The quantity of a layer that a name stands for: `z2`, `a2`, where the page has no such name.
  private func heldLayer(
    _ name: Statement.Name, of function: Function, in source: SourceText
  ) throws(Diagnostic) -> HeldLayer? {
    guard !scope.knows(name.text), let sign = name.text.first, sign == "z" || sign == "a",
      let number = Int(name.text.dropFirst()), function.expression.shape.isScalar
    else { return nil }
    let location = source.location(name.range)
    let terms = try networks(of: function, at: location)
    guard (1...terms[0].layers.count).contains(number) else {
      throw Diagnostic(
        .unknownName, "\(function.name) has no layer \(number)", at: location,
        hint: "its layers are 1 to \(terms[0].layers.count)")
    }
    let freed = terms[0].freeing(number, isInput: sign == "z")
    let letter = Variable(name.text, freed.letter.shape)
    let own = freed.function.substituting([freed.letter: .variable(letter)])
    let held = Expression.sum([own] + terms.dropFirst().map(\.term)).simplified
    return HeldLayer(
      function: Function(name: function.name, expression: held, location: function.location),
      letter: letter, value: freed.value, tex: "\(sign)^{(\(number))}")
  }

  /// The one layer among what a request differentiates by, all at once; nil where there is none.
  ///
  /// - Throws: `unsupported` where there are two: each would be held while the other moves it.
  func heldLayer(
    _ request: Statement.Request, of function: Function, in source: SourceText
  ) throws(Diagnostic) -> HeldLayer? {
    var found: HeldLayer?
    for name in request.variables {
      guard let held = try heldLayer(name, of: function, in: source) else { continue }
      if let found, found.letter != held.letter {
        throw Diagnostic(
          .unsupported,
          "\(found.letter.name) and \(held.letter.name) are no free variables of "
            + "each other, so there is no derivative by both", at: source.location(name.range),
          hint: "differentiate by one layer, and by variables")
      }
      found = held
    }
    return found
  }

  /// What a request asks for with a free variable in the place of a layer's quantity.
  mutating func holding<Found>(
    _ held: HeldLayer, _ find: (inout PageSession) throws(Diagnostic) -> Found
  ) throws(Diagnostic) -> Found {
    let outer = scope
    defer {
      scope = outer
      self.held = nil
    }
    try scope.declare(Scope.Declaration(held.letter, tex: held.tex))
    self.held = held
    return try find(&self)
  }

  /// The derivatives of a request by layers, and by variables among them; nil where it speaks of no layer.
  mutating func byLayers(
    _ request: Statement.Request, _ function: Function, _ refutation: Statement.Refutation?,
    in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content]? {
    let parts = request.parts
    var layers: [HeldLayer?] = []
    for part in parts { layers.append(try heldLayer(part, of: function, in: source)) }
    guard layers.contains(where: { $0 != nil }) else { return nil }
    var contents: [StatementResult.Content] = []
    for (part, held) in zip(parts, layers) {
      contents += try byLayer(part, held, function, refutation, in: source, at: location)
    }
    return contents
  }

  private mutating func byLayer(
    _ request: Statement.Request, _ held: HeldLayer?, _ function: Function,
    _ refutation: Statement.Refutation?, in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    guard let held else {
      return try derivative(request, of: function, refutation, in: source, at: location)
    }
    if request.derivative == .gradient, request.claim == nil, request.directions.isEmpty {
      return [.derivative(try gradient(byLayer: held, of: function, at: location))]
    }
    return try holding(held) { (session) throws(Diagnostic) in
      let contents = try session.derivative(
        request, of: held.function, refutation, in: source, at: location)
      let definition = session.definition(of: held)
      return contents.dropLast() + contents.suffix(1).map { $0.defining(definition) }
    }
  }

  /// The derivation of a derivative by a layer: first what the function is with a letter for it.
  mutating func steps(
    _ request: Statement.Request, of function: Function, holding held: HeldLayer,
    in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> StepsFigure {
    try holding(held) { (session) throws(Diagnostic) in
      let own = held.function.expression
      var opening = StepList(of: function, wrt: held.letter, at: location)
      let composed = Shown.equation(session.shown(function), session.show(own))
      let statement = session.show.with(composed, [session.definition(of: held)])
      try session.append(
        statement, [.composition], .identity(held.filling(own), function.expression), to: &opening)
      var figure = try session.steps(request, of: held.function, in: source, at: location)
      figure.parts.insert(session.definition(of: held), at: 0)
      figure.steps = opening.steps + figure.steps
      return figure
    }
  }

  /// `z2 = W*x`.
  func definition(of held: HeldLayer) -> Shown {
    .equation(show.name(held.letter.name), show(held.value))
  }

  private func gradient(
    byLayer held: HeldLayer, of function: Function, at location: SourceLocation
  ) throws(Diagnostic) -> DerivativeFigure {
    let gradient = try gradient(of: held.function, wrt: held.letter, at: location)
    let derived = laidOut(gradient: held.filling(gradient))
    let left = Syntax.Derivative.gradient.left(
      differentiated(function), by: [Shown(text: held.letter.name, tex: held.tex)])
    let isInput = held.letter.name.hasPrefix("z") && layout != .numerator
    let delta = Variable("⟨δ\(held.letter.name.dropFirst())⟩", held.letter.shape)
    let right = (isInput ? [show.lettered(.variable(delta))] : []) + [show(derived)]
    let conditions = Conditions.of(
      derived: derived, from: function.expression, wrt: function.expression.variables)
    var figure = DerivativeFigure(
      steps: [.init(left: left, right: right)], conditions: conditions,
      notes: layoutNotes(ofGradientsBy: [held.letter]))
    figure.layout = layoutOfGradient(by: held.letter)
    return figure
  }
}

extension Statement.Request {
  /// What is differentiated by all at once: each variable by itself, unless it is a Hessian or goes along
  /// directions.
  var parts: [Statement.Request] {
    guard derivative != .hessian, directions.isEmpty else { return [self] }
    return variables.map { variable in
      var part = self
      part.variables = [variable]
      return part
    }
  }
}

extension Statement.Request {
  /// What has a derivation of its own: of Hessians by several variables each block.
  var derivations: [Statement.Request] {
    guard derivative == .hessian, directions.isEmpty else { return parts }
    return PageSession.blocks(.hessian, variables).map { block in
      var part = self
      part.variables = block
      return part
    }
  }
}

extension StatementResult.Content {
  /// With what a letter stands for.
  fileprivate func defining(_ letter: Shown) -> StatementResult.Content {
    guard case .derivative(var figure) = self else { return self }
    figure.definitions.insert(letter, at: 0)
    return .derivative(figure)
  }
}
