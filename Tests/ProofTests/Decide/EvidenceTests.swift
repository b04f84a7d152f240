import Diagnostics
import MatrixCalculus
import Testing

@testable import Proof

/// What a judgement says beside its verdict.
@Suite struct EvidenceTests {
  private let W = Letters.W.e
  private let x = Letters.x.e
  private let A = Letters.A.e
  private let c = Letters.c.e
  private let t = Letters.t.e
  private let tester = Prover { _, _ in nil }

  @Test func proofNeedsEqualNormalFormsAndTheKernel() {
    let truth = Claim.identity(A + A, .product([.number(2), A]))
    let proved = Prover().decide(truth)
    #expect(proved.verdict == .proved)
    #expect(proved.method == .normalForm)
    // A normal form that finds everything equal proves nothing false.
    let gullible = Prover { _, _ in true }
    #expect(gullible.decide(.identity(A, A.T)).verdict == .refuted)
  }

  @Test func boundComesFromTheDegree() {
    // (AB)C − A(BC) has degree 3; (3/p)³ < 3e-54.
    let b = Letters.B.e
    let judgement = tester.decide(.identity((A * b) * A, A * (b * A)))
    let bound = "wrong with chance below 3e-54 (degree 3, 3 points for each choice of sizes)"
    #expect(judgement.bound == bound)
    #expect(judgement.points == 6)
  }

  /// A power of ten itself counts as above it, since its logarithm was rounded.
  @Test(arguments: [(-53.3, "6e-54"), (-53.0, "2e-53"), (-0.01, "1e0"), (-18.2, "7e-19")])
  func chancesAreRoundedUp(_ exponent: Double, _ text: String) {
    #expect(Prover.roundedUp(exponent) == text)
  }

  /// Degrees against what is known of them; with the direction's entries counted.
  @Test(arguments: [
    ("polynomial", Letters.A.e * Letters.A.e, 2, 0),
    ("inverse of 3×3", Letters.A.e.inverse, 2, 3),
    ("determinant of 3×3", MatrixFunction.det(Letters.A.e), 3, 0),
    ("reciprocals of three entries", .power(Letters.c.e, .minusOne), 2, 3),
    ("common denominators count once", Letters.A.e.inverse + Letters.A.e.inverse.T, 2, 3),
    ("power of an inverse", .matrixPower(Letters.A.e, .number(-2)), 4, 6),
  ])
  func degreesOfRationalFunctions(
    _ name: String, _ e: Expression, _ numerator: Int, _ denominator: Int
  ) throws {
    let plan = try Plan(Program([e], variables: []), sizes: ["n": 3], budget: 10_000)
    let (n, d) = DegreeBounds(plan).ofRoot(0)
    #expect((n, d) == (numerator, denominator), "\(name)")
  }

  @Test func witnessIsTheSmallest() throws {
    let claim = Claim.gradient(
      of: .product([c.T, A.T, A, c]), wrt: Letters.A, claimed: .product([.number(2), A.T, c, c.T]))
    let witness = try #require(Prover().decide(claim).witness)
    #expect(witness.shapes.map { "\($0.name)=\($0.count)" } == ["n=2"])
    #expect(witness.values.map(\.name) == ["c", "A"])
    for entry in witness.values.flatMap(\.entries).joined() {
      #expect((-2...3).contains(try #require(Int(entry))))
    }
  }

  /// The witness's right side is the derivative: at k = n = m = 1, d/dw (w²x − x)² = 4 w x² (w² − 1).
  @Test func derivedSideOfAWitnessIsTheDerivative() throws {
    let residual = Expression.product([W.T, W, x]) - x
    let claim = Claim.gradient(
      of: .power(residual.norm, Rational(2)), wrt: Letters.W,
      claimed: .product([.number(2), W, residual, x.T]))
    let witness = try #require(Prover().decide(claim).witness)
    #expect(witness.shapes.map(\.count) == [1, 1, 1])
    let w = try #require(Int(witness.values[0].entries[0][0]))
    let x = try #require(Int(witness.values[1].entries[0][0]))
    #expect(witness.right == [["\(4 * w * x * x * (w * w - 1))"]])
    #expect(witness.left == [["\(2 * w * x * x * (w * w - 1))"]])
  }

