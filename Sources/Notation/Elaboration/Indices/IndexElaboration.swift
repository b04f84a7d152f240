import Diagnostics
import MatrixCalculus

/// Formulas about single entries, `\sum_j W_{ij} x_j + b_i`: what they are at every place of their letters.
extension Elaboration {
  /// The axis of every letter in force.
  typealias Letters = [String: Int]

  /// How deep such a formula may be nested.
  static let maximalIndexDepth = 100

  /// A closed statement about entries, such as a sum over all its letters, as a part of a formula.
  mutating func closed(_ node: Syntax) throws(Diagnostic) -> Operand {
    if let letter = node.freeLetters.first(where: { !scope.isSize($0) }) {
      throw freeLetter(letter, node)
    }
    let value = try indexed(node, [:])
    let expression = try matrix(value, value.row, value.column, node)
    let isPending = Unknowns.occur(in: expression)
    return Operand(
      expression: expression, range: node.range, isPending: isPending, age: unknowns.age)
  }

  /// The value of a formula at every place of its letters.
  mutating func indexed(_ node: Syntax, _ letters: Letters) throws(Diagnostic) -> IndexedValue {
    guard node.depth <= Self.maximalIndexDepth else {
      throw Diagnostic(
        .tooDeep, "the formula about single entries is nested too deeply", at: place(node.range),
        hint: "define an inner part by a name of its own")
    }
    if let value = try constantEntry(node, letters) { return value }
    if case .indexed(let kind) = node.kind { return try statement(kind, node, letters) }
    if case .derivative = node.kind, node.children.last?.isEntry == true {
      return try derivative(node, letters)
    }
    if case .name(let name) = node.kind, let axis = number(name, letters) {
      return try numbers(of: axis, node)
    }
    if node.freeLetters.isEmpty, !counts(node, letters) {
      var operand = try run(node)
      settle(&operand)
      return constant(operand.expression)
    }
    return try compound(node, letters)
  }

  /// The axis of a letter that stands for its number: one that is no name of the page.
  private func number(_ name: String, _ letters: Letters) -> Int? {
    guard let axis = letters[name], scope.variable(name) == nil,
      scope.definition(of: name) == nil, parameters[name] == nil
    else { return nil }
    return axis
  }

  /// That the base of a power whose exponent is the number of an index is a positive number at every place.
  private mutating func requirePositive(
    _ base: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) {
    let written = quoted(node.children[0].range)
    guard base.isScalar else {
      throw unsupported(
        "powers of \(written) with an index are supported only where the bounds are numbers", node,
        hint: "no formula holds for every matrix; where I - A is invertible, "
          + "A + ... + A^K is inv(I - A)*(A - A^(K + 1))")
    }
    guard try isPositive(base, node) else {
      throw unsupported(
        "powers of \(written), which may be negative, with an index are supported only where the "
          + "bounds are numbers", node, hint: "say that it is positive, as in x : scalar > 0")
    }
  }

  /// Whether what is declared says that a value is positive at every place.
  mutating func isPositive(_ value: IndexedValue, _ node: Syntax) throws(Diagnostic) -> Bool {
    let free = value.free
    guard free.count <= 2 else { return false }
    return try matrix(value, free.first, free.dropFirst().first, node).isKnown(.positive) == true
  }

  /// Whether the number of a letter stands somewhere in a formula.
  private func counts(_ node: Syntax, _ letters: Letters) -> Bool {
    letters.keys.contains { number($0, letters) != nil && node.counts($0) }
  }

  private mutating func statement(
    _ kind: Syntax.Indexed, _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    switch kind {
    case .entry(let places, let isItem): return try entry(places, isItem, node, letters)
    case .sum(let counters): return try sum(counters, node, letters)
    case .product(let counters): return try product(counters, node, letters)
    case .array(let rows, let columns): return try array(rows, columns, node, letters)
    case .kronecker(let a, let b): return try kronecker(a, b, node, letters)
    }
  }

