/// A size of a matrix: a polynomial with integer coefficients in named sizes, such as `n`, `3`, `m*n`
/// or `m + 1`.
package struct Dimension: Sendable {
  /// One term: a coefficient and the names it multiplies, sorted.
  struct Term: Hashable, Sendable {
    var coefficient: Int
    var names: [String]
  }

  /// The terms, with what comparing and hashing ask for again and again.
  private final class Storage: Sendable {
    let terms: [Term]
    let hash: Int
    let isOne: Bool

    init(_ terms: [Term]) {
      self.terms = terms
      hash = terms.hashValue
      isOne = terms == [Term(coefficient: 1, names: [])]
    }
  }

  private let storage: Storage

  /// Sorted by names, without zero coefficients.
  var terms: [Term] { storage.terms }

  /// Whether the size is the number one.
  package var isOne: Bool { storage.isOne }

  package static let one = Dimension(1)

  private init(_ terms: [Term]) { storage = Storage(terms) }

  package init(_ count: Int) {
    self.init(count == 0 ? [] : [Term(coefficient: count, names: [])])
  }

  package init(_ name: String) {
    self.init([Term(coefficient: 1, names: [name])])
  }

  private init(collecting terms: [Term]) {
    var coefficients: [[String]: Int] = [:]
    for term in terms { coefficients[term.names, default: 0] &+= term.coefficient }
    self.init(
      coefficients.filter { $0.value != 0 }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { Term(coefficient: $0.value, names: $0.key) })
  }

  /// The size as a number, where it has no names.
  package var count: Int? {
    if terms.isEmpty { return 0 }
    return terms.count == 1 && terms[0].names.isEmpty ? terms[0].coefficient : nil
  }

  /// The single name this size consists of.
  package var name: String? {
    terms.count == 1 && terms[0].coefficient == 1 && terms[0].names.count == 1
      ? terms[0].names[0] : nil
  }

  /// The degree of the polynomial.
  package var degree: Int { terms.map(\.names.count).max() ?? 0 }

  /// All names, sorted.
  package var names: [String] { Set(terms.flatMap(\.names)).sorted() }

  package static func + (a: Dimension, b: Dimension) -> Dimension {
    Dimension(collecting: a.terms + b.terms)
  }

  package static func - (a: Dimension, b: Dimension) -> Dimension {
    a + Dimension(-1) * b
  }

  package static func * (a: Dimension, b: Dimension) -> Dimension {
    Dimension(
      collecting: a.terms.flatMap { x in
        b.terms.map { y in
          Term(coefficient: x.coefficient &* y.coefficient, names: (x.names + y.names).sorted())
        }
      })
  }

  /// The number this size is when its names have the given values; nil where one is missing or the
  /// value is out of range.
  package func value(_ sizes: [String: Int]) -> Int? {
    var total = 0
    for term in terms {
      var product = term.coefficient
      for name in term.names {
        guard let size = sizes[name] else { return nil }
        let (next, overflow) = product.multipliedReportingOverflow(by: size)
        if overflow { return nil }
        product = next
      }
      total &+= product
    }
    return total
  }

  /// The same with sizes put for names. A key that is a numeral stands for the size that is just that number.
  package func substituting(_ sizes: [String: Dimension]) -> Dimension {
    if let count, let named = sizes["\(count)"] { return named }
    guard terms.contains(where: { $0.names.contains { sizes[$0] != nil } }) else { return self }
    return terms.reduce(Dimension(0)) { total, term in
      total
        + term.names.reduce(Dimension(term.coefficient)) { $0 * (sizes[$1] ?? Dimension($1)) }
    }
  }
}

extension Dimension: Hashable {
  package static func == (a: Dimension, b: Dimension) -> Bool {
    a.storage === b.storage
      || (a.storage.hash == b.storage.hash && a.storage.terms == b.storage.terms)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(storage.hash) }
}

extension Dimension: CustomStringConvertible {
  /// As in text notation: `n`, `2*m*n + 1`.
  package var description: String {
    guard !terms.isEmpty else { return "0" }
    let shown = terms.filter { !$0.names.isEmpty } + terms.filter(\.names.isEmpty)
    return shown.enumerated().map { index, term in
      let sign = term.coefficient < 0 ? (index == 0 ? "-" : " - ") : (index == 0 ? "" : " + ")
      let size = abs(term.coefficient)
      let factors = (size == 1 && !term.names.isEmpty ? [] : ["\(size)"]) + term.names
      return sign + factors.joined(separator: "*")
    }.joined()
  }
}

/// The rows and columns of a matrix. Columns are `n×1`, scalars `1×1`.
package struct Shape: Hashable, Sendable {
  package let rows: Dimension
  package let columns: Dimension

  package static let scalar = Shape(.one, .one)

  package init(_ rows: Dimension, _ columns: Dimension) {
    self.rows = rows
    self.columns = columns
  }

  package var isScalar: Bool { rows.isOne && columns.isOne }
  package var isColumn: Bool { columns.isOne }
  package var isRow: Bool { rows.isOne }
  package var isSquare: Bool { rows == columns }
  package var transposed: Shape { Shape(columns, rows) }
}

extension Shape: CustomStringConvertible {
  /// `m×n`.
  package var description: String { "\(rows)×\(columns)" }
}
