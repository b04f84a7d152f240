import MatrixCalculus
import Testing

@testable import Proof

/// What is drawn has the properties that were declared.
@Suite struct PointTests {
  private static let square = Shape(Letters.n, Letters.n)
  private static let manners: [Manner] = [
    .between(Rational(-2), Rational(2)), .integers(-1, 2), .integers(0, 1),
  ]

  private func draw(
    _ properties: Properties, _ manner: Manner, range: ClosedRange<Double>? = nil
  ) throws -> SeriesMatrix<Fraction> {
    var generator = SplitMix64(seed: 5)
    let maker = PointMaker(FractionArithmetic(), manner, sizes: ["n": 3])
    return try maker.value(
      of: Variable("X", Self.square, properties, range: range), using: &generator)
  }

  private func double(_ a: Fraction) -> Double {
    let ball = BallArithmetic(precision: 64)
    return Double(ball.text(ball.number(a), digits: 15)) ?? .nan
  }

  private func rows(_ a: SeriesMatrix<Fraction>) -> [[Double]] {
    (0..<3).map { row in (0..<3).map { column in double(a.coefficients[column * 3 + row]) } }
  }

  @Test(arguments: manners)
  func symmetricMatricesEqualTheirTranspose(_ manner: Manner) throws {
    let a = rows(try draw(.symmetric, manner))
    for i in 0..<3 { for j in 0..<3 { #expect(a[i][j] == a[j][i]) } }
  }

  @Test(arguments: manners)
  func skewMatricesAreMinusTheirTranspose(_ manner: Manner) throws {
    let a = rows(try draw(.skew, manner))
    for i in 0..<3 { for j in 0..<3 { #expect(a[i][j] == -a[j][i]) } }
  }

  @Test(arguments: manners)
  func triangularMatricesAreZeroOnTheOtherSide(_ manner: Manner) throws {
    let lower = rows(try draw(.lowerTriangular, manner))
    let upper = rows(try draw(.upperTriangular, manner))
    let diagonal = rows(try draw(.diagonal, manner))
    for i in 0..<3 {
      for j in 0..<3 {
        #expect(i >= j || lower[i][j] == 0)
        #expect(i <= j || upper[i][j] == 0)
        #expect(i == j || diagonal[i][j] == 0)
      }
    }
  }

  @Test(arguments: manners)
  func positiveMatricesHavePositiveEntries(_ manner: Manner) throws {
    #expect(rows(try draw(.positive, manner)).joined().allSatisfy { $0 > 0 })
    #expect(rows(try draw(.nonNegative, manner)).joined().allSatisfy { $0 >= 0 })
  }

  @Test(arguments: manners, [0.1...0.9, 5...10, -3 ... -2, 1e-6...2e-6, 7...(.infinity)])
  func entriesLieInTheirRange(_ manner: Manner, _ range: ClosedRange<Double>) throws {
    let entries = rows(try draw([], manner, range: range)).joined()
    #expect(entries.allSatisfy(range.contains))
  }

  @Test(arguments: manners)
  func columnsSumToOne(_ manner: Manner) throws {
    for properties: Properties in [.columnsSumToOne, [.columnsSumToOne, .positive]] {
      let a = rows(try draw(properties, manner))
      for column in 0..<3 {
        #expect(abs(a[0][column] + a[1][column] + a[2][column] - 1) < 1e-12)
      }
    }
  }

  /// The leading minors of a positive definite matrix are positive.
  @Test(arguments: manners)
  func definiteMatricesHavePositiveMinors(_ manner: Manner) throws {
    let a = rows(try draw(.positiveDefinite, manner))
    let second = a[0][0] * a[1][1] - a[0][1] * a[1][0]
    let third =
      a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
      - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
      + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0])
    #expect(a[0][0] > 0 && second > 0 && third > 0)
  }

  @Test(arguments: manners)
  func orthogonalAndPermutationMatricesKeepLengths(_ manner: Manner) throws {
    for properties: Properties in [.orthogonal, .permutation] {
      let algebra = SeriesAlgebra(numbers: FractionArithmetic(), order: 0)
      let a = try draw(properties, manner)
      let product = algebra.product(algebra.transposed(a), a)
      let texts = product.text { algebra.numbers.text($0, digits: 0) }
      #expect(texts == [["1", "0", "0"], ["0", "1", "0"], ["0", "0", "1"]])
    }
  }

  @Test func reflectionsHaveDeterminantMinusOne() throws {
    for reflects in [false, true] {
      var generator = SplitMix64(seed: 5)
      let maker = PointMaker(uniform: ["n": 4], reflections: reflects ? 1 : 0)
      let q = try maker.value(of: Variable("Q", Self.square, .orthogonal), using: &generator)
      let determinant = try maker.algebra.determinant(q).coefficients[0]
      #expect(determinant == (reflects ? PrimeField.p - 1 : 1))
    }
  }
}
