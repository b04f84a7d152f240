import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// `a/b`: by a scalar, or entry by entry where both are columns of one shape.
  mutating func quotient(
    _ a: Operand, _ b: Operand, _ node: Syntax
  ) throws(Diagnostic) -> Operand {
    let divisor = unknowns.settled(b.shape)
    if divisor.isScalar { return try scaled(a, dividedBy: b, node) }
    let isEntrywise =
      divisor.isColumn && unknowns.settled(a.shape) == divisor
      || elaborator.dialect == .tex && (!divisor.isSquare || isOfEntries(b.expression))
    if isEntrywise { return try entrywiseQuotient(a, b, node) }
    throw Diagnostic(
      .shapeMismatch,
      "division by \(shown(b.range, divisor)) is undefined; only a scalar divides",
      at: place(node.mark ?? node.range), hint: divisionHint(a, b, divisor))
  }

  /// Whether a matrix is made entry by entry, as `2\sqrt{X}` is: no inverse can be meant by a division.
  private func isOfEntries(_ expression: Expression) -> Bool {
    switch expression.operation {
    case .power, .apply: true
    case .product, .hadamard, .sum: expression.operands.contains { isOfEntries($0) }
    default: false
    }
  }

  private func divisionHint(_ a: Operand, _ b: Operand, _ divisor: Shape) -> String {
    let entrywise = "write \(quoted(a.range))./\(quoted(b.range)) to divide entry by entry"
    guard divisor.isSquare else { return entrywise }
    return "\(entrywise), inv(\(quoted(b.range))) for the inverse"
  }

  /// `a ./ b`.
  mutating func entrywiseQuotient(
    _ a: Operand, _ b: Operand, _ node: Syntax
  ) throws(Diagnostic) -> Operand {
    if unknowns.settled(b.shape).isScalar { return try scaled(a, dividedBy: b, node) }
    var reciprocal = b
    settle(&reciprocal)
    reciprocal.expression = try inverse(reciprocal.expression, node)
    if a.expression.rational == .one { return made(reciprocal.expression, from: [b], node.range) }
    return try entrywiseProduct([a, reciprocal], node)
  }

  /// A product with the reciprocal of a scalar; numbers are divided at once.
  private mutating func scaled(
    _ a: Operand, dividedBy b: Operand, _ node: Syntax
  ) throws(Diagnostic) -> Operand {
    let reciprocal = try inverse(b.expression, node)
    if let number = reciprocal.rational {
      let quotient = scaled(by: number, a.expression) ?? .product([reciprocal, a.expression])
      return made(quotient, from: [a, b], node.range)
    }
    if a.expression.rational == .one { return made(reciprocal, from: [b], node.range) }
    var left = b
    left.expression = reciprocal
    return try product([a, left], node)
  }

  /// The power −1, merged with a power with a number as exponent.
  private func inverse(_ x: Expression, _ node: Syntax) throws(Diagnostic) -> Expression {
    if let value = x.rational {
      if let reciprocal = value.reciprocal { return .number(reciprocal) }
      throw Diagnostic(
        .syntax, "division by zero", at: place(node.mark ?? node.range), hint: "remove the quotient"
      )
    }
    if x.operation == .power, let exponent = x.operands[1].rational {
      return exponent == .minusOne ? x.operands[0] : .power(x.operands[0], exponent.negated)
    }
    return .power(x, .minusOne)
  }
}
