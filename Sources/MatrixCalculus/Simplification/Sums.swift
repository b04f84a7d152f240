extension Simplifier {
  /// The sum of simplified terms: flat, like terms collected, nothing that is zero.
  static func sum(_ terms: [Expression]) -> Expression {
    if let multiple = multiple(terms) { return multiple }
    if let joined = oppositesJoined(terms) { return sum(joined) }
    if let added = blocksAdded(terms) { return sum(added) }
    if terms.count <= mostHalves, let rest = withoutHalves(terms) { return sum(rest) }
    var tally = Tally<Expression>()
    var firstWritten: [Expression: Expression] = [:]
    var beyondRange: [Expression] = []
    for term in flattened(terms) where !term.isZero {
      let (coefficient, core) = split(term)
      let key = core.unordered
      if firstWritten[key] == nil { firstWritten[key] = core }
      if !tally.add(coefficient, to: key) { beyondRange.append(term) }
    }
    let kept = tally.entries.filter { $0.amount != .zero }
      .map { scale($0.amount, firstWritten[$0.key] ?? $0.key) }
    let all = commonEntries(kept + beyondRange)
    if all.isEmpty { return .zeros(terms[0].shape) }
    return reshaping(all, to: terms[0].shape) { sum($0) } ?? .sum(positiveFirst(all))
  }

  /// (s + t) times ones for s and t times ones, where there is nothing else.
  private static func commonEntries(_ terms: [Expression]) -> [Expression] {
    guard terms.count > 1, terms.count <= 8 else { return terms }
    let entries = terms.compactMap(\.commonEntry)
    return entries.count == terms.count ? [product([sum(entries), .ones(terms[0].shape)])] : terms
  }

  /// In longer sums no terms are looked for that make up something simpler.
  private static let mostHalves = 16

  /// c S where every term is a multiple of one sum S, which then stays together.
  private static func multiple(_ terms: [Expression]) -> Expression? {
    guard terms.count > 1 else { return nil }
    let first = split(terms[0])
    guard first.core.operation == .sum else { return nil }
    let parts = terms.map { aligned(split($0), with: first.core) }
    guard parts.allSatisfy({ $0.core == first.core }) else { return nil }
    var total = Rational.zero
    for part in parts {
      guard let next = total.adding(part.coefficient) else { return nil }
      total = next
    }
    return scale(total, first.core)
  }

  /// c (B − A) as −c (A − B) where A − B is the sum it stands beside.
  private static func aligned(
    _ part: (coefficient: Rational, core: Expression), with sum: Expression
  ) -> (coefficient: Rational, core: Expression) {
    guard part.core != sum, part.core.operation == .sum,
      part.core.operands.count == sum.operands.count, sum.isNarrow,
      let opposite = part.coefficient.multiplied(by: .minusOne),
      scale(.minusOne, part.core) == sum
    else { return part }
    return (opposite, sum)
  }

  /// The terms with sums within them, also negated ones, put in their place.
  private static func flattened(_ terms: [Expression]) -> [Expression] {
    terms.flatMap { term -> [Expression] in
      if term.operation == .sum { return term.operands }
      if let negated = negatedSum(term) { return negated.map { scale(.minusOne, $0) } }
      return [term]
    }
  }

  /// The terms of S where the term is −S.
  private static func negatedSum(_ term: Expression) -> [Expression]? {
    guard term.operation == .product, term.operands.count == 2,
      term.operands[0].rational == .minusOne, term.operands[1].operation == .sum
    else { return nil }
    return term.operands[1].operands
  }

  /// The terms in their order, but never a negative one first where a positive one exists.
  private static func positiveFirst(_ terms: [Expression]) -> [Expression] {
    guard terms.count > 1, split(terms[0]).coefficient.isNegative,
      let first = terms.firstIndex(where: { !split($0).coefficient.isNegative })
    else { return terms }
    var reordered = terms
    reordered.insert(reordered.remove(at: first), at: 0)
    return reordered
  }

  /// The numeric coefficient of a simplified term and what it multiplies.
  static func split(_ term: Expression) -> (coefficient: Rational, core: Expression) {
    if let value = term.rational { return (value, .number(1)) }
    guard term.operation == .product, let value = term.operands[0].rational else {
      return (.one, term)
    }
    return (value, .product(Array(term.operands.dropFirst())))
  }

  /// A number times a simplified term that has no coefficient of its own.
  static func scale(_ coefficient: Rational, _ core: Expression) -> Expression {
    let (inner, rest) = split(core)
    guard let value = coefficient.multiplied(by: inner) else {
      return .product([.number(coefficient), core])
    }
    if value == .one { return rest }
    if value == .zero { return .zeros(core.shape) }
    if rest.rational == .one { return .number(value) }
    if value == .minusOne, rest.operation == .sum {
      return sum(rest.operands.map { scale(.minusOne, $0) })
    }
    let factors = rest.operation == .product ? rest.operands : [rest]
    return taken(value, into: factors) ?? .product([.number(value)] + factors)
  }

  /// A + B for ½ (2 A + 2 B): a fraction within the first sum that has whole coefficients then.
  private static func taken(_ fraction: Rational, into factors: [Expression]) -> Expression? {
    guard !fraction.isInteger else { return nil }
    for (index, factor) in factors.enumerated() where factor.operation == .sum && factor.isNarrow {
      let terms = factor.operands.map { split($0) }
      let products = terms.compactMap { $0.coefficient.multiplied(by: fraction) }
      guard products.count == terms.count, products.allSatisfy(\.isInteger) else { continue }
      var taken = factors
      taken[index] = .sum(zip(products, terms).map { scale($0, $1.core) })
      return taken.count == 1 ? taken[0] : .product(taken)
    }
    return nil
  }
}

extension Expression {
  /// Whether the factors of a product may take its place among those of another. Where a product is
  /// shared again and again, what is put together this way would double each time.
  var isNarrow: Bool { operands.count <= 64 }

  /// A power of a number as that of the form in which it is compared.
  private var inOneForm: Expression {
    guard operation == .power else { return sameNumber }
    return with([operands[0].sameNumber, operands[1]])
  }

  /// One expression for all that differ in the order of commuting factors only. The order it has means
  /// nothing outside this process.
  fileprivate var unordered: Expression {
    guard isNarrow else { return self }
    switch operation {
    case .hadamard: return .hadamard(operands.sorted { $0.identity < $1.identity })
    case .product:
      let scalars = operands.filter(\.shape.isScalar).map(\.inOneForm)
        .sorted { $0.identity < $1.identity }
      let chain = operands.filter { !$0.shape.isScalar }.map(\.unordered)
      let number = shape.isScalar && !chain.isEmpty ? [Expression.product(chain).sameNumber] : []
      return .product(scalars + (number.isEmpty ? chain : number))
    default: return sameNumber
    }
  }
}
