import MatrixCalculus
import Testing

@testable import Proof

/// The field with roots and unknown values.
@Suite struct ExtendedFieldTests {
  private func element(_ numbers: ExtendedField, _ seed: UInt64) throws -> [UInt64] {
    let two = try numbers.brokenPower([2 + seed], .half)
    let nested = try numbers.brokenPower(numbers.add(two, [seed]), .half)
    return numbers.add(numbers.multiply(nested, [seed + 5]), numbers.add(two, [seed * 7 + 1]))
  }

  @Test(arguments: [3, 11, 12_345] as [UInt64])
  func rootsSquareToTheirRadicandsAndElementsHaveReciprocals(_ seed: UInt64) throws {
    let numbers = ExtendedField()
    let root = try numbers.brokenPower([seed], .half)
    #expect(numbers.multiply(root, root) == [seed])
    #expect(try numbers.multiply(numbers.brokenPower([seed], .minusHalf), root) == numbers.one)
    let a = try element(numbers, seed)
    #expect(numbers.multiply(a, try numbers.reciprocal(a)) == numbers.one)
    #expect(numbers.radicands.count == 3)
  }

  @Test func productsAreAssociativeAndDistributive() throws {
    let numbers = ExtendedField()
    let (a, b, c) = (
      try element(numbers, 3), try element(numbers, 3), [UInt64](repeating: 9, count: 4)
    )
    #expect(
      numbers.multiply(numbers.multiply(a, b), c) == numbers.multiply(a, numbers.multiply(b, c)))
    #expect(
      numbers.multiply(a, numbers.add(b, c))
        == numbers.add(numbers.multiply(a, b), numbers.multiply(a, c)))
    #expect(numbers.subtract(a, a) == numbers.zero)
  }

  /// A root and its opposite both square to x², so that neither is x.
  @Test func rootOfASquareIsNotTheNumber() throws {
    let numbers = ExtendedField()
    #expect(try numbers.brokenPower(numbers.multiply([7], [7]), .half) != [7])
  }

  @Test func valuesDependOnFunctionAndArgumentOnly() throws {
    let numbers = ExtendedField(seed: 1)
    #expect(try numbers.value(.exp, at: [5]) == numbers.value(.exp, at: [5]))
    #expect(try numbers.value(.exp, at: [5]) != numbers.value(.exp, at: [6]))
    #expect(try numbers.value(.exp, at: [5]) != numbers.value(.log, at: [5]))
    #expect(try numbers.value(.exp, at: [0]) == numbers.one)
  }

  @Test func moreRootsThanAllowedAreRefused() throws {
    let numbers = ExtendedField()
    for radicand in 2..<6 as Range<UInt64> { _ = try numbers.brokenPower([radicand], .half) }
    #expect(throws: KernelError.notAlgebraic("a formula with more than 4 different roots")) {
      try numbers.brokenPower([6], .half)
    }
  }

  /// Without divisions as with them, and zero for equal columns.
  @Test(arguments: 1...5)
  func determinantsOfSingularMatricesAreZeroWithTheirDerivatives(_ n: Int) throws {
    let algebra = SeriesAlgebra(numbers: FractionArithmetic(), order: 1)
    var generator = SplitMix64(seed: 3)
    func entries() throws -> [Fraction] {
      try (0..<n * n).map { _ in try algebra.numbers.number(Rational(generator.below(9))) }
    }
    var a = SeriesMatrix(rows: n, columns: n, try entries())
    for row in 0..<n { a.coefficients[(n - 1) * n + row] = algebra.numbers.zero }
    let slope = SeriesMatrix(rows: n, columns: n, try entries())
    // d/dt det(A + t E) = tr(adj(A) E); with the last column of A zero, replace it by that of E.
    var replaced = a
    for row in 0..<n {
      replaced.coefficients[(n - 1) * n + row] = slope.coefficients[(n - 1) * n + row]
    }
    let expected = try SeriesAlgebra(numbers: algebra.numbers, order: 0).determinant(replaced)
    a.coefficients += slope.coefficients
    let determinant = try algebra.determinant(a)
    #expect(algebra.numbers.sign(determinant.coefficients[0]) == 0)
    #expect(
      !algebra.numbers.differ(determinant.coefficients[1], expected.coefficients[0]))
  }
}
