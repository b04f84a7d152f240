import Proof
import Testing

/// Claims in whose cases the inequalities between norms, means, traces and products decide.
@Suite struct SignTests {
  /// They fail where a column is long, its entries are level, or one of them is far above the others.
  @Test(arguments: [
    ("constant", "relu(norm1(x) - 3*norm2(x)) == 0"),
    ("constant", "step(norm1(x) - 5*norm2(x)) == 0"),
    ("constant", "sign(norm1(x) - 11*norm2(x)) == -1"),
    ("constant", "relu(norm2(x) - 9/10*norm1(x)) == 0"),
    ("constant", "relu(mean(x) - 9/10*max(x)) == 0"),
    ("constant", "relu(sum(x.*y) - 3*norm2(x.*y)) == 0"),
    ("constant", "relu(tr(X'*X)^2 - 5*tr(X'*X*X'*X)) == 0"),
    ("constant", "relu(norm2(X*x) - 7/10*norm2(X)*norm2(x)) == 0"),
    ("symmetric", "relu(tr(X) - 2*norm2(X)) == 0"), ("skew", "relu(norm1(X) - 6*norm2(X)) == 0"),
    ("positive definite", "relu(tr(X)^2 - 6*tr(X*X)) == 0"),
  ])
  func rareCasesRefute(_ property: String, _ text: String) throws {
    let claim = try AssumptionTests.claim(text, in: AssumptionTests.scope(property))
    #expect(Prover().decide(claim).verdict == .refuted)
  }
}
