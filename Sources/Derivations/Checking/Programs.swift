import Diagnostics
import MatrixCalculus
import Notation

extension PageSession {
  /// What a statement defines or derives as programs, in the order of its results.
  ///
  /// A claim stands for the derived gradient, whatever it claims.
  func programs(
    of statement: Statement, in source: SourceText, at location: SourceLocation
  ) -> [Program?] {
    switch statement.kind {
    case .definition(let name, _):
      guard let value = scope.definition(of: name.text)?.expression, !value.operands.isEmpty else {
        return []
      }
      return [Program(name.text, asWritten: value, .by(show))]
    case .derivative(let request):
      guard statement.refutation == nil,
        let function = try? function(side(request.function, in: source))
      else { return [] }
      let derived = derivatives(request, function, in: source, at: location)
      guard derived.count > 1 else {
        return derived.map {
          $0.flatMap { Program($0.name, $0.value, of: function.expression.variables, .by(show)) }
        }
      }
      return derived.dropLast().map { _ in nil } + [together(derived, request, function)]
    default: return []
    }
  }

  /// A derivative with its name and what it is by; nil where the language has no formula for it.
  private typealias Derived = (name: String, variables: [Variable], value: Expression)?

  /// Derivatives by several variables as one function, which stands beside the last; nil where one of them
  /// has no formula.
  private func together(
    _ derived: [Derived], _ request: Statement.Request, _ function: Function
  ) -> Program? {
    let known = derived.compactMap { $0 }
    guard known.count == derived.count else { return nil }
    let title = scope.definition(of: function.name) == nil ? "F" : function.name
    let kind = request.derivative.word(of: function.expression)
    let outputs = known.map {
      CodeOutput(([kind] + $0.variables.map(\.name)).joined(separator: "_"), $0.value)
    }
    let name = shown(function)
    return Program(
      "\(kind)s_\(title)", outputs, of: function.expression.variables, show,
      lefts: known.map {
        request.derivative.left(name, by: $0.variables.map { show.name($0.name) })
      })
  }

  /// What a request derives, in the layout and for the entries that the page asks for, in the variables of
  /// the page alone.
  private func derivatives(
    _ request: Statement.Request, _ function: Function, in source: SourceText,
    at location: SourceLocation
  ) -> [Derived] {
    request.parts.flatMap { part -> [Derived] in
      let held = try? heldLayer(part, of: function, in: source)
      guard let held else { return ownDerivatives(part, function, in: source, at: location) }
      var session = self
      let found = try? session.holding(held) { session in
        session.ownDerivatives(part, held.function, in: source, at: location)
      }
      return (found ?? [nil]).map { derived in
        derived.map { ($0.name, $0.variables, held.filling($0.value)) }
      }
    }
  }

  private func ownDerivatives(
    _ request: Statement.Request, _ function: Function, in source: SourceText,
    at location: SourceLocation
  ) -> [Derived] {
    let title = scope.definition(of: function.name) == nil ? "F" : function.name
    let variables = request.variables.compactMap { name in
      try? variable(Syntax(.name(name.text), range: name.range), in: source).variable
    }
    guard variables.count == request.variables.count else {
      return request.variables.map { _ in nil }
    }
    if !request.directions.isEmpty {
      return [directional(request, function, variables, title, at: location)]
    }
    if request.derivative == .gradient, function.expression.shape.isScalar {
      return variables.map { variable in
        let gradient = try? gradient(of: function, wrt: variable, at: location)
        let own = gradient.flatMap {
          try? structured($0, of: function, wrt: variable, at: location)
        }
        return own.map { ("gradient_\(title)_\(variable.name)", [variable], laidOut(gradient: $0)) }
      }
    }
    let kind = request.derivative == .hessian ? MatrixKind.hessian : .jacobian
    let word = request.derivative.word(of: function.expression)
    return Self.blocks(kind, variables).map { block in
      let derived = try? matrixDerivative(
        kind, of: function, wrt: block[0], and: block.dropFirst().first, at: location)
      let name = ([word, title] + block.map(\.name)).joined(separator: "_")
      return derived?.matrix.map { (name, block, laidOut($0, kind)) }
    }
  }

  private func directional(
    _ request: Statement.Request, _ function: Function, _ variables: [Variable],
    _ title: String, at location: SourceLocation
  ) -> Derived {
    let isHessian = request.derivative == .hessian
    var (previous, name) = (function, "\(isHessian ? "hessian" : "derivative")_\(title)")
    if isHessian, let variable = variables.first {
      guard
        let question = try? matrixQuestion(.hessian, of: function, wrt: variable, at: location)
      else { return nil }
      previous = question.inner
    }
    for (variable, along) in zip(variables, request.directions) {
      let direction = Variable(along.text, variable.shape)
      let derived =
        isHessian
        ? try? structuredDifferential(
          of: previous, wrt: variable, along: direction, at: location)
        : try? differential(of: previous, wrt: variable, along: direction, at: location)
      guard let derived else { return nil }
      previous.expression = derived
      name += "_\(variable.name)_along_\(along.text)"
    }
    return (name, variables, previous.expression)
  }
}

extension Syntax.Derivative {
  /// What the derivative of a function is called: that of a matrix is never a gradient.
  fileprivate func word(of function: Expression) -> String {
    switch self {
    case .hessian: "hessian"
    case .gradient where function.shape.isScalar: "gradient"
    case .gradient, .jacobian, .differential: "jacobian"
    }
  }
}
