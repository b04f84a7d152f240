import Pages
import Proof
import Testing

@testable import Derivations

/// Claims about matrices whose sizes are large numbers.
@Suite struct LargeSizeTests {
  private static let declarations = """
    X : (60000, 784)
    w : (784)
    y : (60000)
    D : (100, 100) invertible
    F = norm2(X*w - y)^2/60000

    """

  private func judgement(_ statement: String) throws -> Judgement {
    let text = "```derive\n\(Self.declarations)\n\(statement)\n```\n"
    let page = try Page(path: "page.md", bytes: Array(text.utf8))
    let result = PageChecker.check(page)
    #expect(result.diagnostics == [])
    return try #require(result.claims.first, "\(statement)").judgement
  }

  /// What holds for all sizes is not evaluated at these.
  @Test(arguments: [
    "gradient F wrt w = 2/60000*X'*(X*w - y)", "hessian F wrt w = X'*X/30000", "X*pinv(X)*X == X",
    "pinv(X)*X == eye(784)", "inv(D)*D == eye(100)", "det(D*D) == det(D)^2",
    "sum(ones(100, 1)) == 100", "det(2*D) == 2^100*det(D)",
  ])
  func whatHoldsForAllSizesHoldsForLargeOnes(_ statement: String) throws {
    #expect(try judgement(statement).verdict.holds)
  }

  /// Nothing follows from what fails for other sizes.
  @Test(arguments: [
    ("sum(ones(100, 1)) == 101", Verdict.refuted), ("inv(D)*D == D", .refuted),
    ("det(2*D) == 2^99*det(D)", .refuted), ("gradient F wrt w = 2/784*X'*(X*w - y)", .refuted),
    ("X*pinv(X) == eye(60000)", .undecided), ("[y; y]'*[y; y] == 2*y'*y", .undecided),
  ])
  func allElseIsEvaluatedAsFarAsTheBudgetAllows(_ statement: String, _ verdict: Verdict) throws {
    let judgement = try judgement(statement)
    #expect(judgement.verdict == verdict)
    #expect((judgement.witness == nil) == (verdict == .undecided))
    #expect((judgement.tried != []) == (verdict == .undecided))
  }

  @Test func gradientsOfLargeSizesAreShown() throws {
    let text = "```derive\n\(Self.declarations)\ngradient F wrt w\ngradient F wrt X\n```\n"
    let result = PageChecker.check(try Page(path: "page.md", bytes: Array(text.utf8)))
    #expect(result.diagnostics == [])
  }
}
