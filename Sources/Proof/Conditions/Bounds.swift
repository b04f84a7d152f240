import MatrixCalculus

/// A number that no entry of an expression is below, or above.
struct Bound: Hashable {
  var value: Double
  /// Whether no entry reaches it.
  var isStrict: Bool

  static let minusInfinity = Bound(value: -.infinity, isStrict: false)
  static let infinity = Bound(value: .infinity, isStrict: false)

  /// The end of a declared range; the number next to zero stands for what comes as near to zero as it likes.
  init(end: Double) {
    let isNextToZero = abs(end) == .leastNonzeroMagnitude
    self.init(value: isNextToZero ? 0 : end, isStrict: isNextToZero)
  }

  init(value: Double, isStrict: Bool) { (self.value, self.isStrict) = (value, isStrict) }

  /// What a lower bound says of the sign.
  var sign: SignByForm {
    value > 0 || value == 0 && isStrict ? .positive : value == 0 ? .nonNegative : .unknown
  }

  static func + (a: Bound, b: Bound) -> Bound {
    Bound(value: a.value + b.value, isStrict: a.isStrict || b.isStrict)
  }

  func scaled(by factor: Double) -> Bound { Bound(value: factor * value, isStrict: isStrict) }
}

/// Between which numbers all entries of an expression are.
struct Bounds: Hashable {
  var low = Bound.minusInfinity
  var high = Bound.infinity

  static let none = Bounds()
  static let positive = Bounds(low: Bound(value: 0, isStrict: true))
  static let nonNegative = Bounds(low: Bound(value: 0, isStrict: false))
  static let unit = Bounds(-1, 1, strictly: true)

  init(low: Bound = .minusInfinity, high: Bound = .infinity) {
    self.low = low
    self.high = high
  }

  init(_ low: Double, _ high: Double, strictly: Bool) {
    self.init(
      low: Bound(value: low, isStrict: strictly), high: Bound(value: high, isStrict: strictly))
  }

  /// Whether they leave the numbers between −1 and 1 alone.
  var isWithinUnit: Bool {
    (low.value > -1 || low.value == -1 && low.isStrict)
      && (high.value < 1 || high.value == 1 && high.isStrict)
  }

  /// Whether they leave no number between −1 and 1.
  var isOutsideUnit: Bool { low.value >= 1 || high.value <= -1 }

  func intersection(_ other: Bounds) -> Bounds {
    let lows = [low, other.low].sorted {
      ($0.value, $0.isStrict ? 1 : 0) < ($1.value, $1.isStrict ? 1 : 0)
    }
    let highs = [high, other.high].sorted {
      ($0.value, $0.isStrict ? 0 : 1) < ($1.value, $1.isStrict ? 0 : 1)
    }
    return Bounds(low: lows[1], high: highs[0])
  }

  func scaled(by factor: Double) -> Bounds {
    if factor == 0 { return Bounds(0, 0, strictly: false) }
    let ends = (low.scaled(by: factor), high.scaled(by: factor))
    return factor < 0 ? Bounds(low: ends.1, high: ends.0) : Bounds(low: ends.0, high: ends.1)
  }

  /// Those of the magnitudes, raised to a positive power.
  func evenPower(_ exponent: Double) -> Bounds {
    let isApart = low.value >= 0
    let least = isApart ? low : Bound(value: 0, isStrict: false)
    let most = -low.value > high.value ? low.scaled(by: -1) : high
    func raised(_ bound: Bound) -> Bound {
      Bound(value: Real.pow(bound.value, exponent), isStrict: bound.isStrict)
    }
    let isEven = -low.value == high.value && low.isStrict != high.isStrict
    let top = isEven ? Bound(value: most.value, isStrict: false) : most
    return Bounds(low: raised(least), high: raised(top))
  }
}

extension Expression {
  /// Bounds that its form gives: those of each term of a sum added up.
  ///
  /// - Parameter assumed: what is known of parts.
  /// - Complexity: looks few nodes deep.
  func bounds(assuming assumed: [Expression: Bounds] = [:]) -> Bounds {
    guard operation == .sum else { return termBounds(assumed) }
    let terms = operands.map { $0.termBounds(assumed) }
    let sum = Bounds(
      low: terms.map(\.low).reduce(Bound(value: 0, isStrict: false), +),
      high: terms.map(\.high).reduce(Bound(value: 0, isStrict: false), +))
    return assumed[self].map(sum.intersection) ?? sum
  }

