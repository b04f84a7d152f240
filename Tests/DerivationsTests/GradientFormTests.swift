import Testing

@testable import Derivations

/// Gradients in the form a textbook has them.
@Suite struct GradientFormTests {
  private static let declarations = """
    A, B : (m, n)
    C, D : (n, n)
    M : (n, n) invertible
    X : (n, p)
    Q, K : (m, k)
    V : (m, l)
    W : (p, k)
    x, y, w : (n)
    u, q : (m)
    a : (k)
    v : (n + p)
    r : (n) > 0
    p0 : scalar in (0, 1)
    t : scalar
    d, s : scalar > 0
    """

  static let forms: [(gradient: String, form: String)] = [
    // Like terms, also of numbers that are written in several ways.
    ("klbernoulli(p0*ones(m, 1), sigmoid(A*x)) wrt x", "A'*(sigmoid(A*x) - p0)"),
    ("norm2(x/norm2(x) - y)^2 wrt x", "2*(y'*x)*x/norm2(x)^3 - 2*y/norm2(x)"),
    ("(x'*y)*sum(x.*y) wrt x", "2*(x'*y)*y"),
    ("-sum(log(diag(softmax(Q*K'/s, 2)))) wrt Q", "(softmax(Q*K'/s, 2) - eye(m))*K/s"),
    // Common factors, of all terms or of some.
    ("x'*C*x wrt x", "(C' + C)*x"),
    ("det(X'*C*X) wrt X", "det(X'*C*X)*(C'*X*inv(X'*C*X)' + C*X*inv(X'*C*X))"),
    ("sum(leakyrelu(A*w, t)) wrt w", "A'*(t*step(-A*w) + step(A*w))"),
    (
      "-tr(logsoftmax(Q*Q'/s, 2)) wrt Q",
      "(softmax(Q*Q'/s, 2) - 2*eye(m) + softmax(Q*Q'/s, 2)')*Q/s"
    ),
    (
      "norm2(softmax(x) - y)^2 wrt x",
      "2*(softmax(x) .* (softmax(x) - y - softmax(x)'*(softmax(x) - y)))"
    ),
    ("prod(softmax(x)) wrt x", "prod(softmax(x))*(1 - n*softmax(x))"),
    ("sum(x.^2)*exp(sum(x.^2)) wrt x", "2*exp(norm2(x)^2)*(1 + norm2(x)^2)*x"),
    (
      "(w'*C*w)/(w'*D*w) wrt w", "(C' - (w'*C*w)*(D' + D)/(w'*D*w) + C)*w/(w'*D*w)"
    ),
    (
      "norm2(A*x - u) + norm2(A*x - u)^3 wrt x",
      "(3*norm2(A*x - u)^2 + 1)*A'*(A*x - u)/norm2(A*x - u)"
    ),
    ("norm2(A*x - u)^2 + t*norm2(x)^2 wrt x", "2*t*x + 2*A'*(A*x - u)"),
    // Fractions.
    ("sum(arctan(y./x)) wrt x", "-(y ./ (x.^2 + y.^2))"),
    ("x'*x/(d + x'*x) wrt x", "2*d*x/(d + x'*x)^2"),
    ("sum(x./(1 + abs(x))) wrt x", "1./(1 + abs(x)).^2"),
    // Functions that split at zero.
    ("log(abs(det(M))) wrt M", "inv(M)'"),
    ("sum(log(abs(x))) wrt x", "1./x"),
    ("sum(abs(x).^2) wrt x", "2*x"),
    ("sum(sqrt(x.^2)) wrt x", "sign(x)"),
    ("sum(x.*abs(x)) wrt x", "2*abs(x)"),
    ("sum(relu(1 - u.*(A*w)).^2) wrt w", "-2*A'*(u.*relu(1 - u .* (A*w)))"),
    ("sum(maximum(x, y) + minimum(x, y)) wrt x", "ones(n, 1)"),
    ("sum(x.*(step(y) + step(-y))) wrt x", "step(y) + step(-y)"),
    ("sum(softplus(x) - softplus(-x)) wrt x", "ones(n, 1)"),
    ("logsumexp(A*x - max(A*x)) + max(A*x) wrt x", "A'*softmax(A*x)"),
    // Products with a column in the middle, and diagonal matrices.
    ("norm2(A*diag(w)*x - u)^2 wrt w", "2*(A'*(A*diag(w)*x - u) .* x)"),
    ("y'*inv(M + s*eye(n))*y wrt s", "-y'*inv(M + s*eye(n))*inv(M + s*eye(n))*y"),
    ("sum(tanh(X*W + a')) wrt a", "sum(1 - tanh(X*W + a').^2, 1)'"),
    // Functions of a matrix along itself.
    ("norm2(expm(t*C)*x - y)^2 wrt t", "2*(expm(t*C)*x - y)'*C*expm(t*C)*x"),
    ("tr(D*expm(t*C)) wrt t", "tr(D*C*expm(t*C))"),
    // Names.
    ("sum(norm2(X, 2)) wrt X", "X ./ (norm2(X, 2)*ones(1, p))"),
    ("norm1(x)^2 wrt x", "2*norm1(x)*sign(x)"),
    ("norm2(x)^1.5 wrt x", "3/2*x/sqrt(norm2(x))"),
    ("tr(M^(-2)) wrt M", "-2*inv(M)'^3"),
    ("norm2([C, X]*v - y)^2 wrt X", "2*([C, X]*v - y)*v(n + 1:n + p)'"),
  ]

  @Test(arguments: forms)
  func gradientHasTheFormOfATextbook(_ c: (gradient: String, form: String)) throws {
    let result = try check(derive(Self.declarations + "\ngradient \(c.gradient)"))
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(written))")
    let figures = result.blocks.values.flatMap { $0 }.compactMap { statement in
      if case .derivative(let figure) = statement.content { figure } else { nil }
    }
    #expect(figures.first?.steps.last?.right.last?.text == c.form)
  }

  @Test func noLineIsShownTwice() throws {
    let result = try check(
      derive(Self.declarations + "\ngradient sum(i in 1..n-1, (x(i+1) - x(i))^2) wrt x"))
    for statement in result.blocks.values.flatMap({ $0 }) {
      guard case .derivative(let figure) = statement.content else { continue }
      for lines in figure.steps.map({ $0.right.map(\.text) }) {
        #expect(lines.count == Set(lines).count)
      }
    }
  }
}
