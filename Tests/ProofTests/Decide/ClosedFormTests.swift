import Diagnostics
import MatrixCalculus
import Notation
import Proof
import Testing

/// Gradients as they are printed, each confirmed by the kernel.
@Suite struct ClosedFormTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let function: String
    let variable: String
    let gradient: String
    var testDescription: String { "\(function) wrt \(variable)" }

    init(_ function: String, _ variable: String, _ gradient: String) {
      self.function = function
      self.variable = variable
      self.gradient = gradient
    }
  }

  static let declarations = """
    X, Y : (m, n)
    A, B, C : (n, n)
    D : (m, m)
    w, x, v : (n)
    y, u : (m)
    s : scalar > 0
    p : (n) > 0
    """

  /// Functions, what they are differentiated by, and the conditions of that.
  static let conditionsOfVariables: [(function: String, variable: String, conditions: [String])] = [
    ("sum(abs(X)*w)", "w", []), ("sum(abs(X)*w)", "X", ["no entry of X is 0"]),
    ("norm2(X*w)*tr(Y'*Y)", "Y", []), ("norm2(X*w)*tr(Y'*Y)", "w", ["X*w != 0"]),
    ("sum(log(x).*w)", "w", ["x > 0"]), ("sum(i in 1..n, w(i)/i)", "w", []),
  ]

  @Test(arguments: conditionsOfVariables)
  func kinksOfWhatDoesNotMoveDoNotMatter(
    _ c: (function: String, variable: String, conditions: [String])
  ) throws {
    let source = SourceText(path: "page.md", text: Self.declarations)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    let function = try Elaborator.expression(
      SourceText(path: "page.md", text: c.function), in: scope)
    let variable = try #require(scope.variable(c.variable))
    let gradient = try Gradient.gradients(of: function, wrt: [variable])[0]
    #expect(
      Conditions.of(derived: gradient, from: function, wrt: [variable]) == c.conditions)
    #expect(
      Claim.gradient(of: function, wrt: variable, claimed: gradient).conditions == c.conditions)
  }

  static let cases = [
    // Sums and products over named indices.
    Case("sum(i in 1..m, (X(i,:)*w - y(i))^2)", "w", "2*X'*(X*w - y)"),
    Case("sum(i in 1..m, j in 1..n, X(i,j)*Y(i,j))", "X", "Y"),
    Case("sum(i in 1:m, sum(j in 1:n, y(i)*X(i,j)*x(j)))", "X", "y*x'"),
    Case("sum(i in 1..m, norm2(X(i,:)' - w)^2)", "w", "2*m*w - 2*sum(X, 1)'"),
    Case("sum(i in 1..m, log(1 + exp(y(i)*(X(i,:)*w))))", "w", "X'*(y.*sigmoid(y .* (X*w)))"),
    Case("log(prod(j in 1..n, p(j)))", "p", "1./p"),
    Case("prod(p)", "p", "prod(p)./p"),
    // Quotients with names of their own.
    Case("sum(log(exp(x) + 1))", "x", "sigmoid(x)"),
    Case("sum(log(cosh(x)))", "x", "tanh(x)"),
    Case("log(sum(exp(x)))", "x", "softmax(x)"),
    Case("sum(log(sum(exp(X), 1)))", "X", "softmax(X)"),
    Case("sum(log(sum(exp(X), 2)))", "X", "softmax(X, 2)"),
    // Other shapes, Kronecker products, blocks.
    Case("norm2(kron(B, A)*vec(C))^2", "C", "2*A'*A*C*B'*B"),
    Case("vec(A)'*kron(B, C)*vec(A)", "C", "A*B*A'"),
    Case("logdet(kron(A, D))", "A", "m*inv(A)'"),
    Case("sum(kron(A, D).^2)", "A", "2*norm2(D)^2*A"),
    Case("norm2([A B]*[x; v])^2", "A", "2*(A*x + B*v)*x'"),
    Case("norm2([A B]*[x; v])^2", "x", "2*A'*(A*x + B*v)"),
    Case("norm2(X(:, 2) - y)^2", "X", "2*(X(:, 2) - y)*e(2, n)'"),
    Case("norm2(diag(x)*A)^2", "A", "2*diag(x.^2)*A"),
    // Numbers in front of the identity are pulled back to a trace.
    Case("logdet(A + s*eye(n))", "s", "tr(inv(A + s*eye(n)))"),
    // Functions with a parameter, exponents of their own.
    Case("sum(leakyrelu(x, 1/10))", "x", "step(-x)/10 + step(x)"),
    Case("sum(leakyrelu(x, s))", "s", "-sum(relu(-x))"),
    Case("sum(elu(x, s))", "x", "s*(exp(-relu(-x)).*step(-x)) + step(x)"),
    Case("norm(x, 1) + norm(x, 2)", "x", "x/norm2(x) + sign(x)"),
    Case("sum(s.^x)", "x", "log(s)*exp(log(s)*x)"),
    Case("sum(erf(x))", "x", "2*exp(-x.^2)/sqrt(pi)"),
    Case("sum(abs(-x))", "x", "sign(x)"),
    // Sums that are shorter multiplied out.
    Case(
      "-(1/m)*sum(y.*log(sigmoid(X*w)) + (1-y).*log(1-sigmoid(X*w)))", "w",
      "X'*(sigmoid(X*w) - y)/m"),
    // The centering matrix is its own square, and zero where it meets ones.
    Case("norm2(centering(m)*X)^2", "X", "2*centering(m)*X"),
    Case("norm2(centering(m)*(X + u*ones(1, n)))^2", "X", "2*centering(m)*(X + u)"),
    Case("tr(cov(X))", "X", "2*centering(m)*X/(m - 1)"),
    // Powers of matrices with any exponent.
    Case("tr(A^s)", "A", "s*(A^(s - 1))'"),
    Case("tr(A^s)", "s", "tr(A^s*logm(A))"),
    // A sum that is multiplied stays together.
    Case("(tanh(x) - v)'*(tanh(x) - v)", "v", "-2*(tanh(x) - v)"),
  ]

  @Test(arguments: [
    "sum(reshape(cos(tanh(s*reshape(Y*(A*B), n, m))), m, n))",
    "reshape(softplus(s*(w'*x)*(A*x)), 1, n)", "exp(s*reshape(pinv(X)*(D*u), 1, n))",
    "ones(n, m)*reshape(2*X, n, m)'*(reshape(4*X, n, m)/2)*ones(m, n)",
    "kron(B, 2*A)*vec(3*C)", "kron(A, B)*kron(C, 2*A)*vec(C)", "[A 2*B]*[x; v]",
    "diag(2*x)*diag(s*v)*A", "vec(2*A)'*vec(s*B)*vec(C)", "expm(A*inv(A)*A')",
  ])
  func simplifyingTwiceChangesNothing(_ text: String) throws {
    let source = SourceText(path: "page.md", text: Self.declarations)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    let simple = try Elaborator.expression(SourceText(path: "page.md", text: text), in: scope)
      .simplified
    #expect(simple.simplified == simple, "\(simple.text)")
    #expect(simple.simplified.text == simple.text)
  }

  /// What is declared and known of functions leaves only what has to be said.
  static let conditions: [(function: String, conditions: [String])] = [
    ("log(1 - sin(s)^2)", ["-1 < sin(s) < 1"]),
    ("sum(arcsin(x) + log(1 - x.^2))", ["-1 < x < 1"]),
    ("sum(arccos(x/2) + sqrt(4 - x.^2))", ["-1 < x/2 < 1"]),
    ("sum(arcsin(-2*x))", ["-1 < 2*x < 1"]),
    ("sum(relu(relu(x)) + abs(x.^2))", ["no entry of x is 0"]),
    ("sum(log(relu(x)))", ["x > 0"]),
    ("sum(sqrt(abs(tanh(x))))", ["no entry of x is 0"]),
    ("sum(abs(v - x) + relu(x - v))", ["no entry of v - x is 0"]),
    ("sum(log(1 + x) + arctan(x)./x)", ["1 + x > 0", "no entry of x is 0"]),
    ("sum(log(x)./(1 + x))", ["x > 0"]),
    ("sum(arctan(tan(x)))", ["no entry of cos(x) is 0"]),
    ("sum(norm1(X, 1).^2)", ["no entry of X is 0"]),
    ("sum(abs(x).^2 + relu(v).^2)", []),
    ("sum(norm2(X, 1).^2) + norm2(x)^3", []),
    ("tr(A^n)", []),
    ("tr(A^s)", ["no eigenvalue of A real and <= 0"]),
    ("logdet(A*B*C)", ["A*B*C invertible"]),
    ("logdet(A*B) + logdet(B)", ["A*B invertible"]),
    ("tr(inv(A'*A)) + logdet(A)", ["A invertible"]),
    ("sqrt(det(A)) + logdet(A)", ["det(A) > 0"]),
    ("tr(sqrtm(A)*inv(A))", ["no eigenvalue of A real and <= 0"]),
    ("sum(log(1 - sigmoid(x)))", []),
    ("sum(log(2 + tanh(x)))", []),
    ("w'*A*x/(norm2(w)*norm2(x))", ["w != 0", "x != 0"]),
    ("log(x'*x) + s", ["x != 0"]),
    ("w'*x/sqrt((w'*w)*(x'*x))", ["w != 0", "x != 0"]),
    ("sum(minimum(X, 3))", ["no entry of X - 3 is 0"]),
    ("log(1 + (x - v)'*(x - v)/s)", []),
  ]

  @Test(arguments: conditions)
  func conditionsAreThoseThatAreOpen(_ c: (function: String, conditions: [String])) throws {
    let source = SourceText(path: "page.md", text: Self.declarations)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    let function = try Elaborator.expression(
      SourceText(path: "page.md", text: c.function), in: scope)
    #expect(Conditions.of(function, isDifferentiated: true) == c.conditions)
  }

  @Test(arguments: cases)
  func gradientIsShortAndConfirmed(_ c: Case) throws {
    let source = SourceText(path: "page.md", text: Self.declarations)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    let function = try Elaborator.expression(
      SourceText(path: "page.md", text: c.function), in: scope)
    let variable = try #require(scope.variable(c.variable))
    let gradient = try Gradient.gradients(of: function, wrt: [variable])[0]
    #expect(gradient.text == c.gradient)
    #expect(
      Prover().confirm(.gradient(of: function, wrt: variable, claimed: gradient)) == .confirmed)
  }

  static let mistakes: [(text: String, error: String)] = [
    ("sum(k in n, x(k))", "nothing says from where to where the index k runs"),
    ("sum(k in 1..n, k in 1..n, x(k))", "the index k is named twice"),
    ("sum(k in 1..m, x(k))", "the index k runs over m places, but x(k) has n"),
    ("norm(X, 1)", "norm(…, 1) of the matrix X (m×n) can be read in two ways"),
    ("norm(x, 3)", "the norm of order 3 is not supported"),
    ("sum(elu(x, v))", "the parameter v (n×1) of elu is not a scalar"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreNamed(_ c: (text: String, error: String)) throws {
    let source = SourceText(path: "page.md", text: Self.declarations)
    var scope = Scope()
    for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
    let found = #expect(throws: Diagnostic.self) {
      try Elaborator.expression(SourceText(path: "page.md", text: c.text), in: scope)
    }
    #expect(found?.message == c.error)
  }
}
