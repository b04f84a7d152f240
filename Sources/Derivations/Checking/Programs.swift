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
    case .definition(let name, let body):
      guard let value = try? elaborate(side(body, in: source)).simplified, !value.operands.isEmpty
      else { return [] }
      return [Program(name.text, value, .by(show))]
    case .derivative(let request):
      guard statement.refutation == nil,
        let function = try? function(side(request.function, in: source))
      else { return [] }
      return derivatives(request, function, in: source, at: location)
        .map { $0.flatMap { Program($0.name, $0.value, .by(show)) } }
    default: return []
    }
  }

  private typealias Derived = (name: String, value: Expression)?

  /// What a request derives, in the layout and for the entries that the page asks for; nil where the
  /// language has no formula for it.
  private func derivatives(
    _ request: Statement.Request, _ function: Function, in source: SourceText,
    at location: SourceLocation
  ) -> [Derived] {
    let title = scope.definition(of: function.name) == nil ? "F" : function.name
    let variables = request.variables.map { name in
      try? variable(Syntax(.name(name.text), range: name.range), in: source).variable
    }
    if request.derivative == .differential {
      return [directional(request, function, variables, title, at: location)]
    }
    return variables.map { variable in
      guard let variable else { return nil }
      if request.derivative == .gradient, function.expression.shape.isScalar {
        let gradient = try? gradient(of: function, wrt: variable, at: location)
        let own = gradient.flatMap {
          try? structured($0, of: function, wrt: variable, at: location)
        }
        return own.map { ("gradient_\(title)_\(variable.name)", laidOut(gradient: $0)) }
      }
      let isHessian = request.derivative == .hessian
      let kind = isHessian ? MatrixKind.hessian : .jacobian
      let word = isHessian ? "hessian" : "jacobian"
      let derived = try? matrixDerivative(kind, of: function, wrt: variable, at: location)
      return derived?.matrix.map { ("\(word)_\(title)_\(variable.name)", laidOut($0, kind)) }
    }
  }

  private func directional(
    _ request: Statement.Request, _ function: Function, _ variables: [Variable?],
    _ title: String, at location: SourceLocation
  ) -> Derived {
    var (previous, name) = (function, "derivative_\(title)")
    for (variable, along) in zip(variables, request.directions) {
      guard let variable,
        let derived = try? differential(
          of: previous, wrt: variable, along: Variable(along.text, variable.shape), at: location)
      else { return nil }
      previous.expression = derived
      name += "_\(variable.name)_along_\(along.text)"
    }
    return (name, previous.expression)
  }
}
