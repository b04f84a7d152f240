import MatrixCalculus
import Testing

@testable import Proof

/// Values of the kernel against explicit loops over the entries.
@Suite struct EvaluationTests {
  private let numbers = PrimeField()
  private let sizes = ["n": 4, "m": 3, "k": 2]

  /// The values of expressions and of the variables they are in, at one random point.
  private func values(
    _ expressions: [Expression], _ variables: [Variable]
  ) throws -> (results: [SeriesMatrix<UInt64>], inputs: [SeriesMatrix<UInt64>]) {
    let program = try Program(expressions, variables: variables)
    let plan = try Plan(program, sizes: sizes, budget: 1_000_000)
    let maker = PointMaker(uniform: sizes, reflections: 0)
    var generator = SplitMix64(seed: 11)
    let inputs = try variables.map { try maker.value(of: $0, using: &generator) }
    return (try Evaluation(plan, numbers, order: 0).run(inputs), inputs)
  }

  @Test func productIsTheSumOverInnerIndices() throws {
    let (results, inputs) = try values(
      [.product([.number(2), Letters.W.e, Letters.x.e])], [Letters.W, Letters.x])
    let (w, x) = (inputs[0], inputs[1])
    for row in 0..<2 {
      for column in 0..<3 {
        let entry = (0..<4).reduce(UInt64(0)) { total, l in
          numbers.add(
            total,
            numbers.multiply(w.coefficients[l * 2 + row], x.coefficients[column * 4 + l]))
        }
        #expect(results[0].coefficients[column * 2 + row] == numbers.multiply(2, entry))
      }
    }
  }

  @Test func longProductsDoNotDependOnTheOrderOfMultiplying() throws {
    let (w, x) = (Letters.W.e, Letters.x.e)
    let (results, _) = try values(
      [.product([w.T, w, x]), w.T * (w * x), (w.T * w) * x], [Letters.W, Letters.x])
    #expect(results[0].coefficients == results[1].coefficients)
    #expect(results[0].coefficients == results[2].coefficients)
  }

  @Test func reductionsAddTheirEntries() throws {
    let a = Letters.x.e
    let (results, inputs) = try values(
      [
        a.summed, MatrixFunction.columnSums(a), MatrixFunction.rowSums(a), a.T,
        Expression.product([a, a.T]).traced,
      ], [Letters.x])
    let x = inputs[0].coefficients
    #expect(results[0].coefficients == [x.reduce(0, numbers.add)])
    let columns = (0..<3).map { column in
      (0..<4).map { row in x[column * 4 + row] }.reduce(0, numbers.add)
    }
    #expect(results[1].coefficients == columns)
    let rows = (0..<4).map { row in
      (0..<3).map { column in x[column * 4 + row] }.reduce(0, numbers.add)
    }
    #expect(results[2].coefficients == rows)
    let transposed = (0..<4).flatMap { row in (0..<3).map { column in x[column * 4 + row] } }
    #expect(results[3].coefficients == transposed)
    let squares = x.map { numbers.multiply($0, $0) }.reduce(0, numbers.add)
    #expect(results[4].coefficients == [squares])
  }

  @Test func diagonalGoesBothWays() throws {
    let (results, inputs) = try values(
      [MatrixFunction.diag(Letters.c.e), MatrixFunction.diag(MatrixFunction.diag(Letters.c.e))],
      [Letters.c])
    for row in 0..<4 {
      for column in 0..<4 {
        let entry = row == column ? inputs[0].coefficients[row] : 0
        #expect(results[0].coefficients[column * 4 + row] == entry)
      }
    }
    #expect(results[1].coefficients == inputs[0].coefficients)
  }

  @Test func inverseTimesTheMatrixIsTheIdentity() throws {
    let a = Letters.A.e
    let (results, _) = try values([a * a.inverse, a.inverse * a, .eye(Letters.n)], [Letters.A])
    #expect(results[0].coefficients == results[2].coefficients)
    #expect(results[1].coefficients == results[2].coefficients)
  }

