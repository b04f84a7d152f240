import Diagnostics
import MatrixCalculus

/// The meaning of a formula about single entries: a sum of products of matrices whose rows and columns run
/// over axes. An axis stands for a letter, for the rows or columns of what is a matrix at every place, or
/// for an index that is summed.
struct IndexedValue {
  /// A matrix along up to two axes; along none where its rows or columns are one.
  struct Factor {
    var matrix: Expression
    var row: Int?
    var column: Int?

    var axes: [Int] { [row, column].compactMap { $0 } }
  }

  struct Term {
    var scalars: [Expression] = []
    var factors: [Factor] = []
    var summed: Set<Int> = []

    var axes: Set<Int> { Set(factors.flatMap(\.axes)) }
  }

  var terms: [Term]
  /// The axes of the rows and columns of what the formula is at one place; nil where they are one.
  var row: Int?
  var column: Int?

  /// More terms, or more factors of one, than this are refused.
  static let limit = 64

  var isScalar: Bool { row == nil && column == nil }
  var isColumn: Bool { row != nil && column == nil }

  /// The axes that are not summed, the rows and columns first.
  var free: [Int] {
    let own = [row, column].compactMap { $0 }
    let others = terms.reduce(into: Set<Int>()) { $0.formUnion($1.axes.subtracting($1.summed)) }
    return own + others.subtracting(own).sorted()
  }

  /// The same along another axis.
  func renaming(_ old: Int?, to new: Int?) -> IndexedValue {
    guard let old, let new, old != new else { return self }
    func moved(_ axis: Int?) -> Int? { axis == old ? new : axis }
    var result = self
    result.row = moved(row)
    result.column = moved(column)
    for term in terms.indices {
      for factor in terms[term].factors.indices {
        result.terms[term].factors[factor].row = moved(terms[term].factors[factor].row)
        result.terms[term].factors[factor].column = moved(terms[term].factors[factor].column)
      }
    }
    return result
  }

  /// Summed over axes; a term that does not depend on one counts its size.
  func summing(_ axes: [Int]) -> IndexedValue {
    var result = self
    for index in result.terms.indices { result.terms[index].summed.formUnion(axes) }
    if let row, axes.contains(row) { result.row = nil }
    if let column, axes.contains(column) { result.column = nil }
    return result
  }

  /// With one more factor in every term.
  func multiplied(by factor: Factor) -> IndexedValue {
    var result = self
    for index in result.terms.indices { result.terms[index].factors.append(factor) }
    return result
  }

  var transposed: IndexedValue { IndexedValue(terms: terms, row: column, column: row) }

  func scaled(by number: Expression) -> IndexedValue {
    var result = self
    for index in result.terms.indices { result.terms[index].scalars.insert(number, at: 0) }
    return result
  }
}

extension Elaboration {
  /// A new axis of a size.
  mutating func axis(_ size: Dimension) -> Int {
    shared.axes.append(size)
    return shared.axes.count - 1
  }

  mutating func unify(_ a: Int?, _ b: Int?) -> Bool {
    guard let a, let b, a != b else { return true }
    return unknowns.unify(shared.axes[a], shared.axes[b])
  }

  func size(of axis: Int) -> Dimension { unknowns.settled(shared.axes[axis]) }

  /// A matrix that is the same at every place.
  mutating func constant(_ expression: Expression) -> IndexedValue {
    let shape = unknowns.settled(expression.shape)
    guard !shape.isScalar else {
      return IndexedValue(terms: [IndexedValue.Term(scalars: [expression])])
    }
    let row = shape.rows == .one ? nil : axis(shape.rows)
    let column = shape.columns == .one ? nil : axis(shape.columns)
    let factor = IndexedValue.Factor(matrix: expression, row: row, column: column)
    return IndexedValue(terms: [IndexedValue.Term(factors: [factor])], row: row, column: column)
  }

