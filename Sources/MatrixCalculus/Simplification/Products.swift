extension Simplifier {
  /// The product of simplified factors: numbers first, then other scalars with their powers merged,
  /// then the matrices in order without identities.
  static func product(_ factors: [Expression]) -> Expression {
    let shape = Expression.product(factors).shape
    if factors.contains(where: \.isZero) { return .zeros(shape) }
    var scalars = ScalarFactors()
    var chain: [Expression] = []
    for factor in factors {
      if factors.count > 1, let opposite = factor.withoutCommonSign {
        scalars.take(scalar: .number(.minusOne))
        scalars.take(opposite, matrices: &chain)
      } else {
        scalars.take(factor, matrices: &chain)
      }
    }
    chain = reduced(chain, &scalars)
    if chain.contains(where: \.isZero) { return .zeros(shape) }
    if shape.isScalar, !chain.isEmpty {
      scalars.take(scalar: .product(chain))
      chain = []
    }
    return scalars.times(chain, shape: shape)
  }

  /// The chain without identities, with neighbouring ones multiplied out and inverses cancelled.
  private static func reduced(_ chain: [Expression], _ scalars: inout ScalarFactors) -> [Expression]
  {
    var kept: [Expression] = []
    for factor in chain { append(factor, to: &kept, &scalars) }
    return kept.filter { !$0.shape.isScalar || $0.rational != .one }
  }

  /// Adds a factor to a reduced chain; what it makes with the last one meets the one before that.
  private static func append(
    _ factor: Expression, to chain: inout [Expression], _ scalars: inout ScalarFactors
  ) {
    guard let last = chain.last else { return chain.append(factor) }
    if factor.operation == .eye { return }
    if surrounds(chain, factor) {
      chain.removeLast()
      return
    }
    if let count = inverted(chain, factor) {
      chain.removeLast(count)
      if chain.isEmpty { chain.append(.eye(factor.shape.columns)) }
      return
    }
    var made: Expression?
    if last.operation == .eye {
      made = factor
    } else if last.operation == .ones, factor.operation == .ones {
      scalars.take(scalar: .size(last.shape.columns))
      made = .ones(Shape(last.shape.rows, factor.shape.columns))
    } else if let zeros = centered(last, factor) {
      made = zeros
    } else if let ones = summedToOnes(last, factor) {
      made = ones
    } else if cancel(last, factor) {
      made = chain.count > 1 ? nil : .eye(last.shape.rows)
    } else if let sums = sumsOfSpread(last, factor) {
      made = sums
    } else if last == factor, factor.isProjector {
      made = factor
    } else if let inner = stackedInner(last, factor) {
      scalars.take(scalar: inner)
    } else if let peeled = peeled(last, factor) {
      made = peeled
    } else if let joined = joined(last, factor) ?? kroneckerOfColumns(last, factor) {
      made = joined
    } else {
      return chain.append(factor)
    }
    chain.removeLast()
    guard let made else { return }
    var parts: [Expression] = []
    scalars.take(made, matrices: &parts)
    for part in parts { append(part, to: &chain, &scalars) }
  }

  /// (I ⊗ b) V is V ⊗ b for a column b, and (a ⊗ I) V is a ⊗ V for a column a; V (I ⊗ b) is V ⊗ b for a row b, and
  /// V (a ⊗ I) is a ⊗ V for a row a.
  private static func kroneckerOfColumns(_ a: Expression, _ b: Expression) -> Expression? {
    if a.operation == .call(.kron) {
      let (left, right) = (a.operands[0], a.operands[1])
      if left.operation == .eye, right.shape.isColumn { return kronecker(b, right) }
      if right.operation == .eye, left.shape.isColumn { return kronecker(left, b) }
      if let widened = widened(left, right, b) { return widened }
    }
    guard b.operation == .call(.kron) else { return nil }
    let (left, right) = (b.operands[0], b.operands[1])
    if left.operation == .eye, right.shape.isRow { return kronecker(a, right) }
    if right.operation == .eye, left.shape.isRow { return kronecker(left, a) }
    return nil
  }

  /// (1 ⊗ b) 1′ is 1 1′ ⊗ b for columns, and (a ⊗ 1) 1′ is a ⊗ 1 1′.
  private static func widened(
    _ left: Expression, _ right: Expression, _ row: Expression
  ) -> Expression? {
    guard row.operation == .ones, row.shape.isRow, left.shape.isColumn, right.shape.isColumn else {
      return nil
    }
    func wide(_ ones: Expression) -> Expression {
      .ones(Shape(ones.shape.rows, row.shape.columns))
    }
    if left.operation == .ones { return kronecker(wide(left), right) }
    return right.operation == .ones ? kronecker(left, wide(right)) : nil
  }

  /// Whether the product of two neighbours is the identity.
  static func cancel(_ a: Expression, _ b: Expression) -> Bool {
    if case .call(.inv) = a.operation, a.operands[0] == b { return true }
    if case .call(.inv) = b.operation, b.operands[0] == a { return true }
    if a.operation == .transpose, b.operation == .transpose {
      return cancel(b.operands[0], a.operands[0])
    }
    return cancelOrthogonally(a, b)
  }
}

