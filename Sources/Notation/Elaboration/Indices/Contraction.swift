import Diagnostics
import MatrixCalculus

/// A product of columns and matrices along axes while the axes that are summed are done away with, one
/// after the other: Σₖ A[a,k] v[k] B[k,b] is the entry a, b of A diag(v) B.
private struct Contraction {
  private var scalars: [Expression]
  private var columns: [Int: [Expression]] = [:]
  private var matrices: [Pair: [Expression]] = [:]

  /// Two axes, the first for the rows.
  private struct Pair: Hashable {
    let row: Int
    let column: Int

    init(_ a: Int, _ b: Int) {
      row = min(a, b)
      column = max(a, b)
    }

    func other(than axis: Int) -> Int? {
      axis == row ? column : axis == column ? row : nil
    }
  }

  init(_ term: IndexedValue.Term) {
    scalars = term.scalars
    for factor in term.factors { add(factor) }
  }

  private mutating func add(_ factor: IndexedValue.Factor) {
    let matrix = factor.matrix
    switch (factor.row, factor.column) {
    case (nil, nil): scalars.append(matrix)
    case (let row?, nil): columns[row, default: []].append(matrix)
    case (nil, let column?): columns[column, default: []].append(matrix.transposed)
    case (let row?, let column?) where row == column:
      let diagonal: Expression =
        matrix.operation == .eye
        ? .ones(Shape(matrix.shape.rows, .one)) : MatrixFunction.diag(matrix)
      columns[row, default: []].append(diagonal)
    case (let row?, let column?):
      let pair = Pair(row, column)
      matrices[pair, default: []].append(pair.row == row ? matrix : matrix.transposed)
    }
  }

  /// The other axes of the matrices along an axis.
  private func neighbours(of axis: Int) -> [Int] {
    matrices.keys.compactMap { $0.other(than: axis) }.sorted()
  }

  /// Sums over all the axes; gives false where a sum needs more than two others at once.
  mutating func sum(over summed: Set<Int>, size: (Int) -> Dimension) -> Bool {
    var rest = summed
    while let next = rest.min(by: {
      (neighbours(of: $0).count, $0) < (neighbours(of: $1).count, $1)
    }) {
      rest.remove(next)
      let others = neighbours(of: next)
      let column = columns.removeValue(forKey: next).map { Expression.hadamard($0) }
      switch others.count {
      case 0: scalars.append(column.map { MatrixFunction.sum($0) } ?? .size(size(next)))
      case 1:
        let matrix = take(others[0], next)
        let sum = column.map { .product([matrix, $0]) } ?? MatrixFunction.rowSums(matrix)
        columns[others[0], default: []].append(sum)
      case 2:
        let factors = [
          take(others[0], next), column.map { MatrixFunction.diag($0) },
          take(others[1], next).transposed,
        ].compactMap { $0 }
        matrices[Pair(others[0], others[1]), default: []].append(.product(factors))
      default: return false
      }
    }
    return true
  }

  /// The matrix with one axis for its rows and another for its columns.
  private mutating func take(_ row: Int, _ column: Int) -> Expression {
    let pair = Pair(row, column)
    let all = matrices.removeValue(forKey: pair) ?? []
    let matrix = Expression.hadamard(all)
    return pair.row == row ? matrix : matrix.transposed
  }

  /// What is left as a matrix along axes of those sizes.
  mutating func matrix(
    _ row: (axis: Int, size: Dimension)?, _ column: (axis: Int, size: Dimension)?
  ) -> Expression {
    func along(_ end: (axis: Int, size: Dimension)?) -> Expression? {
      end.flatMap { columns[$0.axis] }.map { .hadamard($0) }
    }
    func ones(_ end: (axis: Int, size: Dimension)) -> Expression { .ones(Shape(end.size, .one)) }
    guard let row else { return .product(scalars.isEmpty ? [.number(1)] : scalars) }
    let left = along(row)
    guard let column else { return .product(scalars + [left ?? ones(row)]) }
    let right = along(column)
    guard matrices[Pair(row.axis, column.axis)] != nil else {
      return .product(scalars + [left ?? ones(row), (right ?? ones(column)).transposed])
    }
    let factors = [
      left.map { MatrixFunction.diag($0) }, take(row.axis, column.axis),
      right.map { MatrixFunction.diag($0) },
    ].compactMap { $0 }
    return .product(scalars + factors)
  }
}

extension Elaboration {
  /// The value as a matrix along two axes that hold all its free ones; its entries are those of the formula.
  ///
  /// - Throws: `unsupported` where a sum joins more than three matrices at one index.
  func matrix(
    _ value: IndexedValue, _ row: Int?, _ column: Int?, _ node: Syntax
  ) throws(Diagnostic) -> Expression {
    if row == nil, column != nil { return try matrix(value, column, nil, node).transposed }
    var terms: [Expression] = []
    for term in value.terms { terms.append(try matrix(term, row, column, node)) }
    return .sum(terms)
  }

  private func matrix(
    _ term: IndexedValue.Term, _ row: Int?, _ column: Int?, _ node: Syntax
  ) throws(Diagnostic) -> Expression {
    var contraction = Contraction(withoutDeltas(settled(term)))
    guard contraction.sum(over: withoutDeltas(settled(term)).summed, size: { size(of: $0) }) else {
      throw Diagnostic(
        .unsupported, "a sum over an index that more than two others meet is not supported",
        at: place(node.range), hint: "write it with products of matrices")
    }
    return contraction.matrix(
      row.map { ($0, size(of: $0)) }, column.map { ($0, size(of: $0)) })
  }

  private func settled(_ term: IndexedValue.Term) -> IndexedValue.Term {
    var term = term
    term.scalars = term.scalars.map { unknowns.settled($0) }
    for index in term.factors.indices {
      term.factors[index].matrix = unknowns.settled(term.factors[index].matrix)
    }
    return term
  }

  /// A sum over one place of a Kronecker delta puts the other place for it.
  private func withoutDeltas(_ term: IndexedValue.Term) -> IndexedValue.Term {
    var value = IndexedValue(terms: [term])
    while let index = value.terms[0].factors.firstIndex(where: { factor in
      factor.matrix.operation == .eye && factor.row != factor.column
        && factor.axes.contains(where: value.terms[0].summed.contains)
    }) {
      let factor = value.terms[0].factors.remove(at: index)
      let isRow = factor.row.map(value.terms[0].summed.contains) ?? false
      let (gone, kept) = isRow ? (factor.row, factor.column) : (factor.column, factor.row)
      if let gone { value.terms[0].summed.remove(gone) }
      value = value.renaming(gone, to: kept)
    }
    return value.terms[0]
  }
}