  /// A sum divided by a size that is one of its terms, which has the same sign: 1 − mean(q) for n − Σ q; nil
  /// without such a term.
  var bySize: Expression? {
    guard operation == .sum, let size = operands.lazy.compactMap(\.size).first else { return nil }
    return .sum(
      operands.map { term in
        var factors = term.operation == .product ? term.operands : [term]
        guard let place = factors.firstIndex(of: size) else {
          return .product([.power(size, .minusOne)] + factors)
        }
        factors[place] = .number(1)
        return .product(factors)
      })
  }

  /// The size that it is, with numbers and ones beside it.
  private var size: Expression? {
    let factors = operation == .product ? operands : [self]
    let others = factors.filter { $0.rational == nil && $0.operation != .ones }
    guard others.count == 1, case .size = others[0].operation else { return nil }
    return others[0]
  }

  private func termBounds(_ assumed: [Expression: Bounds]) -> Bounds {
    if operation == .ones { return Bounds(1, 1, strictly: false) }
    if let value = rational { return Bounds(value.double, value.double, strictly: false) }
    let own = assumed[self] ?? .none
    if let mean = mean {
      return mean.entries.bounds(assuming: assumed).scaled(by: mean.factor).intersection(own)
    }
    guard operation == .product else { return factorBounds(assumed).intersection(own) }
    let others = operands.filter { $0.rational == nil && $0.operation != .ones }
    let factor = operands.compactMap(\.rational).reduce(1) { $0 * $1.double }
    let ones = operands.filter { $0.operation == .ones }
    guard others.count <= 1, ones.count <= 1 else { return own }
    let inner = others.first.map { $0.factorBounds(assumed) } ?? Bounds(1, 1, strictly: false)
    return inner.scaled(by: factor).intersection(own)
  }

  /// What it is a mean of, over all entries or those of a column or a row, and a number in front.
  private var mean: (entries: Expression, factor: Double)? {
    guard operation == .product, operands.count <= 4 else { return nil }
    let factor = operands.compactMap(\.rational).reduce(1) { $0 * $1.double }
    let others = operands.filter { $0.rational == nil }
    guard let total = others.last, case .call(let function) = total.operation,
      let entries = total.operands.first
    else { return nil }
    let counts: [Dimension] =
      switch function {
      case .sum: [entries.shape.rows, entries.shape.columns]
      case .columnSums: [entries.shape.rows]
      case .rowSums: [entries.shape.columns]
      default: []
      }
    let divisors = others.dropLast().map { Expression.product([$0]) }
    let sizes = counts.filter { $0 != .one }
      .map { Expression.power(.size($0), .minusOne) }
    return !sizes.isEmpty && divisors.count == sizes.count && sizes.allSatisfy(divisors.contains)
      ? (entries, factor) : nil
  }

  /// Those of what is no sum and no product.
  private func factorBounds(_ assumed: [Expression: Bounds]) -> Bounds {
    let known = assumed[self] ?? .none
    switch operation {
    case .variable(let variable):
      guard let range = variable.range else { break }
      return Bounds(low: Bound(end: range.lowerBound), high: Bound(end: range.upperBound))
        .intersection(known)
    case .apply(.sigmoid): return Bounds(0, 1, strictly: true).intersection(known)
    case .apply(.tanh), .apply(.erf): return Bounds.unit.intersection(known)
    case .apply(.cos) where operands[0].isWithinRightAngle(assumed):
      return Bounds(low: Bound(value: 0, isStrict: true), high: Bound(value: 1, isStrict: false))
    case .apply(.sin), .apply(.cos): return Bounds(-1, 1, strictly: false).intersection(known)
    case .apply(.exp): return Bounds.positive.intersection(known)
    case .apply(.abs): return operands[0].bounds(assuming: assumed).evenPower(1)
    case .power: return powerBounds(assumed).intersection(known)
    default: break
    }
    return known
  }

  /// Those of an even power.
  private func powerBounds(_ assumed: [Expression: Bounds]) -> Bounds {
    guard let exponent = operands[1].rational, exponent.isInteger, exponent > .zero,
      exponent.numerator.isMultiple(of: 2)
    else { return .none }
    return operands[0].bounds(assuming: assumed).evenPower(exponent.double)
  }

  private func isWithinRightAngle(_ assumed: [Expression: Bounds]) -> Bool {
    let bounds = bounds(assuming: assumed)
    return bounds.low.value > -1.57 && bounds.high.value < 1.57
  }
}

extension Rational {
  fileprivate var double: Double { Double(numerator) / Double(denominator) }
}