  private mutating func compound(
    _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let parts = node.children
    switch node.kind {
    case .brackets: return try indexed(parts[0], letters)
    case .negate: return try indexed(parts[0], letters).scaled(by: .number(-1))
    case .transpose: return try indexed(parts[0], letters).transposed
    case .add, .subtract: return try sum(values(node, letters), node)
    case .multiply, .juxtapose: return try product(node, letters)
    case .entrywiseMultiply: return try hadamard(node, letters)
    case .divide, .entrywiseDivide:
      let size = sizeMeant(by: parts[1])
      let below = if let size { constant(size.expression) } else { try indexed(parts[1], letters) }
      let divisor = try reciprocal(below, node)
      let dividend = try indexed(parts[0], letters)
      return divisor.isScalar
        ? try product(dividend, divisor, isDot: false, node)
        : try entrywise(dividend, divisor, node)
    case .power, .entrywisePower: return try power(node, letters)
    case .call(let name, let primes): return try call(name, primes, node, letters)
    case .derivative: return try derivative(node, letters)
    case .number, .name, .matrix, .row, .layer, .indexed, .evaluation:
      throw unsupported("\(quoted(node.range)) has no single entries", node)
    }
  }

  private mutating func values(
    _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> [IndexedValue] {
    var values: [IndexedValue] = []
    for (index, child) in node.children.enumerated() {
      let value = try indexed(child, letters)
      let isSubtracted = node.kind == .subtract && index > 0
      values.append(isSubtracted ? value.scaled(by: .number(-1)) : value)
    }
    return values
  }

  /// Factors from left to right. Where the left part and a factor do not fit, the factors that follow are
  /// tried as one, as in `\alpha_i x_i x_i^T w`.
  private mutating func product(
    _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let factors = try values(node, letters)
    var result = factors[0]
    var index = 1
    while index < factors.count {
      let isDot =
        node.kind == .multiply && index - 1 < node.marks.count
        && [#"\cdot"#, "·", "⋅"].contains(source.slice(node.marks[index - 1]))
      do throws(Diagnostic) {
        result = try product(result, factors[index], isDot: isDot, node)
        index += 1
      } catch {
        guard index + 1 < factors.count, error.code == .shapeMismatch else { throw error }
        let inner = try product(factors[index], factors[index + 1], isDot: false, node)
        result = try product(result, inner, isDot: false, node)
        index += 2
      }
    }
    return result
  }

  private mutating func hadamard(
    _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let factors = try values(node, letters)
    var result = factors[0]
    for factor in factors.dropFirst() { result = try entrywise(result, factor, node) }
    return result
  }

  // MARK: Functions of every entry

  /// A function of the value at every place.
  ///
  /// - Throws: `unsupported` where the value depends on more than two axes.
  mutating func applying(
    to value: IndexedValue, _ node: Syntax,
    _ function: (inout Elaboration, Expression) throws(Diagnostic) -> Expression
  ) throws(Diagnostic) -> IndexedValue {
    let free = value.free
    guard free.count <= 2 else {
      throw unsupported(
        "a function of what depends on \(free.count) indices is not supported", node)
    }
    let (row, column) = (free.first, free.dropFirst().first)
    let result = try function(&self, matrix(value, row, column, node))
    guard row != nil else {
      return IndexedValue(terms: [IndexedValue.Term(scalars: [result])])
    }
    let factor = IndexedValue.Factor(matrix: result, row: row, column: column)
    return IndexedValue(
      terms: [IndexedValue.Term(factors: [factor])], row: value.row, column: value.column)
  }

  private mutating func reciprocal(
    _ value: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    try applying(to: value, node) { (_, matrix) throws(Diagnostic) in .power(matrix, .minusOne) }
  }

  private mutating func power(
    _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let exponent = node.children[1]
    guard exponent.freeLetters.isEmpty, !counts(exponent, letters) else {
      return try raised(node, letters)
    }
    var power = try run(exponent)
    settle(&power)
    guard power.shape.isScalar else { throw unsupported("this exponent is no number", exponent) }
    let base = node.children[0]
    if power.expression.rational == Rational(2), case .call(let name, 0) = base.unbracketed.kind,
      name == "norm2" || name == "norm"
    {
      return try squaredNorm(indexed(base.unbracketed.children[0], letters), node)
    }
    let inverted = base.isEntry && power.expression.rational == .minusOne
    if inverted, (try? indexed(base, letters))?.isScalar != true {
      throw unsupported(
        "\(quoted(base.range)) is no number and has no inverse", node,
        hint: "declare it, if it is a name of its own")
    }
    let value = try indexed(base, letters)
    if value.row != nil, value.column != nil, node.kind == .power {
      throw unsupported("a power of a matrix with an index is not supported", node)
    }
    if power.expression.rational == Rational(2), value.free.count > 2 {
      return try entrywise(value, fresh(value), node)
    }
    return try applying(to: value, node) { (_, matrix) throws(Diagnostic) in
      .power(matrix, power.expression)
    }
  }

  /// `p_i^{y_i}` as exp(y log p): a power with an exponent of every place has a positive base.
  private mutating func raised(
    _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let base = try indexed(node.children[0], letters)
    if counts(node.children[1], letters) { try requirePositive(base, node) }
    let logarithm = try applying(to: base, node) { (_, matrix) throws(Diagnostic) in
      .apply(.log, matrix)
    }
    let product = try entrywise(indexed(node.children[1], letters), logarithm, node)
    return try applying(to: product, node) { (_, matrix) throws(Diagnostic) in
      .apply(.exp, matrix)
    }
  }

  mutating func squaredNorm(
    _ value: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    let square = try entrywise(value, fresh(value), node)
    return square.summing([value.row, value.column].compactMap { $0 })
  }

  private mutating func call(
    _ name: String, _ primes: Int, _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let arguments =
      name == "norm" ? [try indexed(node.children[0], letters)] : try values(node, letters)
    if arguments.count == 1, let function = try entrywiseFunction(name, arguments[0]) {
      return try applying(to: arguments[0], node) { (pass, matrix) throws(Diagnostic) in
        let operand = Operand(
          expression: matrix, range: node.children[0].range, isPending: false,
          age: pass.unknowns.age)
        return try pass.derivative(of: function, primes, node, operand).expression
      }
    }
    guard primes == 0, let reduced = try reduction(name, arguments, node) else {
      let isKnown = scope.knows(name) || MatrixFunction.named(name) != nil || name == "exponential"
      if !isKnown, MatrixFunctionFamily.named(name) == nil { throw unknownFunction(name, node) }
      if scope.variable(name) != nil || scope.definition(of: name) != nil {
        throw unsupported(
          "\(quoted(node.range)) is no entry of \(name)", node,
          hint: node.children.contains(where: { $0.subtracts(letters) })
            ? "no matrix of the language reverses an order; declare one, as in J : (n, n) permutation"
            : "places are letters of sums, i, i + 1 and i - 1, numbers and sizes")
      }
      throw unsupported("\(name) of what has an index is not supported", node)
    }
    return reduced
  }

  /// The function of every entry that a name calls.
  private mutating func entrywiseFunction(
    _ name: String, _ argument: IndexedValue
  ) throws(Diagnostic) -> Function? {
    if let function = scope.function(name) {
      return function.parameters.count == 1 ? try entrywise(function) : nil
    }
    switch name {
    case "bars": return argument.row == nil || argument.column == nil ? .abs : nil
    case "exponential": return argument.row == nil || argument.column == nil ? .exp : nil
    case "sigma": return .sigmoid
    case "log" where argument.row != nil && argument.column != nil: return nil
    default: return Function.named(name)
    }
  }

  // MARK: Refusals

  func unsupported(_ message: String, _ node: Syntax, hint: String? = nil) -> Diagnostic {
    Diagnostic(.unsupported, message, at: place(node.range), hint: hint)
  }

  func freeLetter(_ letter: String, _ node: Syntax) -> Diagnostic {
    Diagnostic(
      .unknownName, "nothing says what the index \(letter) runs over", at: place(node.range),
      hint: #"name it on the left side too, or sum over it: \sum_\#(letter)"#)
  }
}

extension Syntax {
  /// Whether a letter is subtracted: `n + 1 - i`.
  fileprivate func subtracts(_ letters: Elaboration.Letters) -> Bool {
    let subtracted = kind == .negate ? children[0] : kind == .subtract ? children[1] : nil
    if case .name(let name)? = subtracted?.kind, letters[name] != nil { return true }
    return children.contains { $0.subtracts(letters) }
  }

  var isEntry: Bool { if case .indexed(.entry) = kind { true } else { false } }

  /// Without brackets around all of it.
  var unbracketed: Syntax { kind == .brackets ? children[0].unbracketed : self }
}
