import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// What a name stands for: a parameter of the function being called, a variable, a definition, a
  /// size as a number, a quantity of a layer, or a constant of the language.
  mutating func named(_ name: String, _ node: Syntax) throws(Diagnostic) -> Operand {
    if let argument = parameters[name] { return argument }
    if let variable = scope.variable(name) { return operand(.variable(variable), node) }
    if let definition = scope.definition(of: name) { return operand(definition.expression, node) }
    if scope.isSize(name) { return operand(.size(Dimension(name)), node) }
    if name == "I" || name == "eye" { return try identity(node) }
    if let quantity = layerQuantity(name, node) { return quantity }
    if name == "ones" { return try onesThatFit(node, .number(1), isColumn: true) }
    if name == "pi" { return operand(MatrixFunction.pi([]), node) }
    throw unknown(name, node)
  }

  /// `delta3`, `z2`: TeX has superscripts in brackets for it, and there a lower number is an index.
  private func layerQuantity(_ name: String, _ node: Syntax) -> Operand? {
    guard elaborator.dialect == .text, let layer = Syntax.Layer(name: name),
      let value = try? elaborator.quantity(Syntax(.layer(layer), range: node.range))
    else { return nil }
    return operand(value, node)
  }

  /// The identity of the size that fits.
  mutating func identity(_ node: Syntax) throws(Diagnostic) -> Operand {
    let size = try unknown(node, hint: "eye(n)")
    return pending(.eye(size), node)
  }

  /// A column, or a matrix, full of one number, of the size that fits.
  mutating func onesThatFit(
    _ node: Syntax, _ value: Expression, isColumn: Bool
  ) throws(Diagnostic) -> Operand {
    let hint = isColumn ? "ones(n, 1)" : "ones(m, n)"
    let rows = try unknown(node, hint: hint)
    let columns = isColumn ? Dimension.one : try unknown(node, hint: hint)
    let ones = Expression.ones(Shape(rows, columns))
    if value.rational == .one { return pending(ones, node) }
    return pending(value.isZero ? .zeros(ones.shape) : .product([value, ones]), node)
  }

  /// Zeros of the shape that fits.
  mutating func zerosThatFit(_ node: Syntax) throws(Diagnostic) -> Operand {
    let rows = try unknown(node, hint: "zeros(m, n)")
    let columns = try unknown(node, hint: "zeros(m, n)")
    return pending(.zeros(Shape(rows, columns)), node)
  }

  /// `e(i)`: the unit column of the size that fits.
  mutating func unitThatFits(_ node: Syntax) throws(Diagnostic) -> Operand {
    let rows = try unknown(node, hint: "e(i, n)")
    return pending(MatrixFunction.unit(try dimension(node.children[0]), of: rows)([]), node)
  }

  private func pending(_ expression: Expression, _ node: Syntax) -> Operand {
    Operand(expression: expression, range: node.range, isPending: true, age: unknowns.age)
  }

  private mutating func unknown(_ node: Syntax, hint: String) throws(Diagnostic) -> Dimension {
    if unknowns.count >= Unknowns.limit {
      throw Diagnostic(
        .tooLarge, "more than \(Unknowns.limit) constants without a size", at: place(node.range),
        hint: "write \(hint)")
    }
    let origin = Unknowns.Origin(
      text: quoted(node.range), location: place(node.range), hint: hint)
    return unknowns.make(origin)
  }

  private func unknown(_ name: String, _ node: Syntax) -> Diagnostic {
    if isFunction(name) {
      return Diagnostic(
        .syntax, "\(name) is a function and needs an argument", at: place(node.range),
        hint: "write \(name)(…)")
    }
    if name == ":" {
      return Diagnostic(
        .syntax, "nothing says which places \(quoted(node.range)) stands beside",
        at: place(node.range),
        hint: "places are numbers, sizes and letters of sums: A(:, 1), sum(j in 1..n, A(:, j))")
    }
    if name == "T" {
      return Diagnostic(
        .unknownName, "unknown name T", at: place(node.range),
        hint: "a transpose is written W', or declare T")
    }
    if elaborator.dialect == .tex, name.contains(where: { "+-".contains($0) }) {
      let own = name.replacing("-", with: "m").replacing("+", with: "p")
      return Diagnostic(
        .unknownName, "unknown name \(name)", at: place(node.range),
        hint: "declare it with its spelling, as in \(own) : (n) as h_{t-1}")
    }
    return Diagnostic(
      .unknownName, "unknown name \(name)", at: place(node.range),
      hint: nearest(name, in: scope.values + parameters.keys).map { "did you mean `\($0)`?" }
        ?? "declare it above, as in \(name) : (m, n)")
  }

  private func isFunction(_ name: String) -> Bool {
    scope.function(name) != nil || Function.named(name) != nil || MatrixFunction.named(name) != nil
      || MatrixFunctionFamily.named(name).map { $0.operands > 0 || name.count > 1 } == true
  }

  // MARK: Sizes

  /// The size below a line, where its name is a column or matrix of the page too: what one divides by.
  func sizeMeant(by divisor: Syntax) -> Operand? {
    guard let name = divisor.plainName, scope.isSize(name),
      let definition = scope.definition(of: name), !definition.expression.shape.isScalar
    else { return nil }
    return operand(.size(Dimension(name)), divisor)
  }

  /// A size written as a formula: names, whole numbers, `+ - * ^`.
  func dimension(_ node: Syntax) throws(Diagnostic) -> Dimension {
    try SizeReader(source: source).dimension(node) { name in
      if parameters[name] != nil { return nil }
      return scope.isSize(name) ? nil : name
    }
  }
}
