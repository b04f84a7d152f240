import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// The arguments of a call that have a value of their own.
  func callParts(_ name: String, _ node: Syntax) -> [Syntax] {
    if let definition = definitionCalled(name, node) {
      return repeats(definition, node) ? [] : node.children
    }
    if scope.function(name) != nil { return node.children }
    if isIndexing(name, node) { return [] }
    if isNorm(name, node) { return [node.children[0]] }
    switch name {
    case "eye", "ones", "zeros", "I": return []
    case "e" where node.children.count == 1: return []
    default:
      return family(name, node).map { Array(node.children.prefix($0.operands)) } ?? node.children
    }
  }

  /// A function of its arguments: the page's own before the built-in ones.
  mutating func call(
    _ name: String, _ primes: Int, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand {
    if let definition = definitionCalled(name, node) {
      return try value(of: definition, primes, node, operands)
    }
    if let function = scope.function(name) {
      return try callUser(function, primes, node, operands)
    }
    if primes == 0, isIndexing(name, node) { return try indexed(name, node) }
    return try callBuiltIn(name, primes, node, operands)
  }

  private mutating func callBuiltIn(
    _ name: String, _ primes: Int, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand {
    if isNorm(name, node) { return try norm(operands[0], node) }
    if let function = entrywise(name, operands) {
      if operands.count == 2, let unit = try unit(function, primes, node, operands) { return unit }
      try expect(1, node, name)
      return try derivative(of: function, primes, node, operands[0])
    }
    if primes > 0, MatrixFunction.named(name) != nil {
      throw Diagnostic(
        .unsupported, "the derivative of \(name) is no function of one entry",
        at: place(node.mark ?? node.range), hint: "ask for gradient … wrt …")
    }
    if let result = try constant(name, node, operands) { return result }
    if let rows = try rowwise(name, node, operands) { return rows }
    if let family = family(name, node) { return try sizedCall(family, node, operands) }
    if let outer = outerProduct(name, node, operands) { return outer }
    if let function = matrixFunction(name, operands) {
      try expect(function.arity, node, name)
      let arguments = function == .diag ? operands.map(upright) : operands
      return try matrixCall(function, arguments, node, at: node.mark ?? node.range)
    }
    if name == "exponential" {
      try expect(1, node, name)
      return try exponential(operands[0], node)
    }
    throw unknownFunction(name, node)
  }

  /// The function of every entry by that name. `sigma` is the logistic function where it means nothing
  /// else; `bars` are absolute values except of a square matrix.
  private func entrywise(_ name: String, _ operands: [Operand]) -> Function? {
    if name == "bars", let shape = operands.first?.shape {
      return shape.isScalar || !shape.isSquare ? .abs : nil
    }
    return Function.named(name == "sigma" ? "sigmoid" : name)
  }

  private func matrixFunction(_ name: String, _ operands: [Operand]) -> MatrixFunction? {
    if operands.count == 2, let pairwise = Elaborator.pairwise[name] { return pairwise }
    return MatrixFunction.named(name == "bars" ? "det" : name)
  }

  /// `u \otimes v` of columns as u vᵀ, where Kronecker's product does not fit; nil for any other call.
  private mutating func outerProduct(
    _ name: String, _ node: Syntax, _ operands: [Operand]
  ) -> Operand? {
    guard name == "kron", elaborator.dialect == .tex, operands.count == 2,
      operands.allSatisfy({ $0.shape.isColumn && !$0.shape.isScalar }),
      node.mark.map({ source.slice($0) }) == #"\otimes"#
    else { return nil }
    shared.hasColumnsToMultiply = true
    guard shared.takesOuterProducts else { return nil }
    return made(
      .product([operands[0].expression, operands[1].expression.transposed]), from: operands,
      node.range)
  }

  /// A row as the column it is written for, as in `diag(sum(Y, 1))`.
  private func upright(_ operand: Operand) -> Operand {
    operand.shape.isRow ? transposed(operand) : operand
  }

  /// A function of whole matrices.
  func matrixCall(
    _ function: MatrixFunction, _ operands: [Operand], _ node: Syntax, at mark: Range<Int>
  ) throws(Diagnostic) -> Operand {
    do throws(ShapeError) {
      let expression = try Expression.call(function, operands.map(\.expression))
      return made(expression, from: operands, node.range)
    } catch {
      if let pending = operands.first(where: { Unknowns.occur(in: $0.shape) }) {
        throw undetermined(pending.expression)
      }
      throw Diagnostic(.shapeMismatch, error.message, at: place(mark), hint: error.hint)
    }
  }

  // MARK: Constants

  private mutating func constant(
    _ name: String, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand? {
    switch name {
    case "eye", "I": return try node.children.isEmpty ? identity(node) : sizedIdentity(node)
    case "ones", "zeros":
      let value = Expression.number(name == "ones" ? 1 : 0)
      return try node.children.isEmpty
        ? onesThatFit(node, value, isColumn: true) : filled(name, node)
    case "e" where node.children.count == 1: return try unitThatFits(node)
    case "vector", "matrix":
      try expect(1, node, name)
      return try onesThatFit(node, scalar(operands[0]), isColumn: name == "vector")
    default: return nil
    }
  }

  private func sizedIdentity(_ node: Syntax) throws(Diagnostic) -> Operand {
    try expect(1...2, node, "eye")
    let sizes = try sizes(node.children)
    guard sizes[0] == sizes[sizes.count - 1] else {
      throw Diagnostic(
        .shapeMismatch, "eye(\(sizes[0]), \(sizes[1])) is not square", at: place(node.range),
        hint: "write eye(n)")
    }
    return operand(.eye(sizes[0]), node)
  }

  private func filled(_ name: String, _ node: Syntax) throws(Diagnostic) -> Operand {
    guard node.children.count == 2 else {
      throw Diagnostic(
        .syntax, "\(name) takes the rows and the columns", at: place(node.range),
        hint: "a column is \(name)(n, 1)")
    }
    let sizes = try sizes(node.children)
    let shape = Shape(sizes[0], sizes[1])
    return operand(name == "ones" ? .ones(shape) : .zeros(shape), node)
  }

  private func scalar(_ operand: Operand) throws(Diagnostic) -> Expression {
    guard operand.shape.isScalar else {
      throw Diagnostic(
        .shapeMismatch, "\(shown(operand.range, operand.shape)) is not a scalar",
        at: place(operand.range), hint: "give the number all entries have")
    }
    return operand.expression
  }

  // MARK: Errors

  func expect(_ count: Int, _ node: Syntax, _ name: String) throws(Diagnostic) {
    try expect(count...count, node, name)
  }

  func expect(_ arity: ClosedRange<Int>, _ node: Syntax, _ name: String) throws(Diagnostic) {
    guard !arity.contains(node.children.count) else { return }
    let wanted =
      arity.count == 1 ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
    throw Diagnostic(
      .syntax,
      "\(name) takes \(wanted) argument\(wanted == "1" ? "" : "s"), not \(node.children.count)",
      at: place(node.range),
      hint: countHint(name, isTooMany: node.children.count > arity.upperBound))
  }

  private func countHint(_ name: String, isTooMany: Bool) -> String {
    guard isTooMany else { return "separate arguments by commas" }
    if name == "log" { return "log is the natural logarithm; to the base 2 it is log(x)/log(2)" }
    return Function.named(name) == nil
      ? "leave out what is too much" : "\(name) acts on every entry of its one argument"
  }

  /// A function of sizes called with too many or too few arguments.
  private func wrongCount(_ family: MatrixFunctionFamily, _ node: Syntax) -> Diagnostic {
    let wanted = family.operands + family.parameters.count
    let example: String? =
      if case .sizes(_, let example) = family.parameters { "write \(example)" } else { nil }
    return Diagnostic(
      .syntax,
      "\(family.name) takes \(wanted) argument\(wanted == 1 ? "" : "s"), not "
        + "\(node.children.count)", at: place(node.range), hint: example)
  }

  func unknownFunction(_ name: String, _ node: Syntax) -> Diagnostic {
    let mark = place(node.mark ?? node.range)
    if let definition = scope.definition(of: name), !definition.arguments.isEmpty {
      let arguments = definition.arguments.joined(separator: ", ")
      return Diagnostic(
        .unknownFunction, "\(name) is a function of \(arguments)", at: mark,
        hint: "write \(name)(\(arguments)), or \(name)*(…) for a product")
    }
    if let shape = parameters[name]?.shape ?? scope.variable(name)?.shape,
      !shape.isScalar, node.children.count > 2
    {
      return Diagnostic(
        .unknownFunction, "\(name) has two places, not \(node.children.count)", at: mark,
        hint: "write \(name)(1, 2) for an entry, \(name)*(…) for a product")
    }
    if scope.knows(name) || parameters[name] != nil {
      return Diagnostic(
        .unknownFunction, "\(name) is not a function", at: mark,
        hint: "write \(name)*(…) for a product")
    }
    if let family = MatrixFunctionFamily.named(name), !scope.knows(name), parameters[name] == nil {
      return wrongCount(family, node)
    }
    let known =
      Function.names + MatrixFunction.names + MatrixFunctionFamily.names + Elaborator.constants
    return Diagnostic(
      .unknownFunction, "unknown function \(name)", at: mark,
      hint: nearest(name, in: known + scope.functions.map(\.name)).map { "did you mean `\($0)`?" }
        ?? "the language has none of that name; define one above, as in \(name)(z) = …")
  }
}

extension Elaborator {
  /// The functions that make constants.
  package static let constants = ["eye", "matrix", "ones", "vector", "zeros"]
}
