import MatrixCalculus

/// A curve through a point along which the values keep the structure that is declared of them: straight where
/// that is linear, turns where it is orthogonal; what comes in finitely many kinds stays where it is.
struct PointPath {
  private enum Motion {
    case fixed
    /// Along a difference.
    case straight(SeriesMatrix<Fraction>)
    /// By Cayley's map of a multiple of a skew matrix.
    case turned(SeriesMatrix<Fraction>)
    /// By the same, and back on the other side.
    case conjugated(SeriesMatrix<Fraction>)
  }

  let start: Point<Fraction>
  private let motions: [Motion]

  /// The path from one point that leads to another where it is straight.
  ///
  /// - Parameter moving: the variable that moves, as an index; nil where all do.
  init(
    _ variables: [Variable], from start: Point<Fraction>, to end: Point<Fraction>, moving: Int?
  ) {
    self.start = start
    let algebra = SeriesAlgebra(numbers: FractionArithmetic(), order: 0)
    motions = variables.indices.map { index in
      guard moving == nil || moving == index else { return .fixed }
      let (a, b) = (start.values[index], end.values[index])
      let difference = algebra.sum([b, algebra.negated(a)])
      let skew = algebra.sum([difference, algebra.negated(algebra.transposed(difference))])
      switch Form(variables[index]) {
      case .zero, .identity, .signs, .permutation, .involution, .turnAboutOnes: return .fixed
      case .orthogonal: return .turned(skew)
      case .reflection, .quarterTurn:
        let sums = variables[index].properties.isDisjoint(with: [.columnsSumToOne, .rowsSumToOne])
        return sums ? .conjugated(skew) : .fixed
      default: return .straight(difference)
      }
    }
  }

  /// The values at a parameter: the start at zero.
  ///
  /// - Throws: `singular` where Cayley's map has no value.
  func values<Numbers: Arithmetic>(
    at parameter: Numbers.Element, _ numbers: Numbers, _ convert: (Fraction) -> Numbers.Element
  ) throws(KernelError) -> [SeriesMatrix<Numbers.Element>] {
    let algebra = SeriesAlgebra(numbers: numbers, order: 0)
    let factor = algebra.constant(parameter)
    func moved(_ a: SeriesMatrix<Fraction>) -> SeriesMatrix<Numbers.Element> {
      algebra.scaled(converted(a), by: factor)
    }
    func converted(_ a: SeriesMatrix<Fraction>) -> SeriesMatrix<Numbers.Element> {
      SeriesMatrix(rows: a.rows, columns: a.columns, a.coefficients.map(convert))
    }
    var values: [SeriesMatrix<Numbers.Element>] = []
    for (motion, value) in zip(motions, start.values) {
      let value = converted(value)
      switch motion {
      case .fixed: values.append(value)
      case .straight(let difference): values.append(algebra.sum([value, moved(difference)]))
      case .turned(let skew): values.append(algebra.product(try algebra.cayley(moved(skew)), value))
      case .conjugated(let skew):
        let turn = try algebra.cayley(moved(skew))
        values.append(
          algebra.product(algebra.product(turn, value), algebra.transposed(turn)))
      }
    }
    return values
  }
}

extension SeriesAlgebra {
  /// (I − S)(I + S)⁻¹, orthogonal for skew S.
  ///
  /// Source: A. Cayley, "Sur quelques propriétés des déterminants gauches" (1846).
  func cayley(_ skew: Matrix) throws(KernelError) -> Matrix {
    let one = identity(skew.rows)
    return product(sum([one, negated(skew)]), try inverse(sum([one, skew])))
  }
}
