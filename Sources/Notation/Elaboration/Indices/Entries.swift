import Diagnostics
import MatrixCalculus

/// What `a \cdot b` of two columns is.
enum DotReading {
  case product, entrywise
}

/// How `x_i` is a column where X is a matrix: one of its columns, a row of it upright, or the row itself.
package enum ItemReading: Int, CaseIterable, Hashable, Sendable {
  case uprightRow, column, row
}

extension Elaboration {
  /// The entry of a formula at places.
  mutating func entry(
    _ places: [Syntax.Place], _ isItem: Bool, _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let value = try indexed(node.children[0], letters)
    return try entry(places, isItem, of: value, node, letters)
  }

  /// The entry of a value at places; `node` says how it is written.
  mutating func entry(
    _ places: [Syntax.Place], _ isItem: Bool, of value: IndexedValue, _ node: Syntax,
    _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let places = value.row != nil && value.column != nil ? Self.split(places) : places
    switch (places.count, value.row, value.column) {
    case (2, _?, _?):
      let first = try taking(places[0], of: value, isRow: true, node, letters)
      return try taking(places[1], of: first, isRow: false, node, letters)
    case (2, _?, nil) where places[1] == .number(1):
      return try taking(places[0], of: value, isRow: true, node, letters)
    case (1, _?, nil): return try taking(places[0], of: value, isRow: true, node, letters)
    case (1, nil, _?): return try taking(places[0], of: value, isRow: false, node, letters)
    case (1, _?, _?) where places[0].letter != nil:
      return try item(places[0], of: value, isItem, node, letters)
    default: throw noEntry(node, node.children[0], value)
    }
  }

  /// `A_{12}` of a matrix is the entry in row 1 and column 2.
  private static func split(_ places: [Syntax.Place]) -> [Syntax.Place] {
    guard places.count == 1, case .number(let number) = places[0], (11...99).contains(number),
      number % 10 > 0
    else { return places }
    return [.number(number / 10), .number(number % 10)]
  }

  private func noEntry(_ node: Syntax, _ base: Syntax, _ value: IndexedValue) -> Diagnostic {
    let what = value.isScalar ? "a number" : value.column == nil ? "a column" : "a matrix"
    return Diagnostic(
      .unsupported, "\(quoted(node.range)) is no entry of \(quoted(base.range)), which is \(what)",
      at: place(node.range), hint: "declare it, if it is a name of its own")
  }

  /// The value at one place of its rows or its columns.
  private mutating func taking(
    _ place: Syntax.Place, of value: IndexedValue, isRow: Bool, _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    guard let axis = isRow ? value.row : value.column else { return value }
    func without(_ value: IndexedValue) -> IndexedValue {
      IndexedValue(
        terms: value.terms, row: isRow ? nil : value.row, column: isRow ? value.column : nil)
    }
    switch place {
    case .all: return value
    case .letter(let letter), .shifted(let letter, by: _):
      guard let target = letters[letter] else {
        return try at(
          Dimension(letter) + Dimension(place.shift), letter, axis, without(value), node)
      }
      if let start = shared.starts[target] {
        let first = start + Dimension(place.shift)
        return without(try part(of: value, axis, from: first, along: target, letter, node))
      }
      guard place.shift == 0 else { throw unsupported(shiftedRefusal(letter, node), node) }
      guard unify(axis, target) else { throw tooFar(letter, axis, target, node) }
      return without(value.renaming(axis, to: target))
    case .number(let number):
      return try at(Dimension(number), axis, without(value), node)
    }
  }

  /// A size as a place: `x_n` is the last entry of x.
  private func at(
    _ place: Dimension, _ letter: String, _ axis: Int, _ value: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    guard scope.isSize(letter) else { throw freeLetter(letter, node) }
    return try at(place, axis, value, node)
  }

  private func shiftedRefusal(_ letter: String, _ node: Syntax) -> String {
    "\(quoted(node.range)) is supported only where the bounds of \(letter) are written"
  }

