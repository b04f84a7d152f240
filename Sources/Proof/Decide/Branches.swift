import MatrixCalculus

/// How a point is moved far out: eigenvalues of entries near 1 leave the strip |Im λ| < π there, on which the
/// logarithm undoes the exponential, and the half-plane on which the root undoes the square.
private enum Move {
  /// All entries by one factor.
  case stretch(Double)
  /// Square matrices by a skew one, whose eigenvalues are imaginary.
  case turn(Double)
  /// Square matrices to near −1 in planes, turned by a small angle: their eigenvalues lie beside the negative axis,
  /// which the least power beyond the first carries across it.
  case besideAxis(Double)

  static let all: [Move] = [
    .turn(2.5), .turn(4), .turn(7), .turn(40), .turn(300), .stretch(4), .stretch(-5), .stretch(11),
    .besideAxis(0.1), .besideAxis(0.001),
  ]

  func moved(_ old: Double, in value: SeriesMatrix<Double>, at entry: Int?) -> Double {
    switch self {
    case .stretch(let factor): return old * factor
    case .turn(let angle):
      guard let entry, value.rows == value.columns, value.rows > 1 else { return old * angle }
      let (row, column) = (entry % value.rows, entry / value.rows)
      return row == column ? old : row < column ? old - angle : old + angle
    case .besideAxis(let angle):
      guard let entry, value.rows == value.columns, value.rows > 1 else { return old }
      return Self.halfTurn(entry, of: value.rows, less: angle) + old * angle / 64
    }
  }

  /// An entry of turns by nearly π in planes, column after column, with a one where the order is odd.
  private static func halfTurn(_ entry: Int, of order: Int, less angle: Double) -> Double {
    let (row, column) = (entry % order, entry / order)
    guard max(row, column) < order - order % 2 else { return row == column ? 1 : 0 }
    guard row / 2 == column / 2 else { return 0 }
    return row == column ? -1 : row < column ? -angle : angle
  }
}

extension Prover {
  /// A point of small sizes off the principal branch at which a claim fails; nil where none was found.
  func offBranch(_ question: Question, _ budget: Budget, seed: UInt64) -> Difference? {
    var generator = SplitMix64(seed: seed &+ 7)
    let choice = SizeChoice(question.programs, orders)
    return offBranch(question, choice, budget, using: &generator)
  }

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
    guard let point = sized.admitted(values, of: start) else { return nil }
    guard case .besideAxis(let angle) = move else { return point }
    return try? sized.withHalfTurns(point, less: angle)
  }
}

extension SizedQuestion {
  /// Orthogonal matrices turn planes by nearly π, with a one where the order is odd: cosine and sine are those of
  /// the half angle with tangent 1/p, taken from π.
  fileprivate func withHalfTurns(
    _ point: Point<Fraction>, less angle: Double
  ) throws(KernelError) -> Point<Fraction> {
    let algebra = SeriesAlgebra(numbers: FractionArithmetic(), order: 0)
    let p = Int(2 / angle)
    var values = point.values
    for (index, variable) in question.variables.enumerated()
    where variable.properties.contains(.orthogonal) && !variable.properties.contains(.permutation) {
      values[index] = try algebra.planeTurns(
        values[index].rows, (1 - p * p, 2 * p, over: 1 + p * p))
    }
    return Point(values: values, directions: point.directions)
  }
}
