package import Diagnostics
package import MatrixCalculus

extension Elaborator {
  /// A formula about single entries as a matrix: its rows run over the first letter, its columns over the
  /// second. Against each further letter it is summed with a column of numbers that may be any, so that
  /// two formulas are equal at every place where these matrices are.
  ///
  /// - Parameter axes: the letters, with their sizes where they are known.
  /// - Throws: as `elaborate`; `unsupported` where the formula says nothing of one of the letters.
  package func elaborate(
    _ syntax: Syntax, along axes: [IndexAxis], expecting shape: Shape? = nil
  ) throws(Diagnostic) -> Result {
    try reading(of: syntax) { (pass) throws(Diagnostic) in
      try pass.spread(syntax, along: axes, expecting: shape)
    } fits: {
      shape == nil || $0.expression.shape == shape
    }
  }

  /// The result of the one reading of single rows and columns that fits in shape.
  func reading(
    of syntax: Syntax, _ elaborate: (inout Elaboration) throws(Diagnostic) -> Result,
    fits: (Result) -> Bool
  ) throws(Diagnostic) -> Result {
    var pass = Elaboration(self)
    let first = Swift.Result { () throws(Diagnostic) in try elaborate(&pass) }
    let keys = pass.shared.items.keys.sorted { $0.order < $1.order }
    guard !keys.isEmpty else { return try readingDot(first, pass, elaborate, fits) }
    let all = try readings(keys, of: syntax, elaborate)
    let fitting = all.filter { fits($0.result) }
    let found = fitting.isEmpty ? all : fitting
    let consistent = found.filter { agrees($0.items) }
    guard let taken = consistent.first ?? found.first else { return try first.get() }
    guard found.count == 1 || consistent.count == 1 else {
      throw Diagnostic(
        .unsupported, "\(keys[0].base) with one index may be a row or a column",
        at: source.location(syntax.range),
        hint:
          "say how far the index runs, as in \\sum_{i=1}^n, or write rows and columns as X_{i,:} and X_{:,i}"
      )
    }
    var result = taken.result
    result.readings = keys.compactMap { key in taken.items[key].map { $0.words(key.base) } }
    result.items = taken.items
    return result
  }

