import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Pages
import Proof

extension PageSession {
  /// The value of a derivative or of a layer's quantity in a formula; nil for any other formula.
  func value(
    ofQuantity syntax: Syntax, in side: ClaimedSide
  ) throws(Diagnostic) -> Expression? {
    let location = side.source.location(syntax.range)
    if let point = try atPoint(syntax, in: side.source) {
      var inner = side
      inner.formula = point
      inner.axes = []
      return try elaborate(inner)
    }
    switch syntax.kind {
    case .layer(let layer): return try value(of: layer, at: location)
    case .derivative(.jacobian) where syntax.children.count == 2:
      return try jacobian(syntax, in: side)
    case .derivative(.gradient) where syntax.children.count == 2:
      let inner = side.part(syntax.children[0])
      let argument = try argument(syntax.children[1], in: side.source)
      if let name = genericFunction(inner.formula) {
        let any = Expression.variable(genericDerivative(of: name, by: argument))
        return argument.isTransposed ? any.transposed : any
      }
      let function = try function(inner)
      let isOneOfTied = argument.isTransposed && argument.value == nil
      let target =
        isOneOfTied
        ? try transposedTarget(of: function, wrt: argument.variable, at: location)
        : try derivativeTarget(.gradient, of: function, by: argument, at: location)
      return isOneOfTied || !argument.isTransposed ? target.derived : target.derived?.transposed
    case .derivative(.gradient) where syntax.children.count == 1:
      return try gradient(ofOneVariable: syntax.children[0], in: side)
    case .derivative(.gradient) where syntax.children.count > 2:
      return try stackedGradient(syntax, in: side)
    case .derivative(.hessian) where syntax.children.count == 1:
      let inner = side.part(syntax.children[0])
      guard let name = onlyArgument(of: try function(inner)) else { return nil }
      let by = Syntax(.name(name), range: syntax.range)
      return try hessian(
        Syntax(syntax.kind, syntax.children + [by], range: syntax.range, marks: syntax.marks),
        in: side)
    case .derivative(.hessian) where syntax.children.count == 2:
      return try hessian(syntax, in: side)
    case .derivative(.differential):
      if let direction = direction(syntax.children[0].bare) { return direction }
      return try differential(of: syntax.children[0], in: side)
    default: return nil
    }
  }

  /// `Df(x)` in a formula: the Jacobian, of a number the gradient as a row.
  private func jacobian(
    _ syntax: Syntax, in side: ClaimedSide
  ) throws(Diagnostic) -> Expression? {
    let inner = side.part(syntax.children[0])
    let argument = try argument(syntax.children[1], in: side.source)
    guard genericFunction(inner.formula) == nil, !argument.isTransposed else { return nil }
    return try derivativeTarget(
      .jacobian, of: function(inner), by: argument, at: side.source.location(syntax.range)
    ).derived
  }

  /// `\nabla f(x, y)` of numbers x, y: the column of the derivatives.
  private func stackedGradient(
    _ syntax: Syntax, in side: ClaimedSide
  ) throws(Diagnostic) -> Expression? {
    var parts: [Expression] = []
    for variable in syntax.children.dropFirst() {
      let single = Syntax(
        .derivative(.gradient), [syntax.children[0], variable], range: syntax.range)
      guard let part = try value(ofQuantity: single, in: side), part.shape.isColumn else {
        return nil
      }
      parts.append(part)
    }
    return parts.isEmpty ? nil : MatrixFunction.above(parts)
  }

  /// `\nabla f` where f has one variable.
  private func gradient(
    ofOneVariable formula: Syntax, in side: ClaimedSide
  ) throws(Diagnostic) -> Expression? {
    let inner = side.part(formula)
    if genericFunction(formula) != nil { return nil }
    let function = try function(inner)
    let location = side.source.location(formula.range)
    guard let name = onlyArgument(of: function), let variable = scope.variable(name) else {
      throw unsaidVariable(of: function, at: location)
    }
    return try derivativeTarget(.gradient, of: function, wrt: variable, at: location).derived
  }

