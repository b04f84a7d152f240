import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// Requests and claims about derivatives in `derive` blocks.
extension PageSession {
  mutating func derivative(
    _ request: Statement.Request, _ refutation: Statement.Refutation?, in source: SourceText,
    at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    let function = try function(side(request.function, in: source))
    if let emptiness = Conditions.emptiness(of: function.expression) {
      throw Diagnostic(
        .notDifferentiable, "\(function.name) has a value nowhere: \(emptiness) holds nowhere",
        at: location, hint: "look for a sign that is the other way round")
    }
    let isBlock = request.derivative == .hessian && request.variables.count == 2
    if let claim = request.claim, request.directions.isEmpty, request.variables.count > 1, !isBlock
    {
      throw Diagnostic(
        .unsupported, "a claim speaks of one variable", at: source.location(claim.range),
        hint: "write one line for each variable")
    }
    if let contents = try byLayers(request, function, refutation, in: source, at: location) {
      return contents
    }
    return try derivative(request, of: function, refutation, in: source, at: location)
  }

  /// The derivative of a function by variables of the scope.
  mutating func derivative(
    _ request: Statement.Request, of function: Function, _ refutation: Statement.Refutation?,
    in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    if request.derivative == .differential {
      return [try directional(request, function, refutation, in: source, at: location)]
    }
    if !request.directions.isEmpty {
      return [try hessianAlong(request, function, refutation, in: source, at: location)]
    }
    var variables: [Variable] = []
    for name in request.variables {
      let syntax = Syntax(.name(name.text), range: name.range)
      variables.append(try variable(syntax, in: source).variable)
    }
    if let argument = request.argument {
      return [
        try operatorClaim(
          request, argument, function, variables, refutation, in: source, at: location)
      ]
    }
    guard let claim = request.claim else {
      return try requested(request.derivative, function, variables, at: location)
    }
    let target = try derivativeTarget(
      request.derivative, of: function, wrt: variables[0], and: variables.dropFirst().first,
      at: location)
    let marks =
      request.derivative == .gradient ? marks(of: function, by: variables[0], at: location) : nil
    return [
      try judged(
        side(claim, in: source), target, left(request.derivative, function, variables), refutation,
        marks: marks)
    ]
  }

  /// What a gradient is made of, where the layers of the function are those shown last.
  func marks(
    of function: Function, by variable: Variable, at location: SourceLocation
  ) -> LayerMarks? {
    guard isLayered(function), layout != .numerator else { return nil }
    return try? layers(of: function, at: location).marks(for: variable)
  }

