import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// A sum; scalars, columns and rows are spread where another term is a matrix.
  mutating func sum(_ operands: [Operand], _ node: Syntax) throws(Diagnostic) -> Operand {
    let terms = try aligned(operands, node, "sum")
    return made(.sum(terms.map(\.expression)), from: terms, node.range)
  }

  /// The operands brought to one shape.
  ///
  /// - Parameter operation: what to call it in a message: `sum`.
  mutating func aligned(
    _ operands: [Operand], _ node: Syntax, _ operation: String
  ) throws(Diagnostic) -> [Operand] {
    var common: Shape?
    for (index, operand) in operands.enumerated() where !unknowns.settled(operand.shape).isScalar {
      guard let before = common else {
        common = operand.shape
        continue
      }
      guard let joined = join(before, operand.shape) else {
        throw misfit(operation, node, operands, before, index)
      }
      common = joined
    }
    var aligned = operands
    for index in aligned.indices {
      settle(&aligned[index])
      guard let common else { continue }
      let whole = unknowns.settled(common)
      guard let spread = spread(aligned[index].expression, to: whole) else {
        throw misfit(operation, node, operands, whole, max(1, index))
      }
      aligned[index].expression = spread
    }
    return aligned
  }

  /// The shape both spread to; nil where there is none.
  private mutating func join(_ a: Shape, _ b: Shape) -> Shape? {
    let a = unknowns.settled(a)
    let b = unknowns.settled(b)
    if !isIdentity(a, beside: b), !isIdentity(b, beside: a), unknowns.unify(a, b) { return a }
    if b.isColumn || a.isColumn, unknowns.unify(a.rows, b.rows) { return b.isColumn ? a : b }
    if b.isRow || a.isRow, unknowns.unify(a.columns, b.columns) { return b.isRow ? a : b }
    return nil
  }

  /// Whether a shape is that of an identity of unknown size, which a column or row must not make `1×1`.
  private func isIdentity(_ a: Shape, beside b: Shape) -> Bool {
    a.isSquare && Unknowns.occur(in: a) && b.isColumn != b.isRow
  }

  /// The expression in full shape, its factors beside the ones it is spread by.
  private func spread(_ expression: Expression, to shape: Shape) -> Expression? {
    guard expression.operation == .product, expression.shape != shape else {
      return expression.rational == .one ? .ones(shape) : expression.broadcast(to: shape)
    }
    let scalars = expression.operands.filter(\.shape.isScalar)
    let chain = expression.operands.filter { !$0.shape.isScalar }
    if expression.shape.isScalar {
      return .product(scalars + (chain.isEmpty ? [] : [.product(chain)]) + [.ones(shape)])
    }
    if expression.shape.isColumn, expression.shape.rows == shape.rows {
      return .product(scalars + chain + [.ones(Shape(.one, shape.columns))])
    }
    return expression.broadcast(to: shape)
  }

  private func misfit(
    _ operation: String, _ node: Syntax, _ operands: [Operand], _ left: Shape, _ index: Int
  ) -> Diagnostic {
    let term = node.children[index]
    let right = term.kind == .negate ? term.children[0].range : operands[index].range
    let before = operands[0].range.lowerBound..<operands[index - 1].range.upperBound
    let shape = unknowns.settled(operands[index].shape)
    return Diagnostic(
      .shapeMismatch,
      "\(operation) of \(shown(before, left)) and \(shown(right, shape)) is undefined; "
        + difference(left, shape),
      at: place(mark(of: node, before: index)),
      hint: misfitHint(before, left, right, shape))
  }

  /// What to transpose so that the shapes are one, or one is spread over the other.
  private func misfitHint(
    _ before: Range<Int>, _ left: Shape, _ right: Range<Int>, _ shape: Shape
  ) -> String? {
    let turned = shape.transposed
    if left == turned || turned.isRow && turned.columns == left.columns
      || turned.isColumn && turned.rows == left.rows
    {
      return transposeHint(right, "")
    }
    let first = left.transposed
    let isSpread =
      first.isRow && first.columns == shape.columns || first.isColumn && first.rows == shape.rows
    return isSpread ? transposeHint(before, "") : oneSizeHint(left, shape)
  }

  /// That sizes of two names may be meant as one.
  func oneSizeHint(_ a: Shape, _ b: Shape) -> String? {
    let sizes = [a, b].flatMap { [$0.rows, $0.columns] }
    guard !sizes.contains(where: Unknowns.occur) else { return nil }
    return "sizes that are the same need the same name where they are declared"
  }

  private func difference(_ a: Shape, _ b: Shape) -> String {
    if a.rows == b.rows { return "columns \(name(a.columns)) and \(name(b.columns)) differ" }
    if a.columns == b.columns { return "rows \(name(a.rows)) and \(name(b.rows)) differ" }
    return "the shapes differ"
  }

  func negated(_ operand: Operand) -> Operand {
    var result = operand
    result.expression = scaled(by: .minusOne, operand.expression) ?? operand.expression.negated
    return result
  }

  /// A number times an expression, merged with the number in front of it; nil beyond the range of
  /// rationals.
  func scaled(by number: Rational, _ expression: Expression) -> Expression? {
    if let value = expression.rational { return value.multiplied(by: number).map { .number($0) } }
    guard case .product = expression.operation else {
      return number == .one ? expression : .product([.number(number), expression])
    }
    guard let first = expression.operands[0].rational else {
      return number == .one ? expression : .product([.number(number)] + expression.operands)
    }
    guard let value = first.multiplied(by: number) else { return nil }
    let rest = Array(expression.operands.dropFirst())
    return .product(value == .one ? rest : [.number(value)] + rest)
  }
}

extension Elaboration {
  // MARK: Wording of shape errors

  /// `W (3×4)`.
  func shown(_ range: Range<Int>, _ shape: Shape) -> String {
    "\(quoted(range)) (\(name(shape.rows))×\(name(shape.columns)))"
  }

  /// A size as messages write it; unknown ones as `?`.
  func name(_ dimension: Dimension) -> String {
    Unknowns.occur(in: dimension) ? "?" : dimension.description
  }

  /// The operator before a child; the whole node where operators are not written.
  func mark(of node: Syntax, before index: Int) -> Range<Int> {
    if index >= 1, index - 1 < node.marks.count { return node.marks[index - 1] }
    if index < node.children.count, let mark = node.children[index].mark,
      node.children[index].kind == .negate
    {
      return mark
    }
    return node.mark ?? node.range
  }

  /// `transpose W, as in W'*x`.
  func transposeHint(_ range: Range<Int>, _ after: String) -> String {
    "transpose \(quoted(range)), as in \(transposedText(range))\(after)"
  }

  /// The author's text of a part, transposed in its notation.
  func transposedText(_ range: Range<Int>) -> String {
    let text = quoted(range)
    if text.hasSuffix("'"), elaborator.dialect == .text { return String(text.dropLast()) }
    let isSimple =
      text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      || (text.hasPrefix("(") && text.hasSuffix(")"))
    let core = isSimple ? text : "(\(text))"
    if elaborator.dialect == .text { return core + "'" }
    var writing = WritingStyle()
    writing.learn(from: source, macros: scope.macros)
    return writing.style(in: scope).transposed(core)
  }
}
