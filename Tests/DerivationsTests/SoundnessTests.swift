import Derivations
import Pages
import Proof
import Testing

/// Claims that are nearly true, or true for nearly everything, with the verdicts they must get.
@Suite struct SoundnessTests {
  private static let declarations = """
    x : scalar
    y : scalar
    p : scalar > 0
    q : scalar in [0, 1]
    A : (n, n)
    B : (m, n)
    D : (m, n)
    S : (n, n) symmetric
    P : (n, n) positive definite
    K : (n, n) skew
    Q : (n, n) orthogonal
    R : (n, n) orthogonal
    G : (n, n) permutation
    H : (n, n) permutation
    T : (n, n) lower triangular
    U : (n, 3)
    V : (3, n)
    v : (n)
    w : (n)
    """

  private func claim(_ statement: String) throws -> CheckedClaim {
    let text = "```derive\n\(Self.declarations)\n\(statement)\n```\n"
    let page = try Page(path: "page.md", bytes: Array(text.utf8))
    return try #require(PageChecker.check(page).claims.first, "\(statement)")
  }

  /// True for small numbers only, for one sign only, for some sizes only, or modulo a prime.
  @Test(arguments: [
    // Several signs at once, between numbers the claim speaks of.
    "prod(relu(v - 1)) == 0", "relu(min(v) - 1/2)*relu(1 - max(v)) == 0",
    "relu(x - y)*relu(y - x + 0.01) == 0", "relu(x - y^2)*relu(y^2 + 0.001 - x) == 0",
    "relu(exp(x) - 1000)*relu(1001 - exp(x)) == 0",
    "sqrt((v'*v - 1)^2*(v'*v - 2)^2) == (v'*v - 1)*(v'*v - 2)",
    "gradient relu(min(v) - 1/2)*relu(1 - max(v)) wrt v = zeros(n, 1)",
    // On the principal branch alone.
    "sqrtm(expm(A)) == expm(A/2)", "logm(expm(A/30)) == A/30", "logm(expm(K/2)) == K/2",
    "sqrtm((A/10 + eye(n))^2) == A/10 + eye(n)", "logm(expm(A)) == A",
    "(A^(1001/1000))^x == A^(1001/1000*x)", "logm(Q^(11/10)) == 11/10*logm(Q)",
    // For more rows than the power of a triangle, or the degree in a size, has.
    "prod(k in 1..9, n - k) == 0", "(T - diag(diag(T)))^10 == zeros(n, n)",
    "sqrt(x^2) == x", "sqrt(p^2) == -p", "arcsin(sin(x)) == x", "arctan(tan(x)) == x",
    "relu(x - 10) == 0", "abs(x - 5) == 5 - x", "relu(x - 100000) == 0",
    "relu(x*1e-3 - 1) == 0", "relu(n - 20) == 0", "abs(x + y) == abs(x) + abs(y)",
    "2305843009213693951*x == 0", "2305843009213693952*x == x",
    "(2305843009213693951*v)'*w == 0", "x^2305843009213693951 == x",
    "relu(logdet(P)) == logdet(P)", "abs(det(P) - 1) == det(P) - 1",
    "det(-A) == -det(A)", "det(-inv(A)) == -det(inv(A))", "det(K) == 0",
    "det(inv(eye(n) + K)*K) == 0", "det(U*V) == 0", "det(Q) == 1", "det(Q*R) == 1",
    "det(Q) == det(R)", "det(G*H) == 1", "det(G) == det(H)",
    "pinv(B)*B == eye(n)", "B*pinv(B) == eye(m)", "tr(pinv(B)*B) == n", "max(v) == max(-v)",
    "norm2(v + w) == norm2(v) + norm2(w)", "expm(A + A') == expm(A)*expm(A')",
    "tr(A*S*A*S) == tr(A*A*S*S)", "T*T' == T'*T", "sin(x) == x - x^3/6",
    "gradient norm2(A*v) wrt v = A*A*v/norm2(A*v)",
    "gradient sum(sqrt(v)) wrt v = v.^(-1/2)", "norm2(v) == sum(abs(v))",
    "gradient tr(pinv(B)*D) wrt B = pinv(B)'*pinv(B)*D*(eye(n) - pinv(B)*B) - pinv(B)'*D'*pinv(B)'",
    "gradient sum(abs(v)) wrt v = abs(v)", "sum(relu(v)) == sum(v)",
  ])
  func nearMissesAreRefuted(_ statement: String) throws {
    let judgement = try claim(statement).judgement
    #expect(judgement.verdict == .refuted, "\(judgement)")
    #expect(judgement.witness?.differing != nil)
  }

