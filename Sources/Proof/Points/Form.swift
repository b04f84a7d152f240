import MatrixCalculus

/// How a matrix is made that has all the properties declared of it at once.
enum Form: Hashable, Sendable {
  case zero
  case identity
  /// A diagonal of 1 and −1.
  case signs
  case permutation
  /// A permutation that is its own inverse.
  case involution
  /// Orthogonal and symmetric.
  case reflection
  /// Orthogonal and skew.
  case quarterTurn
  case orthogonal
  /// Orthogonal, with rows and columns that sum to one.
  case turnAboutOnes
  /// Symmetric, with rows and columns that sum to one.
  case symmetricStochastic
  /// Triangular, with columns or with rows that sum to one.
  case triangularStochastic
  case doublyStochastic
  case columnStochastic
  case rowStochastic
  case semidefinite
  /// Free entries in a structure.
  case free

  init(_ variable: Variable) {
    self = Form.finite(variable) ?? Form.orthogonal(variable) ?? Form.plain(variable)
  }

  /// What one or finitely many matrices have.
  private static func finite(_ variable: Variable) -> Form? {
    let has = variable.properties.contains
    let isTriangular = variable.properties.isTriangular
    if has(.skew), has(.symmetric) || isTriangular || variable.hasOneSign { return .zero }
    let sums = has(.columnsSumToOne) || has(.rowsSumToOne)
    if has(.orthogonal), has(.positiveSemidefinite) { return .identity }
    if has(.permutation), isTriangular { return .identity }
    if sums, isTriangular, has(.symmetric) { return .identity }
    if has(.orthogonal), isTriangular { return variable.isNonNegative ? .identity : .signs }
    guard has(.permutation) || has(.orthogonal) && variable.isNonNegative else { return nil }
    return has(.symmetric) ? .involution : .permutation
  }

  private static func orthogonal(_ variable: Variable) -> Form? {
    let has = variable.properties.contains
    guard has(.orthogonal) else { return nil }
    if has(.symmetric) { return .reflection }
    if has(.skew) { return .quarterTurn }
    return has(.columnsSumToOne) || has(.rowsSumToOne) ? .turnAboutOnes : .orthogonal
  }

  private static func plain(_ variable: Variable) -> Form {
    let has = variable.properties.contains
    let (columns, rows) = (has(.columnsSumToOne), has(.rowsSumToOne))
    if columns || rows {
      if has(.symmetric) { return .symmetricStochastic }
      if variable.properties.isTriangular { return .triangularStochastic }
      return columns && rows ? .doublyStochastic : columns ? .columnStochastic : .rowStochastic
    }
    let isDiagonal = variable.properties.isTriangular && has(.symmetric)
    return has(.positiveSemidefinite) && !isDiagonal ? .semidefinite : .free
  }

  /// The properties every matrix of this form has, whatever else is declared.
  var ensured: Properties {
    switch self {
    case .zero: [.skew, .symmetric, .diagonal, .positiveSemidefinite, .nonNegative]
    case .identity:
      [
        .permutation, .symmetric, .diagonal, .positiveDefinite, .positiveSemidefinite,
        .invertible, .nonNegative,
      ]
    case .signs: [.orthogonal, .symmetric, .diagonal, .invertible]
    case .permutation: [.permutation, .invertible]
    case .involution: [.permutation, .symmetric, .invertible]
    case .reflection: [.orthogonal, .symmetric, .invertible, .columnsSumToOne, .rowsSumToOne]
    case .quarterTurn: [.orthogonal, .skew, .invertible]
    case .orthogonal: [.orthogonal, .invertible]
    case .turnAboutOnes: [.orthogonal, .invertible, .columnsSumToOne, .rowsSumToOne]
    case .symmetricStochastic:
      [
        .symmetric, .columnsSumToOne, .rowsSumToOne, .positiveDefinite, .positiveSemidefinite,
        .nonNegative,
      ]
    case .triangularStochastic: [.lowerTriangular, .upperTriangular, .nonNegative]
    case .doublyStochastic: [.columnsSumToOne, .rowsSumToOne, .nonNegative]
    case .columnStochastic: [.columnsSumToOne, .nonNegative]
    case .rowStochastic: [.rowsSumToOne, .nonNegative]
    case .semidefinite: [.symmetric, .positiveSemidefinite, .positiveDefinite]
    case .free:
      [
        .symmetric, .skew, .diagonal, .lowerTriangular, .upperTriangular, .positive, .nonNegative,
        .positiveSemidefinite, .positiveDefinite,
      ]
    }
  }
}

extension Properties {
  var isTriangular: Bool { contains(.lowerTriangular) || contains(.upperTriangular) }

  /// Whether there are finitely many such matrices of a size, or as many kinds that no continuous path joins.
  var isFinite: Bool {
    contains(.permutation)
      || contains(.orthogonal) && (contains(.symmetric) || contains(.nonNegative) || isTriangular)
  }
}

extension Variable {
  var isNonNegative: Bool {
    properties.contains(.nonNegative) || (range?.lowerBound ?? -1) >= 0
  }

  /// Whether no entry can be positive, or none negative.
  fileprivate var hasOneSign: Bool { isNonNegative || (range?.upperBound ?? 1) <= 0 }

  /// Whether an entry is one that the declared structure leaves free, so that a declared range speaks of it.
  func leaves(_ row: Int, _ column: Int) -> Bool {
    let isDiagonal = properties.isTriangular && properties.contains(.symmetric)
    if properties.contains(.diagonal) || isDiagonal { return row == column }
    if properties.contains(.lowerTriangular) { return row >= column }
    if properties.contains(.upperTriangular) { return row <= column }
    return properties.contains(.skew) ? row != column : true
  }
}
