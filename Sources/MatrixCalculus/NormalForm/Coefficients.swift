extension NormalForm {
  /// The coefficients of the monomials of an expression, by numbers that equal monomials share in all expressions
  /// asked of one form; nil where the budget is reached.
  package mutating func coefficients(of expression: Expression) -> [Int: Rational]? {
    guard let form = try? polynomial(expression) else { return nil }
    var found: [Int: Rational] = [:]
    for monomial in form.monomials {
      guard let signed = numbers.pattern(of: monomial) else { return nil }
      let coefficient = signed.sign < 0 ? monomial.coefficient.negated : monomial.coefficient
      found[numbers.number(of: signed.pattern)] = coefficient
    }
    return found
  }
}
