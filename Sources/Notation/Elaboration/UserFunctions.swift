import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// A function of the page with its arguments put in.
  ///
  /// A function of one argument that is made of entrywise operations when its argument is a number acts on
  /// every entry of a matrix: in `f(z) = 1/(1 + exp(-z))` the quotient is entrywise. Any other function
  /// stands for its body with the arguments in place of the parameters.
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
    if function.parameters.count == 1, let body = try? scalarBody(of: function) {
      let slope = try derivative(of: body, primes, node)
      if let entrywise = EntrywiseBody(slope) {
        return made(entrywise.lifted(operands[0].expression), from: operands, node.range)
      }
    }
    if primes > 0 {
      throw Diagnostic(
        .unsupported, "\(function.name) is no function of one entry and has no derivative like that",
        at: place(node.mark ?? node.range), hint: "ask for gradient … wrt …")
    }
    let arguments = zip(function.parameters, operands)
    return try body(of: function, Dictionary(arguments) { first, _ in first }, node)
  }

  /// The body with a number, `EntrywiseBody.argument`, for every parameter.
  mutating func scalarBody(of function: Scope.UserFunction) throws(Diagnostic) -> Expression {
    if let known = shared.scalarBodies[function.name] {
      switch known {
      case .success(let body): return body
      case .failure(let diagnostic): throw diagnostic
      }
    }
    let number = Operand(
      expression: .variable(EntrywiseBody.argument), range: 0..<0, isPending: false, age: 0)
    let arguments = function.parameters.map { ($0, number) }
    do throws(Diagnostic) {
      let body = try body(of: function, Dictionary(arguments) { first, _ in first }, nil)
        .expression
      shared.scalarBodies[function.name] = .success(body)
      return body
    } catch {
      shared.scalarBodies[function.name] = .failure(error)
      throw error
    }
  }

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

  /// A built-in function's derivative of every entry.
  mutating func callDerivative(
    of function: Function, _ primes: Int, _ node: Syntax, _ argument: Operand
  ) throws(Diagnostic) -> Operand {
    let body = Expression.apply(function, .variable(EntrywiseBody.argument))
    let slope = try derivative(of: body, primes, node)
    guard let entrywise = EntrywiseBody(slope) else {
      throw Diagnostic(
        .unsupported, "\(function.name) has no derivative of every entry", at: place(node.range))
    }
    return made(entrywise.lifted(argument.expression), from: [argument], node.range)
  }

  /// The derivative of a formula in one number, taken `times` times.
  private func derivative(
    of body: Expression, _ times: Int, _ node: Syntax
  ) throws(Diagnostic) -> Expression {
    guard times <= 4 else {
      throw Diagnostic(
        .unsupported, "more than four derivatives", at: place(node.mark ?? node.range),
        hint: "define a function for the derivative")
    }
    var slope = body
    for _ in 0..<times where slope.shape.isScalar {
      do throws(NotDifferentiable) {
        slope = try Gradient.gradients(of: slope, wrt: [EntrywiseBody.argument])[0]
      } catch {
        throw Diagnostic(
          .notDifferentiable, "\(error.what) has no derivative", at: place(node.mark ?? node.range))
      }
    }
    return slope
  }

  func tooManyCalls(_ name: String, _ node: Syntax) -> Diagnostic {
    Diagnostic(
      .tooDeep, "\(name) calls functions nested more than \(Elaborator.maximalCalls) deep",
      at: place(node.range), hint: "define functions by fewer others")
  }
}

/// What a function of the page gave for the arguments of one call.
struct CallKey: Hashable {
  let name: String
  let primes: Int
  let arguments: [Expression]
}

/// A formula in one number that can be taken of every entry of a matrix at once.
struct EntrywiseBody {
  /// The number the formula is about; no author can write its name.
  static let argument = Variable("?z", .scalar)

  private let body: Expression
  /// The nodes that depend on the argument.
  private let dependent: Set<Expression>

  /// - Returns: nil where the formula does more than entrywise operations with its argument.
  init?(_ body: Expression) {
    guard body.shape.isScalar else { return nil }
    var dependent: Set<Expression> = []
    for node in body.postorder {
      if node.operation == .variable(EntrywiseBody.argument) {
        dependent.insert(node)
      } else if node.operands.contains(where: dependent.contains) {
        guard EntrywiseBody.isEntrywise(node, dependent) else { return nil }
        dependent.insert(node)
      }
    }
    self.body = body
    self.dependent = dependent
  }

  private static func isEntrywise(_ node: Expression, _ dependent: Set<Expression>) -> Bool {
    switch node.operation {
    case .sum, .product, .hadamard, .apply: node.shape.isScalar
    case .power: node.shape.isScalar && !dependent.contains(node.operands[1])
    default: false
    }
  }

  /// The formula of every entry of `x`.
  func lifted(_ x: Expression) -> Expression {
    if x.shape.isScalar { return body.substituting([EntrywiseBody.argument: x]) }
    let matrix = body.rebuilt { node, operands in self.node(node, operands, x) }
    return matrix.broadcast(to: x.shape) ?? matrix
  }

  private func node(_ node: Expression, _ operands: [Expression], _ x: Expression) -> Expression {
    guard dependent.contains(node) else { return node }
    switch node.operation {
    case .sum: return .sum(operands.map { spread($0, to: x.shape) })
    case .product, .hadamard:
      let matrices = operands.filter { !$0.shape.isScalar }
      return .product(operands.filter(\.shape.isScalar) + [.hadamard(matrices)])
    case .power: return .power(operands[0], operands[1])
    case .apply(let function): return .apply(function, operands[0])
    default: return x
    }
  }

  private func spread(_ term: Expression, to shape: Shape) -> Expression {
    term.rational == .one ? .ones(shape) : term.broadcast(to: shape) ?? term
  }
}
