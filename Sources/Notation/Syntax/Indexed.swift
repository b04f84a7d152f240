package import MatrixCalculus

extension Syntax {
  /// What speaks of single entries: `X_{ij}`, `\sum_{i=1}^n`, `\prod_i`, `\delta_{ij}`.
  package enum Indexed: Hashable, Sendable {
    /// The entry of the child at one or two places. As an item, `x_i` is a column: one of those, or of the
    /// rows, of the data set X.
    case entry([Place], isItem: Bool)
    /// The sum, or the product, of the child over all values of letters.
    case sum([Counter])
    /// The matrix of the child's values, its rows and columns counted by letters.
    case array(rows: Counter?, columns: Counter?)
    case product([Counter])
    /// One where both places are the same, else zero.
    case kronecker(Place, Place)
  }

  /// Where an entry stands.
  package enum Place: Hashable, Sendable {
    case letter(String)
    /// So many places behind that of a letter: `x_{i+1}`.
    case shifted(String, by: Int)
    /// Counted from 1.
    case number(Int)
    /// `:`, every place.
    case all

    /// The letter that the place moves with.
    package var letter: String? {
      switch self {
      case .letter(let letter), .shifted(let letter, by: _): letter
      case .number, .all: nil
      }
    }

    /// How far behind its letter the place is.
    package var shift: Int { if case .shifted(_, let shift) = self { shift } else { 0 } }

    /// The place of a number, where the letter stands for it.
    package func putting(_ number: Int, for letter: String) -> Place {
      self.letter == letter ? .number(number + shift) : self
    }
  }

  /// A letter that runs over places.
  package struct Counter: Hashable, Sendable {
    package var letter: String
    /// From where to where, as far as it is written: none, the last, or the first and the last place.
    package var bounds: [Syntax]
    /// How its value stands to that of another letter, as in `\sum_{j \neq i}`, `\sum_{i < j}`.
    package var condition: Condition?

    package init(_ letter: String, bounds: [Syntax] = [], condition: Condition? = nil) {
      self.letter = letter
      self.bounds = bounds
      self.condition = condition
    }

    package struct Condition: Hashable, Sendable {
      package enum Order: String, Hashable, Sendable {
        case unequal, less, atMost, greater, atLeast
      }

      package var order: Order
      /// The other letter.
      package var letter: String

      package init(_ order: Order, _ letter: String) {
        self.order = order
        self.letter = letter
      }
    }
  }

  /// The formula with both letters of a sum such as `\sum_{i < j}` running, except where the second one is
  /// bound outside of it.
  ///
  /// - Parameter bound: the letters that something outside of the formula binds.
  package func bindingPairs(outside bound: Set<String>) -> Syntax {
    guard case .indexed(let indexed) = kind else {
      return isIndexed ? with(children.map { $0.bindingPairs(outside: bound) }) : self
    }
    switch indexed {
    case .sum(var counters), .product(var counters):
      let own = bound.union(counters.map(\.letter))
      for counter in counters {
        guard let other = counter.condition?.letter, !own.contains(other),
          !counters.contains(where: { $0.letter == other })
        else { continue }
        counters.append(Counter(other, bounds: counter.bounds))
      }
      let inner = children.map { $0.bindingPairs(outside: bound.union(counters.map(\.letter))) }
      var isProduct = false
      if case .product = indexed { isProduct = true }
      return Syntax(
        .indexed(isProduct ? .product(counters) : .sum(counters)), inner, range: range, marks: marks
      )
    case .entry, .array, .kronecker: return with(children.map { $0.bindingPairs(outside: bound) })
    }
  }

  /// The formula with a number for a letter that runs over places.
  package func putting(_ number: Int, for letter: String) -> Syntax {
    let parts = children.map { $0.putting(number, for: letter) }
    switch kind {
    case .indexed(.entry(let places, let isItem)):
      let put = places.map { $0.putting(number, for: letter) }
      return Syntax(.indexed(.entry(put, isItem: isItem)), parts, range: range, marks: marks)
    case .name(letter): return Syntax(.number(Rational(number)), range: range)
    default: return with(parts)
    }
  }

  /// Whether a letter stands for its number somewhere, or its places are shifted.
  package func counts(_ letter: String) -> Bool {
    switch kind {
    case .name(letter): return true
    case .indexed(.entry(let places, _)):
      if places.contains(where: { $0.letter == letter && $0.shift != 0 }) { return true }
    case .indexed(.sum(let counters)), .indexed(.product(let counters)):
      if counters.contains(where: { $0.letter == letter }) { return false }
    default: break
    }
    return children.contains { $0.counts(letter) }
  }

  /// Whether a letter stands for its number in an exponent.
  package func raises(by letter: String) -> Bool {
    if kind == .power || kind == .entrywisePower, children[1].counts(letter) { return true }
    return children.contains { $0.raises(by: letter) }
  }

  private func with(_ children: [Syntax]) -> Syntax {
    Syntax(kind, children, range: range, marks: marks)
  }

  /// The letters of places that no sum or product around them runs over, in the order of their use.
  package var freeLetters: [String] {
    var found: [String] = []
    collectLetters([], &found)
    return found
  }

  private func collectLetters(_ bound: Set<String>, _ found: inout [String]) {
    var bound = bound
    func note(_ letter: String) {
      if !bound.contains(letter), !found.contains(letter) { found.append(letter) }
    }
    if case .indexed(let indexed) = kind {
      switch indexed {
      case .entry(let places, _): places.compactMap(\.letter).forEach(note)
      case .kronecker(let a, let b): [a, b].compactMap(\.letter).forEach(note)
      case .array(let rows, let columns):
        bound.formUnion([rows, columns].compactMap { $0?.letter })
      case .sum(let counters), .product(let counters):
        bound.formUnion(counters.map(\.letter))
        counters.compactMap { $0.condition?.letter }.forEach(note)
      }
    }
    for child in children { child.collectLetters(bound, &found) }
  }

  /// Whether any part speaks of single entries.
  package var isIndexed: Bool {
    if case .indexed = kind { return true }
    return children.contains(where: \.isIndexed)
  }
}

/// A letter on the left of a statement about single entries, with the size it runs over.
package struct IndexAxis: Hashable, Sendable {
  package var letter: String
  /// Nil where only the formula can tell.
  package var size: Dimension?

  package init(_ letter: String, size: Dimension? = nil) {
    self.letter = letter
    self.size = size
  }
}