  /// The value at a fixed place: the sum over all places against a column of the identity.
  private func at(
    _ number: Dimension, _ axis: Int, _ value: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    let size = size(of: axis)
    let isBeyond = (number.count ?? 1) < 1 || ((size - number).count ?? 0) < 0
    guard !isBeyond else {
      throw unsupported(
        "there is no place \(number) among \(name(size))", node, hint: "places count from 1")
    }
    var result = value
    let unit = Expression.call(unit: number, of: size)
    for term in result.terms.indices {
      result.terms[term].factors.append(
        IndexedValue.Factor(matrix: unit, row: axis, column: nil))
      result.terms[term].summed.insert(axis)
    }
    return result
  }

  private func tooFar(_ letter: String, _ axis: Int, _ target: Int, _ node: Syntax) -> Diagnostic {
    Diagnostic(
      .shapeMismatch,
      "the index \(letter) runs over \(name(size(of: target))) places, but "
        + "\(quoted(node.range)) has \(name(size(of: axis)))",
      at: place(node.range))
  }

  /// A row or column of a matrix, as the shapes around it decide.
  private mutating func item(
    _ place: Syntax.Place, of value: IndexedValue, _ isItem: Bool, _ node: Syntax,
    _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    let whole = node.children[0]
    let base = if case .name(let name) = whole.kind { name } else { quoted(whole.range) }
    let key = ItemKey(base: base, hasRows: !isItem)
    let reading = shared.items[key] ?? .uprightRow
    shared.items[key] = reading
    switch reading {
    case .uprightRow:
      return try taking(place, of: value, isRow: true, node, letters).transposed
    case .column: return try taking(place, of: value, isRow: false, node, letters)
    case .row: return try taking(place, of: value, isRow: true, node, letters)
    }
  }

  // MARK: Constants

  /// `e(i, n)`, the column with a one at a place, and `delta(i, j)`, one where both are the same, where the
  /// page has no such name; nil for any other formula.
  mutating func constantEntry(
    _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue? {
    guard case .indexed(.entry(let places, _)) = node.kind,
      case .name(let name) = node.children[0].kind, !scope.knows(name)
    else { return nil }
    switch (name, places.count) {
    case ("delta", 2): return try kronecker(places[0], places[1], node, letters)
    case ("e", 1...2):
      let size = try size(places.dropFirst().first?.size(in: scope), of: "e", node)
      return try taking(places[0], of: constant(.eye(size)), isRow: false, node, letters)
    default: return nil
    }
  }

  mutating func kronecker(
    _ a: Syntax.Place, _ b: Syntax.Place, _ node: Syntax, _ letters: Letters
  ) throws(Diagnostic) -> IndexedValue {
    guard a.shift == 0, b.shift == 0, let first = a.letter, let second = b.letter,
      let row = letters[first], let column = letters[second],
      shared.starts[row] == shared.starts[column]
    else { throw unsupported("this Kronecker delta is not supported", node) }
    guard unify(row, column) else { throw tooFar(first, row, column, node) }
    let identity = IndexedValue.Factor(
      matrix: .eye(shared.axes[row]), row: row, column: column)
    return IndexedValue(terms: [IndexedValue.Term(factors: [identity])])
  }
}

extension Syntax.Place {
  /// The size that a place names as an argument.
  fileprivate func size(in scope: Scope) -> Dimension? {
    switch self {
    case .number(let number): Dimension(number)
    case .letter(let name) where scope.isSize(name): Dimension(name)
    case .letter, .shifted, .all: nil
    }
  }
}

/// A matrix of which single rows or columns are spoken of.
package struct ItemKey: Hashable, Sendable {
  /// Its name, or how it is written.
  let base: String
  /// Whether what is meant may be a row.
  let hasRows: Bool

  var order: (String, Int) { (base, hasRows ? 1 : 0) }
}

extension [ItemKey: ItemReading] {
  /// How single items of a matrix were read on the page so far; nil where they were not.
  package func reading(of base: String) -> ItemReading? {
    first { $0.key.base == base }?.value
  }
}

extension Expression {
  fileprivate static func call(unit place: Dimension, of size: Dimension) -> Expression {
    MatrixFunction.unit(place, of: size)([])
  }
}
