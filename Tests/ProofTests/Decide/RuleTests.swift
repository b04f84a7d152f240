import MatrixCalculus
import Testing

@testable import Proof

/// Every derivative rule of the language against the kernel, which does not know them.
@Suite struct RuleTests {
  /// Σ R ⊙ f(X) with a random R, so that every entry's slope counts.
  @Test(arguments: Function.all)
  func derivativeOfEveryFunctionIsConfirmed(_ f: Function) {
    let (x, r) = (
      Letters.matrix("X", Letters.m, Letters.n), Letters.matrix("R", Letters.m, Letters.n)
    )
    let y = Expression.apply(f, x.e)
    let claimed = Expression.hadamard([r.e, f.derivative.lifted(z: x.e, y: y)])
    let claim = Claim.gradient(
      of: Expression.hadamard([r.e, y]).summed, wrt: x, claimed: claimed)
    #expect(Prover().confirm(claim) == .confirmed)
    let judgement = Prover().decide(claim)
    #expect(judgement.verdict == .verified, "\(judgement)")
  }

  /// ⟨R, f(A)⟩ with a random R of the result's shape pulls R back to the argument.
  @Test(arguments: MatrixFunction.all, [Letters.A, Letters.x, Letters.c])
  func pullbackOfEveryMatrixFunctionIsConfirmed(_ f: MatrixFunction, _ x: Variable) throws {
    guard f.arity.contains(1), let y = try? Expression.call(f, [x.e]) else {
      // Only functions of square matrices refuse a shape.
      #expect(!x.shape.isSquare)
      return
    }
    let r = Variable("R", y.shape)
    let claim = Claim.gradient(
      of: Expression.hadamard([r.e, y]).summed, wrt: x, claimed: f.pullback(r.e, [x.e], y)[0])
    #expect(Prover().confirm(claim) == .confirmed)
  }

  @Test(arguments: Function.all)
  func wrongSlopeIsRefuted(_ f: Function) {
    let x = Variable("x", .scalar)
    let y = Expression.apply(f, x.e)
    let wrong = f.derivative.lifted(z: x.e, y: y) + .product([Self.thousandth, x.e])
    let claim = Claim.gradient(of: y, wrt: x, claimed: wrong)
    #expect(Prover().confirm(claim) == .mistaken)
    let judgement = Prover().decide(claim)
    #expect(judgement.verdict == .refuted)
    #expect(judgement.witness?.differing != nil)
  }

  private static let thousandth = Expression.number(Rational(1, 1_000) ?? .half)
}
