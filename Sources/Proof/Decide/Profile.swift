import MatrixCalculus

/// How the entries of a value are spread: random ones are of one size, and leave out what lies at the ends of
/// inequalities between norms, means and traces.
enum Profile: CaseIterable {
  /// All nearly equal.
  case level
  /// All nearly equal but for their signs, which alternate.
  case alternating
  /// The first far above all others.
  case single
  /// Nearly the identity; of a column nearly the first unit column.
  case diagonal
  /// Each half as large as the one before it.
  case falling

  /// An entry; those mirrored on the diagonal are equal.
  ///
  /// - Parameter shift: a small number that sets entries apart, so that none of them tie.
  func entry(row: Int, column: Int, shift: Double) -> Double {
    switch self {
    case .level: 1 + shift
    case .alternating: (row + column).isMultiple(of: 2) ? 1 + shift : -1 - shift
    case .single: row + column == 0 ? 1 : shift
    case .diagonal: row == column ? 1 + shift : shift
    case .falling: (1 + shift) / Double(1 << min(row + column, 30))
    }
  }
}

extension SizedQuestion {
  /// Points with a profile for each variable in turn: the same for all of them, of either sign, and each two that
  /// differ where there are several variables.
  func profiled(
    _ start: Point<Fraction>, using generator: inout SplitMix64
  ) -> [[SeriesMatrix<Double>]] {
    let base = start.map(FractionArithmetic().double).values
    let moved = Set(coordinates.map(\.variable)).sorted()
    let all = Profile.allCases
    let alike = all.flatMap { [([$0], 1.0), ([$0], -1.0)] }
    let pairs = zip(all, all.dropFirst() + all.prefix(1)).map { [$0, $1] }
    let mixed = moved.count > 1 ? pairs.map { ($0, 1.0) } : []
    return (alike + mixed).map { profiles, sign in
      var values = base
      for (place, index) in moved.enumerated() {
        values[index] = profiled(
          values[index], question.variables[index], profiles[place % profiles.count], sign,
          generator.next())
      }
      return values
    }
  }

  private func profiled(
    _ value: SeriesMatrix<Double>, _ variable: Variable, _ profile: Profile, _ sign: Double,
    _ word: UInt64
  ) -> SeriesMatrix<Double> {
    var value = value
    let range = variable.interior
    for place in 0..<value.count {
      let (row, column) = (place % value.rows, place / value.rows)
      guard variable.leaves(row, column) else { continue }
      let shift = Self.shift(min(row, column), max(row, column), word)
      let isMirrored = variable.properties.contains(.skew) && row > column
      let entry =
        (isMirrored ? -sign : sign) * profile.entry(row: row, column: column, shift: shift)
      value.coefficients[place] = min(max(entry, range.lowerBound), range.upperBound)
    }
    return value
  }

  /// One of the numbers from 2⁻¹⁰ to 2⁻⁹.
  private static func shift(_ a: Int, _ b: Int, _ word: UInt64) -> Double {
    var generator = SplitMix64(seed: word &+ UInt64(a) &* 65_537 &+ UInt64(b))
    return Double(1_024 + generator.below(1_024)) * 0x1p-20
  }
}
