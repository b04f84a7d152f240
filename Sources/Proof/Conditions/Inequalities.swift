import MatrixCalculus

/// Signs of sums by inequalities that are known of their parts: a sum is not negative where it adds up from what is
/// not, each taken a number ≥ 0 of times.
///
/// Source: A. Schrijver, "Theory of Linear and Integer Programming" (1998), §7.3, for the combinations; the
/// inequalities are those of `KnownInequalities`.
enum Inequalities {
  /// More known inequalities, or more terms in all of them, are not combined.
  private static let mostFacts = 160
  private static let mostTerms = 80

  /// The sign of every entry of an expression, as far as this tells: as it is, without its denominators, and in each
  /// case of its absolute values.
  static func sign(of expression: Expression) -> SignByForm {
    for factor in expression.denominators {
      let whole = factor.map { Expression.product([$0, expression]) } ?? expression
      let found = combined(whole)
      if found > .unknown { return found }
    }
    guard let (magnitude, u) = expression.innermostMagnitude else { return .unknown }
    let cases = [u, u.negated].map { expression.replacing(magnitude, by: $0) }
    return cases.reduce(.positive) { least, one in
      least == .unknown ? least : min(least, max(CompletedSquares.sign(of: one), sign(of: one)))
    }
  }

  private static func combined(_ expression: Expression) -> SignByForm {
    let facts = KnownInequalities(expression).facts
    guard !facts.isEmpty, facts.count <= mostFacts else { return .unknown }
    var form = NormalForm()
    guard let target = form.coefficients(of: expression), !target.isEmpty else { return .unknown }
    let known = facts.compactMap { fact in
      form.coefficients(of: fact.value).map { (terms: $0, isStrict: fact.isStrict) }
    }
    let useful = Self.useful(known, for: target)
    let places = Set(target.keys).union(useful.flatMap(\.terms.keys)).sorted()
    guard places.count <= mostTerms else { return .unknown }
    func vector(_ terms: [Int: Rational]) -> [Rational] { places.map { terms[$0] ?? .zero } }
    guard
      let found = NonNegativeCombination.coefficients(
        of: useful.map { vector($0.terms) }, for: vector(target))
    else { return .unknown }
    return zip(found, useful).contains { $0 > .zero && $1.isStrict } ? .positive : .nonNegative
  }

  private typealias Terms = (terms: [Int: Rational], isStrict: Bool)

  /// Without those with a term that nothing else can take away again.
  private static func useful(_ all: [Terms], for target: [Int: Rational]) -> [Terms] {
    var left = all
    while true {
      var signs: [Int: Set<Bool>] = [:]
      for (term, value) in left.flatMap(\.terms) { signs[term, default: []].insert(value > .zero) }
      let kept = left.filter { fact in
        fact.terms.keys.allSatisfy { target[$0] != nil || signs[$0]?.count == 2 }
      }
      if kept.count == left.count { return kept }
      left = kept
    }
  }
}

extension Expression {
  /// What may take its denominators away: nothing, and products of positive numbers that it is divided by.
  fileprivate var denominators: [Expression?] {
    guard shape.isScalar else { return [nil] }
    var reader = SignReader()
    let divisors = postorder.filter { node in
      guard node.operation == .power, node.shape.isScalar, let exponent = node.operands[1].rational
      else { return false }
      return exponent.isNegative && reader.sign(of: node.operands[0]) >= .nonNegative
    }
    let counts = postorder.compactMap(\.meanCount)
    let all =
      divisors.prefix(3).map { Expression.power($0, .minusOne) } + counts.prefix(1)
    guard !all.isEmpty else { return [nil] }
    return [nil, .product(all), .product(all + all)]
  }

  /// How many entries it is the mean of.
  private var meanCount: Expression? {
    guard operation == .call(MatrixFunction.mean()) else { return nil }
    return .size(operands[0].shape.rows) * .size(operands[0].shape.columns)
  }

  /// An absolute value of a number, and that number, in which there is none.
  fileprivate var innermostMagnitude: (Expression, Expression)? {
    let magnitudes = postorder.filter { $0.shape.isScalar && $0.operation == .apply(.abs) }
    guard magnitudes.count <= 3 else { return nil }
    return magnitudes.first.map { ($0, $0.operands[0]) }
  }
}
