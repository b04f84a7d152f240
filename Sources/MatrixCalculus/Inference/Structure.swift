/// What is known of a matrix: properties it has for certain, and properties it lacks for certain. All
/// others are open.
package struct Structure: Hashable, Sendable {
  package private(set) var has: Properties
  package private(set) var lacks: Properties

  /// With all that follows from both.
  ///
  /// What is said of a matrix that can be none, such as one that is skew and positive definite, is left
  /// as it stands: both answers are then true of nothing.
  init(has: Properties = [], lacks: Properties = []) {
    self.has = has.completed
    self.lacks = lacks.union(self.has.excluded).completedAbsence
  }

  static let unknown = Structure()

  /// Whether the matrix has the property; nil where that is open.
  package subscript(property: Properties) -> Bool? {
    if has.contains(property) { return true }
    return lacks.contains(property) ? false : nil
  }
}

extension Properties {
  /// What a matrix with these cannot have, of any size.
  fileprivate var excluded: Properties {
    var excluded: Properties = []
    // The diagonal of a skew matrix is zero.
    if contains(.skew) {
      excluded.formUnion([.positiveDefinite, .positive, .permutation])
    }
    if !isDisjoint(with: [.positiveDefinite, .positive, .permutation]) { excluded.insert(.skew) }
    return excluded
  }

  /// With all that cannot be where these are not: what is not symmetric is not diagonal.
  fileprivate var completedAbsence: Properties {
    var all = self
    for property in Properties.each where !property.completed.isDisjoint(with: self) {
      all.insert(property)
    }
    return all
  }

  /// The properties one by one.
  package static let each: [Properties] = (0..<Properties.count).map {
    Properties(rawValue: 1 << UInt32($0))
  }
}

extension Expression {
  /// What its form and what is declared of its variables say of its structure.
  ///
  /// - Complexity: O(n) for n distinct nodes, but for the products that are looked at for their halves;
  ///   nothing is said of an expression of more than 400 nodes written out.
  package var structure: Structure {
    guard treeSize(limit: Expression.structureLimit) < Expression.structureLimit else {
      return .unknown
    }
    var reader = StructureReader()
    return reader.structure(of: self)
  }

  private static let structureLimit = 400

  /// Whether it has the property; nil where that is open.
  package func isKnown(_ property: Properties) -> Bool? { structure[property] }
}
