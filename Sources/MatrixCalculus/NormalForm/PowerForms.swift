extension NormalForm {
  mutating func power(
    _ node: Expression, _ operands: [Polynomial]
  ) throws(OverBudget) -> Polynomial {
    guard let exponent = node.operands[1].rational else {
      // A symbolic exponent: the power is an atom of its own, named by base and exponent together.
      let pair = numbers.number(of: operands[0], and: operands[1])
      return try collected([Monomial(.group(pair), node.shape)])
    }
    return try power(node.operands[0], operands[0], exponent)
  }

  /// The entrywise power of a form: of each factor where it is one monomial without sums, written out
  /// where the exponent is a small whole number, else a group under a power.
  mutating func power(
    _ base: Expression, _ form: Polynomial, _ exponent: Rational
  ) throws(OverBudget) -> Polynomial {
    if exponent == .one { return form }
    if exponent == .zero { return try collected([Monomial(onesOf: base.shape)]) }
    if form.monomials.isEmpty { return try zeroPower(exponent) }
    if form.monomials.count == 1, let single = singlePower(form.monomials[0], exponent) {
      return try collected([single])
    }
    if exponent.isInteger, (2...8).contains(exponent.numerator) {
      return try writtenOut(form, exponent.numerator)
    }
    var group = try spread(form, base.shape) { .group($0) }
    for at in group.factors.indices { group.factors[at].exponent = exponent }
    return try collected([group])
  }

  private func zeroPower(_ exponent: Rational) throws(OverBudget) -> Polynomial {
    if exponent.isNegative { throw OverBudget() }
    return Polynomial(monomials: [])
  }

  private mutating func writtenOut(
    _ form: Polynomial, _ exponent: Int
  ) throws(OverBudget) -> Polynomial {
    var result = form
    for _ in 1..<exponent { result = try multiply(result, form, .entrywise) }
    return result
  }

  /// The power of a product of factors, where it is the product of their powers.
  private func singlePower(
    _ monomial: Monomial, _ exponent: Rational
  ) -> Monomial? {
    let free = Set([monomial.row, monomial.column].compactMap { $0 })
    guard monomial.dimensions.indices.allSatisfy(free.contains) else { return nil }
    // The identity has zeros off its diagonal, which no negative power has.
    guard monomial.row == nil || monomial.row != monomial.column else { return nil }
    guard exponent.isInteger || monomial.hasSeparableRoots else { return nil }
    guard let coefficient = numericPower(monomial.coefficient, exponent) else { return nil }
    var result = monomial
    result.coefficient = coefficient
    for at in result.factors.indices {
      guard let product = result.factors[at].exponent.multiplied(by: exponent) else { return nil }
      result.factors[at].exponent = product
    }
    return result
  }

  private func numericPower(_ value: Rational, _ exponent: Rational) -> Rational? {
    if exponent.isInteger { return value.power(exponent.numerator) }
    return Simplifier.power(.number(value), .number(exponent)).rational
  }

  /// A single atom with the indices of a form that it depends on, named by the form.
  ///
  /// The orientation is chosen by the lower number, so that f(X′) is the transpose of f(X).
  mutating func spread(
    _ form: Polynomial, _ shape: Shape, _ atom: (Int) -> Atom
  ) throws(OverBudget) -> Monomial {
    let needsRow = form.monomials.contains { $0.depends(on: $0.row) }
    let needsColumn = form.monomials.contains { $0.depends(on: $0.column) }
    let kept = form.monomials.map {
      $0.withoutFree(row: !needsRow, column: !needsColumn)
    }
    let upright = numbers.number(of: try collected(kept))
    var result = Monomial(onesOf: shape)
    var indices = [needsRow ? result.row : nil, needsColumn ? result.column : nil]
    let turned = numbers.number(of: try collected(kept.map(\.transposed)))
    if turned < upright { indices.reverse() }
    let isSymmetric = turned == upright && needsRow && needsColumn
    result.factors = [
      Factor(atom(min(upright, turned)), indices.compactMap { $0 }, symmetric: isSymmetric)
    ]
    return result
  }
}

extension Monomial {
  /// Whether its value changes with the index.
  func depends(on index: Int?) -> Bool {
    guard let index else { return false }
    return row == column || factors.contains { $0.indices.contains(index) }
  }

  func withoutFree(row dropsRow: Bool, column dropsColumn: Bool) -> Monomial {
    var result = self
    if dropsRow, let row, row != column { result.remove(row) }
    if dropsColumn, let column = result.column, column != result.row { result.remove(column) }
    return result
  }

  /// Forgets a free index that no factor has.
  private mutating func remove(_ index: Int) {
    dimensions.remove(at: index)
    func moved(_ other: Int) -> Int { other > index ? other - 1 : other }
    row = row == index ? nil : row.map(moved)
    column = column == index ? nil : column.map(moved)
    for at in factors.indices { factors[at].indices = factors[at].indices.map(moved) }
  }

  /// Whether a broken power may be taken factor by factor: where the whole is non-negative, so is
  /// each factor.
  var hasSeparableRoots: Bool {
    let open = factors.filter { !$0.isNonNegative }
    return !coefficient.isNegative && open.count <= 1 && open.allSatisfy { $0.exponent == .one }
  }
}

extension Factor {
  /// Whether it is non-negative before its power is taken.
  var isNonNegative: Bool {
    switch atom {
    case .variable(let variable): Expression.variable(variable).isNonNegative
    case .apply(let function, _): [.abs, .exp, .sigmoid, .step, .relu].contains(function)
    case .size: true
    case .call, .group, .closed: false
    }
  }
}
