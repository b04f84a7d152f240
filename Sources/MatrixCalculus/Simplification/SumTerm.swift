/// A term of a sum as a number times powers of numbers times matrices.
struct SumTerm {
  /// What several terms may have in common.
  enum Common: Hashable {
    /// A `1×1` base, as it is compared.
    case scalar(Expression)
    /// A base of entrywise factors.
    case entry(Expression)
    /// The first matrix of a product.
    case left(Expression)
    /// The last one.
    case right(Expression)
  }

  /// A base with its exponent; numbers are compared by `sameNumber`.
  struct Factor {
    let base: Expression
    var exponent: Rational

    var key: Expression { base.sameNumber }

    var value: Expression { Simplifier.power(base, .number(exponent)) }
  }

  private(set) var coefficient = Rational.one
  private(set) var scalars: [Factor] = []
  /// The factors of the only matrix, entry by entry; none where that is full of ones.
  private(set) var entries: [Factor] = []
  /// Two or more matrices in order, or none.
  private(set) var chain: [Expression] = []
  private let shape: Shape

  init(_ term: Expression) {
    shape = term.shape
    for factor in term.operation == .product ? term.operands : [term] { take(factor) }
    if shape.isScalar, chain.count == 2 {
      scalars.append(Self.factor(.product(chain)))
      chain = []
    }
    guard chain.count == 1 else { return }
    entries = (chain[0].operation == .hadamard ? chain[0].operands : [chain[0]])
      .filter { $0.operation != .ones }.map(Self.factor)
    chain = []
  }

  private mutating func take(_ factor: Expression) {
    if let value = factor.rational, let product = coefficient.multiplied(by: value) {
      coefficient = product
    } else if factor.shape.isScalar {
      scalars.append(Self.factor(factor))
    } else {
      chain.append(factor)
    }
  }

  private static func factor(_ expression: Expression) -> Factor {
    let (base, exponent) = Simplifier.basis(expression)
    return Factor(base: base, exponent: exponent)
  }

  /// Whether one matrix is left where the first or the last is taken away.
  var isShort: Bool { chain.count == 2 }

  /// All it may have in common with others.
  var parts: [Common] {
    scalars.map { .scalar($0.key) } + entries.map { .entry($0.base) }
      + (chain.first.map { [.left($0)] } ?? []) + (chain.last.map { [.right($0)] } ?? [])
  }

  /// The exponent with which a part stands in the term, 0 where it does not.
  func exponent(of part: Common) -> Rational {
    switch part {
    case .scalar(let key): scalars.first { $0.key == key }?.exponent ?? .zero
    case .entry(let base): entries.first { $0.base == base }?.exponent ?? .zero
    case .left(let matrix): chain.first == matrix ? .one : .zero
    case .right(let matrix): chain.last == matrix ? .one : .zero
    }
  }

  /// A part as it is written in the term.
  func written(_ part: Common) -> Expression {
    switch part {
    case .scalar(let key): scalars.first { $0.key == key }?.base ?? key
    case .entry(let matrix), .left(let matrix), .right(let matrix): matrix
    }
  }

  /// The term divided by a power of a part; nil where an exponent leaves its range.
  func divided(by part: Common, _ exponent: Rational) -> SumTerm? {
    var rest = self
    switch part {
    case .scalar(let key):
      guard Self.divide(&rest.scalars, by: key, exponent, { $0.key == key }) else { return nil }
    case .entry(let base):
      guard Self.divide(&rest.entries, by: base, exponent, { $0.base == base }) else { return nil }
    case .left: rest.chain.removeFirst()
    case .right: rest.chain.removeLast()
    }
    return rest
  }

  /// The term divided by a number; nil where it leaves its range.
  func divided(by number: Rational) -> SumTerm? {
    guard let inverse = number.reciprocal, let scaled = coefficient.multiplied(by: inverse) else {
      return nil
    }
    var rest = self
    rest.coefficient = scaled
    return rest
  }

  private static func divide(
    _ factors: inout [Factor], by base: Expression, _ exponent: Rational,
    _ isMet: (Factor) -> Bool
  ) -> Bool {
    guard let place = factors.firstIndex(where: isMet) else {
      factors.append(Factor(base: base, exponent: exponent.negated))
      return true
    }
    guard let left = factors[place].exponent.adding(exponent.negated) else { return false }
    factors[place].exponent = left
    if left == .zero { factors.remove(at: place) }
    return true
  }

  /// The term as it is written.
  var expression: Expression {
    var matrices = chain
    if !entries.isEmpty {
      let whole = chain.isEmpty ? [] : [Simplifier.product(chain)]
      matrices = [Simplifier.hadamard(whole + entries.map(\.value))]
    } else if chain.isEmpty, !shape.isScalar {
      matrices = [.ones(shape)]
    }
    return Simplifier.product([.number(coefficient)] + scalars.map(\.value) + matrices)
  }
}
