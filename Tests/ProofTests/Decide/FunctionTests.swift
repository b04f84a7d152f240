import Diagnostics
import MatrixCalculus
import Notation
import Testing

@testable import Proof

/// Every matrix function of the language as a page writes it: what is derived is confirmed by the
/// kernel, identities of the literature are decided.
@Suite struct FunctionTests {
  private static let declarations = """
    X : (m, n)
    Y : (m, n)
    Z : (n, p)
    A, B : (n, n)
    C : (p, q)
    P : (n, n) positive definite
    Q : (n, n) positive definite
    x, y : (n)
    p0, q0 : (n) in (0.1, 0.9)
    R : (m, n) > 0
    T0 : (m, n) > 0
    s : scalar > 0
    b : (m)
    M : (m, n)
    assume n >= 3
    assume m >= 2
    """

  private static func scope() throws -> Scope {
    let source = SourceText(path: "page.md", text: declarations)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    return scope
  }

  private static func read(_ text: String) throws -> Expression {
    try Elaborator.expression(SourceText(path: "page.md", text: text), in: scope())
  }

  static let scalars: [(function: String, wrt: String)] = [
    ("sum(Y.*softmax(X))", "X"), ("sum(Y.*softmax(X, 2))", "X"), ("y'*softmax(x)", "x"),
    ("sum(Y.*logsoftmax(X))", "X"), ("sum(Y.*logsoftmax(X, 2))", "X"), ("logsumexp(x)", "x"),
    ("logsumexp(X)*x", "X"), ("b'*logsumexp(X, 2)", "X"), ("-sum(R.*log(softmax(X)))", "X"),
    ("mean(X)^2", "X"), ("mean(X, 1)*x", "X"), ("norm2(mean(X, 2) - b)^2", "X"),
    ("max(X)", "X"), ("max(X, 1)*x", "X"), ("b'*max(X, 2)", "X"), ("min(X)", "X"),
    ("min(X, 1)*x", "X"), ("b'*min(X, 2)", "X"), ("sum(Y.*maximum(X, M))", "X"),
    ("sum(Y.*maximum(M, X))", "X"), ("sum(Y.*minimum(X, M))", "M"), ("sum(Y.*minimum(X, M))", "X"),
    ("sum(maximum(X, s))", "s"), ("sum(max(0, X))", "X"), ("sum(hardmax(X).*Y)", "X"),
    ("norm2(X, 1)*x", "X"), ("b'*norm2(X, 2)", "X"), ("norm1(X, 1)*x", "X"), ("norminf(X)", "X"),
    ("norminf(x)", "x"), ("inner(X, Y)", "X"), ("inner(X, Y.*X)", "X"), ("kl(R, T0)", "T0"),
    ("kl(R, T0)", "R"), ("kl(s, R)", "s"), ("klbernoulli(p0, q0)", "q0"),
    ("klbernoulli(p0, q0)", "p0"), ("crossentropy(R, T0)", "T0"), ("crossentropy(R, T0)", "R"),
    ("tr(A'*solve(P, B))", "P"), ("y'*(A\\x)", "A"), ("y'*(A\\x)", "x"),
    ("sum(M*reshape(x*y', n, n)*X')", "x"), ("norm2(reshape(X, n, m) - X')^2", "X"),
    ("vec(X)'*vec(Y.*X)", "X"), ("norm2(kron(X, C))", "X"), ("norm2(kron(C, X))^2", "X"),
    ("tr(kron(A, B))", "A"), ("tr(kron(A, A))", "A"), ("sum(kron(X, Y))", "Y"),
    ("kron(x, y)'*kron(A, eye(n))*kron(x, y)*s", "A"), ("vec(X)'*commat(n, m)*vec(X')", "X"),
    ("tr(Z'*pinv(X)*b*ones(1, p))", "X"), ("norm2(X*pinv(X)*b - b)^2", "X"), ("tr(pinv(A)*B)", "A"),
    ("tr(pinv(x*y')*A)", "x"), ("tr(pinv(2*s*x*y')*A)", "y"), ("pinv(x)*y", "x"),
    ("sum(pinv(A*x*y'*X'))", "A"), ("tr(pinv(X'*X)*A)", "X"), ("tr(pinv(x*x' + y*y')*A)", "y"),
    ("tr(adj(A)*B)", "A"), ("tr(expm(A))", "A"), ("tr(expm(A)^2*A)", "A"), ("tr(expm(s*A))", "s"),
    ("tr(sinm(A))", "A"), ("tr(cosm(A'))", "A"), ("tr(logm(P))", "P"), ("tr(sqrtm(P))", "P"),
    ("tr(A^n)", "A"), ("tr(A^12)", "A"), ("tr(cov(X)*A)", "X"), ("norm2(centering(m)*X)^2", "X"),
    ("norm2([A B; B A]*[x; y])^2", "A"), ("norm2([A 0; 0 B]*[x; y])^2", "A"),
    ("norm2([X b])^2 + sum([X; x'])^3", "X"), ("norm2(X(:, 2))", "X"), ("sum(X(1, :))^2", "X"),
    ("X(1, 2)*X(2, 1)", "X"), ("norm2(X(1:2, 2:n))^2", "X"), ("x(1)*x(3)", "x"),
    ("e(2, m)'*X*e(1, n)", "X"), ("norm2(cols(X, 1, 2))^2", "X"), ("norm2(rows(X, 2, m))^2", "X"),
    ("sum(gelu(X))", "X"), ("sum(silu(X))", "X"), ("sum(elu(X))", "X"), ("sum(leakyrelu(X))", "X"),
  ]