  /// The value with axes of its own for what it sums over, so that it can stand beside itself.
  mutating func fresh(_ value: IndexedValue) -> IndexedValue {
    var result = value
    for (index, term) in value.terms.enumerated() {
      var only = IndexedValue(terms: [term])
      for old in term.summed {
        let new = axis(shared.axes[old])
        only = only.renaming(old, to: new)
        only.terms[0].summed.remove(old)
        only.terms[0].summed.insert(new)
      }
      result.terms[index] = only.terms[0]
    }
    return result
  }

  // MARK: Sums and products

  /// The second value along the rows and columns of the first, where they have the same.
  private mutating func aligned(
    _ a: IndexedValue, _ b: IndexedValue, _ operation: String, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    guard unify(a.row, b.row), unify(a.column, b.column), !isCrossed(a, b), !isCrossed(b, a) else {
      throw Diagnostic(
        .shapeMismatch, "\(operation) in \(quoted(node.range)) is undefined; the shapes differ",
        at: place(node.mark ?? node.range))
    }
    return b.renaming(b.row, to: a.row).renaming(b.column, to: a.column)
  }

  /// Whether one is a column and the other a row.
  private func isCrossed(_ a: IndexedValue, _ b: IndexedValue) -> Bool {
    a.isColumn && b.row == nil && b.column != nil
  }

  mutating func sum(
    _ values: [IndexedValue], _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    var result = values[0]
    for value in values.dropFirst() {
      let next = try aligned(result, value, "sum", node)
      result.terms += next.terms
      result.row = result.row ?? next.row
      result.column = result.column ?? next.column
    }
    return try bounded(result, node)
  }

  /// Entry by entry.
  mutating func entrywise(
    _ a: IndexedValue, _ b: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    let b = try aligned(a, b, "entrywise product", node)
    return try multiplied(a, b, row: a.row ?? b.row, column: a.column ?? b.column, [], node)
  }

  /// The matrix product; two columns joined by `\cdot` have an inner product.
  mutating func product(
    _ a: IndexedValue, _ b: IndexedValue, isDot: Bool, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    if a.isScalar || b.isScalar {
      return try multiplied(
        a, b, row: a.row ?? b.row, column: a.column ?? b.column, [], node)
    }
    if a.column == nil, b.row == nil {
      return try multiplied(a, b, row: a.row, column: b.column, [], node)
    }
    if isDot, a.isColumn, b.isColumn, unify(a.row, b.row) {
      let b = b.renaming(b.row, to: a.row)
      return try multiplied(a, b, row: nil, column: nil, [a.row].compactMap { $0 }, node)
    }
    guard let inner = a.column, b.row != nil, unify(inner, b.row) else {
      throw Diagnostic(
        .shapeMismatch, "product in \(quoted(node.range)) is undefined; the inner sizes differ",
        at: place(node.mark ?? node.range))
    }
    let next = b.renaming(b.row, to: inner)
    return try multiplied(a, next, row: a.row, column: next.column, [inner], node)
  }

  private mutating func multiplied(
    _ a: IndexedValue, _ b: IndexedValue, row: Int?, column: Int?, _ summed: [Int], _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    var terms: [IndexedValue.Term] = []
    guard a.terms.count * b.terms.count <= IndexedValue.limit else { throw tooLarge(node) }
    for x in a.terms {
      for y in b.terms {
        terms.append(
          IndexedValue.Term(
            scalars: x.scalars + y.scalars, factors: x.factors + y.factors,
            summed: x.summed.union(y.summed).union(summed)))
      }
    }
    return try bounded(IndexedValue(terms: terms, row: row, column: column), node)
  }

  private func bounded(_ value: IndexedValue, _ node: Syntax) throws(Diagnostic) -> IndexedValue {
    let limit = IndexedValue.limit
    guard value.terms.count <= limit, value.terms.allSatisfy({ $0.factors.count <= limit }) else {
      throw tooLarge(node)
    }
    return value
  }

  private func tooLarge(_ node: Syntax) -> Diagnostic {
    Diagnostic(
      .tooLarge, "the formula about single entries is too large", at: place(node.range),
      hint: "write it with products of matrices")
  }
}
