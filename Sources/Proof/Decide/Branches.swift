import MatrixCalculus

/// How a point is moved far out: eigenvalues of entries near 1 leave the strip |Im λ| < π there, on which the
/// logarithm undoes the exponential, and the half-plane on which the root undoes the square.
private enum Move {
  /// All entries by one factor.
  case stretch(Double)
  /// Square matrices by a skew one, whose eigenvalues are imaginary.
  case turn(Double)

  static let all: [Move] = [
    .turn(2.5), .turn(4), .turn(7), .turn(40), .turn(300), .stretch(4), .stretch(-5), .stretch(11),
  ]

  func moved(_ old: Double, in value: SeriesMatrix<Double>, at entry: Int?) -> Double {
    switch self {
    case .stretch(let factor): return old * factor
    case .turn(let angle):
      guard let entry, value.rows == value.columns, value.rows > 1 else { return old * angle }
      let (row, column) = (entry % value.rows, entry / value.rows)
      return row == column ? old : row < column ? old - angle : old + angle
    }
  }
}

extension Prover {
  /// A point far out at which the sides of a claim with principal values of matrices differ; nil where none was
  /// found.
  func offBranch(
    _ question: Question, _ choice: SizeChoice, _ budget: Budget,
    using generator: inout SplitMix64
  ) -> Difference? {
    guard question.hasBranches, let sizes = choice.drawn(from: 2, using: &generator),
      let sized = try? SizedQuestion(question, sizes: sizes, budget)
    else { return nil }
    for move in Move.all {
      for _ in 0..<2 {
        guard
          let start = try? realPoint(sized, Manner.stretches[0], using: &generator),
          let point = moved(start, by: move, sized), areApart(sized, point, budget)
        else { continue }
        return Difference(sizes: sizes, point: point)
      }
    }
    return nil
  }

  private func moved(
    _ start: Point<Fraction>, by move: Move, _ sized: SizedQuestion
  ) -> Point<Fraction>? {
    var values = start.map(FractionArithmetic().double).values
    for coordinate in sized.coordinates {
      let value = values[coordinate.variable]
      coordinate.change(&values) { move.moved($0, in: value, at: coordinate.entry) }
    }
    return sized.admitted(values, of: start)
  }
}
