/// A sum, or a whole power of one, as a product with a sum of whole multiples that are divided by nothing:
/// (1 + y/x)⁻¹ is x (x + y)⁻¹.
struct PlainSum {
  /// All of it.
  let product: Expression
  /// Nil where it is no sum, or has that form already.
  init?(_ expression: Expression) {
    let (sum, exponent) = Simplifier.basis(expression)
    guard sum.operation == .sum, sum.operands.count <= 8, exponent.isInteger else { return nil }
    let terms = sum.operands.map(SumTerm.init)
    let content = Content.common(to: terms.map(\.coefficient))
    let divisors = Self.divisors(of: terms)
    guard content != .one || !divisors.isEmpty,
      let rest = Self.divided(terms, by: content, divisors)
    else { return nil }
    let inside = Simplifier.power(Simplifier.sum(rest), .number(exponent))
    let outside = divisors.map { divisor in
      (divisor.part, Simplifier.power(divisor.base, .number(divisor.exponent)))
    }.map { ($0.0, Simplifier.power($0.1, .number(exponent))) }
    let scalars = outside.filter { $0.0.isScalar }.map(\.1)
    let entries = outside.filter { !$0.0.isScalar }.map(\.1) + [inside]
    let scale = Simplifier.power(.number(content), .number(exponent))
    product = Simplifier.product([scale] + scalars + [Simplifier.hadamard(entries)])
  }

  private typealias Divisor = (part: SumTerm.Common, base: Expression, exponent: Rational)

  /// What terms are divided by, with the highest powers.
  private static func divisors(of terms: [SumTerm]) -> [Divisor] {
    var found: [Divisor] = []
    for term in terms {
      for part in term.parts where term.exponent(of: part).isNegative {
        let exponent = term.exponent(of: part)
        if let place = found.firstIndex(where: { $0.part == part }) {
          found[place].exponent = min(found[place].exponent, exponent)
        } else {
          found.append((part, term.written(part), exponent))
        }
      }
    }
    return found
  }

  private static func divided(
    _ terms: [SumTerm], by content: Rational, _ divisors: [Divisor]
  ) -> [Expression]? {
    let rest = terms.compactMap { term in
      divisors.reduce(term.divided(by: content)) { term, divisor in
        term?.divided(by: divisor.part, divisor.exponent)
      }?.expression
    }
    return rest.count == terms.count ? rest : nil
  }
}

extension SumTerm.Common {
  /// Whether it is a number.
  fileprivate var isScalar: Bool { if case .scalar = self { true } else { false } }
}
