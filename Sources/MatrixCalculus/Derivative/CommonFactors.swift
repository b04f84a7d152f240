/// The factors of a term of a sum, of which some may be common to all terms: s W (A + B) V for
/// s W A V + s W B V.
struct Factors {
  /// Where in a product a matrix stands.
  enum End { case first, last }

  /// What terms have in common.
  struct Common {
    var number: Rational
    /// Bases with their exponents.
    var powers: [Simplifier.Power]
    /// The first matrices.
    var left: [Expression]
    /// The last ones.
    var right: [Expression]

    /// How many of them are matrices.
    var matrices: Int { left.count + right.count }

    var isNothing: Bool {
      number == .one && powers.isEmpty && left.isEmpty && right.isEmpty
    }
  }

  fileprivate let number: Rational
  fileprivate var powers: [Simplifier.Power]
  fileprivate let chain: [Expression]

  init(of term: Expression) {
    let factors = term.operation == .product ? term.operands : [term]
    number = factors.first?.rational ?? .one
    powers = factors.filter { $0.shape.isScalar && $0.rational == nil }
      .map { Simplifier.basis($0) }.map { ($0.base, $0.exponent) }
    chain = factors.filter { !$0.shape.isScalar }
  }

  private init(number: Rational, powers: [Simplifier.Power], chain: [Expression]) {
    (self.number, self.powers, self.chain) = (number, powers, chain)
  }

  /// The same with the numbers and powers outside that the terms of a sum among its matrices have in common.
  fileprivate var lifted: Factors {
    for place in chain.indices where chain[place].operation == .sum && chain[place].isNarrow {
      let terms = chain[place].operands.map(Factors.init)
      guard var common = Factors.common(to: terms) else { continue }
      (common.left, common.right) = ([], [])
      let rest = terms.compactMap { $0.without(common) }
      guard !common.isNothing, rest.count == terms.count,
        let number = number.multiplied(by: common.number),
        let powers = Factors.multiplied(powers, common.powers)
      else { continue }
      var chain = chain
      chain[place] = .sum(rest)
      return Factors(number: number, powers: powers, chain: chain).lifted
    }
    return self
  }

  private static func multiplied(
    _ a: [Simplifier.Power], _ b: [Simplifier.Power]
  ) -> [Simplifier.Power]? {
    var tally = Tally<Expression>()
    for power in a + b where !tally.add(power.amount, to: power.key) { return nil }
    return tally.entries.filter { $0.amount != .zero }
  }

  /// What all have in common; nil where that is nothing.
  ///
  /// Of each product of matrices one is left to stand, but of L R beside products L M R, which leaves the identity.
  ///
  /// - Parameter leavesIdentity: whether A beside B A leaves the identity as well.
  static func common(to terms: [Factors], leavesIdentity: Bool = false) -> Common? {
    guard let first = terms.first, terms.count > 1 else { return nil }
    let chains = terms.map(\.chain)
    let shortest = chains.map(\.count).min() ?? 0
    let left = max(0, min(alike(chains), shortest - 1))
    let isAround = left > 0 && shortest > 1 || leavesIdentity && first.hasMatrix && shortest == 1
    let alikeBehind = alike(chains.map { $0.reversed() })
    let right = max(0, min(alikeBehind, shortest - left - (isAround && alikeBehind > 0 ? 0 : 1)))
    let common = Common(
      number: commonNumber(terms.map(\.number)), powers: commonPowers(terms),
      left: Array(first.chain.prefix(left)), right: Array(first.chain.suffix(right)))
    return common.isNothing ? nil : common
  }

  private var hasMatrix: Bool {
    chain.last.map { !$0.shape.isColumn && !$0.shape.isRow && $0.operation != .eye } ?? false
  }

  /// With how many matrices all products begin alike.
  private static func alike(_ chains: [[Expression]]) -> Int {
    let first = chains[0]
    return first.indices.prefix { place in
      chains.allSatisfy { place < $0.count && $0[place] == first[place] }
    }.count
  }

  /// The matrix at an end of a product of several.
  fileprivate func matrix(at end: End) -> Expression? {
    guard chain.count > 1 else { return nil }
    return end == .first ? chain.first : chain.last
  }

  /// The greatest whole number that divides all, or the size that all have.
  private static func commonNumber(_ numbers: [Rational]) -> Rational {
    if let size = numbers.first?.magnitude, numbers.allSatisfy({ $0.magnitude == size }) {
      return size
    }
    guard numbers.allSatisfy(\.isInteger) else { return .one }
    return Rational(numbers.reduce(0) { greatestCommonDivisor($0, abs($1.numerator)) })
  }

  /// Powers of one base with exponents of one sign have the smaller one in common.
  private static func commonPowers(_ terms: [Factors]) -> [Simplifier.Power] {
    terms[0].powers.compactMap { power in
      let amounts = terms.map { term in
        term.powers.first { $0.key == power.key }?.amount ?? .zero
      }
      let isNegative = power.amount.isNegative
      guard amounts.allSatisfy({ $0 != .zero && $0.isNegative == isNegative }),
        let least = amounts.min(by: { $0.magnitude < $1.magnitude })
      else { return nil }
      return (power.key, least)
    }
  }