  private mutating func judged(
    _ side: ClaimedSide, _ target: Target, _ left: Shown, _ refutation: Statement.Refutation?,
    argument: Shown? = nil, marks: LayerMarks? = nil
  ) throws(Diagnostic) -> StatementResult.Content {
    let target =
      try held.map { held throws(Diagnostic) in
        try held.filling(target, at: side.location)
      } ?? target
    let index = judge(side, against: target, expectation(refutation)).index
    guard let argument else {
      let written = asWritten(side, marking: marks ?? LayerMarks())
      return .claim(index: index, statement: .equation(left, written))
    }
    let tex = result.claims[index].claimedTeX
    result.claims[index].claimedTeX = tex.map { #"\#(argument.tex) \mapsto \#($0)"# }
    let written = asWritten(side).mapped(from: argument)
    return .claim(index: index, statement: .equation(left, written))
  }

  private mutating func requested(
    _ kind: Syntax.Derivative, _ function: Function, _ variables: [Variable],
    at location: SourceLocation
  ) throws(Diagnostic) -> [StatementResult.Content] {
    if kind == .gradient, function.expression.shape.isScalar {
      return try gradientFigures(of: function, wrt: variables, at: location)
        .map { .derivative($0) }
    }
    return try matrixFigures(
      kind == .hessian ? .hessian : .jacobian, of: function, wrt: variables, at: location
    ).map { .derivative($0) }
  }

  func left(_ kind: Syntax.Derivative, _ function: Function, _ variables: [Variable]) -> Shown {
    kind.left(differentiated(function), by: variables.map { show.name($0.name) })
  }

  // MARK: Directions

  /// The variable a direction is, declared for this statement where the page does not know it.
  mutating func direction(
    _ name: Statement.Name, for variable: Variable, in source: SourceText
  ) throws(Diagnostic) -> Variable {
    let location = source.location(name.range)
    if let known = scope.variable(name.text) {
      guard known.shape == variable.shape else {
        throw Diagnostic(
          .shapeMismatch,
          "\(name.text) is \(known.shape), but a direction of \(variable.name) is "
            + "\(variable.shape)", at: location,
          hint: "choose a name that means nothing yet, and it gets that shape")
      }
      return known
    }
    let direction = Variable(name.text, variable.shape)
    try scope.declare(Scope.Declaration(direction, location: location))
    return direction
  }

  /// `derivative F wrt X, X along U, V`: one variable after the other.
  private mutating func directional(
    _ request: Statement.Request, _ function: Function, _ refutation: Statement.Refutation?,
    in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> StatementResult.Content {
    let outer = scope
    defer { scope = outer }
    var previous = function
    var target: Target?
    var taken: [(function: Expression, variable: Variable)] = []
    var notes: [String] = []
    var variables: [Variable] = []
    for (name, along) in zip(request.variables, request.directions) {
      let variable = try variable(Syntax(.name(name.text), range: name.range), in: source).variable
      let direction = try direction(along, for: variable, in: source)
      if request.variables.count > 1, request.variables.contains(where: { $0.text == along.text }) {
        throw Diagnostic(
          .unsupported, "the direction \(along.text) is differentiated by as well",
          at: source.location(along.range), hint: "choose another name for the direction")
      }
      let inner = previous.expression
      let isStructured = isStructured(variable)
      let isClaimed = request.claim != nil && variables.count == request.variables.count - 1
      let found = Result { () throws(Diagnostic) in
        try structuredDifferential(of: previous, wrt: variable, along: direction, at: location)
      }
      // What is claimed last is judged by the kernel, also where the language has no formula for it.
      let derived = isClaimed && !isStructured ? try? found.get() : try found.get()
      let direct = { (claimed: Expression) in
        Claim(
          .differential(of: inner, wrt: variable, along: direction), claimed: claimed,
          derived: derived)
      }
      let claim = { (claimed: Expression) in
        derived.map { isStructured ? .identity(claimed, $0) : direct(claimed) } ?? direct(claimed)
      }
      if let derived {
        notes +=
          structureNotes(variable).filter { !notes.contains($0) }
          + zeroNotes(derived, of: previous, wrt: variable, afterFirst: !variables.isEmpty)
      }
      taken.append((inner, variable))
      target = Target(
        kind: .identity, of: "derivative of \(function.name)", claim: claim, derived: derived,
        shape: inner.shape, origin: function.location)
      previous.expression = derived ?? inner
      variables.append(variable)
    }
    let left = directionalName(function, variables, request.directions.map(\.text))
    guard let claim = request.claim, var target else {
      let step = DerivativeFigure.Step(left: left, right: [show(previous.expression)])
      let conditions = Conditions.of(previous.expression, derivedBy: taken)
      let layoutNotes = layoutNotes(alongDirections: function.name, function.expression.shape)
      let formNotes = formNotes(
        conditions, of: function, wrt: variables, order: variables.count)
      var figure = DerivativeFigure(
        steps: [step], conditions: conditions, notes: layoutNotes + notes + formNotes)
      figure.layout = .every
      return .derivative(figure)
    }
    target.wrt = variables.map(\.name).joined(separator: ", ")
    target.along = request.directions.map(\.text).joined(separator: ", ")
    return try judged(side(claim, in: source), target, left, refutation)
  }

  func directionalName(
    _ function: Function, _ variables: [Variable], _ directions: [String]
  ) -> Shown {
    let name = shown(function)
    let by = variables.map { show.name($0.name) }
    let along = directions.map { show.name($0) }
    let order = variables.count == 1 ? "" : "^\(variables.count)"
    return Shown(
      text: "derivative \(name.text) wrt \(by.map(\.text).joined(separator: ", ")) along "
        + along.map(\.text).joined(separator: ", "),
      tex: #"D_{\#(by.map(\.tex).joined(separator: ", "))}\#(order) \#(name.tex)"#
        + "[\(along.map(\.tex).joined(separator: ", "))]")
  }

  /// `hessian F wrt X along V`: what the Hessian does to one direction. `jacobian F wrt X along V` is the
  /// derivative along it.
  private mutating func hessianAlong(
    _ request: Statement.Request, _ function: Function, _ refutation: Statement.Refutation?,
    in source: SourceText, at location: SourceLocation
  ) throws(Diagnostic) -> StatementResult.Content {
    if request.derivative == .jacobian {
      return try directional(request, function, refutation, in: source, at: location)
    }
    guard request.derivative == .hessian, let along = request.directions.first,
      request.variables.count == 1
    else {
      throw Diagnostic(
        .unsupported, "a direction belongs to derivative, or to the Hessian by one variable",
        at: location, hint: "write derivative F wrt X along V")
    }
    let outer = scope
    defer { scope = outer }
    let name = request.variables[0]
    let variable = try variable(Syntax(.name(name.text), range: name.range), in: source).variable
    let direction = try direction(along, for: variable, in: source)
    let question = try matrixQuestion(.hessian, of: function, wrt: variable, at: location)
    var target = try mapTarget(question, along: direction, at: location)
    target.along = direction.name
    let left = left(.hessian, function, [variable]).along(show.name(direction.name))
    if let claim = request.claim {
      return try judged(side(claim, in: source), target, left, refutation)
    }
    let derived = try structuredDifferential(
      of: question.inner, wrt: variable, along: direction, at: location)
    var figure = DerivativeFigure(
      steps: [.init(left: left, right: [show(derived)])],
      conditions: target.claim(derived).conditionsOfDerived,
      notes: layoutNotes(alongDirections: variable.name, variable.shape)
        + structureNotes(variable))
    figure.layout = .every
    return .derivative(figure)
  }

  /// What a Jacobian or Hessian makes of a direction. The kernel judges a claim about it though the language
  /// has no formula for it, unless it is one within the structure of the variable.
  private func mapTarget(
    _ question: MatrixQuestion, along direction: Variable, at location: SourceLocation
  ) throws(Diagnostic) -> Target {
    let (inner, variable) = (question.inner, question.variable)
    let expression = inner.expression
    let isStructured = isStructured(variable)
    let found = Result { () throws(Diagnostic) in
      try structuredDifferential(of: inner, wrt: variable, along: direction, at: location)
    }
    let derived = isStructured ? try found.get() : try? found.get()
    return Target(
      kind: question.kind == .hessian ? .hessian : .jacobian, of: question.function.name,
      wrt: question.variables.map(\.name).joined(separator: ", "),
      claim: { claimed in
        if isStructured, let derived { return .identity(claimed, derived) }
        return Claim(
          .differential(of: expression, wrt: variable, along: direction), claimed: claimed,
          derived: derived)
      },
      derived: derived, shape: expression.shape, origin: question.function.location)
  }

  /// `jacobian F wrt X = V -> A*V*B`.
  private mutating func operatorClaim(
    _ request: Statement.Request, _ argument: Statement.Name, _ function: Function,
    _ variables: [Variable], _ refutation: Statement.Refutation?, in source: SourceText,
    at location: SourceLocation
  ) throws(Diagnostic) -> StatementResult.Content {
    let outer = scope
    defer { scope = outer }
    let direction = try direction(
      argument, for: variables[min(1, variables.count - 1)], in: source)
    let isHessian = request.derivative == .hessian
    let question = try matrixQuestion(
      isHessian ? .hessian : .jacobian, of: function, wrt: variables[0],
      and: variables.dropFirst().first, at: location)
    let target = try mapTarget(question, along: direction, at: location)
    guard let claim = request.claim else {
      throw Diagnostic(.syntax, "a formula is missing after ->", at: location)
    }
    let kind: Syntax.Derivative = isHessian ? .hessian : .jacobian
    return try judged(
      side(claim, in: source), target, left(kind, function, question.variables), refutation,
      argument: show.name(argument.text))
  }
}

extension Syntax.Derivative {
  /// `gradient F wrt W`, `hessian F wrt x, y`.
  func left(_ function: Shown, by variables: [Shown]) -> Shown {
    let name = function
    let wrt = variables.map(\.text).joined(separator: ", ")
    let below = variables.map(\.tex).joined(separator: ", ")
    switch self {
    case .gradient:
      return Shown(
        text: "gradient \(name.text) wrt \(wrt)", tex: #"\nabla_{\#(below)} \#(name.tex)"#)
    case .hessian:
      return Shown(
        text: "hessian \(name.text) wrt \(wrt)", tex: #"\nabla^2_{\#(below)} \#(name.tex)"#)
    case .jacobian, .differential:
      return Shown(
        text: "jacobian \(name.text) wrt \(wrt)",
        tex: #"\frac{\partial \#(name.tex)}{\partial \#(below)}"#)
    }
  }
}

extension Shown {
  /// `hessian F wrt X along V`, written as `∇² F [V]`.
  func along(_ direction: Shown) -> Shown {
    Shown(text: "\(text) along \(direction.text)", tex: "\(tex)[\(direction.tex)]")
  }

  /// `V ↦ …`.
  func mapped(from argument: Shown) -> Shown {
    Shown(text: "\(argument.text) -> \(text)", tex: #"\#(argument.tex) \mapsto \#(tex)"#)
  }
}
