import Derivations
import Pages
import Proof
import Testing

/// Claims in which signs, steps and ties jump: where they are false is named, and nothing else.
@Suite struct JumpTests {
  private static let declarations = """
    a, b, t : scalar
    u : scalar, in (0, 1)
    x, y : (n)
    A : (n, n)
    B : (m, n)
    J : (n, n), invertible
    S : (n, n), positive semidefinite
    N : (n, n), positive definite
    D : (n, n), diagonal
    L : (n, n), lower triangular
    K : (n, n), skew
    P : (n, n), >= 0, columns sum to 1
    Q : (n, n), orthogonal
    R : (n, n), permutation
    """

  private func judgement(_ statement: String) throws -> Judgement {
    let text = "```derive\n\(Self.declarations)\n\(statement)\n```\n"
    let page = try Page(path: "page.md", bytes: Array(text.utf8))
    return try #require(PageChecker.check(page).claims.first, "\(statement)").judgement
  }

  @Test(arguments: [
    // On lines through random points, also out of a cone to its border.
    ("sign(a + b)^2 == 1", "a + b = 0"), ("sign(x'*y)^2 == 1", "x'*y = 0"),
    ("sign(det(S))*S == S", "det(S) = 0"), ("sign(D)^2 == eye(n)", "an entry of D is 0"),
    ("sign(det(L)^2) == 1", "det(L) = 0"), ("sign(det(P)^2) == 1", "det(P) = 0"),
    ("sign(A*x).^2 == ones(n, 1)", "an entry of A*x is 0"),
    ("gradient sum(x.^2) wrt x = 2*sign(x'*y)^2*x", "x'*y = 0"),
    // At zeros that are no fractions.
    ("sign(t^2 - 2)^2 == 1", "t^2 - 2 = 0"), ("sign(exp(t) - 2)^2 == 1", "exp(t) - 2 = 0"),
    ("sign(sin(t))^2 == 1", "sin(t) = 0"), ("sign(u - 1/2)^2 == 1", "u - 1/2 = 0"),
    // Along turns.
    ("sign(tr(Q))^2 == 1", "tr(Q) = 0"), ("max(step(Q)) == 1", "an entry of Q is 0"),
    ("sign(max(x) - min(x)) == 1", "max(x) - min(x) = 0"),
    ("min(sign(Q*Q)) == -1", "an entry of Q*Q is 0"),
    // Where the argument touches zero.
    ("sign(tr(S)) == 1", "tr(S) = 0"), ("sign(norm2(x - y)) == 1", "x - y = 0"),
    ("sign(tr(A*pinv(A))) == 1", "tr(A*pinv(A)) = 0"), ("sign(x'*x) == 1", "x = 0"),
    ("sign(norm2(A*x - y))*norm2(x) == norm2(x)", "A*x - y = 0"),
    // Only that of several jumps which is to blame, and opposite ones once.
    ("sign(a*b)*sign(b) == sign(a)", "b = 0"), ("step(a - b) + step(b - a) == 1", "a - b = 0"),
    ("step(x) == (ones(n, 1) + sign(x))/2", "an entry of x is 0"),
  ])
  func jumpIsLeftOut(_ statement: String, _ exception: String) throws {
    let judgement = try judgement(statement)
    #expect(judgement.verdict == .verified)
    let exceptions = judgement.conditions.filter { $0 != "except where n = 1" }
    #expect(exceptions == ["except where \(exception)"])
  }

  @Test(arguments: [
    "sign(a)*sign(b) == sign(a*b)", "abs(x) == x.*sign(x)", "sign(det(N)) == 1",
    "sign(tr(S))*tr(S) == tr(S)", "sign(norm2(x - y))*norm2(x - y) == norm2(x - y)",
    "sign(det(Q))^2 == 1", "sign(det(J))^2 == 1", "sign(u - 1) == -1",
    "sign(t^3 - t) == sign(t)*sign(t - 1)*sign(t + 1)", "sign(t^2 - t + 1) == 1",
    "hardmax(2*x) == hardmax(x)", "step(a)*step(b) == step(min([a; b]))", "step(R) == R",
  ])
  func jumpWhereNothingIsFalseIsNot(_ statement: String) throws {
    let judgement = try judgement(statement)
    #expect(judgement.verdict.holds, "\(judgement)")
    #expect(judgement.conditions == [])
  }

  @Test(arguments: [
    "sign(tr(R))^2 == 1", "step(a)*step(b) == step(a*b)", "sign(det(Q)) == 1",
    "step(x) + step(-x) == 2*ones(n, 1)", "sign(t^2 - 2) == 1",
    // Beside a jump, and between two that nearly meet.
    "step(x - y).*step(y + 1e-9 - x) == zeros(n, 1)", "step(a) == step(a + 1e-7)",
    "step(norm2(x) - 1) == step(norm2(x) - 1.000001)", "hardmax(x + 1e-9*e(1, n)) == hardmax(x)",
    "step(max(x)) == step(max(x) + 1e-9)", "sign(a) == tanh(1000000000*a)",
    "sign(a^3) == tanh(1000000000*a)",
    "step(det(N) - 1e-9) == 1", "sign(det(B*B')) == 1", "sign(det(B'*B))*B == B",
    // What is zero everywhere around jumps nowhere.
    "hardmax(x) == step(x - max(x))", "sign(K)^2 == K",
  ])
  func whatIsFalseBesideItIsRefuted(_ statement: String) throws {
    #expect(try judgement(statement).verdict == .refuted)
  }
}
