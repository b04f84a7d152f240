import Diagnostics
import MatrixCalculus
import Notation
import Testing

@testable import Proof

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

  /// The other side of each case is excluded by an inequality.
  @Test(arguments: [
    ("constant", "relu(x'*y - norm2(x)*norm2(y)) == 0"),
    ("constant", "relu((x'*y)^2 - (x'*x)*(y'*y)) == 0"),
    ("constant", "relu(abs(x'*y)/(norm2(x)*norm2(y)) - 1) == 0"),
    ("constant", "relu(tr(A'*X) - norm2(A)*norm2(X)) == 0"),
    ("constant", "relu(abs(2*tr(A'*X)) - norm2(A)^2 - norm2(X)^2) == 0"),
    ("constant", "relu(y'*A*x - norm2(y)*norm2(A)*norm2(x)) == 0"),
    ("constant", "maximum(norm2(x + y), norm2(x) + norm2(y)) == norm2(x) + norm2(y)"),
    ("constant", "relu(norm2(x) - norm2(y) - norm2(x - y)) == 0"),
    ("constant", "relu(norm1(x) - sqrt(n)*norm2(x)) == 0"),
    ("constant", "abs(mean(x.^2) - mean(x)^2) == mean(x.^2) - mean(x)^2"),
    ("constant", "relu(x(1) - norminf(x)) == 0"), ("constant", "relu(softmax(y)'*x - max(x)) == 0"),
    ("constant", "abs(exp(x) - 1 - x) == exp(x) - 1 - x"),
    ("constant", "abs(softmax(x) - softmax(x).^2) == softmax(x) - softmax(x).^2"),
    ("constant", "abs(det(X^2)) == det(X)^2"), ("constant", "abs(det(X*A*A*X)) == det(X*A)^2"),
    ("constant", "abs(logdet(eye(n) + X'*X)) == logdet(eye(n) + X'*X)"),
    ("constant", "abs(y'*X*pinv(X)*y) == y'*X*pinv(X)*y"),
    ("constant", "abs(y'*(eye(n) - X*pinv(X))*y) == y'*y - y'*X*pinv(X)*y"),
    ("skew", "abs(tr(X*X)) == -tr(X*X)"), ("skew", "relu(x'*X*X*x) == 0"),
    ("positive definite", "abs(tr(X)^2 - tr(X*X)) == tr(X)^2 - tr(X*X)"),
    ("in (0, 1)", "abs(X - X.^2) == X - X.^2"), ("in (0, 1)", "abs(X.^2 - X.^3) == X.^2 - X.^3"),
    ("in (0, 1)", "relu(norm2(X)^2 - sum(X)) == 0"),
    ("> 2", "abs(X.^2 - 3*X + 2) == X.^2 - 3*X + 2"),
  ])
  func inequalitiesExcludeCases(_ property: String, _ text: String) throws {
    let claim = try AssumptionTests.claim(text, in: AssumptionTests.scope(property))
    let judgement = Prover().decide(claim)
    #expect(judgement.verdict.holds, "\(judgement)")
  }

  /// A claim that has a value nowhere speaks of no point.
  @Test(arguments: [
    ("skew", "exp(log(tr(X*X))) == tr(X*X)", "tr(X*X) > 0"),
    ("> 1", "sqrt(-X).^2 == -X", "-X >= 0"),
    ("in (0, 1)", "sqrt(log(X)).^2 == log(X)", "log(X) >= 0"),
    ("in (0, 1)", "exp(log(X.^2 - X)) == X.^2 - X", "X.^2 - X > 0"),
    ("in [2, 3]", "sin(arcsin(X)) == X", "-1 < X < 1"),
  ])
  func claimsOfNoPointAreUndecided(
    _ property: String, _ text: String, _ condition: String
  ) throws {
    let claim = try AssumptionTests.claim(text, in: AssumptionTests.scope(property))
    let judgement = Prover().decide(claim)
    #expect(judgement.verdict == .undecided)
    #expect(judgement.tried == ["\(condition) holds nowhere: it speaks of no point"])
  }

  /// Wherever it has a value, what is said to be known is never negative.
  @Test(arguments: [
    ("constant", "x'*A*y + norm2(A*x) + tr(A'*X) + norm2(x - y) + norm1(y) + max(x) + abs(x'*y)"),
    ("constant", "softmax(x)'*y + y(1) + mean(x) + norminf(x) + exp(x'*x) + relu(sum(x))"),
    ("> 0", "log(X) + sqrt(X)"),
    ("constant", "x'*X*pinv(X)*y + norm2(X*pinv(X)*y) + sum(sigmoid(x)) + sum(tanh(y))"),
    ("positive definite", "x'*X*y + tr(X) + det(eye(n) + X) + tr(X*A) + norm2(A*X*x)"),
    ("skew", "x'*X*X*y + tr(X*X) + norm1(X)"), ("in (0, 1)", "sum(X) + norm2(X) + min(X)"),
    ("in [2, 3]", "sum(X) + max(X)"), ("orthogonal", "x'*X*y + tr(X*A) + norm2(X*A)"),
    ("stochastic", "x'*X*y + sum(X.*A) + norm1(X)"), ("in (0, 1)", "abs(X) + exp(X) + sin(X)"),
  ])
  func knownInequalitiesHold(_ property: String, _ text: String) throws {
    let scope = try AssumptionTests.scope(property)
    let facts = KnownInequalities(
      try Elaborator.expression(SourceText(path: "f", text: text), in: scope)
    ).facts
    #expect(facts.count > 1)
    for fact in facts { #expect(try Self.least(fact.value) > -1e-9, "\(fact.value.text)") }
  }

  /// The least entry at some points for two sizes.
  private static func least(_ value: Expression) throws -> Double {
    let question = try Question(.identity(value, .zeros(value.shape)), Budget())
    var (generator, least) = (SplitMix64(seed: 1), Double.infinity)
    for (size, manner) in [1, 2, 5].flatMap({ size in Manner.stretches.map { (size, $0) } }) {
      let sized = try SizedQuestion(question, sizes: ["n": size], Budget())
      for _ in 0..<4 {
        guard let point = try? Prover().realPoint(sized, manner, using: &generator) else {
          continue
        }
        let sides = Sides(question: sized, numbers: DoubleArithmetic())
        let left = try? sides.contracted(point.map(FractionArithmetic().double)).left
        least = left.map { $0.coefficients.reduce(least, min) } ?? least
      }
    }
    return least
  }
}
