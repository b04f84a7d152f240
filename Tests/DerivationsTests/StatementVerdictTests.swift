import Diagnostics
import Proof
import Testing

@testable import Derivations

/// Statements about declared names with what is found about each.
@Suite struct StatementVerdictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let statement: String
    /// Kind and verdict, or the code and message of the error.
    let finding: String
    var testDescription: String { statement }

    init(_ statement: String, _ finding: String) {
      self.statement = statement
      self.finding = finding
    }
  }

  static let declarations = """
    A : (m, n)
    B, M : (n, n)
    S : (n, n), symmetric
    D : (n, n), invertible
    x, y : (n)
    t : (m)
    c : scalar
    p : (n) > 0
    P : (n, 2) > 0
    g : scalar > 0
    f(z) = z^2/(1 + z^2)
    F = norm2(A*x - t)^2

    """

  static let cases: [Case] = [
    // Identities.
    Case("norm2(x)^2 == x'*x", "identity holds"),
    Case("tr(B*M) == tr(M*B)", "identity holds"),
    // Sums over an index with steps, over its number, and over places behind another.
    Case("sum(i in 1..n-1, (x(i+1) - x(i))^2) == norm2(x(2:n) - x(1:n-1))^2", "identity holds"),
    Case("sum(i in 2..n, (x(i) - x(i-1))^2) == norm2(x(2:n) - x(1:n-1))^2", "identity holds"),
    Case("sum(i in 1..n-1, (x(i+1) - x(i))^2) == norm2(x)^2", "identity refuted"),
    Case("sum(i in 1..n-1, A(:,i+1)'*A(:,i)) == tr(A(:,1:n-1)'*A(:,2:n))", "identity holds"),
    Case("sum(i in 1..n, i) == n*(n + 1)/2", "identity holds"),
    Case("sum(i in 1..n, i^2) == n*(n + 1)*(2*n + 1)/6", "identity holds"),
    Case("sum(i in 1..n, i^2) == n*(n + 1)*(2*n - 1)/6", "identity refuted"),
    Case("sum(i in 3..n, i*x(i)) == sum(i in 1..n, i*x(i)) - x(1) - 2*x(2)", "identity holds"),
    Case("sum(i in 1..n, j in 1..n, (i - j)*x(i)*x(j)) == 0", "identity holds"),
    Case("sum(i in 1..n, max(0, 1 - x(i)*y(i))) == sum(relu(1 - x.*y))", "identity holds"),
    Case(
      "sum(i in 1..m, max(0, 1 - t(i)*(A(i,:)*x))) == sum(relu(1 - t.*(A*x)))", "identity holds"),
    Case("sum(i in 1..n, maximum(x(i), y(i))) == sum(maximum(x, y))", "identity holds"),
    Case("sum(i in 1..n, min(x(i), y(i))) == sum(minimum(x, y))", "identity holds"),
    Case("sum(i in 1..n, min(x(i), y(i))) == sum(maximum(x, y))", "identity refuted"),
    Case("sum(i in 1..n-1, B(i+1,i+1)) == tr(B) - B(1,1)", "identity holds"),
    Case("sum(i in 1..n-1, B(i+1,i)) == sum(i in 1..n-1, B(i,i+1))", "identity refuted"),
    Case("sum(i in 2..3, x(i)) == x(2) + x(3)", "identity holds"),
    Case("prod(i in 2..3, B(i,i)) == B(2,2)*B(3,3)", "identity holds"),
    Case("sum(i in 1..n, j in i+1..n, x(i)*x(j)) == (sum(x)^2 - norm2(x)^2)/2", "identity holds"),
    Case("D^(1/2)*D^(1/2) == D", "identity holds"),
    Case("sum(k in 0..4, c^k)*(c - 1) == c^5 - 1", "identity holds"),
    Case("sum(k in 0..2, B^k) == eye(n) + B + B*B", "identity holds"),
    Case("prod(i in 1..n-1, p(i))*p(n) == prod(p)", "identity holds"),
    Case("prod(i in 2..n, p(i)/p(i-1)) == p(n)/p(1)", "identity holds"),
    Case(
      "sum(i in 1..n, sum(j in i+1..n, x(i)*y(j))) == x'*(triu(ones(n, n)) - eye(n))*y",
      "identity holds"),
    Case("sum(i in 1..n, 2*sum(j in 1..i, x(j))) == 2*sum(tril(ones(n, n))*x)", "identity holds"),
    Case(
      "sum(i in 1..n, sum(j in 1..i-1, x(i)*y(j))) == x'*tril(ones(n, n))*y - x'*y",
      "identity holds"),
    Case(
      "gradient sum(i in 1..n-1, x(i)*x(i+1)) wrt x "
        + "= [x(2:n); zeros(1, 1)] + [zeros(1, 1); x(1:n-1)]", "gradient holds"),
    // Functions of rows and columns, products, units and conditions in sums over an index.
    Case("sum(i in 1..m, t(i)*logsumexp(A(i,:))) == logsumexp(A')*t", "identity holds"),
    Case("sum(i in 1..m, softmax(A(i,:))*x) == sum(softmax(A')'*x)", "identity holds"),
    Case("sum(i in 1..m, softmax(A(i,:)')*t(i)) == softmax(A')*t", "identity holds"),
    Case("sum(i in 1..m, max(A(i,:))*t(i)) == max(A, 2)'*t", "identity holds"),
    Case("sum(i in 1..m, max(A(i,:))*t(i)) == max(A, 1)*ones(n, 1)", "identity refuted"),
    Case("sum(j in 1..n, min(A(:,j))) == sum(min(A, 1))", "identity holds"),
    Case("sum(j in 1..n, mean(A(:,j))^2) == norm2(mean(A, 1))^2", "identity holds"),
    Case("sum(i in 1..m, norm(A(i,:), inf)) == sum(max(abs(A), 2))", "identity holds"),
    Case("sum(i in 1..m, norm(A(i,:), 1)) == norm1(A)", "identity holds"),
    Case("prod(i in 1..m, j in 1..n, A(i,j)) == prod(A)", "identity holds"),
    Case(
      "sum(i in 1..n, prod(j in 1..2, P(i,j))) == P(:,1)'*P(:,2)", "identity holds"),
    Case(
      "sum(i in 1..n, prod(j in 1..i, p(j))) - p(1) == "
        + "sum(i in 2..n, prod(j in 1..i-1, p(j))*p(i))", "identity holds"),
    Case("sum(k in 0..n-1, g^k)*(g - 1) == g^n - 1", "identity holds"),
    Case("sum(k in 1..n, x(k)*g^k) == g*sum(k in 1..n, x(k)*g^(k - 1))", "identity holds"),
    Case("sum(i in 1..n, x(i)*e(i,n)) == x", "identity holds"),
    Case("sum(i in 1..n, e(i)'*B*e(i)) == tr(B)", "identity holds"),
    Case("sum(i in 1..n, j in 1..n, delta(i,j)*B(i,j)) == tr(B)", "identity holds"),
    Case(
      "sum(i in 1..n, j in 1..n, i != j, x(i)*x(j)) == sum(x)^2 - norm2(x)^2", "identity holds"),
    Case(
      "2*sum(i in 1..n, j in 1..n, i < j, x(i)*x(j)) == sum(x)^2 - norm2(x)^2", "identity holds"),
    Case("sum(i in 1..n, j in 1..n, i >= j, B(i,j)) == sum(tril(B))", "identity holds"),
    Case("sum(i in 1..n, j in 1..n, i > j, B(i,j)) == sum(tril(B))", "identity refuted"),
    Case("sum(k in 1..n, B^k) == B", "identity unreadable"),
    Case("sum(k in 1..n, c^k) == c", "identity unreadable"),
    Case("sum(i in 1..m, prod(j in 1..n, A(i,j))) == c", "identity unreadable"),
    Case("sum(i in 1..n, x(i)*x(n+1-i)) == c", "identity unreadable"),
    Case("(B*M)' == M'*B'", "identity holds"),
    Case("A*e(1) == A(:,1)", "identity holds"),
    Case("e(1)'*x == x(2)", "identity refuted"),
    Case("B*M == M*B", "identity refuted"),
    Case("S' == S", "identity holds"),
    Case("B' == B", "identity refuted"),
    Case("inv(D)*D == eye(n)", "identity holds"),
    Case("inv(D')' == inv(D)", "identity holds"),
    Case("det(B*M) == det(B)*det(M)", "identity holds"),
    Case("exp(x).*exp(y) == exp(x + y)", "identity holds"),
    Case("sqrt(p).^2 == p", "identity holds"),
    Case("log(p.^2) == 2*log(p)", "identity holds"),
    Case("sin(x).^2 + cos(x).^2 == ones(n, 1)", "identity holds"),
    Case("tanh(x) == sin(x)", "identity refuted"),
    Case("abs(x) == x", "identity refuted"),
    Case("A*x == A'*x", "identity refuted"),
    Case("A*x == x", "identity refuted"),
    Case("A*A' == A'*A", "identity refuted"),
    // Gradients.
    Case("gradient F wrt x = 2*A'*(A*x - t)", "gradient holds"),
    Case("gradient F wrt x = 2*(x'*A' - t')*A", "gradient refuted"),
    Case("gradient F wrt x = A'*(A*x - t)", "gradient refuted"),
    Case("gradient F wrt x = -2*A'*(A*x - t)", "gradient refuted"),
    Case("gradient F wrt A = 2*(A*x - t)*x'", "gradient holds"),
    Case("gradient F wrt t = 2*(t - A*x)", "gradient holds"),
    Case("gradient F wrt y = zeros(n, 1)", "gradient holds"),
    Case("gradient x'*B*x wrt x = (B + B')*x", "gradient holds"),
    Case("gradient x'*B*x wrt x = 2*B*x", "gradient refuted"),
    Case("gradient x'*S*x wrt x = 2*S*x", "gradient holds"),
    Case("gradient logdet(D) wrt D = inv(D)'", "gradient holds"),
    Case("gradient sum(f(x)) wrt x = 2*x./(1 + x.^2).^2", "gradient holds"),
    Case("gradient sum(f(x)) wrt x = f'(x)", "gradient holds"),
    Case("gradient sum(tanh(x)) wrt x = 1 - tanh(x).^2", "gradient holds"),
    Case("gradient sum(tanh(x)) wrt x = cosh(x).^(-2)", "gradient holds"),
    Case("gradient norm2(x) wrt x = x/norm2(x)", "gradient holds"),
    Case("gradient norm1(x) wrt x = sign(x)", "gradient holds"),
    Case("gradient c^3 wrt c = 3*c^2", "gradient holds"),
    // Jacobians, Hessians.
    Case("jacobian A*x wrt x = A", "jacobian holds"),
    Case("jacobian A*x wrt x = A'", "jacobian refuted"),
    Case("jacobian tanh(x) wrt x = diag(1 - tanh(x).^2)", "jacobian holds"),
    Case("hessian F wrt x = 2*A'*A", "hessian holds"),
    Case("hessian F wrt x = A'*A", "hessian refuted"),
    Case("hessian x'*B*x wrt x = B + B'", "hessian holds"),
    // Mistakes on purpose.
    Case("refuted B*M == M*B because \"order\"", "identity refuted, expected refuted"),
    Case("refuted B == B because \"?\"", "identity holds, expected refuted"),
    // What has no meaning.
    Case("B*q == B", "identity unreadable"),
    Case("x + norm3(x) == x", "identity unreadable"),
    Case("1e400*c == c", "too-large: 1e400 has too many digits"),
  ]

  @Test(arguments: cases)
  func statementGetsItsVerdict(_ c: Case) throws {
    let result = try check(derive(Self.declarations + c.statement))
    let claims = result.claims.map { claim in
      let verdict = claim.judgement.verdict
      return "\(claim.kind.rawValue) \(verdict.holds ? "holds" : verdict.rawValue)"
        + (claim.expected == nil ? "" : ", expected refuted")
    }
    let troubles = result.diagnostics.map { "\($0.code.rawValue): \($0.message)" }
    #expect((claims + troubles).joined(separator: "\n") == c.finding)
  }

  @Test(arguments: [
    (#"\nabla_{W^{(2)}} R = 2(W^TWx - x)(Wx)^T"#, true),
    (#"\nabla_{W^{(1)}} R = 2W(W^TWx - x)x^T"#, true),
    (#"\nabla_{W^{(1)}} R = 2W(W^TWx - x)x^T + 2(Wx)(W^TWx - x)^T"#, false),
    (#"\nabla_{W^{(2)}} R = 2W(W^TWx - x)x^T"#, false),
  ])
  func weightOfALayerIsOnePlaceAlone(_ display: String, _ holds: Bool) throws {
    let block = derive("W : (k, n)\nx : (n)\nR = norm2(W'*W*x - x)^2\nnetwork R")
    let claims = try check("\(block)\n$$\(display)$$\n").claims
    #expect(claims.count == 1 && claims[0].judgement.verdict.holds == holds)
  }

  @Test(arguments: [
    "R = norm2(W'*W*x - x)^2", "R = norm2(W*tanh(W'*x) + x)^2", "R = norm2(x + W*W'*x)^2",
  ])
  func whatIsCopiedOfAGradientIsAClaimThatHolds(_ definition: String) throws {
    let block =
      "W : (k, n)\nx : (\(definition.contains("W'*W") ? "n" : "k"))\n\(definition)\nnetwork R\n"
    let result = try check(derive(block + "gradient R wrt W"))
    let figures = result.blocks.values.joined().compactMap { statement -> DerivativeFigure? in
      if case .derivative(let figure) = statement.content { figure } else { nil }
    }
    let steps = try #require(figures.first).steps
    #expect(Set(steps.map(\.left.tex)).count == steps.count)
    let copied = steps.map(\.claim).filter { $0.contains("==") || $0.hasPrefix("gradient") }
    let claims = try check(derive(block + copied.joined(separator: "\n"))).claims
    #expect(claims.count == copied.count && claims.allSatisfy(\.judgement.verdict.holds))
  }

  @Test(arguments: [
    ("use \"../base#b\"", "there is no page ../base; hint: did you mean base?"),
    ("use \"base#c\"", "the page base has no derive block named c; hint: its blocks are b"),
    ("use \"base#b\"\nuse \"base.md#b\"", "what this brings in is there already"),
    ("W : (k, k)\nuse \"base#b\"", "W means something already"),
  ])
  func useThatFailsIsToldOnceWhereItStands(_ lines: String, _ message: String) throws {
    let page =
      derive(lines + "\ngradient F wrt W\nF + W == G\nnetwork F")
      + "\n<!-- check: network F -->\n\n| Layer | Weight |\n|---|---|\n| 1 | $W$ |\n"
    let result = try check(
      page, library: ["base": derive("W : (k, n)").replacing("derive", with: "derive b")])
    let told = result.diagnostics.map(written)
    #expect(told.contains { $0.contains(message) })
    #expect(told.count == 1 || lines.contains(".md"), "\(told)")
    #expect(result.diagnostics.allSatisfy { $0.location?.path == "p.md" })
  }
}
