import Foundation
import Diagnostics
import MatrixCalculus
import Notation
import Proof
import Testing

/// Every property that can be declared: what it makes true is proved, what it does not make true is refuted.
@Suite struct AssumptionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let property: String
    let holds: String
    let fails: String
    var testDescription: String { "\(property): \(holds)" }
  }

  static let cases: [Case] = [
    Case(property: "symmetric", holds: "X'*A - X*A == zeros(n, n)", fails: "X*A == A*X"),
    Case(property: "symmetric", holds: "expm(X)' == expm(X)", fails: "expm(X) == eye(n) + X"),
    Case(property: "symmetric", holds: "(inv(X))' == inv(X)", fails: "inv(X) == X"),
    Case(property: "skew", holds: "x'*X*x == 0", fails: "x'*X*x == x'*x"),
    Case(property: "skew", holds: "tr(X) == 0", fails: "tr(X*X) == 0"),
    Case(property: "skew", holds: "x'*X*y == -(y'*X*x)", fails: "x'*X*y == y'*X*x"),
    Case(property: "skew", holds: "X.*eye(n) == zeros(n, n)", fails: "X == zeros(n, n)"),
    Case(property: "skew", holds: "inv(expm(X)) == expm(X)'", fails: "inv(expm(X)) == expm(X)"),
    Case(property: "diagonal", holds: "X*diag(x) == diag(x)*X", fails: "X*A == A*X"),
    Case(property: "diagonal", holds: "X.*eye(n) == X", fails: "X == eye(n)"),
    Case(
      property: "lower triangular", holds: "(X*X).*eye(n) == (X.*eye(n))*(X.*eye(n))",
      fails: "X == X'"),
    Case(
      property: "upper triangular", holds: "diag(X*X) == diag(X).*diag(X)", fails: "X == X.*eye(n)"),
    Case(
      property: "positive definite", holds: "sqrtm(X)*sqrtm(X)' == X", fails: "X*X == X"),
    Case(property: "positive definite", holds: "logm(X)' == logm(X)", fails: "logm(X) == X"),
    Case(
      property: "positive definite", holds: "abs(tr(X*A'*X*A)) == tr(X*A'*X*A)",
      fails: "abs(tr(X*A)) == tr(X*A)"),
    Case(
      property: "positive semidefinite",
      holds: "abs(x'*X*x - 2*x'*X*y + y'*X*y) == (x - y)'*X*(x - y)",
      fails: "abs(x'*X*x - 3*x'*X*y + y'*X*y) == x'*X*x - 3*x'*X*y + y'*X*y"),
    Case(
      property: "constant", holds: "abs(x.^2 - x + 1) == x.^2 - x + 1",
      fails: "abs(x.^2 - 3*x + 1) == x.^2 - 3*x + 1"),
    Case(
      property: "constant", holds: "abs(tr(X'*X) - 2*tr(A'*X) + tr(A*A')) == norm2(X - A)^2",
      fails: "abs(tr(X'*X) - 3*tr(A*X) + tr(A*A')) == tr(X'*X) - 3*tr(A*X) + tr(A*A')"),
    Case(property: "positive semidefinite", holds: "X' == X", fails: "X*inv(X) == X"),
    Case(property: "invertible", holds: "inv(X)*X == eye(n)", fails: "inv(X) == X'"),
    Case(property: "orthogonal", holds: "X*X' == eye(n)", fails: "X*X == eye(n)"),
    Case(property: "orthogonal", holds: "logdet(X) == 0", fails: "logdet(X) == 1"),
    Case(
      property: "orthogonal", holds: "sum(abs(X.*X)) == n", fails: "sum(abs(X)) == n"),
    Case(property: "orthogonal", holds: "norm2(X*x)^2 == norm2(x)^2", fails: "X*x == x"),
    Case(
      property: "orthogonal", holds: "inv(kron(X, X)) == kron(X, X)'",
      fails: "inv(kron(X, X)) == kron(X, X)"),
    Case(property: "permutation", holds: "sum(X, 1) == ones(1, n)", fails: "X == eye(n)"),
    Case(property: "permutation", holds: "X'*X == eye(n)", fails: "X' == X"),
    Case(
      property: "columns sum to 1", holds: "sum(X*x) == sum(x)", fails: "X*ones(n, 1) == ones(n, 1)"
    ),
    Case(
      property: "rows sum to 1", holds: "X*ones(n, 1) == ones(n, 1)", fails: "sum(X*x) == sum(x)"),
    Case(
      property: "stochastic", holds: "(X*X)*ones(n, 1) == ones(n, 1)",
      fails: "ones(1, n)*X == ones(1, n)"),
    Case(
      property: "column stochastic", holds: "sum(abs(X), 1) == ones(1, n)",
      fails: "sum(X, 2) == ones(n, 1)"),
    Case(property: "doubly stochastic", holds: "sum(X, 1)' == sum(X, 2)", fails: "X*X' == eye(n)"),
    Case(property: "constant", holds: "X + X == 2*X", fails: "X*A == A*X"),
    Case(property: "> 0", holds: "abs(X) == X", fails: "X.*X == X"),
    Case(property: "> 0", holds: "sqrt(X.^2) == X", fails: "sqrt(X) == X"),
    Case(property: ">= 0", holds: "relu(X) == X", fails: "relu(-X) == X"),
    Case(
      property: "in (0, 1)", holds: "sign(1 - X) == ones(n, n)",
      fails: "sign(X - 1/2) == ones(n, n)"),
    Case(property: "in [2, 3]", holds: "relu(X) == X", fails: "relu(X - 5/2) == X - 5/2"),
  ]

  static func scope(_ property: String, order: String = "n") throws -> Scope {
    let block = """
      X : (\(order), \(order)) \(property)
      A : (n, n)
      x, y : (n)
      """
    let source = SourceText(path: "page.md", text: block)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    return scope
  }

  static func claim(_ text: String, in scope: Scope) throws -> Claim {
    let sides = text.components(separatedBy: " == ")
    let left = try Elaborator.expression(SourceText(path: "l", text: sides[0]), in: scope)
    let source = SourceText(path: "r", text: sides[1])
    let right = try Elaborator(scope, source)
      .elaborate(TextReader.read(source), expecting: left.shape).expression
    return .identity(left, right)
  }

  @Test(arguments: cases)
  func propertyMakesTrueWhatItSays(_ c: Case) throws {
    let scope = try Self.scope(c.property)
    #expect(Prover().decide(try Self.claim(c.holds, in: scope)).verdict.holds)
    #expect(Prover().decide(try Self.claim(c.fails, in: scope)).verdict == .refuted)
  }

  /// Laws of pseudoinverses say so where they need full rank.
  @Test(arguments: [
    ("pinv(A)*A*pinv(A) == pinv(A)", []), ("pinv(A')' == pinv(A)", []),
    ("pinv(A)*A == eye(n)", ["A invertible"]),
    ("pinv([A x])*x == e(n + 1, n + 1)", ["[A, x] of the greatest rank"]),
    // Sums of matrices may lose rank where these do not, products where one has lower rank than another.
    ("pinv(A + X)*(A + X) == eye(n)", ["A + X of the greatest rank"]),
    ("(A + X)*pinv(A + X)*A == A", ["A + X of the greatest rank"]),
    ("pinv(A + X)*(A + X)*pinv(A + X) == pinv(A + X)", []),
    ("pinv(exp(A))*exp(A) == eye(n)", ["exp(A) invertible"]),
    ("pinv(A*X)*A*X*X' == X'", ["A*X of the greatest rank"]),
    ("A*pinv(A*A)*(A*A) == A", ["A invertible"]), ("pinv(A'*A)*A' == pinv(A)", []),
  ])
  func ranksAreAskedForWhereTheyMatter(_ text: String, _ conditions: [String]) throws {
    let judgement = Prover().decide(try Self.claim(text, in: Self.scope("constant")))
    #expect(judgement.conditions.filter { !$0.hasPrefix("except") } == conditions)
  }

  /// What is declared is kept at lower ranks, and of odd order a skew matrix has no other.
  @Test(arguments: [
    ("symmetric", "X*pinv(X) == pinv(X)*X", []), ("skew", "pinv(X)' == -pinv(X)", []),
    ("diagonal", "X*pinv(X)*X == X", []), ("positive semidefinite", "X*pinv(X)*X == X", []),
    ("symmetric", "X*pinv(X) == eye(n)", ["X invertible"]),
    ("lower triangular", "X*pinv(X)*X == X", []),
    ("upper triangular", "pinv(X)' == pinv(X')", []),
    ("lower triangular", "tril(pinv(X)) == pinv(X)", ["X invertible"]),
    ("constant", "pinv(x*y') == y*x'/(norm2(x)^2*norm2(y)^2)", ["x != 0", "y != 0"]),
  ])
  func lowerRanksHaveWhatIsDeclared(
    _ property: String, _ text: String, _ conditions: [String]
  ) throws {
    let judgement = Prover().decide(try Self.claim(text, in: Self.scope(property)))
    #expect(judgement.verdict.holds)
    #expect(judgement.conditions.filter { !$0.hasPrefix("except") } == conditions)
  }

  @Test func skewMatricesOfOddOrderHavePseudoinverses() throws {
    let scope = try Self.scope("skew", order: "3")
    let (holds, fails) = ("X*pinv(X)*X == X", "X*pinv(X) == eye(3)")
    #expect(Prover().decide(try Self.claim(holds, in: scope)).verdict.holds)
    #expect(Prover().decide(try Self.claim(fails, in: scope)).verdict == .refuted)
  }

  @Test func jumpsOfSumsThatMayBeZeroAreExceptions() throws {
    let text = "sign(x'*x - 2*x'*y + y'*y) == 1"
    let judgement = Prover().decide(try Self.claim(text, in: Self.scope("constant")))
    #expect(judgement.verdict == .verified)
    #expect(judgement.conditions == ["except where x'*x - 2*x'*y + y'*y = 0"])
  }

  /// Proved by normal form, for all sizes, rather than at points.
  @Test(arguments: [
    ("symmetric", "X'*A - X*A == zeros(n, n)"), ("skew", "x'*X*x == 0"),
    ("skew", "x'*X*y == -(y'*X*x)"), ("skew", "X.*eye(n) == zeros(n, n)"),
    ("orthogonal", "norm2(X*x)^2 == norm2(x)^2"), ("orthogonal", "logdet(X) == 0"),
    ("columns sum to 1", "sum(X*X*x) == sum(x)"), ("stochastic", "X*X*ones(n, 1) == ones(n, 1)"),
    ("positive definite", "logm(X)' == logm(X)"), ("> 0", "abs(X) == X"),
    ("symmetric", "rows([X; A], n + 1, n + n) == A"),
    ("symmetric", "[X A]*[A; X] == 2*X*A + A*X - X*A"),
    ("symmetric", "e(1, n)'*e(1, n) == 1"), ("symmetric", "[X A]*[A X]' == X*A' + A*X"),
  ])
  func propertyProves(_ property: String, _ text: String) throws {
    let claim = try Self.claim(text, in: Self.scope(property))
    #expect(Prover().decide(claim).verdict == .proved)
  }
}
