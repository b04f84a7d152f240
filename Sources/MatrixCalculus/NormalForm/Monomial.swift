/// A factor of a monomial: something with an entry for each choice of its indices.
enum Atom: Hashable, Sendable {
  case variable(Variable)
  /// A function of an expression that is not taken apart, by the number of its canonical form.
  case apply(Function, Int)
  case call(MatrixFunction, Int)
  /// An expression of several terms that stands under a power, by the number of its canonical form.
  case group(Int)
  /// A named size as a number.
  case size(String)
  /// A product summed over all its indices, by the number of its canonical form.
  case closed(Int)
}

extension Atom {
  /// Whether the matrix is declared to be its own transpose.
  var isSymmetric: Bool {
    if case .variable(let variable) = self {
      variable.properties.contains(.symmetric)
    } else {
      false
    }
  }
}

/// An atom with the indices it is taken at and a power.
///
/// A matrix has two indices (row, column), a column or row one, a scalar none.
struct Factor: Hashable, Sendable {
  var atom: Atom
  var indices: [Int]
  var exponent: Rational

  /// Whether the matrix is its own transpose.
  var isSymmetric: Bool

  init(_ atom: Atom, _ indices: [Int], symmetric: Bool = false) {
    self.atom = atom
    self.indices = indices
    exponent = .one
    isSymmetric = symmetric
  }

  /// Whether it is a whole power of a skew matrix.
  private var isSkewPower: Bool {
    guard case .variable(let variable) = atom, indices.count == 2 else { return false }
    return variable.properties.contains(.skew) && exponent.isInteger
  }

  /// Whether it changes its sign when its two indices are exchanged.
  var isSkew: Bool { isSkewPower && !exponent.numerator.isMultiple(of: 2) }

  /// Whether the order of its two indices does not matter, but for the sign of a skew matrix.
  var isUnordered: Bool { isSymmetric || isSkewPower }
}

/// A coefficient times factors, summed over every index but the free ones.
///
/// `A B` is Σₖ A[i,k] B[k,j] with i and j free; a trace has no free index, an entrywise product
/// shares both. Two monomials are equal for all values exactly if one is the other with its bound
/// indices renamed (for free entries of the variables).
struct Monomial: Sendable {
  var coefficient: Rational
  var factors: [Factor]
  /// The index that runs over rows; nil where there is one row only.
  var row: Int?
  var column: Int?
  /// The size each index runs over, by index.
  var dimensions: [Dimension]

  init(_ coefficient: Rational) {
    self.coefficient = coefficient
    factors = []
    dimensions = []
  }

  /// A single atom of the given shape, rows first.
  init(_ atom: Atom, _ shape: Shape) {
    self.init(.one)
    openIndices(shape)
    factors = [Factor(atom, [row, column].compactMap { $0 }, symmetric: atom.isSymmetric)]
  }

  /// One for every entry of the shape.
  init(onesOf shape: Shape) {
    self.init(.one)
    openIndices(shape)
  }

  /// The identity: both indices are one.
  init(identity n: Dimension) {
    self.init(.one)
    row = newIndex(n)
    column = row
  }

  private mutating func openIndices(_ shape: Shape) {
    row = shape.isRow ? nil : newIndex(shape.rows)
    column = shape.isColumn ? nil : newIndex(shape.columns)
  }

  private mutating func newIndex(_ dimension: Dimension) -> Int {
    dimensions.append(dimension)
    return dimensions.count - 1
  }

  var transposed: Monomial {
    var result = self
    swap(&result.row, &result.column)
    return result
  }

  /// Puts the other's factors beside these, under new indices.
  ///
  /// - Returns: the other's row and column under their new numbers; nil if the coefficient leaves its
  ///   range.
  mutating func absorb(_ other: Monomial) -> (row: Int?, column: Int?)? {
    guard let product = coefficient.multiplied(by: other.coefficient) else { return nil }
    let shift = dimensions.count
    coefficient = product
    dimensions += other.dimensions
    factors += other.factors.map { factor in
      var moved = factor
      moved.indices = factor.indices.map { $0 + shift }
      return moved
    }
    return (other.row.map { $0 + shift }, other.column.map { $0 + shift })
  }

  /// Makes two indices one; the second is left with size one, so that it counts for nothing.
  mutating func unify(_ a: Int?, _ b: Int?) {
    guard let a, let b, a != b else { return }
    dimensions[b] = .one
    for at in factors.indices {
      factors[at].indices = factors[at].indices.map { $0 == b ? a : $0 }
    }
    if row == b { row = a }
    if column == b { column = a }
  }
}
