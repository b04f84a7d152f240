import Backprop
import Diagnostics
import MatrixCalculus
import Notation
import Pages

extension PageSession {
  /// The value of a derivative or of a layer's quantity in a formula; nil for any other formula.
  func value(
    ofQuantity syntax: Syntax, in side: ClaimedSide
  ) throws(Diagnostic) -> Expression? {
    let location = side.source.location(syntax.range)
    switch syntax.kind {
    case .layer(let layer): return try value(of: layer, at: location)
    case .derivative(.gradient) where syntax.children.count == 2:
      var inner = side
      inner.formula = syntax.children[0]
      inner.range = inner.formula.range
      let function = try function(inner)
      let (variable, isTransposed) = try variable(syntax.children[1], in: side.source)
      let target =
        isTransposed
        ? try transposedTarget(of: function, wrt: variable, at: location)
        : try derivativeTarget(.gradient, of: function, wrt: variable, at: location)
      return target.derived
    case .derivative(.differential): return direction(syntax.children[0].bare)
    default: return nil
    }
  }

  /// dX of a variable is the direction itself; d(Xᵀ) is its transpose. Nil for the rest.
  private func direction(_ formula: Syntax) -> Expression? {
    switch formula.kind {
    case .name(let name): scope.variable(name).map { .variable($0.direction) }
    case .transpose: direction(formula.children[0].bare)?.transposed
    default: nil
    }
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
