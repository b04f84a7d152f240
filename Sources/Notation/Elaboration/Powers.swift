import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// `a^e`: of a scalar, or of a square matrix.
  mutating func power(_ a: Operand, _ e: Operand, _ node: Syntax) throws(Diagnostic) -> Operand {
    let base = unknowns.settled(a.shape)
    if base.isScalar { return try entrywisePower(a, e, node) }
    let exponent = e.expression.rational
    if exponent == .minusOne, base.isSquare || Unknowns.occur(in: base) {
      return try matrixCall(.inv, [a], node, at: node.mark ?? node.range)
    }
    let isWhole = exponent?.isInteger ?? true
    if base.isSquare, isWhole, e.shape.isScalar {
      return made(.matrixPower(a.expression, e.expression), from: [a, e], node.range)
    }
    if base.isSquare, e.shape.isScalar, let diagonal = diagonal(of: a.expression) {
      let power = MatrixFunction.diag(.power(diagonal, e.expression))
      return made(power, from: [a, e], node.range)
    }
    if base.isSquare, let exponent, let root = try rootPower(a, exponent, node) { return root }
    if base.isSquare, exponent != nil {
      return made(.matrixPower(a.expression, e.expression), from: [a, e], node.range)
    }
    if elaborator.dialect == .tex { return try entrywisePower(a, e, node) }
    throw Diagnostic(
      .shapeMismatch, powerMessage(a, base, e), at: place(node.mark ?? node.range),
      hint: "write \(quoted(a.range)).^\(quoted(e.range)) for the power of every entry")
  }

  /// `S^{1/2}`, `S^{-3/2}` of a positive definite matrix: a power of its root; nil for other matrices.
  private mutating func rootPower(
    _ a: Operand, _ exponent: Rational, _ node: Syntax
  ) throws(Diagnostic) -> Operand? {
    guard exponent.denominator == 2, a.expression.isKnown(.positiveDefinite) == true else {
      return nil
    }
    let root = try matrixCall(.sqrtm, [a], node, at: node.mark ?? node.range)
    if exponent == .half { return root }
    if exponent.numerator == -1 {
      return try matrixCall(.inv, [root], node, at: node.mark ?? node.range)
    }
    let power = Expression.matrixPower(root.expression, .number(Rational(exponent.numerator)))
    return made(power, from: [a], node.range)
  }

  /// The diagonal of a matrix that is zero elsewhere by its form or declaration.
  private func diagonal(of matrix: Expression) -> Expression? {
    switch matrix.operation {
    case .call(.diag) where matrix.operands[0].shape.isColumn: matrix.operands[0]
    case .variable(let variable) where variable.properties.contains(.diagonal):
      MatrixFunction.diag(matrix)
    default: nil
    }
  }

  private func powerMessage(_ a: Operand, _ base: Shape, _ e: Operand) -> String {
    base.isSquare
      ? "power \(quoted(e.range)) of the matrix \(shown(a.range, base)) is undefined"
      : "power of \(shown(a.range, base)) is undefined; it needs a scalar or a square matrix"
  }

  /// `a.^e`: of every entry; the exponent is a scalar.
  mutating func entrywisePower(
    _ a: Operand, _ e: Operand, _ node: Syntax
  ) throws(Diagnostic) -> Operand {
    if let power = powerOfEach(a, e, node) { return power }
    guard unknowns.settled(e.shape).isScalar else {
      let (base, exponent) = (quoted(a.range), quoted(e.range))
      throw Diagnostic(
        .unsupported, "the exponent \(shown(e.range, unknowns.settled(e.shape))) is not a scalar",
        at: place(node.mark ?? node.range), hint: "write exp(\(exponent).*log(\(base)))")
    }
    return made(.power(a.expression, e.expression), from: [a, e], node.range)
  }

  /// `A.^E` for an exponent of its own at every entry, which is exp(E ∘ log A); nil elsewhere.
  private func powerOfEach(_ a: Operand, _ e: Operand, _ node: Syntax) -> Operand? {
    let (base, exponent) = (unknowns.settled(a.shape), unknowns.settled(e.shape))
    guard !exponent.isScalar, base.isScalar || base == exponent else { return nil }
    let logarithm = Expression.apply(.log, a.expression)
    let product: Expression =
      base.isScalar
      ? .product([logarithm, e.expression]) : .hadamard([e.expression, logarithm])
    return made(.apply(.exp, product), from: [a, e], node.range)
  }

  /// `e^x`, entry by entry except for square matrices, where it is the matrix exponential.
  mutating func exponential(_ x: Operand, _ node: Syntax) throws(Diagnostic) -> Operand {
    let shape = unknowns.settled(x.shape)
    if shape.isScalar || !shape.isSquare {
      return made(.apply(.exp, x.expression), from: [x], node.range)
    }
    return try matrixCall(.expm, [x], node, at: node.range)
  }

  /// A transpose as written. Over a number that the page defines, TeX means a derivative by a prime.
  func transposed(_ operand: Operand, _ node: Syntax) throws(Diagnostic) -> Operand {
    if elaborator.dialect == .tex, operand.shape.isScalar, let name = node.children[0].plainName,
      scope.definition(of: name) != nil, quoted(node.range).hasSuffix("'")
    {
      throw Diagnostic(
        .unsupported, "\(name) is a number; a prime over it says no variable",
        at: place(node.range),
        hint: "write \(name)'(x) for the derivative by x")
    }
    return transposed(operand)
  }

  func transposed(_ operand: Operand) -> Operand {
    var result = operand
    if !operand.shape.isScalar { result.expression = operand.expression.transposed }
    return result
  }
}