  @Test(arguments: [
    "sqrt(x)^2 == abs(x)", "sqrt(x)^2 == x", "sqrt(x^2) == abs(x)", "sqrt(p^2) == p",
    "inv(B'*B)*B' == pinv(B)", "B*pinv(B)*B == B", "inv(A)*A == eye(n)", "det(Q)^2 == 1",
    "det(Q*R)^2 == 1", "abs(det(x*Q)) == abs(x)^n", "abs(det(-Q)) == 1", "abs(det(p*Q*R')) == p^n",
    "det(Q*R) == det(R)*det(Q)", "det(G)^2 == 1", "det(x*A) == x^n*det(A)",
    "norm2(v*w') == norm2(v)*norm2(w)", "(x^3)^(1/3) == x", "sqrt(1 - q^2)^2 == 1 - q^2",
    "logdet(P) == tr(logm(P))", "sqrtm(P*P) == P", "log(det(A)) == logdet(A)",
    "max(v) == v'*hardmax(v)", "abs(x)/x == sign(x)", "relu(x) == x*step(x)",
    "hessian norm2(v)^4 wrt v = 4*norm2(v)^2*eye(n) + 8*v*v'",
    "gradient tr(pinv(B)*D) wrt B = pinv(B)'*pinv(B)*D*(eye(n) - pinv(B)*B) - pinv(B)'*D'*pinv(B)' "
      + "+ (eye(m) - B*pinv(B))*D*pinv(B)*pinv(B)'",
    "gradient logdet(A'*A) wrt A = 2*inv(A)'", "cos(2*x) == 2*cos(x)^2 - 1",
    "logm(Q') == -logm(Q)", "(A^(1001/1000))^3 == A^(3003/1000)", "T^40 == (T^20)^2",
    "softplus(x) - softplus(-x) == x", "abs(det(expm(A))) == exp(tr(A))",
    "tr(T*T) == norm2(diag(T))^2",
  ])
  func truthsOnTheirDomainHold(_ statement: String) throws {
    let judgement = try claim(statement).judgement
    #expect(judgement.verdict.holds, "\(judgement)")
    #expect(!judgement.conditions.contains { $0.hasPrefix("except") })
  }

  /// True of almost all points or sizes; the others are named.
  @Test(arguments: [
    ("sign(x)^2 == 1", "except where x = 0"),
    ("step(x) + step(-x) == 1", "except where x = 0"),
    ("sign(v).^2 == ones(n, 1)", "except where an entry of v is 0"),
    ("det(v*w') == 0", "except where n = 1"),
  ])
  func genericTruthsNameWhatTheyLeaveOut(_ statement: String, _ exception: String) throws {
    let judgement = try claim(statement).judgement
    #expect(judgement.verdict == .verified)
    #expect(judgement.conditions == [exception])
  }

  @Test(arguments: [
    ("B*pinv(B) == eye(m)", "it is only true for m <= n; with assume m <= n the claim holds"),
    ("sqrt(x^2) == x", "it is only true for positive x; with x declared so the claim is proved"),
  ])
  func missingConditionsAreNamed(_ statement: String, _ cause: String) throws {
    #expect(try claim(statement).judgement.cause?.text == cause)
  }
}
