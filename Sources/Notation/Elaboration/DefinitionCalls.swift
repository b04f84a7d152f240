import Diagnostics
import MatrixCalculus

/// Definitions with brackets behind their name: `J(W)` repeats what J is a function of, `f(y)` puts
/// something else in its place, `g'(t)` is the derivative.
extension Elaboration {
  /// The definition a call names.
  func definitionCalled(_ name: String, _ node: Syntax) -> Scope.Definition? {
    guard let definition = scope.definition(of: name) else { return nil }
    let isRepeated = repeats(definition, node)
    return isRepeated || arguments(of: definition).count == node.children.count ? definition : nil
  }

  /// What a definition is a function of: in TeX a number that was defined without arguments, and has one
  /// matrix or column in it, is a function of that.
  private func arguments(of definition: Scope.Definition) -> [String] {
    guard definition.arguments.isEmpty, elaborator.dialect == .tex,
      definition.expression.shape.isScalar, definition.dependencies.count == 1,
      let variable = scope.variable(definition.dependencies[0]), !variable.shape.isScalar
    else { return definition.arguments }
    return definition.dependencies
  }

  func repeats(_ definition: Scope.Definition, _ node: Syntax) -> Bool {
    definition.isRepeated(by: node.children, in: scope)
  }

  /// The value of a definition at its arguments, differentiated `primes` times.
  func value(
    of definition: Scope.Definition, _ primes: Int, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand {
    let own = try derivative(of: definition, primes, node)
    guard !repeats(definition, node) else { return operand(own, node) }
    guard !definition.name.hasSuffix("|") else {
      throw unsupported("\(quoted(node.range)) is not the condition that is defined", node)
    }
    var replacements: [Variable: Expression] = [:]
    for (argument, operand) in zip(arguments(of: definition), operands) {
      guard let variable = scope.variable(argument) else { continue }
      guard variable.shape == operand.shape else {
        throw Diagnostic(
          .shapeMismatch,
          "\(definition.name) is a function of a \(variable.shape) matrix, not of a "
            + "\(operand.shape) one", at: place(operand.range),
          hint: "its argument \(argument) was declared \(argument) : \(variable.shape)")
      }
      replacements[variable] = operand.expression
    }
    return made(own.substituting(replacements), from: operands, node.range)
  }

  /// The derivative with respect to the one argument a definition has.
  private func derivative(
    of definition: Scope.Definition, _ times: Int, _ node: Syntax
  ) throws(Diagnostic) -> Expression {
    guard times > 0 else { return definition.expression }
    let names =
      definition.arguments.isEmpty ? node.children.compactMap(\.plainName) : definition.arguments
    guard names.count == 1, let variable = scope.variable(names[0]),
      definition.expression.shape.isScalar, times == 1 || variable.shape.isScalar
    else {
      throw Diagnostic(
        .unsupported,
        "\(definition.name) with a prime is no derivative of a scalar by one variable",
        at: place(node.mark ?? node.range), hint: "say what it is differentiated by")
    }
    var result = definition.expression
    do throws(NotDifferentiable) {
      for _ in 0..<min(times, 4) {
        result = try Gradient.gradients(of: result, wrt: [variable])[0]
      }
    } catch {
      throw Diagnostic(
        .notDifferentiable, "\(error.what) has no derivative", at: place(node.range))
    }
    return result
  }
}

extension Scope.Definition {
  /// The names of the variables it depends on.
  package var dependencies: [String] { expression.variables.map(\.name) }

  /// Whether brackets only name what the definition is a function of: all of its arguments or some of them,
  /// unless all are alike, as H(p) need not be the H(p, q) of two distributions; and where it was defined
  /// without, variables of which it depends on one at least.
  package func isRepeated(by list: [Syntax], in scope: Scope) -> Bool {
    let names = list.compactMap(\.plainName)
    guard names.count == list.count, !names.isEmpty else { return false }
    if names == arguments { return true }
    if !arguments.isEmpty {
      return names.count < arguments.count && names.allSatisfy(arguments.contains)
        && Set(arguments.map { scope.variable($0)?.shape }).count > 1
    }
    return names.allSatisfy { scope.variable($0) != nil }
      && names.contains(where: dependencies.contains)
  }
}

extension Syntax {
  /// The name the formula consists of.
  package var plainName: String? {
    if case .name(let name) = kind { name } else { nil }
  }
}
