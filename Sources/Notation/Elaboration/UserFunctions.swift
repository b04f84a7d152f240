import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// A function of the page with its arguments put in.
  ///
  /// A function of one argument that is a formula of one entry acts on every entry of a matrix, under its
  /// name: in `f(z) = 1/(1 + exp(-z))` the quotient is entrywise. Any other function stands for its body
  /// with the arguments in place of the parameters.
  mutating func callUser(
    _ function: Scope.UserFunction, _ primes: Int, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand {
    try expect(function.parameters.count, node, function.name)
    if level >= Elaborator.maximalCalls { throw tooManyCalls(function.name, node) }
    let key = CallKey(name: function.name, primes: primes, arguments: operands.map(\.expression))
    if let known = shared.calls[key] { return known }
    let result = try written(function, primes, node, operands)
    shared.calls[key] = result
    return result
  }

  private mutating func written(
    _ function: Scope.UserFunction, _ primes: Int, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand {
    if function.parameters.count == 1, let entrywise = try? entrywise(function) {
      return try derivative(of: entrywise, primes, node, operands[0])
    }
    if primes > 0 {
      throw Diagnostic(
        .unsupported,
        "\(function.name) is no function of one entry and has no derivative like that",
        at: place(node.mark ?? node.range), hint: "ask for gradient … wrt …")
    }
    let arguments = zip(function.parameters, operands)
    return try body(of: function, Dictionary(arguments) { first, _ in first }, node)
  }

  /// The function as one of every entry; nil where it is none.
  ///
  /// - Throws: what is wrong with its body when its parameters are numbers.
  mutating func entrywise(_ function: Scope.UserFunction) throws(Diagnostic) -> Function? {
    if let known = shared.entrywise[function.name] { return known }
    // A function that calls itself is none while its body is being read.
    shared.entrywise[function.name] = .some(nil)
    if let parameter = function.parameters.first, try takesWhole(parameter, function.body) {
      return nil
    }
    let entry = Variable("?z", .scalar)
    let number = Operand(expression: .variable(entry), range: 0..<0, isPending: false, age: 0)
    let arguments = function.parameters.map { ($0, number) }
    let body = try body(of: function, Dictionary(arguments) { first, _ in first }, nil).expression
    let made =
      body.shape.isScalar
      ? Function.defined(name: function.name, parameter: entry, body: body) : nil
    shared.entrywise[function.name] = .some(made)
    return made
  }

  /// Whether a body makes something of the whole of a parameter, as `norm2(u)^2`, `u'*u` and `inv(A)` do: of a
  /// number that would be something of each entry.
  private mutating func takesWhole(
    _ parameter: String, _ node: Syntax
  ) throws(Diagnostic) -> Bool {
    for child in node.children where try takesWhole(parameter, child) { return true }
    guard node.children.contains(where: { $0.mentions(parameter) }) else { return false }
    switch node.kind {
    case .transpose: return true
    case .call(let name, _):
      if let function = scope.function(name) {
        return function.parameters.count == 1 ? try entrywise(function) == nil : false
      }
      let isBound = Elaborator.pairwise[name] != nil && node.children.count == 2
      let isWhole = MatrixFunction.named(name) != nil || MatrixFunctionFamily.named(name) != nil
      return isWhole && !isBound && Function.named(name) == nil && !Self.bounds.contains(name)
    default: return false
    }
  }

  /// Functions of pairs of entries.
  private static let bounds: Set<String> = ["maximum", "minimum"]

  /// The body with arguments for parameters. Errors in it say where it was called.
  private mutating func body(
    of function: Scope.UserFunction, _ arguments: [String: Operand], _ node: Syntax?
  ) throws(Diagnostic) -> Operand {
    let inner = Elaborator(
      scope, function.source, dialect: function.dialect, quantity: elaborator.quantity)
    var pass = Elaboration(inner, parameters: arguments, level: level + 1)
    swap(&pass.shared, &shared)
    defer { swap(&pass.shared, &shared) }
    do throws(Diagnostic) {
      var result = try pass.run(function.body)
      pass.settle(&result)
      return result
    } catch {
      var error = error
      if let node, error.notes.isEmpty {
        error.notes.append(Diagnostic.Note("called", place(node.range).description))
      }
      throw error
    }
  }

  /// A function of every entry, differentiated `times` times.
  func derivative(
    of function: Function, _ times: Int, _ node: Syntax, _ argument: Operand
  ) throws(Diagnostic) -> Operand {
    guard times <= 4 else {
      throw Diagnostic(
        .unsupported, "more than four derivatives", at: place(node.mark ?? node.range),
        hint: "define a function for the derivative")
    }
    let result: Expression
    do throws(NotDifferentiable) {
      result = try function.derivative(times: times, at: argument.expression)
    } catch {
      throw Diagnostic(
        .notDifferentiable, "\(error.what) has no derivative", at: place(node.range))
    }
    return made(result, from: [argument], node.range)
  }

  func tooManyCalls(_ name: String, _ node: Syntax) -> Diagnostic {
    Diagnostic(
      .tooDeep, "\(name) calls functions nested more than \(Elaborator.maximalCalls) deep",
      at: place(node.range), hint: "define functions by fewer others")
  }
}

/// One call of a function of the page.
struct CallKey: Hashable {
  let name: String
  let primes: Int
  let arguments: [Expression]
}
