import MatrixCalculus
import Testing

@testable import Proof

/// Bounds on the work, each reached.
@Suite struct BudgetTests {
  private let A = Letters.A.e
  private let B = Letters.B.e

  private func tried(_ set: (inout Budget) -> Void, _ claim: Claim) -> [String] {
    var prover = Prover { _, _ in nil }
    set(&prover.budget)
    let judgement = prover.decide(claim)
    #expect(judgement.verdict == .undecided)
    return judgement.tried
  }

  @Test func workThatIsUsedUpLeavesAClaimUndecided() {
    let claim = Claim.identity((A * B).inverse, B.inverse * A.inverse)
    let tried = tried({ $0.work = 10_000 }, claim)
    #expect(
      tried == [
        "the normal forms are not equal",
        "in the field of 2⁶¹−1 elements: the work allowed for one claim is used up",
        "by balls: more work than the budget allows",
      ])
  }

  @Test func memoryAndPartsAreBounded() {
    let claim = Claim.identity(A * B, B * A)
    #expect(
      tried({ $0.entries = 3 }, claim).dropFirst() == [
        "in the field of 2⁶¹−1 elements: more work than the budget allows",
        "by balls: more work than the budget allows",
      ])
    #expect(
      tried({ $0.parts = 3 }, claim) == [
        "the claim has 4 operations, more than the budget allows"
      ])
  }

  @Test func precisionEndsWhereTheSiteSays() {
    var budget = Budget()
    #expect(budget.precisions == [56, 112, 224, 448, 896])
    budget.set(.precision, to: 300)
    #expect(budget.precisions == [56, 112, 224])
    budget.set(.memory, to: 2)
    #expect(budget.entries == 8_192)
    budget.set(.work, to: 3)
    #expect(budget.work == 3_000_000 && budget.multiplications == 3_000_000)
  }

  /// High powers, many factors and deep products take bounded work.
  @Test(arguments: [1_000, 1_000_000, Int.max / 2])
  func highPowersAreDecided(_ exponent: Int) {
    let power = Expression.matrixPower(A, .number(exponent))
    let next = Expression.matrixPower(A, .number(exponent + 1))
    #expect(Prover().decide(.identity(power * A, next)).verdict == .verified)
    #expect(Prover().decide(.identity(power, next)).verdict == .refuted)
  }

  /// Degrees that double with every layer end at a limit, and conditions on the layers stay short.
  @Test(arguments: [10, 70, 100, 300])
  func falseGradientsOfDeepNetworksAreRefuted(_ depth: Int) {
    let x = Letters.c
    let outcome = (0..<depth).reduce(x.e) { below, _ in .apply(.relu, A * below) }
    let claim = Claim.gradient(of: outcome.summed, wrt: x, claimed: A * x.e)
    let judgement = Prover().decide(claim)
    #expect(judgement.verdict == .refuted)
    #expect(judgement.conditions.allSatisfy { $0.count < 400 })
  }
}
