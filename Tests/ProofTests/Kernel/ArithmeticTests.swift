import MatrixCalculus
import Testing

@testable import Proof

@Suite struct ArithmeticTests {
  private let field = PrimeField()

  /// Products against the remainder of the full product, by the standard library's division.
  @Test func productsOfTheFieldAreRemainders() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<1_000 {
      let (a, b) = (generator.next() % PrimeField.p, generator.next() % PrimeField.p)
      let remainder = PrimeField.p.dividingFullWidth(a.multipliedFullWidth(by: b)).remainder
      #expect(field.multiply(a, b) == remainder)
      #expect(field.subtract(field.add(a, b), b) == a)
    }
    #expect(field.multiply(PrimeField.p - 1, PrimeField.p - 1) == 1)
  }

  @Test(arguments: [1, 2, 3, PrimeField.p - 1, 1 << 60])
  func reciprocalsOfTheFieldInvert(_ a: UInt64) throws {
    #expect(field.multiply(try field.reciprocal(a), a) == 1)
  }

  @Test func zeroHasNoReciprocal() {
    #expect(throws: KernelError.singular) { try field.reciprocal(0) }
    #expect(throws: KernelError.singular) {
      try FractionArithmetic().reciprocal(FractionArithmetic().zero)
    }
    #expect(throws: KernelError.singular) {
      try BallArithmetic(precision: 64).reciprocal(BallArithmetic(precision: 64).zero)
    }
  }

  @Test func negativeFractionsAreResidues() throws {
    let third = try field.number(Rational(-1, 3) ?? .zero)
    #expect(field.add(field.multiply(third, 3), 1) == 0)
    #expect(PrimeField.residue(.min) < PrimeField.p)
    #expect(PrimeField.residue(-Int(PrimeField.p)) == 0)
  }

  @Test(arguments: [("4/9", 4, 9, 1, 2, "2/3"), ("8", 8, 1, -1, 3, "1/2"), ("0", 0, 1, 1, 2, "0")])
  func fractionsHaveTheirRationalRoots(
    _ name: String, _ a: Int, _ b: Int, _ p: Int, _ q: Int, _ root: String
  ) throws {
    let numbers = FractionArithmetic()
    let base = try numbers.number(#require(Rational(a, b)))
    let power = try numbers.brokenPower(base, #require(Rational(p, q)))
    #expect(numbers.text(power, digits: 0) == root)
  }

  @Test func rootOfTwoIsNoFraction() throws {
    let two = try FractionArithmetic().number(Rational(2))
    #expect(throws: KernelError.notAlgebraic("sqrt")) {
      try FractionArithmetic().brokenPower(two, .half)
    }
  }

  @Test(arguments: Function.Primitive.allCases)
  func fieldKnowsNoTranscendentalFunction(_ function: Function.Primitive) {
    #expect(throws: KernelError.notAlgebraic("\(function)")) { try field.value(function, at: 1) }
  }

  @Test(arguments: [
    (Function.Primitive.log, -1, "the logarithm of a number not positive"),
    (.arcsin, 2, "arcsin of a number outside −1…1"),
    (.arccos, -2, "arccos of a number outside −1…1"),
  ])
  func ballsOutsideTheDomainAreUndefined(
    _ function: Function.Primitive, _ argument: Int, _ reason: String
  ) throws {
    let numbers = BallArithmetic(precision: 64)
    let ball = try numbers.number(Rational(argument))
    #expect(throws: KernelError.undefined(reason)) { try numbers.value(function, at: ball) }
  }

  @Test func ballAcrossZeroHasNoSign() throws {
    let numbers = BallArithmetic(precision: 64)
    let third = try numbers.number(Rational(1, 3) ?? .zero)
    let zero = numbers.subtract(
      numbers.multiply(third, try numbers.number(Rational(3))), numbers.one)
    #expect(throws: KernelError.undecidable("sign")) { try numbers.sign(zero) }
  }
}
