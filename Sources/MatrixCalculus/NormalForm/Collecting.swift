/// Numbers for canonical forms: equal forms get equal numbers.
struct Numbering {
  private var patterns: [Pattern: Int] = [:]
  private var polynomials: [[Int]: Int] = [:]
  private var atoms: [AtomPower: Int] = [:]
  private var dimensions: [Dimension: Int] = [:]
  private var rationals: [Rational: Int] = [:]
  /// The polynomial of each number, for groups that are taken apart again.
  private var named: [Int: NormalForm.Polynomial] = [:]
  /// How often factors may still be looked at, so that no form takes longer than a moment.
  private var budget = 4_000_000

  private struct AtomPower: Hashable {
    let atom: Atom
    let exponent: Rational
  }

  mutating func number(of pattern: Pattern) -> Int { Numbering.number(pattern, &patterns) }

  mutating func number(of dimension: Dimension) -> Int { Numbering.number(dimension, &dimensions) }

  mutating func number(of factor: Factor) -> Int {
    Numbering.number(AtomPower(atom: factor.atom, exponent: factor.exponent), &atoms)
  }

  /// The number of a collected polynomial.
  mutating func number(of form: NormalForm.Polynomial) -> Int {
    let number = Numbering.number(code(of: form), &polynomials)
    if named[number] == nil { named[number] = form }
    return number
  }

  /// The polynomial that was given the number.
  func polynomial(_ number: Int) -> NormalForm.Polynomial? { named[number] }

  mutating func number(of a: NormalForm.Polynomial, and b: NormalForm.Polynomial) -> Int {
    Numbering.number([-1, number(of: a), number(of: b)], &polynomials)
  }

  /// One number for the arguments of a function.
  mutating func number(ofAll forms: [NormalForm.Polynomial]) -> Int {
    if forms.count == 1 { return number(of: forms[0]) }
    return Numbering.number([-2] + forms.map { number(of: $0) }, &polynomials)
  }

  private mutating func code(of form: NormalForm.Polynomial) -> [Int] {
    var terms: [[Int]] = []
    for monomial in form.monomials {
      let signed = pattern(of: monomial)
      let value = (signed?.sign ?? 1) < 0 ? monomial.coefficient.negated : monomial.coefficient
      let pattern = signed?.pattern ?? Pattern(code: [-2, terms.count])
      terms.append([number(of: pattern), Numbering.number(value, &rationals)])
    }
    return terms.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
  }

  /// The canonical pattern of a tidy monomial; nil beyond the budget.
  mutating func pattern(of monomial: Monomial) -> SignedPattern? {
    var kinds: [Int] = []
    for factor in monomial.factors { kinds.append(number(of: factor)) }
    var sizes: [Int] = []
    for dimension in monomial.dimensions { sizes.append(number(of: dimension)) }
    return Labelling.pattern(of: monomial, kinds: kinds, dimensions: sizes, budget: &budget)
  }

  /// Takes the work on some factors off the budget; gives false where it is used up.
  mutating func spend(on factors: Int) -> Bool {
    budget -= 4 * factors + 1
    return budget > 0
  }

  private static func number<Key: Hashable>(_ key: Key, _ table: inout [Key: Int]) -> Int {
    if let number = table[key] { return number }
    table[key] = table.count
    return table.count - 1
  }
}

extension NormalForm {
  /// Tidies monomials, adds up those of one pattern, drops what is zero.
  mutating func collected(_ monomials: [Monomial]) throws(OverBudget) -> Polynomial {
    var tally: [Pattern: (place: Int, sign: Int)] = [:]
    var kept: [Monomial] = []
    for monomial in try expanded(monomials) {
      guard let found = numbers.pattern(of: monomial) else { throw OverBudget() }
      guard found.sign != 0 else { continue }
      guard let (at, sign) = tally[found.pattern] else {
        tally[found.pattern] = (kept.count, found.sign)
        kept.append(monomial)
        continue
      }
      let share = sign == found.sign ? monomial.coefficient : monomial.coefficient.negated
      guard let sum = kept[at].coefficient.adding(share) else { throw OverBudget() }
      kept[at].coefficient = sum
    }
    return Polynomial(monomials: kept.filter { $0.coefficient != .zero })
  }

