extension Simplifier {
  /// The entrywise power of a simplified base.
  static func power(_ base: Expression, _ exponent: Expression) -> Expression {
    guard let value = exponent.rational else { return .power(base, exponent) }
    if value == .one { return base }
    if value == .zero || base.operation == .ones { return .ones(base.shape) }
    if base.isZero, !value.isNegative { return base }
    if base.operation == .eye, !value.isNegative { return base }
    if let number = base.rational, let result = numericPower(number, value) {
      return .number(result)
    }
    if let combined = combinedPower(base, value) { return combined }
    return .power(base, value)
  }

  /// The exact value of a number's power, where it is rational.
  private static func numericPower(_ base: Rational, _ exponent: Rational) -> Rational? {
    if exponent.isInteger { return base.power(exponent.numerator) }
    guard exponent.denominator == 2, !base.isNegative,
      let top = exactRoot(base.numerator), let bottom = exactRoot(base.denominator)
    else { return nil }
    return Rational(top, bottom)?.power(exponent.numerator)
  }

  /// The integer whose square it is.
  private static func exactRoot(_ square: Int) -> Int? {
    let root = Int(Double(square).squareRoot().rounded())
    return root.multipliedReportingOverflow(by: root) == (square, false) ? root : nil
  }

  /// (bᵖ)ʳ = bᵖʳ and (c A ∘ B)ʳ = cʳ Aʳ ∘ Bʳ, for integer r; for other r where signs allow it.
  private static func combinedPower(_ base: Expression, _ exponent: Rational) -> Expression? {
    if base.operation == .power, let inner = base.operands[1].rational,
      exponent.isInteger || base.operands[0].isNonNegative,
      let product = inner.multiplied(by: exponent)
    {
      return power(base.operands[0], .number(product))
    }
    if let magnitude = powerOfMagnitude(base, exponent) { return magnitude }
    if base.operation == .hadamard, exponent.isInteger {
      return hadamard(base.operands.map { power($0, .number(exponent)) })
    }
    if base.operation == .call(.kron), exponent.isInteger {
      let factors = base.operands.map { power($0, .number(exponent)) }
      return call(.kron, factors, MatrixFunction.kron(factors))
    }
    if let logistic = logisticPower(base, exponent) { return logistic }
    if base.operation == .apply(.abs), exponent.isInteger, exponent.numerator.isMultiple(of: 2) {
      return power(base.operands[0], .number(exponent))
    }
    if base.isReshaped {
      return reshaping([base], to: base.shape) { power($0[0], .number(exponent)) }
    }
    return base.operation == .product ? productPower(base, exponent) : nil
  }

  /// (b²ᵏ)ʳ = |b|²ᵏʳ, and |b|²ᵏ = b²ᵏ.
  private static func powerOfMagnitude(_ base: Expression, _ exponent: Rational) -> Expression? {
    if base.operation == .apply(.abs) {
      return exponent.isEven ? power(base.operands[0], .number(exponent)) : nil
    }
    guard base.operation == .power, let inner = base.operands[1].rational, inner.isEven,
      let product = inner.multiplied(by: exponent)
    else { return nil }
    return power(apply(.abs, base.operands[0]), .number(product))
  }

  /// Whether it is a root of a number times π, which stays one root.
  private static func isIrrational(_ base: Expression, _ exponent: Rational) -> Bool {
    !exponent.isInteger && base.operands.count == 2 && base.operands[1].operation == .call(.pi)
      && base.operands[0].rational.map { numericPower($0, exponent) == nil } ?? false
  }

  /// The power of a product: of each scalar factor, and of the one matrix that remains.
  private static func productPower(_ base: Expression, _ exponent: Rational) -> Expression? {
    let scalars = base.operands.filter(\.shape.isScalar)
    let chain = base.operands.filter { !$0.shape.isScalar }
    let separable = exponent.isInteger ? scalars : scalars.filter(\.isNonNegative)
    guard !separable.isEmpty, !isIrrational(base, exponent) else { return nil }
    let rest = scalars.filter { !separable.contains($0) } + chain
    let powers = separable.map { power($0, .number(exponent)) }
    return product(
      rest.isEmpty ? powers : powers + [power(.product(rest), .number(exponent))])
  }

  /// The power of a square matrix: small whole exponents are written out as products.
  static func matrixPower(_ base: Expression, _ exponent: Expression) -> Expression {
    if base.shape.isScalar { return power(base, exponent) }
    guard let value = exponent.rational, value.isInteger, abs(value.numerator) <= 8 else {
      return .matrixPower(base, exponent)
    }
    if value == .zero || base.operation == .eye { return .eye(base.shape.rows) }
    let factor = value.isNegative ? call(.inv, [base], MatrixFunction.inv(base)) : base
    return product(Array(repeating: factor, count: abs(value.numerator)))
  }
}

extension Rational {
  /// Whether it is an even whole number.
  var isEven: Bool { isInteger && numerator.isMultiple(of: 2) }
}
