package import MatrixCalculus

/// Numbers for some variables, at which formulas have values: what a page gives as an example.
///
/// Values are floating-point numbers, to be looked at; nothing is proved by them.
package struct NumericPoint {
  private var values: PointValues

  /// - Parameter entries: the rows of each variable.
  /// - Returns: nil where the shapes of two variables do not agree about a size.
  package init?(_ entries: [Variable: [[Double]]]) {
    var sizes: [String: Int] = [:]
    var inputs: [Variable: SeriesMatrix<Double>] = [:]
    for (variable, rows) in entries.sorted(by: { $0.key.name < $1.key.name }) {
      let columns = rows.first?.count ?? 0
      for (size, count) in [(variable.shape.rows, rows.count), (variable.shape.columns, columns)] {
        guard count > 0, size.count.map({ $0 == count }) ?? true else { return nil }
        guard let name = size.name else { continue }
        guard sizes[name, default: count] == count else { return nil }
        sizes[name] = count
      }
      let entries = (0..<columns).flatMap { column in rows.map { $0[column] } }
      inputs[variable] = SeriesMatrix(rows: rows.count, columns: columns, entries)
    }
    values = PointValues(inputs, sizes: sizes)
  }

  /// The rows of an expression's value; nil where it has none here.
  package func value(_ expression: Expression) -> [[Double]]? {
    var values = values
    guard let value = values.value(expression) else { return nil }
    return (0..<value.rows).map { row in
      (0..<value.columns).map { value.coefficients[$0 * value.rows + row] }
    }
  }
}
