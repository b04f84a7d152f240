import MatrixCalculus

extension Axis {
  /// The sums of each column, or of each row.
  fileprivate var sum: MatrixFunction { self == .columns ? .columnSums : .rowSums }
}

/// A product as it is written: a sign, what stands above the line, and what it is divided by.
struct ProductParts {
  var isNegative = false
  /// Above and below the line, both positive.
  var numerator = 1
  var denominator = 1
  /// `1×1` factors.
  var scalars: [Expression] = []
  /// Matrices, in order.
  var chain: [Expression] = []
  /// `1×1` factors the product is divided by.
  var divisors: [Expression] = []

  init(_ expression: Expression) {
    for factor in expression.operation == .product ? expression.operands : [expression] {
      take(factor)
    }
    chain = ProductParts.raised(chain)
  }

  /// X³ for X X X; of two equal matrices both are written.
  private static func raised(_ chain: [Expression]) -> [Expression] {
    var result: [Expression] = []
    var rest = chain[...]
    while let first = rest.first {
      let run = first.shape.isSquare ? rest.prefix { $0 == first } : rest.prefix(1)
      result += run.count > 2 ? [.matrixPower(first, .number(run.count))] : Array(run)
      rest = rest.dropFirst(run.count)
    }
    return result
  }

  private mutating func take(_ factor: Expression) {
    if let value = factor.rational, take(value) { return }
    if factor.operation == .product, factor.operands.allSatisfy(\.shape.isScalar) {
      for part in factor.operands { take(part) }
    } else if let divisor = ProductParts.divisor(factor) {
      divisors.append(divisor)
    } else if factor.shape.isScalar {
      scalars.append(factor)
    } else {
      chain.append(factor)
    }
  }

  /// Takes a number into the fraction; gives false where it leaves the range.
  private mutating func take(_ value: Rational) -> Bool {
    guard let product = Rational(numerator, denominator)?.multiplied(by: value.magnitude) else {
      return false
    }
    isNegative = value.isNegative != isNegative
    numerator = product.numerator
    denominator = product.denominator
    return true
  }

  /// d where a `1×1` factor is 1/d.
  private static func divisor(_ factor: Expression) -> Expression? {
    guard factor.shape.isScalar, factor.operation == .power,
      let exponent = factor.operands[1].rational, exponent.isNegative
    else { return nil }
    return exponent == .minusOne
      ? factor.operands[0] : .power(factor.operands[0], exponent.negated)
  }

  /// The one factor it consists of, where there is nothing else.
  var single: Expression? {
    let factors = scalars + chain
    let isBare = !isNegative && numerator == 1 && denominator == 1 && divisors.isEmpty
    return isBare && factors.count == 1 ? factors[0] : nil
  }

  /// Whether it reads well above a fraction line: always over a formula, over a number only if short.
  var fitsAboveLine: Bool {
    !divisors.isEmpty || (scalars + chain).allSatisfy { $0.depth <= 1 && $0.operation != .power }
  }

  /// Whether all it divides by is a whole number above one: `A/2`.
  var isUnitFraction: Bool { numerator == 1 && denominator > 1 }
}

extension Expression {
  /// Its terms: itself where it is no sum.
  var terms: [Expression] { operation == .sum ? operands : [self] }

  /// What is spread over rows or columns, where the expression is a spread: c in c·ones(m, n).
  var spreadCore: Expression? {
    if operation == .ones { return .number(1) }
    guard operation == .product else { return nil }
    let scalars = operands.filter(\.shape.isScalar)
    let chain = operands.filter { !$0.shape.isScalar }
    if chain.count == 1, chain[0].operation == .ones { return .product(scalars) }
    guard chain.count > 1, let first = chain.first, let last = chain.last else { return nil }
    if last.operation == .ones, last.shape.isRow { return .product(scalars + chain.dropLast()) }
    if first.operation == .ones, first.shape.isColumn {
      return .product(scalars + chain.dropFirst())
    }
    return nil
  }

  /// Whether a number or a column that stands in a sum is read as spread over it: beside an identity or a
  /// diagonal matrix it would be taken for a multiple of the identity.
  var spreadsTerms: Bool {
    operands.contains { $0.spreadCore == nil && $0.operation != .zeros }
      && !operands.contains { $0.isDiagonalByForm }
  }

  private var isDiagonalByForm: Bool {
    switch operation {
    case .eye: true
    case .call(.diag): operands[0].shape.isColumn
    case .product: operands.last { !$0.shape.isScalar }?.operation == .eye
    default: false
    }
  }

  /// x where the expression is the sum of the absolute values of a column or a row.
  var norm1Argument: Expression? {
    guard operation == .call(.sum), operands[0].operation == .apply(.abs),
      operands[0].shape.isColumn || operands[0].shape.isRow
    else { return nil }
    return operands[0].operands[0]
  }

  /// X and its axis where the expression is the root of the sums of X² over columns or rows.
  var norm2Along: (argument: Expression, axis: Axis)? {
    guard operation == .power, operands[1].rational == .half,
      let axis = Axis.allCases.first(where: { operands[0].operation == .call($0.sum) })
    else { return nil }
    let squares = operands[0].operands[0]
    guard squares.operation == .power, squares.operands[1].rational == Rational(2) else {
      return nil
    }
    return (squares.operands[0], axis)
  }

  /// d where every entry is one over that of d, also of a column or row that is spread.
  var entrywiseDivisor: Expression? {
    if operation == .power {
      guard let exponent = operands[1].rational, exponent.isNegative else { return nil }
      let divisor =
        exponent == .minusOne
        ? operands[0] : Expression.power(operands[0], exponent.negated)
      return exponent.isInteger || divisor.norm2Along != nil ? divisor : nil
    }
    guard operation == .product, operands.count == 2,
      let place = operands.firstIndex(where: { $0.operation == .ones && !$0.shape.isScalar }),
      let divisor = operands[1 - place].entrywiseDivisor, !divisor.shape.isScalar
    else { return nil }
    return .product(place == 1 ? [divisor, operands[1]] : [operands[0], divisor])
  }

  /// X and r where the expression is (Σ X²)ʳ.
  var normPower: (argument: Expression, exponent: Rational)? {
    let exponent = operation == .power ? operands[1].rational : .one
    let base = operation == .power ? operands[0] : self
    guard let exponent, base.operation == .call(.sum) else { return nil }
    let squares = base.operands[0]
    guard squares.operation == .power, squares.operands[1].rational == Rational(2),
      let doubled = exponent.multiplied(by: Rational(2))
    else { return nil }
    return (squares.operands[0], doubled)
  }
}
