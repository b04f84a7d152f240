import MatrixCalculus

/// What of a point is changed to get others: an entry of a variable, or all of them by one factor.
struct Coordinate {
  /// Entries of one variable that are changed one by one; beyond them it is scaled as a whole.
  static let most = 24

  let variable: Int
  let entry: Int?
  let range: ClosedRange<Double>

  /// Puts something else for the entries, within their range.
  func change(_ values: inout [SeriesMatrix<Double>], _ new: (Double) -> Double) {
    let entries = values[variable].coefficients.indices
    for place in entry.map({ $0..<$0 + 1 }) ?? entries {
      let value = new(values[variable].coefficients[place])
      values[variable].coefficients[place] =
        min(max(value, range.lowerBound), range.upperBound)
    }
  }
}

extension SizedQuestion {
  /// The coordinates of its points: entries of variables that are free, factors of those that are not.
  var coordinates: [Coordinate] {
    question.variables.enumerated().flatMap { index, variable -> [Coordinate] in
      let range = variable.interior
      let isFree = variable.properties.subtracting([.positive, .nonNegative, .constant]).isEmpty
      let whole = Coordinate(variable: index, entry: nil, range: range)
      guard isFree else { return variable.isCone ? [whole] : [] }
      let count =
        (variable.shape.rows.value(sizes) ?? 0) * (variable.shape.columns.value(sizes) ?? 0)
      guard count <= Coordinate.most else { return [whole] }
      return (0..<count).map { Coordinate(variable: index, entry: $0, range: range) }
    }
  }

  /// A point in exact numbers with other values, if they have all that is declared.
  func admitted(_ values: [SeriesMatrix<Double>], of point: Point<Fraction>) -> Point<Fraction>? {
    let arithmetic = FractionArithmetic()
    let algebra = SeriesAlgebra(numbers: arithmetic, order: 0)
    var exact = point.values
    for index in Set(coordinates.map(\.variable)) {
      for (entry, value) in values[index].coefficients.enumerated() {
        guard let number = try? arithmetic.number(value) else { return nil }
        exact[index].coefficients[entry] = number
      }
      let domain = Membership(algebra: algebra, variable: question.variables[index])
      guard domain.admits(exact[index]) else { return nil }
    }
    return Point(values: exact, directions: point.directions)
  }
}

extension Variable {
  /// Nearly the declared range, whose ends may not belong to it.
  var interior: ClosedRange<Double> {
    guard let range else { return (isNonNegative ? 0x1p-100 : -.infinity) ... .infinity }
    let width = range.upperBound - range.lowerBound
    let margin = width.isFinite ? width * 0x1p-30 : 0x1p-100
    return range.lowerBound + margin...range.upperBound - margin
  }

  /// Whether a positive multiple of a value is one.
  fileprivate var isCone: Bool {
    range == nil
      && properties.isDisjoint(with: [
        .orthogonal, .permutation, .columnsSumToOne, .rowsSumToOne,
      ])
  }
}
