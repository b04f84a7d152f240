import Diagnostics
import MatrixCalculus
import Notation

/// Functions a page names and never defines, such as a loss L of which only ∂L/∂Z is spoken of.
///
/// L may be any smooth function. What the page says of ∂L/∂W in terms of ∂L/∂Z is then a statement about
/// Z as a function of W: it has to be the gradient of ⟨G, Z⟩ by W, with any matrix G for ∂L/∂Z.
extension PageSession {
  /// The name of a function that nothing defines, where a formula is one.
  func genericFunction(_ formula: Syntax) -> String? {
    guard case .name(let name) = formula.bare.kind, !scope.knows(name), unnamed == nil else {
      return nil
    }
    return name
  }

  /// Any matrix, for the derivative of a function that nothing defines.
  func genericDerivative(of function: String, by argument: Argument) -> Variable {
    Variable("∂\(function)/∂\(argument.variable.name)", argument.variable.shape)
  }

  /// The derivatives of the function that a formula speaks of, also by names defined as such.
  private func generic(_ function: String, in side: ClaimedSide) -> [Variable] {
    var found: [Variable] = []
    var stack = [side.formula]
    while let node = stack.popLast() {
      stack += node.children
      for variable in generic(function, at: node, side) where !found.contains(variable) {
        found.append(variable)
      }
    }
    return found.sorted { $0.name < $1.name }
  }

  private func generic(
    _ function: String, at node: Syntax, _ side: ClaimedSide
  ) -> [Variable] {
    if case .name(let name) = node.kind {
      let variables = scope.definition(of: name)?.expression.variables ?? []
      return variables.filter { $0.name.hasPrefix("∂\(function)/∂") }
    }
    guard case .derivative(.gradient) = node.kind, node.children.count == 2,
      genericFunction(node.children[0]) == function,
      let argument = try? argument(node.children[1].withoutPlaces, in: side.source)
    else { return [] }
    return [genericDerivative(of: function, by: argument)]
  }

  /// What the derivative of an undefined function has to be where it is said to be that side.
  ///
  /// - Returns: nil where the side has no derivative of that function, and none is given above: it is
  ///   given here.
  func genericTarget(
    _ function: String, by argument: Argument, _ side: ClaimedSide,
    at location: SourceLocation
  ) throws(Diagnostic) -> Target? {
    var steps = generic(function, in: side).compactMap { cotangent in
      step(function, cotangent).map { (cotangent, $0, Expression.variable(cotangent)) }
    }
    steps = steps.filter {
      argument.freeing($0.1).contains(argument.variable) && $0.1 != self.value(of: argument)
    }
    if steps.isEmpty, let known = given(function, above: argument) { steps = [known] }
    guard !steps.isEmpty else { return nil }
    let terms = steps.map { cotangent, value, _ in
      MatrixFunction.sum(.hadamard([.variable(cotangent), argument.freeing(value)]))
    }
    let whole = Function(name: function, expression: .sum(terms))
    var derived = argument.filling(try gradient(of: whole, wrt: argument.variable, at: location))
    derived = derived.substituting(
      Dictionary(steps.map { ($0.0, $0.2) }) { first, _ in first })
    if argument.isTransposed { derived = derived.transposed }
    var target = Target.identity(.gradient, of: function, with: derived.simplified)
    target.wrt = argument.variable.name
    return target
  }

  private func value(of argument: Argument) -> Expression {
    argument.value ?? .variable(argument.variable)
  }

  /// What the derivative that stands for a cotangent is taken by.
  private func step(_ function: String, _ cotangent: Variable) -> Expression? {
    let name = String(cotangent.name.dropFirst("∂\(function)/∂".count))
    return scope.definition(of: name)?.expression ?? scope.variable(name).map { .variable($0) }
  }

  /// The derivative given last by something that depends on the argument.
  private func given(
    _ function: String, above argument: Argument
  ) -> (Variable, Expression, Expression)? {
    for known in given.reversed() where known.function == function {
      guard let value = step(function, known.cotangent),
        argument.freeing(value).contains(argument.variable), value != self.value(of: argument)
      else { continue }
      return (known.cotangent, value, known.value)
    }
    return nil
  }

  /// The derivative of an undefined function that the page states without reason.
  struct GivenDerivative {
    var function: String
    var cotangent: Variable
    var value: Expression
  }
}

extension Syntax {
  /// What a formula takes an entry of; the formula itself where it takes none.
  var withoutPlaces: Syntax {
    if case .indexed(.entry) = kind { children[0] } else { self }
  }
}
