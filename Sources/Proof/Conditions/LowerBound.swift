import MatrixCalculus

/// A number that no entry of an expression is below.
struct LowerBound {
  var value: Double
  /// Whether no entry reaches it.
  var isStrict: Bool

  static let none = LowerBound(value: -.infinity, isStrict: false)

  var sign: SignByForm {
    value > 0 || value == 0 && isStrict ? .positive : value == 0 ? .nonNegative : .unknown
  }

  static func + (a: LowerBound, b: LowerBound) -> LowerBound {
    LowerBound(value: a.value + b.value, isStrict: a.isStrict || b.isStrict)
  }
}

extension Expression {
  /// A bound that its form gives: the least value of each term of a sum added up.
  ///
  /// - Complexity: looks two nodes deep.
  var lowerBound: LowerBound {
    operation == .sum
      ? operands.map(\.bound).reduce(LowerBound(value: 0, isStrict: false), +) : bound
  }

  private var bound: LowerBound {
    if operation == .ones { return LowerBound(value: 1, isStrict: false) }
    if let value = rational { return LowerBound(value: value.double, isStrict: false) }
    guard operation == .product else { return range.low }
    let others = operands.filter { $0.rational == nil && $0.operation != .ones }
    let factor = operands.compactMap(\.rational).reduce(1) { $0 * $1.double }
    guard others.count <= 1 else { return .none }
    guard let other = others.first else { return LowerBound(value: factor, isStrict: false) }
    let (low, high) = other.range
    let end = factor < 0 ? high : low
    return end.value.isInfinite
      ? .none : LowerBound(value: factor * end.value, isStrict: end.isStrict)
  }

  /// Between which numbers all entries are.
  private var range: (low: LowerBound, high: LowerBound) {
    func between(_ low: Double, _ high: Double, strictly: Bool) -> (LowerBound, LowerBound) {
      (LowerBound(value: low, isStrict: strictly), LowerBound(value: high, isStrict: strictly))
    }
    switch operation {
    case .variable(let variable):
      guard let range = variable.range else { break }
      return between(range.lowerBound, range.upperBound, strictly: false)
    case .apply(.sigmoid): return between(0, 1, strictly: true)
    case .apply(.tanh), .apply(.erf): return between(-1, 1, strictly: true)
    case .apply(.sin), .apply(.cos): return between(-1, 1, strictly: false)
    case .apply(.exp): return between(0, .infinity, strictly: true)
    default: break
    }
    return (.none, LowerBound(value: .infinity, isStrict: false))
  }
}

extension Rational {
  fileprivate var double: Double { Double(numerator) / Double(denominator) }
}
