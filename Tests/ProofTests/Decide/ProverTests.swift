import MatrixCalculus
import Testing

@testable import Proof

/// The claims of the tables below, with the verdicts they must get.
@Suite struct ProverTests {
  /// Without normal forms, so that every truth is tested.
  private let tester = Prover { _, _ in nil }

  @Test(arguments: ClaimCase.algebraic + ClaimCase.formal)
  func truthsOfAlgebraAreVerifiedExactly(_ c: ClaimCase) {
    let judgement = tester.decide(c.claim)
    #expect(judgement.verdict == .verified, "\(judgement)")
    #expect(judgement.method == .exact)
    #expect(judgement.bound?.hasPrefix("wrong with chance below") == true)
    #expect(tester.confirm(c.claim) == .confirmed)
  }

  @Test(arguments: ClaimCase.transcendental)
  func lawsOfFunctionsAreVerifiedByBalls(_ c: ClaimCase) {
    let judgement = tester.decide(c.claim)
    #expect(judgement.verdict == .verified, "\(judgement)")
    #expect(judgement.method == .balls)
    #expect(judgement.bound?.contains(/^agree to 4\d\d bits at (6|24) points$/) == true)
    #expect(tester.confirm(c.claim) == .confirmed)
  }

  @Test(arguments: ClaimCase.false)
  func falseClaimsAreRefutedWithAWitness(_ c: ClaimCase) throws {
    let judgement = Prover().decide(c.claim)
    #expect(judgement.verdict == .refuted, "\(judgement)")
    let witness = try #require(judgement.witness)
    #expect(witness.differing != nil)
    #expect(witness.left.count == witness.right.count)
    #expect(Prover().confirm(c.claim) == .mistaken)
  }

  @Test(
    arguments: ClaimCase.algebraic + ClaimCase.formal + ClaimCase.transcendental + ClaimCase.false)
  func judgementsAreTheSameEveryTime(_ c: ClaimCase) {
    #expect(tester.decide(c.claim) == tester.decide(c.claim))
  }
}

/// A claim with a name to print.
struct ClaimCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let claim: Claim

  init(_ name: String, _ claim: Claim) {
    testDescription = name
    self.claim = claim
  }
}

private let two = Expression.number(2)
private let (W, x, A, B, c, b, t) = (
  Letters.W.e, Letters.x.e, Letters.A.e, Letters.B.e, Letters.c.e, Letters.b.e, Letters.t.e
)
private let residual = Expression.product([W.T, W, x]) - x
private let reconstruction = Expression.power(residual.norm, Rational(2))
private let positive = Letters.matrix("p", Letters.n, .one, .positive)
private let symmetric = Letters.matrix("S", Letters.n, Letters.n, .symmetric)
private let orthogonal = Letters.matrix("Q", Letters.n, Letters.n, .orthogonal)
private let definite = Letters.matrix("P", Letters.n, Letters.n, .positiveDefinite)
private let stochastic = Letters.matrix("M", Letters.n, Letters.m, [.columnsSumToOne])

extension ClaimCase {
  static let algebraic: [ClaimCase] = [
    ClaimCase(
      "tied weights",
      .gradient(
        of: reconstruction, wrt: Letters.W,
        claimed: .product([two, W, residual, x.T]) + .product([two, W, x, residual.T]))),
    ClaimCase(
      "least squares",
      .gradient(
        of: .power((A * c - b).norm, Rational(2)), wrt: Letters.c,
        claimed: .product([two, A.T, A * c - b]))),
    ClaimCase("trace is cyclic", .identity((A * B).traced, (B * A).traced)),
    ClaimCase("inverse of a product", .identity((A * B).inverse, B.inverse * A.inverse)),
    ClaimCase(
      "gradient of a trace of an inverse",
      .gradient(
        of: (A.inverse * B).traced, wrt: Letters.A,
        claimed: -(.product([A.inverse, B, A.inverse]).T))),
    ClaimCase(
      "gradient of a determinant",
      .gradient(
        of: MatrixFunction.det(A), wrt: Letters.A,
        claimed: .product([MatrixFunction.det(A), A.inverse.T]))),
    ClaimCase(
      "Jacobian of a linear map", .jacobian(of: A * c, wrt: Letters.c, claimed: A)),
    ClaimCase(
      "Jacobian of a quadratic form is a row",
      .jacobian(
        of: .product([c.T, A, c]), wrt: Letters.c, claimed: c.T * (A + A.T))),
    ClaimCase(
      "derivative with respect to a scalar",
      .gradient(of: .product([t, t, A]), wrt: Letters.t, claimed: .product([two, t, A]))),
    ClaimCase(
      "Hessian of a quadratic form",
      .hessian(of: .product([c.T, A, c]), wrt: Letters.c, claimed: A + A.T)),
    ClaimCase(
      "differential of an inverse",
      Claim(
        .differential(of: A.inverse, wrt: Letters.A, along: Letters.B),
        claimed: -(.product([A.inverse, B, A.inverse])))),
    ClaimCase(
      "symmetric quadratic form",
      .gradient(
        of: .product([c.T, symmetric.e, c]), wrt: Letters.c,
        claimed: .product([two, symmetric.e, c]))),
    ClaimCase("orthogonal", .identity(orthogonal.e.T * orthogonal.e, .eye(Letters.n))),
    ClaimCase(
      "columns sum to one",
      .identity(MatrixFunction.columnSums(stochastic.e), .ones(Shape(.one, Letters.m)))),
    ClaimCase(
      "sizes as numbers", .identity(Expression.eye(Letters.n).traced + t, .size(Letters.n) + t)),
    ClaimCase(
      "entrywise quotient",
      .gradient(
        of: Expression.hadamard([b, .power(c, .minusOne)]).summed, wrt: Letters.c,
        claimed: -(.hadamard([b, .power(c, Rational(-2))])))),
  ]