  /// What a formula is in each way of reading single rows and columns of matrices that has a meaning.
  ///
  /// A matrix may come to light only where one before it is read in the right way.
  private func readings(
    _ keys: [ItemKey], of syntax: Syntax,
    _ elaborate: (inout Elaboration) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> [(result: Result, items: [ItemKey: ItemReading])] {
    guard keys.count <= 3 else {
      throw Diagnostic(
        .unsupported, "rows and columns of \(keys.count) matrices in one formula are not supported",
        at: source.location(syntax.range), hint: "write it with products of matrices")
    }
    var all: [(result: Result, items: [ItemKey: ItemReading])] = []
    var seen = Set(keys)
    for items in Self.choices(keys[...]) {
      var pass = Elaboration(self)
      pass.shared.items = items
      let result = try? elaborate(&pass)
      seen.formUnion(pass.shared.items.keys)
      guard let result, !all.contains(where: { $0.result.expression == result.expression }) else {
        continue
      }
      all.append((result, items))
    }
    return seen.count == keys.count
      ? all : try readings(seen.sorted { $0.order < $1.order }, of: syntax, elaborate)
  }

  /// The result itself where it fits in shape; else the one with `\cdot` and `*` read entry by entry, where
  /// that one does.
  private func readingDot(
    _ first: Swift.Result<Result, Diagnostic>, _ pass: Elaboration,
    _ elaborate: (inout Elaboration) throws(Diagnostic) -> Result, _ fits: (Result) -> Bool
  ) throws(Diagnostic) -> Result {
    if case .success(let result) = first, fits(result) { return result }
    if pass.shared.hasColumnsToMultiply {
      var outer = Elaboration(self)
      outer.shared.takesOuterProducts = true
      if var result = try? elaborate(&outer), fits(result) {
        result.readings.append(#"\otimes of columns is read as their outer product"#)
        return result
      }
    }
    guard pass.shared.hasOpenDot else { return try first.get() }
    var pass = Elaboration(self)
    pass.shared.dot = .entrywise
    guard var result = try? elaborate(&pass), fits(result) else { return try first.get() }
    result.readings.append("the sign of multiplication is read entry by entry")
    return result
  }

  /// Whether a reading is the one taken above on the page, where one was.
  private func agrees(_ reading: [ItemKey: ItemReading]) -> Bool {
    !items.isEmpty && reading.allSatisfy { items[$0.key] ?? $0.value == $0.value }
  }

  private static func choices(_ keys: ArraySlice<ItemKey>) -> [[ItemKey: ItemReading]] {
    guard let key = keys.first else { return [[:]] }
    let own = ItemReading.allCases.filter { key.hasRows || $0 != .row }
    return choices(keys.dropFirst()).flatMap { rest in
      own.map { reading in rest.merging([key: reading]) { first, _ in first } }
    }
  }
}

extension ItemReading {
  fileprivate func words(_ base: String) -> String {
    switch self {
    case .uprightRow: "\(base) with one index is a row, written as a column"
    case .column: "\(base) with one index is a column"
    case .row: "\(base) with one index is a row"
    }
  }
}

extension Elaboration {
  fileprivate mutating func spread(
    _ syntax: Syntax, along axes: [IndexAxis], expecting shape: Shape?
  ) throws(Diagnostic) -> Elaborator.Result {
    if syntax.freeLetters.isEmpty, let number = try run(syntax).expression.rational, let shape,
      let spread = Expression.number(number).broadcast(to: shape)
    {
      return Elaborator.Result(expression: spread, shapes: settledShapes, axes: axes)
    }
    var letters: Letters = [:]
    for axis in axes {
      letters[axis.letter] = self.axis(try size(axis.size, of: axis.letter, syntax))
    }
    let repeated = syntax.freeLetters.filter { letters[$0] == nil }
    for letter in repeated where !scope.isSize(letter) {
      letters[letter] = self.axis(try size(nil, of: letter, syntax))
    }
    var value = try summed(indexed(syntax, letters), repeated, letters, syntax)
    for letter in axes.map(\.letter) {
      guard let axis = letters[letter] else { continue }
      if value.terms.contains(where: { $0.axes.contains(axis) }) { continue }
      // A number that is the same at every place, where it is known how many places there are.
      if value.isScalar, !Unknowns.occur(in: size(of: axis)) {
        let ones = Expression.ones(Shape(size(of: axis), .one))
        value = value.multiplied(by: IndexedValue.Factor(matrix: ones, row: axis, column: nil))
      } else {
        throw unsupported("\(quoted(syntax.range)) does not depend on the index \(letter)", syntax)
      }
    }
    let own = axes.compactMap { letters[$0.letter] } + [value.row, value.column].compactMap { $0 }
    for axis in own where Unknowns.occur(in: size(of: axis)) {
      throw unsupported("nothing says how far an index of \(quoted(syntax.range)) runs", syntax)
    }
    for (place, axis) in own.enumerated().dropFirst(2) { value = paired(value, axis, place) }
    let expression = try matrix(value, own.first, own.dropFirst().first, syntax)
    return Elaborator.Result(
      expression: expression, shapes: settledShapes,
      axes: axes.map { IndexAxis($0.letter, size: letters[$0.letter].map { size(of: $0) }) })
  }

  /// Summed over letters that stand twice in every term and not on the left: Einstein's convention.
  private func summed(
    _ value: IndexedValue, _ repeated: [String], _ letters: Letters, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    for letter in repeated {
      guard let axis = letters[letter] else { continue }
      let isRepeated = value.terms.allSatisfy { term in
        term.factors.flatMap(\.axes).filter { $0 == axis }.count >= 2
      }
      guard isRepeated else { throw freeLetter(letter, node) }
    }
    return value.summing(repeated.compactMap { letters[$0] })
  }

  /// Summed over an axis against a column of any numbers.
  private func paired(_ value: IndexedValue, _ axis: Int, _ place: Int) -> IndexedValue {
    let weights = Expression.variable(Variable("⟨\(place)⟩", Shape(size(of: axis), .one)))
    var result = value
    for term in result.terms.indices {
      result.terms[term].factors.append(
        IndexedValue.Factor(matrix: weights, row: axis, column: nil))
      result.terms[term].summed.insert(axis)
    }
    if result.row == axis { result.row = nil }
    if result.column == axis { result.column = nil }
    return result
  }
}