  @Test(arguments: scalars)
  func derivedGradientIsConfirmed(_ c: (function: String, wrt: String)) throws {
    let function = try Self.read(c.function)
    guard case .variable(let variable) = try Self.read(c.wrt).operation else { return }
    let gradient = try Gradient.gradients(of: function, wrt: [variable])[0]
    let claim = Claim.gradient(of: function, wrt: variable, claimed: gradient)
    #expect(Prover().confirm(claim) == .confirmed, "\(c.function): \(gradient.text)")
    let printed = try Self.read(gradient.text)
    let judgement = Prover().decide(.identity(printed, gradient))
    #expect(printed.shape == gradient.shape, "\(gradient.text)")
    #expect(judgement.verdict == .proved || judgement.verdict == .verified, "\(gradient.text)")
  }

  @Test(arguments: scalars)
  func simplifiedFormHasTheSameValue(_ c: (function: String, wrt: String)) throws {
    let function = try Self.read(c.function)
    let judgement = Prover().decide(.identity(function, function.simplified))
    #expect(judgement.verdict == .proved || judgement.verdict == .verified, "\(judgement)")
  }

  static let truths: [(left: String, right: String)] = [
    ("sum(softmax(X), 1)", "ones(1, n)"), ("sum(softmax(X, 2), 2)", "ones(m, 1)"),
    ("softmax(x + s)", "softmax(x)"), ("logsumexp(x + s)", "logsumexp(x) + s"),
    ("softmax(X, 2)", "softmax(X')'"), ("exp(logsoftmax(X))", "softmax(X)"),
    ("max(x)", "-min(-x)"), ("max(X)", "max(max(X, 2), 1)"),
    ("maximum(X, Y) + minimum(X, Y)", "X + Y"), ("norminf(x)", "max(abs(x))"),
    ("kl(R, T0)", "crossentropy(R, T0) - crossentropy(R, R)"), ("inner(X, Y)", "tr(X'*Y)"),
    ("vec(A*B*A)", "kron(A', A)*vec(B)"), ("commat(m, n)*vec(X)", "vec(X')"),
    ("commat(m, n)*commat(n, m)", "eye(m*n)"), ("kron(A, B)'", "kron(A', B')"),
    ("kron(P, Q)*kron(inv(P), inv(Q))", "eye(n^2)"), ("reshape(vec(X), m, n)", "X"),
    ("pinv(X)*X*pinv(X)", "pinv(X)"), ("X*pinv(X)*X", "X"), ("pinv(A)", "inv(A)"),
    ("pinv(s*x*y')", "y*pinv(x)/(s*norm2(y)^2)"), ("pinv(x')", "x/norm2(x)^2"),
    ("A*adj(A)", "det(A)*eye(n)"), ("expm(A)*expm(-A)", "eye(n)"), ("expm(A')", "expm(A)'"),
    ("det(expm(A))", "exp(tr(A))"), ("sinm(A)^2 + cosm(A)^2", "eye(n)"),
    ("sinm(2*A)", "2*sinm(A)*cosm(A)"), ("sqrtm(P)^2", "P"), ("expm(logm(P))", "P"),
    ("tr(logm(P))", "logdet(P)"), ("logm(inv(P))", "-logm(P)"),
    ("centering(m)*X", "X - ones(m, 1)*mean(X, 1)"), ("cov(X)*(m - 1)", "X'*centering(m)*X"),
    ("[A B; B A]*[x; y]", "[A*x + B*y; B*x + A*y]"), ("[A 0; 0 B]'", "[A' 0; 0 B']"),
    ("tr([A B; B P])", "tr(A) + tr(P)"), ("X(:, 2)", "X*e(2, n)"),
    ("X(1, 2)", "e(1, m)'*X*e(2, n)"),
    ("[cols(X, 1, 2), cols(X, 3, n)]", "X"), ("X(1:2, :)", "rows(X, 1, 2)"),
    ("e^A", "expm(A)"), ("A^n*A", "A*A^n"), ("silu(X)", "X.*sigmoid(X)"),
    ("diag(sum(X, 1))", "diag(sum(X, 1)')"),
  ]