extension Expression {
  /// A sum of which all terms are subtracted, with all of them added; nil for any other.
  fileprivate var withoutCommonSign: Expression? {
    guard operation == .sum, isNarrow else { return nil }
    let terms = operands.map { Simplifier.split($0) }
    guard terms.allSatisfy(\.coefficient.isNegative) else { return nil }
    return .sum(
      terms.map { Simplifier.scale(.minusOne, Simplifier.scale($0.coefficient, $0.core)) })
  }
}

extension Simplifier {
  /// What is left where a factor meets the inverse of a product that ends with it: A (B A)⁻¹ is B⁻¹ for square A
  /// and B, which have inverses where B A has one.
  fileprivate static func peeled(_ a: Expression, _ b: Expression) -> Expression? {
    if let chain = invertedChain(b), chain.last == a { return inverse(chain.dropLast()) }
    if let chain = invertedChain(a), chain.first == b { return inverse(chain.dropFirst()) }
    return nil
  }

  /// The factors of P where the expression is P⁻¹, or those of Pᵀ where it is (P⁻¹)ᵀ, if all are square.
  private static func invertedChain(_ x: Expression) -> [Expression]? {
    if x.operation == .transpose {
      return invertedChain(x.operands[0]).map { $0.reversed().map(transpose) }
    }
    guard case .call(.inv) = x.operation, x.operands[0].operation == .product else { return nil }
    let factors = x.operands[0].operands
    return factors.count > 1 && factors.allSatisfy { $0.shape == x.shape } ? factors : nil
  }

  private static func inverse(_ chain: ArraySlice<Expression>) -> Expression {
    let inner = chain.count == 1 ? chain[chain.startIndex] : product(Array(chain))
    return call(.inv, [inner], MatrixFunction.inv(inner))
  }
}

/// The scalar factors of a product: a number and powers of others, in order of their first use.
struct ScalarFactors {
  private var number = Rational.one
  /// Of bases as they are compared; see `sameNumber`.
  private var powers = Tally<Expression>()
  /// Bases as they were first written.
  private var written: [Expression: Expression] = [:]
  private var beyondRange: [Expression] = []

  /// Takes the scalars of a simplified factor and appends its matrices to `matrices`.
  mutating func take(_ factor: Expression, matrices: inout [Expression]) {
    if factor.shape.isScalar {
      take(scalar: factor)
    } else if factor.operation == .product, factor.isNarrow {
      for part in factor.operands {
        if part.shape.isScalar { take(scalar: part) } else { matrices.append(part) }
      }
    } else {
      matrices.append(factor)
    }
  }

  /// Takes a simplified `1×1` factor apart.
  mutating func take(scalar factor: Expression) {
    if let value = factor.rational {
      multiply(value)
    } else if factor.operation == .product, factor.isNarrow,
      factor.operands.contains(where: \.shape.isScalar)
    {
      let matrices = factor.operands.filter { !$0.shape.isScalar }
      for part in factor.operands where part.shape.isScalar { take(scalar: part) }
      if !matrices.isEmpty { take(scalar: .product(matrices)) }
    } else {
      let (base, exponent) = Simplifier.basis(factor)
      let key = base.sameNumber
      if written[key] == nil { written[key] = base }
      if !powers.add(exponent, to: key) { beyondRange.append(factor) }
    }
  }

  /// exp(z)/Σ exp(z) of a column is softmax(z).
  private func withSoftmax(_ chain: [Expression]) -> (ScalarFactors, [Expression])? {
    for (base, amount) in powers.entries where amount.isNegative && amount.isInteger {
      guard base.operation == .call(.sum), let exponential = base.operands.first,
        exponential.operation == .apply(.exp), exponential.shape.isColumn,
        let place = chain.firstIndex(of: exponential)
      else { continue }
      var (rest, replaced) = (self, chain)
      guard rest.powers.add(.one, to: base) else { return nil }
      replaced[place] = MatrixFunction.softmax()(exponential.operands[0])
      return (rest, replaced)
    }
    return nil
  }

  private mutating func multiply(_ value: Rational) {
    if let product = number.multiplied(by: value) {
      number = product
    } else {
      beyondRange.append(.number(value))
    }
  }

  /// Takes what roots of a number make together: √2·√2 is 2.
  private static func fold(
    _ power: (key: Expression, amount: Rational), into number: inout Rational
  ) -> Bool {
    guard let base = power.key.rational, power.amount.isInteger,
      let value = base.power(power.amount.numerator),
      let product = number.multiplied(by: value)
    else { return false }
    number = product
    return true
  }

  /// All of them in front of a chain of matrices.
  func times(_ chain: [Expression], shape: Shape) -> Expression {
    if let (scalars, replaced) = withSoftmax(chain) { return scalars.times(replaced, shape: shape) }
    let isNested = chain.count == 1 && chain[0].operation == .product && !chain[0].shape.isScalar
    let chain = isNested ? chain[0].operands : chain
    var number = number
    let powers = powers.entries.filter { $0.amount != .zero && !Self.fold($0, into: &number) }
      .map { (key: written[$0.key] ?? $0.key, amount: $0.amount) }
    let scalars = Simplifier.quotients(powers)
      .map { $0.amount == .one ? $0.key : Expression.power($0.key, $0.amount) }
    let rest = scalars + beyondRange + (chain.isEmpty && !shape.isScalar ? [.ones(shape)] : chain)
    return rest.isEmpty ? .number(number) : Simplifier.scale(number, .product(rest))
  }
}
