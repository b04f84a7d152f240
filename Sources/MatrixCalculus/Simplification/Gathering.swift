/// Sums with what their terms have in common written once: s A (X + Y) for s A X + s A Y, for all terms or
/// for some of them.
struct Gathering {
  /// Sums of more terms are left alone.
  static let mostTerms = 8
  /// Longer sums are not looked at.
  static let reach = 200

  /// Of the sums within a form that is tried, so many forms less are tried.
  private static let share = 6

  /// How many forms are still to be tried.
  private var attempts: Int

  init(attempts: Int = 48) { self.attempts = attempts }

  /// The sum in the shortest of its forms: as it is, multiplied out, and either with common factors outside;
  /// any other node as it is.
  mutating func shortest(_ sum: Expression) -> Expression {
    guard sum.operation == .sum else { return sum }
    let gathered = gathered(sum)
    guard let collected = sum.collected else { return gathered }
    let expanded = self.gathered(collected)
    let size = gathered.treeSize(limit: Self.reach)
    return expanded.isShorter(than: gathered, of: size) ? expanded : gathered
  }

  /// The sum with common factors outside, as long as that makes it shorter; any other node as it is.
  mutating func gathered(_ sum: Expression) -> Expression {
    var best = sum
    while let next = shorter(best) { best = next }
    return best
  }

  private mutating func shorter(_ sum: Expression) -> Expression? {
    guard sum.operation == .sum, sum.operands.count <= Self.mostTerms else { return nil }
    let size = sum.treeSize(limit: Self.reach)
    guard size < Self.reach else { return nil }
    let terms = sum.operands.map(SumTerm.init)
    guard Self.haveCommonParts(terms) else { return nil }
    let written = sum.writtenSize
    var best: (size: Int, sum: Expression)?
    for (part, exponent, group) in Self.choices(terms) where attempts > 0 {
      attempts -= 1
      guard let made = gathered(sum, terms, part, exponent, group) else { continue }
      let length = made.treeSize(limit: size)
      if length < best?.size ?? size, made.writtenSize <= written { best = (length, made) }
    }
    return best?.sum
  }

  /// Whether a part stands in two terms at all, or one is divided by a sum.
  private static func haveCommonParts(_ terms: [SumTerm]) -> Bool {
    var seen: Set<SumTerm.Common> = []
    return terms.contains { term in
      term.parts.contains { part in
        !seen.insert(part).inserted || part.isSum && term.exponent(of: part).isNegative
      }
    }
  }

  private typealias Choice = (part: SumTerm.Common, exponent: Rational, group: [Int])

  /// What to put outside, with which exponent, of which terms.
  private static func choices(_ terms: [SumTerm]) -> [Choice] {
    var seen: Set<SumTerm.Common> = []
    let parts = terms.flatMap(\.parts).filter { seen.insert($0).inserted }
    return parts.flatMap { choices($0, terms) }
  }

  private static func choices(_ part: SumTerm.Common, _ terms: [SumTerm]) -> [Choice] {
    let exponents = terms.map { $0.exponent(of: part) }
    let above = exponents.indices.filter { exponents[$0] > .zero }
    let below = exponents.indices.filter { exponents[$0].isNegative }
    var found: [Choice] = []
    if above.count > 1, part.isFactor || above.contains(where: { terms[$0].isShort }),
      let least = above.map({ exponents[$0] }).min()
    {
      found.append((part, least, above))
    }
    guard let most = below.map({ exponents[$0] }).min(),
      let least = below.map({ exponents[$0] }).max()
    else { return found }
    if below.count > 1 { found.append((part, least, below)) }
    // Over a common denominator.
    if part.isSum, most != least || below.count < terms.count {
      found.append((part, most, most != least ? below : Array(terms.indices)))
    }
    return found
  }

  private func gathered(
    _ sum: Expression, _ terms: [SumTerm], _ part: SumTerm.Common, _ exponent: Rational,
    _ group: [Int]
  ) -> Expression? {
    let content = Content.common(to: group.map { terms[$0].coefficient })
    let rest = group.compactMap { place in
      terms[place].divided(by: part, exponent)?.divided(by: content)?.expression
    }
    guard rest.count == group.count, let first = group.first else { return nil }
    var within = Gathering(attempts: attempts / Self.share)
    let inner = within.shortest(Simplifier.sum(rest))
    let factor = terms[first].written(part)
    let whole = Self.product(content, part, Simplifier.power(factor, exponent, for: part), inner)
    let others = terms.indices.filter { !group.contains($0) }
    let (before, after) = (others.filter { $0 < first }, others.filter { $0 > first })
    return Simplifier.sum(
      before.map { sum.operands[$0] } + [whole] + after.map { sum.operands[$0] })
  }

  private static func product(
    _ content: Rational, _ part: SumTerm.Common, _ factor: Expression, _ inner: Expression
  ) -> Expression {
    switch part {
    case .scalar, .left: Simplifier.product([.number(content), factor, inner])
    case .right: Simplifier.product([.number(content), inner, factor])
    case .entry: Simplifier.product([.number(content), Simplifier.hadamard([factor, inner])])
    }
  }
}

extension SumTerm.Common {
  /// Whether it is a factor that commutes. A matrix is taken out only where a single one is left: the terms of
  /// 2 W z x' + 2 W x z' say what each place of W contributes.
  fileprivate var isFactor: Bool {
    switch self {
    case .scalar, .entry: true
    case .left, .right: false
    }
  }

  /// Whether it is a base that is a sum, by which others may be divided.
  fileprivate var isSum: Bool {
    switch self {
    case .scalar(let base), .entry(let base): base.operation == .sum
    case .left, .right: false
    }
  }
}

extension Simplifier {
  fileprivate static func power(
    _ base: Expression, _ exponent: Rational, for part: SumTerm.Common
  ) -> Expression {
    switch part {
    case .scalar, .entry: power(base, .number(exponent))
    case .left, .right: base
    }
  }
}

/// The number that fractions have in common, so that what is left of them are whole numbers without a
/// common divisor.
enum Content {
  /// - Returns: 1 where it leaves the range; negative where all are.
  static func common(to fractions: [Rational]) -> Rational {
    var (above, below) = (0, 1)
    for fraction in fractions where fraction != .zero {
      above =
        above == 0
        ? fraction.magnitude.numerator
        : greatestCommonDivisor(above, fraction.magnitude.numerator)
      let divisor = greatestCommonDivisor(below, fraction.denominator)
      let (product, isOver) = below.multipliedReportingOverflow(by: fraction.denominator / divisor)
      if isOver { return .one }
      below = product
    }
    guard above > 0, let content = Rational(above, below) else { return .one }
    return fractions.allSatisfy(\.isNegative) ? content.negated : content
  }
}