  /// Leibniz's formula: the sum over all permutations with their signs.
  @Test func determinantIsTheSumOverPermutations() throws {
    let (results, inputs) = try values([MatrixFunction.det(Letters.A.e)], [Letters.A])
    let a = inputs[0].coefficients
    var total: UInt64 = 0
    func expand(_ images: [Int], _ product: UInt64, _ isOdd: Bool) {
      let column = images.count
      if column == 4 {
        total = isOdd ? numbers.subtract(total, product) : numbers.add(total, product)
        return
      }
      for row in 0..<4 where !images.contains(row) {
        let inversions = images.filter { $0 > row }.count
        expand(
          images + [row], numbers.multiply(product, a[column * 4 + row]),
          isOdd != !inversions.isMultiple(of: 2))
      }
    }
    expand([], 1, false)
    #expect(results[0].coefficients == [total])
  }

  @Test func pivotsAreExchangedWithTheirSign() throws {
    let algebra = SeriesAlgebra(numbers: FractionArithmetic(), order: 0)
    let entries = try [0, 2, 3, 0].map { try algebra.numbers.number(Rational($0)) }
    let swap = SeriesMatrix(rows: 2, columns: 2, entries)
    let determinant = try algebra.determinant(swap).coefficients[0]
    #expect(algebra.numbers.text(determinant, digits: 0) == "-6")
    let inverse = try algebra.inverse(swap).coefficients
    #expect(inverse.map { algebra.numbers.text($0, digits: 0) } == ["0", "1/3", "1/2", "0"])
  }

  @Test func sizesAreNumbersAndExponents() throws {
    let (results, inputs) = try values(
      [
        .product([.size(Letters.n), .ones(Shape(.one, Letters.k))]),
        .power(Letters.t.e, .size(Letters.n) + .number(-1)),
      ], [Letters.t])
    #expect(results[0].coefficients == [4, 4])
    let t = inputs[0].coefficients[0]
    #expect(results[1].coefficients == [numbers.multiply(t, numbers.multiply(t, t))])
  }

  @Test func squareOfARootIsAlgebraic() throws {
    let (results, _) = try values(
      [.power(Letters.x.e.norm, Rational(2)), Letters.x.e.squared.summed], [Letters.x])
    #expect(results[0].coefficients == results[1].coefficients)
  }

  @Test func rootOfASquareIsNotAlgebraic() {
    #expect(throws: KernelError.notAlgebraic("sqrt")) {
      try values([.power(Letters.t.e.squared, .half)], [Letters.t])
    }
  }

  @Test func symbolicExponentIsAnExponential() throws {
    let (a, b) = (Variable("a", .scalar), Variable("b", .scalar))
    let program = try Program([.power(a.e, b.e)], variables: [a, b])
    let plan = try Plan(program, sizes: [:], budget: 100)
    let numbers = BallArithmetic(precision: 128)
    let inputs = try [(9, 1), (1, 2)].map { top, bottom in
      SeriesMatrix(
        rows: 1, columns: 1, [try numbers.number(try #require(Rational(top, bottom)))])
    }
    let three = try Evaluation(plan, numbers, order: 0).run(inputs)[0].coefficients[0]
    #expect(numbers.text(three, digits: 20) == "3.0000000000000000000")
  }

  @Test func workBeyondTheBudgetIsRefused() throws {
    let program = try Program([Letters.W.e * Letters.x.e], variables: [])
    #expect(throws: KernelError.tooLarge) {
      try Plan(program, sizes: ["k": 100, "n": 100, "m": 100], budget: 1_000)
    }
    #expect(throws: KernelError.undefined("a size n below one")) {
      try Plan(program, sizes: ["k": 1, "n": 0, "m": 1], budget: 1_000)
    }
  }

  @Test func deepExpressionsDoNotExhaustTheStack() throws {
    var deep = Letters.t.e
    for _ in 0..<10_000 { deep = .hadamard([deep + .number(1), deep]) }
    let (results, _) = try values([deep], [Letters.t])
    #expect(results[0].count == 1)
  }
}