  /// The term without them.
  func without(_ common: Common) -> Expression? {
    guard let rest = common.number.reciprocal.flatMap({ $0.multiplied(by: number) }) else {
      return nil
    }
    var left: [Expression] = []
    for power in powers {
      let taken = common.powers.first { $0.key == power.key }?.amount ?? .zero
      guard let amount = power.amount.adding(taken.negated) else { return nil }
      if amount != .zero { left.append(amount == .one ? power.key : .power(power.key, amount)) }
    }
    let middle = chain.dropFirst(common.left.count).dropLast(common.right.count)
    let scalars = (rest == .one ? [] : [.number(rest)]) + left
    if middle.isEmpty, !chain.isEmpty {
      guard let size = common.right.first?.shape.rows,
        size == common.left.last?.shape.columns ?? size
      else { return nil }
      return .product(scalars + [.eye(size)])
    }
    let kept = scalars + middle
    return kept.isEmpty ? .number(1) : .product(kept)
  }
}

extension Factors.Common {
  /// What the terms have in common around what is left of them.
  fileprivate func around(_ rest: Expression) -> Expression {
    let numbers = number == .one ? [] : [Expression.number(number)]
    let scalars = powers.map { $0.amount == .one ? $0.key : Expression.power($0.key, $0.amount) }
    return .product(numbers + scalars + left + [rest] + right)
  }
}

/// How far factors are taken out of sums.
struct Factoring {
  /// Whether what is left of the terms is worth it.
  var isWorth: ([Expression]) -> Bool = { _ in true }
  /// Whether A + B A may become (I + B) A.
  var leavesIdentity = false
  /// By how many nodes a sum may grow on the way.
  var slack = 0

  /// Longer sums are left as they are.
  private static let reach = 1_000

  /// A sum of products with what they have in common outside, all of them or some; nil where that is nothing,
  /// or no shorter.
  func factored(_ sum: Expression) -> Expression? {
    guard sum.operation == .sum, sum.isNarrow else { return nil }
    return whole(sum) ?? grouped(sum)
  }

  private func whole(_ sum: Expression) -> Expression? {
    let plain = sum.operands.map(Factors.init)
    return taken(from: sum, plain.map(\.lifted)) ?? taken(from: sum, plain)
  }

  private func taken(from sum: Expression, _ terms: [Factors]) -> Expression? {
    guard let common = Factors.common(to: terms, leavesIdentity: leavesIdentity) else { return nil }
    let rest = terms.compactMap { $0.without(common) }
    guard rest.count == terms.count, isWorth(rest) else { return nil }
    let size = sum.treeSize(limit: Self.reach)
    guard size < Self.reach else { return nil }
    let inner = Expression.sum(rest)
    let result = common.around(grouped(inner) ?? inner)
    return result.treeSize(limit: size + slack + 1) <= size + slack ? result : nil
  }

  /// The terms that begin or end with one matrix put together, those of each matrix in turn.
  private func grouped(_ sum: Expression) -> Expression? {
    var terms = sum.operands
    guard terms.count > 2 else { return nil }
    for _ in sum.operands {
      guard let (places, together) = group(terms) else { break }
      terms[places[0]] = together
      terms = terms.indices.filter { !places.dropFirst().contains($0) }.map { terms[$0] }
    }
    return terms.count < sum.operands.count ? .sum(terms) : nil
  }

  /// Some terms with a common matrix at one end, and what they are together.
  private func group(_ terms: [Expression]) -> (places: [Int], together: Expression)? {
    let factors = terms.map(Factors.init)
    for end in [Factors.End.last, .first] {
      for first in terms.indices {
        guard let matrix = factors[first].matrix(at: end) else { continue }
        let places = terms.indices.filter { $0 >= first && factors[$0].matrix(at: end) == matrix }
        guard places.count > 1, places.count < terms.count,
          let together = whole(.sum(places.map { terms[$0] }))
        else { continue }
        return (places, together)
      }
    }
    return nil
  }
}

extension Expression {
  /// Larger results are not looked at twice.
  private static let factoringReach = 4_000

  /// What the terms of each sum have in common is written once where that is shorter: numbers, and the first
  /// and the last matrices of products.
  ///
  /// - Parameter leavingIdentity: whether A + B A may become (I + B) A.
  package func factored(leavingIdentity: Bool = false) -> Expression {
    let strict = factored(by: Factoring(leavesIdentity: leavingIdentity))
    let size = strict.treeSize(limit: Self.factoringReach)
    guard size < Self.factoringReach else { return strict }
    let eager = factored(by: Factoring(leavesIdentity: leavingIdentity, slack: 3))
    return eager.treeSize(limit: size) < size ? eager : strict
  }

  private func factored(by factoring: Factoring) -> Expression {
    rebuilt { part, operands in
      let node = part.with(operands)
      return factoring.factored(node) ?? node
    }.simplified
  }
}
