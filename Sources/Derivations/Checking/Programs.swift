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
      return [Program(name.text, value, tex: show(value).tex)]
    case .derivative(let request) where request.derivative == .gradient:
      guard statement.refutation == nil,
        let function = try? function(side(request.function, in: source)),
        function.expression.shape.isScalar
      else { return [] }
      return request.variables.map { name in
        let syntax = Syntax(.name(name.text), range: name.range)
        guard let variable = try? variable(syntax, in: source).variable,
          let gradient = try? gradient(of: function, wrt: variable, at: location)
        else { return nil }
        let title = scope.definition(of: function.name) == nil ? "F" : function.name
        return Program("gradient_\(title)_\(variable.name)", gradient, tex: show(gradient).tex)
      }
    default: return []
    }
  }
}