  /// True whatever the values of the functions are, so that the field decides.
  static let formal: [ClaimCase] = [
    ClaimCase(
      "gradient of a norm",
      .gradient(of: c.norm, wrt: Letters.c, claimed: .product([.power(c.norm, .minusOne), c]))),
    ClaimCase(
      "gradient of log det",
      .gradient(
        of: MatrixFunction.logdet(definite.e), wrt: definite, claimed: definite.e.inverse)),
    ClaimCase(
      "gradient of a rectifier",
      .gradient(
        of: MatrixFunction.sum(.apply(.relu, A * c)), wrt: Letters.c,
        claimed: A.T * .apply(.step, A * c))),
    ClaimCase(
      "Hessian of a log-sum-exp",
      .hessian(
        of: .apply(.log, Expression.apply(.exp, c).summed), wrt: Letters.c,
        claimed: MatrixFunction.diag(softmax) - softmax * softmax.T)),
    ClaimCase(
      "gradient of a power with a varying exponent",
      .gradient(
        of: MatrixFunction.sum(.power(positive.e, t)), wrt: Letters.t,
        claimed: Expression.hadamard([.power(positive.e, t), .apply(.log, positive.e)]).summed)),
  ]

  /// True by laws of the functions.
  static let transcendental: [ClaimCase] = [
    ClaimCase(
      "log of a product",
      .identity(
        .apply(.log, .hadamard([positive.e, positive.e])),
        .product([two, .apply(.log, positive.e)]))),
    ClaimCase(
      "root of a square of a positive number",
      .identity(.power(positive.e.squared, .half), positive.e)),
    ClaimCase(
      "sines and cosines",
      .identity(
        Expression.apply(.sin, A).squared + Expression.apply(.cos, A).squared,
        .ones(A.shape))),
  ]

  private static let softmax = Expression.product([
    .power(Expression.apply(.exp, c).summed, .minusOne), .apply(.exp, c),
  ])

  static let `false`: [ClaimCase] = [
    ClaimCase(
      "tied weight counted once",
      .gradient(of: reconstruction, wrt: Letters.W, claimed: .product([two, W, residual, x.T]))),
    ClaimCase(
      "W' where W belongs",
      .gradient(
        of: .product([c.T, A.T, A, c]), wrt: Letters.A, claimed: .product([two, A.T, c, c.T]))),
    ClaimCase(
      "sign",
      .gradient(
        of: reconstruction, wrt: Letters.W,
        claimed: .product([two, W, residual, x.T]) - .product([two, W, x, residual.T]))),
    ClaimCase(
      "only for symmetric A",
      .gradient(
        of: .product([c.T, A, c]), wrt: Letters.c, claimed: .product([two, A, c]))),
    ClaimCase("matrices do not commute", .identity(A * B, B * A)),
    ClaimCase(
      "2×2 accident",
      .identity((A - A.T) * (B - B.T), (B - B.T) * (A - A.T))),
    ClaimCase("root of a square", .identity(.power(t.squared, .half), t)),
    ClaimCase("absolute value", .identity(.apply(.abs, A), A)),
    ClaimCase(
      "determinant of an orthogonal matrix",
      .identity(MatrixFunction.det(orthogonal.e), .number(1))),
    ClaimCase(
      "sum of exponentials", .identity(.apply(.exp, A + B), .apply(.exp, A) + .apply(.exp, B))),
    ClaimCase(
      "Jacobian transposed in place",
      .jacobian(of: A * c, wrt: Letters.c, claimed: A.T)),
    ClaimCase(
      "Hessian without its other half",
      .hessian(of: .product([c.T, A, c]), wrt: Letters.c, claimed: .product([two, A]))),
    ClaimCase(
      "differential with factors exchanged",
      Claim(
        .differential(of: A.inverse, wrt: Letters.A, along: Letters.B),
        claimed: -(.product([B, A.inverse, A.inverse])))),
    ClaimCase(
      "derivative with respect to a scalar",
      .gradient(of: .product([t, t, A]), wrt: Letters.t, claimed: .product([t, A]))),
    ClaimCase(
      "size for one",
      .identity((Expression.eye(Letters.n).traced + t), .number(1) + t)),
  ]
}
