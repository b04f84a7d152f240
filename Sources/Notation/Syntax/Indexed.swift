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
    /// Counted from 1.
    case number(Int)
    /// `:`, every place.
    case all

    package var letter: String? { if case .letter(let letter) = self { letter } else { nil } }
  }

  /// A letter that runs over places.
  package struct Counter: Hashable, Sendable {
    package var letter: String
    /// From where to where, as far as it is written: none, the last, or the first and the last place.
    package var bounds: [Syntax]
    /// A letter whose value is left out, as in `\sum_{j \neq i}`.
    package var except: String?

    package init(_ letter: String, bounds: [Syntax] = [], except: String? = nil) {
      self.letter = letter
      self.bounds = bounds
      self.except = except
    }
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
        counters.compactMap(\.except).forEach(note)
        bound.formUnion(counters.map(\.letter))
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
