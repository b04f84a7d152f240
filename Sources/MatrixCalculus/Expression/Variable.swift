/// A named matrix with its declared shape and what is known of its entries.
package final class Variable: Sendable {
  package let name: String
  package let shape: Shape
  package let properties: Properties
  /// The closed range of every entry, where one is declared.
  package let range: ClosedRange<Double>?

  package init(
    _ name: String, _ shape: Shape, _ properties: Properties = [], range: ClosedRange<Double>? = nil
  ) {
    self.name = name
    self.shape = shape
    self.properties = properties.completed
    self.range = range
  }
}

extension Variable: Hashable {
  package static func == (a: Variable, b: Variable) -> Bool {
    a === b
      || (a.name == b.name && a.shape == b.shape && a.properties == b.properties
        && a.range == b.range)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(shape)
    hasher.combine(properties)
    hasher.combine(range)
  }
}

/// What may be declared of a matrix. Says where a claim must hold; the derivative treats all entries
/// as free.
package struct Properties: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let positive = Properties(rawValue: 1 << 0)
  package static let nonNegative = Properties(rawValue: 1 << 1)
  package static let symmetric = Properties(rawValue: 1 << 2)
  package static let skew = Properties(rawValue: 1 << 3)
  package static let diagonal = Properties(rawValue: 1 << 4)
  package static let lowerTriangular = Properties(rawValue: 1 << 5)
  package static let upperTriangular = Properties(rawValue: 1 << 6)
  package static let positiveDefinite = Properties(rawValue: 1 << 7)
  package static let positiveSemidefinite = Properties(rawValue: 1 << 8)
  package static let invertible = Properties(rawValue: 1 << 9)
  package static let orthogonal = Properties(rawValue: 1 << 10)
  package static let permutation = Properties(rawValue: 1 << 11)
  /// Every column sums to one.
  package static let columnsSumToOne = Properties(rawValue: 1 << 12)
  /// Does not depend on what is differentiated.
  package static let constant = Properties(rawValue: 1 << 13)
  /// Every row sums to one.
  package static let rowsSumToOne = Properties(rawValue: 1 << 14)

  /// How many there are.
  static let count = 15

  /// With all that follows from what is declared.
  package var completed: Properties {
    var all = self
    if all.contains(.permutation) {
      all.formUnion([.orthogonal, .nonNegative, .columnsSumToOne, .rowsSumToOne])
    }
    if all.contains(.positiveDefinite) { all.formUnion([.positiveSemidefinite, .invertible]) }
    if all.contains(.positiveSemidefinite) || all.contains(.diagonal) { all.insert(.symmetric) }
    if all.contains(.diagonal) { all.formUnion([.lowerTriangular, .upperTriangular]) }
    if all.contains(.orthogonal) { all.insert(.invertible) }
    if all.contains(.positive) { all.insert(.nonNegative) }
    if all.contains(.lowerTriangular), all.contains(.upperTriangular) { all.insert(.diagonal) }
    return all
  }

  /// Whether these make sense only for square matrices.
  package var needsSquare: Bool {
    !isDisjoint(with: [
      .symmetric, .skew, .diagonal, .positiveDefinite, .positiveSemidefinite, .invertible,
      .orthogonal, .permutation, .lowerTriangular, .upperTriangular,
    ])
  }
}
