import MatrixCalculus

/// A form that a value takes with chance zero.
enum SpecialPoint: CaseIterable {
  case oneZero
  case equalEntries
  case zero
  case identity
  case negatedIdentity
  case singular

  func words(_ variable: Variable) -> String {
    let name = variable.name
    return switch self {
    case .oneZero: variable.shape.isScalar ? "\(name) = 0" : "an entry of \(name) is 0"
    case .equalEntries: "entries of \(name) are equal"
    case .zero: "\(name) = 0"
    case .identity: "\(name) = I"
    case .negatedIdentity: "\(name) = -I"
    case .singular: "\(name) is singular"
    }
  }
}

extension Point where Element == Fraction {
  /// The point with one value in a special form; nil where that is not allowed.
  func special(
    _ kind: SpecialPoint, _ variable: Variable, at index: Int
  ) -> Point? {
    let arithmetic = FractionArithmetic()
    var value = values[index]
    let free = variable.properties.subtracting([.symmetric, .nonNegative, .positiveSemidefinite])
    let allowsZero = free.isEmpty && (variable.range?.contains(0) ?? true)
    switch kind {
    case .oneZero:
      guard allowsZero, !variable.properties.contains(.positiveSemidefinite) else { return nil }
      value.coefficients[0] = arithmetic.zero
    case .equalEntries:
      guard variable.properties.subtracting([.symmetric, .nonNegative, .positive]).isEmpty,
        value.count > 1
      else { return nil }
      value.coefficients = value.coefficients.map { _ in value.coefficients[0] }
    case .zero:
      guard allowsZero else { return nil }
      value.coefficients = value.coefficients.map { _ in arithmetic.zero }
    case .identity, .negatedIdentity:
      guard variable.range == nil, !variable.properties.contains(.positive),
        !variable.properties.contains(.skew), variable.shape.isSquare, value.count > 1
      else { return nil }
      let algebra = SeriesAlgebra(numbers: arithmetic, order: 0)
      let one = algebra.identity(value.rows)
      value = kind == .identity ? one : algebra.negated(one)
    case .singular:
      guard free.isEmpty, !variable.properties.contains(.symmetric), value.columns > 1 else {
        return nil
      }
      let first = Array(value.coefficients.prefix(value.rows))
      value.coefficients.replaceSubrange(value.rows..<2 * value.rows, with: first)
    }
    var values = values
    let domain = Membership(
      algebra: SeriesAlgebra(numbers: arithmetic, order: 0), variable: variable)
    guard domain.admits(value) else { return nil }
    values[index] = value
    return Point(values: values, directions: directions)
  }
}