  @Test(arguments: truths)
  func identityOfTheLiteratureIsDecided(_ c: (left: String, right: String)) throws {
    let judgement = try Prover().decide(.identity(Self.read(c.left), Self.read(c.right)))
    #expect(
      judgement.verdict == .proved || judgement.verdict == .verified,
      "\(c.left) == \(c.right): \(judgement)")
  }

  static let mistakes: [(left: String, right: String)] = [
    ("softmax(X)", "softmax(X, 2)"), ("softmax(2*x)", "softmax(x)"), ("max(X)", "min(X)"),
    ("norm2(X)", "norminf(X)"), ("kl(R, T0)", "kl(T0, R)"), ("kron(A, B)", "kron(B, A)"),
    ("vec(A*B*A)", "kron(A, A')*vec(B)"), ("commat(n, n)", "eye(n^2)"), ("X'*pinv(X')", "eye(n)"),
    ("expm(A + B)", "expm(A)*expm(B)"), ("expm(A)", "exp(A)"), ("sqrtm(P)", "sqrt(P)"),
    ("logm(P*Q)", "logm(P) + logm(Q)"), ("cosm(A)", "eye(n) - A^2/2"), ("adj(A)", "inv(A)"),
    ("[A B]*[x; y]", "A*y + B*x"), ("X(:, 1)", "X(:, 2)"), ("reshape(X, n, m)", "X'"),
    ("mean(X, 1)", "sum(X, 1)"), ("elu(X)", "relu(X)"), ("gelu(X)", "silu(X)"),
  ]

  @Test(arguments: mistakes)
  func mistakeIsRefuted(_ c: (left: String, right: String)) throws {
    let judgement = try Prover().decide(.identity(Self.read(c.left), Self.read(c.right)))
    #expect(judgement.verdict == .refuted, "\(c.left) == \(c.right): \(judgement)")
  }

  /// The Fréchet derivative of a function by a power series is a block of that function.
  @Test(arguments: [
    ("y'*expm(A)*x", "expm([A', y*x'; zeros(n, n), A'])"),
    ("y'*logm(P)*x", "logm([P, y*x'; zeros(n, n), P])"),
    ("sum(sqrtm(P))", "sqrtm([P, ones(n, n); zeros(n, n), P])"),
    ("y'*A^n*x", "[A', y*x'; zeros(n, n), A']^n"),
    ("y'*P^s*x", "[P, y*x'; zeros(n, n), P]^s"),
    ("y'*sqrtm(A)*x", "sqrtm([A', y*x'; zeros(n, n), A'])"),
    ("tr(B*sinm(A))", "sinm([A', B'; zeros(n, n), A'])"),
  ])
  func derivativeOutsideATraceIsABlock(_ function: String, _ whole: String) throws {
    let f = try Self.read(function)
    let name = function.contains("P") ? "P" : "A"
    guard case .variable(let variable) = try Self.read(name).operation else { return }
    let gradient = try Gradient.gradients(of: f, wrt: [variable])[0]
    #expect(gradient.text == "cols(rows(\(whole), 1, n), n + 1, 2*n)")
    #expect(
      Prover().confirm(.gradient(of: f, wrt: variable, claimed: gradient)) == .confirmed)
  }
}
