import MatrixCalculus

/// What is never negative among expressions made of the parts of one: the inequalities of Cauchy and Schwarz, of the
/// triangle, between norms, means and largest entries, of projections, and of products of what has bounds.
///
/// Source: G. Hardy, J. Littlewood, G. Pólya, "Inequalities" (1952), §2.2, §2.4, §2.9 and §2.10; D. Handelman,
/// "Representing Polynomials by Positive Linear Functions on Compact Convex Polyhedra" (1988), for the products.
struct KnownInequalities {
  struct Fact: Hashable {
    let value: Expression
    /// Whether it is never zero.
    var isStrict = false
  }

  /// More parts of a kind are not looked at.
  static let mostParts = 6

  private(set) var facts: [Fact] = []
  private let shape: Shape
  private var seen: Set<Fact> = []

  init(_ expression: Expression) {
    shape = expression.shape
    guard expression.isBrief else { return }
    let nodes = expression.postorder
    for node in nodes where node.shape == shape { readEntrywise(node) }
    readRanges(nodes)
    if shape.isScalar { readNumbers(nodes) }
    if !facts.isEmpty { note(.ones(shape), strictly: true) }
  }

  mutating func readNumbers(_ nodes: [Expression]) {
    for node in nodes where node.shape.isScalar { readProduct(node.writtenOut) }
    for columns in measured(nodes).prefix(Self.mostParts) { readMeasures(of: columns) }
    for node in nodes {
      switch node.operation {
      case .call(.norm2): readNorm(of: node.operands[0])
      case .call(.trace): readTrace(of: node.operands[0])
      case .call(.det): readDeterminant(node)
      default: continue
      }
    }
  }

  mutating func note(_ value: Expression, strictly isStrict: Bool = false) {
    let fact = Fact(value: value, isStrict: isStrict)
    if value.shape == shape, seen.insert(fact).inserted { facts.append(fact) }
  }

  // MARK: Functions of entries

  /// |u| ≥ ±u, u₊ ≥ 0 and u, eᵘ > 0 and ≥ 1 + u, log u ≤ u − 1.
  mutating func readEntrywise(_ node: Expression) {
    guard case .apply(let function) = node.operation else { return }
    let u = node.operands[0]
    switch function {
    case .abs: noteBetween(u, node)
    case .relu:
      note(node)
      note(node - u)
    case .exp:
      note(node, strictly: true)
      note(node - u - .ones(u.shape))
      var reader = SignReader()
      if reader.sign(of: u) >= .nonNegative { note(node - .ones(u.shape)) }
    case .log: note(u - .ones(u.shape) - node)
    default: return
    }
  }

  /// That the magnitude of one is at most another.
  mutating func noteBetween(_ u: Expression, _ most: Expression) {
    note(most - u)
    note(most + u)
  }

  // MARK: Ranges

  /// Products of the distances from the ends of ranges, up to three; sums of them where a number is asked about.
  mutating func readRanges(_ nodes: [Expression]) {
    let parts = nodes.filter { $0.isRanged && ($0.shape == shape || shape.isScalar) }
    for (_, group) in Dictionary(grouping: parts, by: \.shape).sorted(by: { $0.key.isLess($1.key) })
    {
      let ends = group.prefix(3).flatMap(\.distancesFromEnds)
      for product in Self.products(of: ends) {
        let value = product.value.shape == shape ? product.value : MatrixFunction.sum(product.value)
        note(value, strictly: product.isStrict)
      }
    }
  }

  private static func products(of ends: [Fact]) -> [Fact] {
    var (all, longest) = (ends, ends.map { [$0] })
    let degrees = ends.count > 4 ? 2 : 3
    for _ in 1..<degrees {
      longest = longest.flatMap { product in
        ends[(ends.firstIndex(of: product[product.count - 1]) ?? 0)...].map { product + [$0] }
      }
      all += longest.map { product in
        Fact(value: .hadamard(product.map(\.value)), isStrict: product.allSatisfy(\.isStrict))
      }
    }
    return all
  }
}

extension Bound {
  /// It as a fraction, and whether no entry reaches that; nil where it is none with a small denominator.
  fileprivate func fraction(isLow: Bool) -> (number: Rational, isStrict: Bool)? {
    guard value.magnitude < 1e6 else { return nil }
    for denominator in [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 100, 1_000] {
      let numerator = (value * Double(denominator)).rounded()
      guard let number = Rational(Int(numerator), denominator) else { continue }
      let nearest = numerator / Double(denominator)
      if nearest == value { return (number, isStrict) }
      if value == (isLow ? nearest.nextUp : nearest.nextDown) { return (number, true) }
    }
    return nil
  }
}

extension Shape {
  fileprivate func isLess(_ other: Shape) -> Bool { description < other.description }
}

extension Expression {
  /// Whether it has bounds of its own, and is no sum and no product.
  fileprivate var isRanged: Bool {
    switch operation {
    case .variable, .apply, .call: !distancesFromEnds.isEmpty
    default: false
    }
  }

  /// How far it is above the lower end of its range, and below the upper one.
  fileprivate var distancesFromEnds: [KnownInequalities.Fact] {
    let range = bounds().intersection(boundsOfShares)
    func fact(_ end: (number: Rational, isStrict: Bool), isLow: Bool) -> KnownInequalities.Fact {
      let ends = Expression.product([.number(end.number), .ones(shape)])
      return .init(value: isLow ? self - ends : ends - self, isStrict: end.isStrict)
    }
    let low = range.low.fraction(isLow: true).map { fact($0, isLow: true) }
    let high = range.high.fraction(isLow: false).map { fact($0, isLow: false) }
    return [low, high].compactMap { $0 }
  }

  /// Those of what is not negative and adds up to one in each column or each row.
  private var boundsOfShares: Bounds {
    guard isKnown(.nonNegative) == true,
      isKnown(.columnsSumToOne) == true || isKnown(.rowsSumToOne) == true
    else { return .none }
    return Bounds(
      low: Bound(value: 0, isStrict: isKnown(.positive) == true),
      high: Bound(value: 1, isStrict: false))
  }
}