  @Test func shapesThatDifferAreShownAtLeastSizes() {
    let claim = Claim.gradient(
      of: (W * x).squared.summed, wrt: Letters.W, claimed: .product([.number(2), x, x.T, W.T]))
    let judgement = Prover(orders: [SizeOrder(Letters.k, atMost: Letters.n)]).decide(claim)
    #expect(judgement.verdict == .refuted)
    #expect(judgement.method == .shapes)
    #expect(
      judgement.witness
        == Witness(
          shapes: [.init(name: "n", count: 3), .init(name: "k", count: 2)], values: [],
          left: [["a 3×2 matrix"]], right: [["a 2×3 matrix"]],
          remark: "the claimed gradient has shape (3×2), the right one (2×3)"))
  }

  @Test func undefinedProductIsShownAtLeastSizes() {
    let judgement = Prover(orders: [SizeOrder(Letters.k, atMost: Letters.n)])
      .productUndefined("W'*(W'*W*x - x)", W.T.shape, x.shape)
    #expect(judgement.witness?.shapes.map { "\($0.name)=\($0.count)" } == ["n=3", "k=2", "m=1"])
    #expect(
      judgement.witness?.remark == "the product W'*(W'*W*x - x) has shapes (3×2)·(3×1)")
  }

  @Test func expressionDefinedNowhereIsUndecided() {
    let claim = Claim.identity(.apply(.log, -t.squared), .apply(.log, -t.squared) + t)
    let judgement = tester.decide(claim)
    #expect(judgement.verdict == .undecided)
    #expect(judgement.tried == ["-t^2 > 0 holds nowhere: it speaks of no point"])
  }

  @Test func jointConfirmationFindsOneWrongGradient() {
    let function = (W * x).squared.summed
    let byW = Expression.product([.number(2), W, x, x.T])
    let byX = Expression.product([.number(2), W.T, W, x])
    let right = [(variable: Letters.W, gradient: byW), (variable: Letters.x, gradient: byX)]
    let wrong = [(variable: Letters.W, gradient: byW), (variable: Letters.x, gradient: -byX)]
    #expect(Prover().confirm(gradients: right, of: function) == .confirmed)
    #expect(Prover().confirm(gradients: wrong, of: function) == .mistaken)
  }

  @Test func mistakenResultIsAnInternalError() {
    let claim = Claim.gradient(of: t.squared, wrt: Letters.t, claimed: t)
    #expect(
      throws: Diagnostic(
        .internalError,
        "the gradient of F with respect to t was derived wrongly, as an independent computation "
          + "shows", hint: "report it with the page; nothing was published")
    ) { try Prover().requireConfirmed(claim, named: "the gradient of F with respect to t") }
  }

  @Test func workBeyondTheBudgetIsUndecided() {
    var budget = Budget()
    budget.multiplications = 10
    let prover = Prover(budget: budget) { _, _ in nil }
    let judgement = prover.decide(.identity(A * A, A * A + .zeros(A.shape)))
    #expect(judgement.verdict == .undecided)
    #expect(
      judgement.tried == [
        "the normal forms are not equal",
        "in the field of 2⁶¹−1 elements: more work than the budget allows",
        "by balls: more work than the budget allows",
      ])
  }

  /// Draws must not depend on the process: the fingerprint of a program is a fixed number.
  @Test func fingerprintIsTheSameInEveryProcess() throws {
    let program = try Program([W.T * (W * x) - x, .apply(.tanh, t)], variables: [])
    #expect(program.fingerprint == 12_786_780_481_566_444_183)
  }
}