  /// Tidy monomials with closed parts named and the sizes of dropped indices multiplied in.
  private mutating func expanded(_ monomials: [Monomial]) throws(OverBudget) -> [Monomial] {
    var result: [Monomial] = []
    for var monomial in monomials where monomial.coefficient != .zero {
      guard numbers.spend(on: monomial.factors.count), let sizes = monomial.tidy() else {
        throw OverBudget()
      }
      if let place = monomial.wholeGroup {
        result += try expanded(takingApart(place, of: monomial, sizes))
        continue
      }
      try nameClosedParts(&monomial)
      var products = [monomial]
      for size in sizes { products = try scaled(products, by: size) }
      result += products
      guard result.count <= NormalForm.monomialLimit else { throw OverBudget() }
    }
    return result
  }

  /// The monomials of G·m for a monomial Gᵉ m with e ≥ 1, as Gᵉ⁻¹ times each.
  private func takingApart(
    _ place: Int, of monomial: Monomial, _ sizes: [Dimension]
  ) throws(OverBudget) -> [Monomial] {
    var rest = monomial
    let group = rest.factors[place]
    guard case .group(let number) = group.atom, let form = numbers.polynomial(number),
      let exponent = group.exponent.adding(.minusOne)
    else { throw OverBudget() }
    rest.factors[place].exponent = exponent
    var result: [Monomial] = []
    for inner in form.monomials {
      var product = rest
      guard let moved = product.absorb(inner) else { throw OverBudget() }
      for (index, own) in zip([moved.row, moved.column].compactMap { $0 }, group.indices) {
        product.unify(own, index)
      }
      result.append(product)
    }
    for size in sizes { result = try scaled(result, by: size) }
    return result
  }

  private func scaled(
    _ monomials: [Monomial], by size: Dimension
  ) throws(OverBudget) -> [Monomial] {
    var result: [Monomial] = []
    for monomial in monomials {
      for term in size.terms {
        var product = monomial
        guard let value = product.coefficient.multiplied(by: Rational(term.coefficient)) else {
          throw OverBudget()
        }
        product.coefficient = value
        product.factors += term.names.map { Factor(.size($0), []) }
        guard product.tidy() != nil else { throw OverBudget() }
        result.append(product)
      }
    }
    return result
  }

  /// Puts one atom for each part that hangs together but on no free index.
  private mutating func nameClosedParts(_ monomial: inout Monomial) throws(OverBudget) {
    let parts = monomial.closedParts
    guard !parts.isEmpty else { return }
    var rest = monomial
    rest.factors = monomial.factors.enumerated()
      .filter { item in !parts.contains { $0.contains(item.offset) } }.map(\.element)
    for part in parts {
      var closed = Monomial(.one)
      closed.dimensions = monomial.dimensions
      closed.factors = part.map { monomial.factors[$0] }
      guard closed.tidy() != nil, let found = numbers.pattern(of: closed) else {
        throw OverBudget()
      }
      guard let value = rest.coefficient.multiplied(by: Rational(found.sign)) else {
        throw OverBudget()
      }
      rest.coefficient = value
      rest.factors.append(Factor(.closed(numbers.number(of: found.pattern)), []))
    }
    rest.forgetUnused()
    guard rest.tidy() != nil else { throw OverBudget() }
    monomial = rest
  }
}

extension Monomial {
  /// The place of a group whose exponent is at least one: it is no power that must stay closed.
  var wholeGroup: Int? {
    factors.firstIndex { factor in
      if case .group = factor.atom { factor.exponent >= .one } else { false }
    }
  }

  /// The factors of each part that is joined by bound indices only, by their places.
  var closedParts: [[Int]] {
    var group = Array(dimensions.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index { index = group[index] }
      return index
    }
    for factor in factors {
      for index in factor.indices.dropFirst() { group[root(index)] = root(factor.indices[0]) }
    }
    let open = Set([row, column].compactMap { $0 }.map(root))
    let bound = factors.indices.filter {
      !factors[$0].indices.isEmpty && !open.contains(root(factors[$0].indices[0]))
    }
    let parts = Dictionary(grouping: bound) { root(factors[$0].indices[0]) }
    return parts.values.sorted { $0[0] < $1[0] }
  }

  /// Drops the indices of parts that were taken out, without counting their sizes.
  mutating func forgetUnused() {
    let used = Set(factors.flatMap(\.indices)).union([row, column].compactMap { $0 })
    let kept = dimensions.indices.filter(used.contains)
    let renamed = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    dimensions = kept.map { dimensions[$0] }
    for at in factors.indices {
      factors[at].indices = factors[at].indices.map { renamed[$0] ?? $0 }
    }
    row = row.flatMap { renamed[$0] }
    column = column.flatMap { renamed[$0] }
  }
}
