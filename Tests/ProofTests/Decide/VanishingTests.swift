import MatrixCalculus
import Proof
import Testing

@Suite struct VanishingTests {
  private static let n = Dimension("n")
  private static let k = Dimension("k")
  private static let a = Expression.variable(Variable("A", Shape(n, k)))
  private static let b = Expression.variable(Variable("b", Shape(n, .one)))
  private static let prover = Prover(orders: [SizeOrder(k, atMost: n)])

  /// r = b − A (A′ A)⁻¹ A′ b, which A′ maps to zero.
  private static var residual: Expression {
    let gram = MatrixFunction.inv(.product([a.transposed, a]))
    return b - .product([a, gram, a.transposed, b])
  }

  @Test func termOrthogonalToTheResidualIsLeftOut() {
    let gram = MatrixFunction.inv(.product([Self.a.transposed, Self.a]))
    let zero = Expression.product([Self.a, gram, Self.a.transposed, Self.residual])
    let sum = (Self.residual + zero + Self.b).simplified
    let expected = (Self.residual + Self.b).simplified
    // The residual is taken apart by the sum, so that three terms are left of four.
    #expect(Self.prover.withoutVanishingTerms(.sum([Self.b, zero])) == Self.b)
    #expect(Self.prover.confirm(.identity(sum, expected)) == .confirmed)
  }

  @Test func termsThatAreNotZeroStay() {
    let inverse = MatrixFunction.inv(.product([Self.a.transposed, Self.a]))
    let projection = Expression.product([Self.a, inverse, Self.a.transposed, Self.b])
    let sum = Expression.sum([Self.b, projection])
    #expect(Self.prover.withoutVanishingTerms(sum) == sum)
  }

  @Test func sumOfVanishingTermsIsZero() {
    let inverse = MatrixFunction.inv(.product([Self.a.transposed, Self.a]))
    let zero = Expression.product([inverse, Self.a.transposed, Self.residual])
    #expect(
      Self.prover.withoutVanishingTerms(.sum([zero, zero])) == .zeros(Shape(Self.k, .one)))
  }
}
