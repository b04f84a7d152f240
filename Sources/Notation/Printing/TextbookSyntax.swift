import MatrixCalculus

/// The names that a page gives meanings to: what it calls `sum` or `e` is no function of the language.
package struct PageNames: Hashable, Sendable {
  /// What stands for a matrix or a number: a call of it takes entries.
  package var values: Set<String>
  /// What takes arguments.
  package var functions: Set<String>

  package init(values: Set<String> = [], functions: Set<String> = []) {
    self.values = values
    self.functions = functions
  }

  package init(_ scope: Scope) {
    self.init(values: scope.valueNames, functions: scope.functionNames)
  }

  /// Whether a name is that of a function of the language.
  package func isFree(_ name: String) -> Bool {
    !values.contains(name) && !functions.contains(name)
  }
}

extension Syntax {
  /// The formula with products for the calls that textbooks write so, such as `A*ones` for `sum(A, 2)`, and with
  /// the brackets that print needs where text notation needs none.
  func inTextbook(_ names: PageNames) -> Syntax {
    guard !children.isEmpty else { return self }
    var node = self
    node.children = children.map { $0.inTextbook(names) }
    node.children = node.children.indices.map { place in
      node.needsBrackets(at: place, names) ? node.children[place].bracketed : node.children[place]
    }
    return node.asProduct(names) ?? node
  }

  // MARK: Products

  private func asProduct(_ names: PageNames) -> Syntax? {
    guard case .call(let name, primes: 0) = kind, names.isFree(name) else { return nil }
    switch (name, children.count) {
    case ("sum", 2):
      guard let axis = children[1].axis else { return nil }
      let sides = [children[0].asFactor(names), Syntax(.call("ones", primes: 0), range: end)]
      return axis == .rows ? product(sides) : product([sides[1].transposed, sides[0]])
    case ("solve", 2):
      let inverse = Syntax(.call("inv", primes: 0), [children[0]], range: start)
      return product([inverse, children[1].asFactor(names)])
    case ("ones", 1...2): return ones
    default: return nil
    }
  }

  /// A column of ones, a row of them as its transpose, a matrix as the product of both.
  private var ones: Syntax {
    let isOne = children.map { $0.bared.kind == .number(.one) } + [true]
    let column = Syntax(.call("ones", primes: 0), range: range)
    switch (isOne[0], isOne[1]) {
    case (true, true): return Syntax(.number(.one), range: range)
    case (false, true): return column
    case (true, false): return column.transposed
    case (false, false): return product([column, column.transposed])
    }
  }

  private func product(_ factors: [Syntax]) -> Syntax {
    Syntax(.juxtapose, factors, range: range)
  }

  private var transposed: Syntax { Syntax(.transpose, [self], range: range) }

  private var start: Range<Int> { range.lowerBound..<range.lowerBound }
  private var end: Range<Int> { range.upperBound..<range.upperBound }

  /// The axis that an argument says: 1 for each column, 2 for each row.
  var axis: Axis? {
    guard case .number(let number) = bared.kind else { return nil }
    return Axis.allCases.first { Rational($0.rawValue) == number }
  }

  // MARK: Brackets

  private func asFactor(_ names: PageNames) -> Syntax {
    isWeak(names) || isOpen(names) || isSum || startsWithNumber ? bracketed : self
  }

  /// Whether a child would be taken for another part of the formula without brackets.
  private func needsBrackets(at place: Int, _ names: PageNames) -> Bool {
    let part = children[place]
    let isSigned = place > 0 && part.kind == .negate
    switch kind {
    case .transpose, .power, .entrywisePower:
      return place == 0 && (part.isOpen(names) || part.isWeak(names) || part.isProduct)
    case .multiply, .juxtapose:
      return part.isWeak(names) || isSigned || part.isOpen(names) && place + 1 < children.count
    case .entrywiseMultiply, .entrywiseDivide:
      return part.isOpen(names) || part.isCalled("kron", names) || isSigned
        || part.kind == .juxtapose && place > 0
    case .call("kron", _) where names.isFree("kron"):
      return part.isWeak(names) || part.isOpen(names) || part.isSum || part.isProduct
    case .call("inv", _) where names.isFree("inv"): return part.isOpen(names)
    default: return false
    }
  }

  /// The same in brackets. They keep its place, so that it is marked once.
  private var bracketed: Syntax {
    var inner = self
    inner.range = start
    return Syntax(.brackets, [inner], range: range)
  }

  /// Whether it takes up what follows it, as a sum sign does.
  private func isOpen(_ names: PageNames) -> Bool {
    switch kind {
    case .indexed(.sum), .indexed(.product): true
    default: children.count == 1 && (isCalled("sum", names) || isCalled("prod", names))
    }
  }

  /// Whether factors beside it would tear it apart: a product entry by entry, or Kronecker's.
  private func isWeak(_ names: PageNames) -> Bool {
    kind == .entrywiseMultiply || kind == .entrywiseDivide || isCalled("kron", names)
  }

  private var isSum: Bool { kind == .add || kind == .subtract || kind == .negate }

  private var isProduct: Bool { kind == .multiply || kind == .juxtapose }

  private var startsWithNumber: Bool {
    if case .number? = children.first?.kind { isProduct } else { false }
  }

  private func isCalled(_ name: String, _ names: PageNames) -> Bool {
    kind == .call(name, primes: 0) && names.isFree(name)
  }

  /// Without brackets around all of it, which a fraction line or an exponent makes needless.
  var bared: Syntax { kind == .brackets ? children[0].bared : self }
}