  /// That a derivative names none of several variables.
  func unsaidVariable(of function: Function, at location: SourceLocation) -> Diagnostic {
    let names = function.expression.variables.map(\.name)
    let first = names.first ?? "W"
    let which =
      names.count < 2
      ? ""
      : ": it depends on \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
    return Diagnostic(
      .unsupported, "it is not said what \(function.name) is differentiated by" + which,
      at: location, hint: #"name the variable, as in \nabla_\#(first)"#)
  }

  /// The one variable a definition was written as a function of, or that it has.
  func onlyArgument(of function: Function) -> String? {
    let arguments = scope.definition(of: function.name)?.arguments ?? []
    if arguments.count == 1 { return arguments[0] }
    let variables = function.expression.variables
    return arguments.isEmpty && variables.count == 1 ? variables[0].name : nil
  }

  /// `\nabla^2 f` in a formula: the columns of the Hessian are the gradients of the entries of the
  /// gradient; nil where it has no closed form.
  private func hessian(
    _ syntax: Syntax, in side: ClaimedSide
  ) throws(Diagnostic) -> Expression? {
    let (function, by) = (syntax.children[0], syntax.children[1])
    if let second = try secondDerivative(syntax, in: side) { return second }
    let (row, column) = (Syntax.Place.letter("⟨i⟩"), Syntax.Place.letter("⟨j⟩"))
    let gradient = Syntax(.derivative(.gradient), [function, by], range: syntax.range)
    func entry(_ formula: Syntax, _ place: Syntax.Place) -> Syntax {
      Syntax(.indexed(.entry([place], isItem: false)), [formula], range: syntax.range)
    }
    var inner = side
    inner.formula = Syntax(
      .derivative(.gradient), [entry(gradient, row), entry(by, column)], range: syntax.range)
    inner.range = syntax.range
    inner.axes = [IndexAxis("⟨i⟩"), IndexAxis("⟨j⟩")]
    let argument = try argument(by, in: side.source)
    guard argument.variable.shape.isColumn else { return nil }
    let hessian = try elaborate(inner)
    let location = side.source.location(syntax.range)
    let whole = side.part(function)
    try prover.requireConfirmed(
      .hessian(
        of: argument.freeing(self.function(whole).expression), wrt: argument.variable,
        claimed: argument.freeing(hessian)),
      named: "the Hessian of \(side.source.text(function.range))", at: location)
    return hessian
  }

  /// `\frac{d^2}{dt^2} f`: the second derivative by a number, of a matrix as well; nil by anything else.
  private func secondDerivative(
    _ syntax: Syntax, in side: ClaimedSide
  ) throws(Diagnostic) -> Expression? {
    let argument = try argument(syntax.children[1], in: side.source)
    guard argument.variable.shape.isScalar, argument.value == nil else { return nil }
    var inner = try function(side.part(syntax.children[0]))
    let location = side.source.location(syntax.range)
    for _ in 0..<2 {
      let step = Variable("⟨step⟩", .scalar)
      let along = try differential(of: inner, wrt: argument.variable, along: step, at: location)
      inner.expression = along.substituting([step: .number(1)]).simplified
    }
    return inner.expression
  }

  /// dX of a variable is the direction itself; d(Xᵀ) is its transpose. Nil for the rest.
  private func direction(_ formula: Syntax) -> Expression? {
    switch formula.kind {
    case .name(let name):
      scope.definition(of: "d" + name)?.expression
        ?? scope.variable(name).map { .variable($0.direction) }
    case .transpose: direction(formula.children[0].bare)?.transposed
    default: nil
    }
  }

  /// `d\operatorname{vec}X`: the differential of a formula in one variable, along the direction dX; nil where
  /// it has another number of variables.
  private func differential(
    of formula: Syntax, in side: ClaimedSide
  ) throws(Diagnostic) -> Expression? {
    var inner = side.part(formula)
    if case .name(let name) = formula.kind, let known = scope.definition(of: name),
      !formula.children.isEmpty, !known.isRepeated(by: formula.children, in: scope)
    {
      inner.formula = Syntax(
        .call(name, primes: 0), formula.children, range: formula.range, marks: formula.marks)
    }
    let function = try function(inner)
    let variables = function.expression.variables
    let stated = formula.children.count == 1 ? formula.children[0].plainName : nil
    let own = variables.filter { $0.name == stated }
    guard let variable = own.first ?? variables.first, own.count == 1 || variables.count == 1 else {
      return nil
    }
    return try differential(
      of: function, wrt: variable, along: variable.direction,
      at: side.source.location(formula.range))
  }

  /// The function a formula names or is. A name that means nothing stands for the formula shown last.
  func function(_ side: ClaimedSide) throws(Diagnostic) -> Function {
    if case .name(let name) = side.formula.bare.kind {
      if let known = scope.definition(of: name) {
        return Function(name: name, expression: known.expression, location: known.location)
      }
      if !scope.knows(name), let unnamed {
        return Function(name: name, expression: unnamed.expression, location: unnamed.location)
      }
    }
    let expression = try elaborate(side)
    return Function(name: side.text, expression: expression, location: side.location)
  }

  /// The variable that a formula names, perhaps transposed.
  func variable(
    _ formula: Syntax, in source: SourceText
  ) throws(Diagnostic) -> (variable: Variable, isTransposed: Bool) {
    let bare = formula.bare
    switch bare.kind {
    case .transpose:
      let inner = try variable(bare.children[0], in: source)
      return (inner.variable, !inner.isTransposed)
    case .name(let name):
      if let variable = scope.variable(name) { return (variable, false) }
      throw unknownVariable(name, source.location(bare.range))
    case .layer(let layer) where layer.quantity == .weight:
      let location = source.location(bare.range)
      let weight = try value(of: layer, at: location)
      let isTransposed = weight.operation == .transpose
      if case .variable(let variable) = (isTransposed ? weight.operands[0] : weight).operation {
        return (variable, isTransposed)
      }
      throw Diagnostic(
        .unsupported, "the weight of this layer is no variable", at: location,
        hint: "differentiate by one of the variables in it")
    default:
      throw Diagnostic(
        .unsupported, "only a variable can be differentiated by",
        at: source.location(bare.range), hint: "name a declared variable")
    }
  }

  private func unknownVariable(_ name: String, _ location: SourceLocation) -> Diagnostic {
    if scope.definition(of: name) != nil {
      return Diagnostic(
        .unsupported, "\(name) is defined by a formula, not declared as a variable", at: location,
        hint: "differentiate by one of the variables in it")
    }
    let names = scope.declarations.map(\.variable.name)
    return Diagnostic(
      .unknownName, "there is no variable \(name)", at: location,
      hint: nearest(name, in: names).map { "did you mean \($0)?" }
        ?? "declare it in a derive block, as in \(name) : (m, n)")
  }
}

extension Syntax {
  /// Without brackets around all of it.
  var bare: Syntax { kind == .brackets ? children[0].bare : self }
}
