import Derivations
import Pages
import Proof
import Testing

/// Claims decided by what is drawn rarely: sizes that lie apart, values with several properties, cases far out.
@Suite struct CornerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// Separated by semicolons.
    let declarations: String
    let statement: String
    var testDescription: String { "\(declarations): \(statement)" }

    init(_ declarations: String, _ statement: String) {
      self.declarations = declarations
      self.statement = statement
    }
  }

  private func verdict(_ row: Case) throws -> Verdict {
    let lines = row.declarations.split(separator: ";") + [row.statement[...]]
    let text = "```derive\n\(lines.joined(separator: "\n"))\n```\n"
    let page = try Page(path: "page.md", bytes: Array(text.utf8))
    return try #require(PageChecker.check(page).claims.first).judgement.verdict
  }

  @Test(arguments: truths) func whatHoldsInTheDeclaredDomainStands(_ row: Case) throws {
    #expect(try verdict(row).holds)
  }

  @Test(arguments: mistakes) func whatFailsInACornerIsRefuted(_ row: Case) throws {
    #expect(try verdict(row) == .refuted)
  }

  @Test(arguments: open) func whatCannotBeMetIsUndecided(_ row: Case) throws {
    #expect(try verdict(row) == .undecided)
  }

  private static let truths: [Case] = [
    Case("x : (100)", "mean(x) == sum(x)/100"), Case("x : (n)", "relu(relu(x)) == relu(x)"),
    Case("x : (n)", "relu(1 - tanh(x).^2) == 1 - tanh(x).^2"),
    Case("x : (n); y : (n)", "relu(maximum(x, 0)) == maximum(x, 0)"),
    Case("x : scalar", "sqrt(x)^2 == abs(x)"),
    Case("A : (n, n) orthogonal, symmetric", "A*A == eye(n)"),
    Case("A : (n, n) orthogonal, skew", "A*A == -eye(n)"),
    Case("A : (n, n) orthogonal, positive definite", "A == eye(n)"),
    Case("A : (n, n) orthogonal, diagonal", "A*A == eye(n)"),
    Case("A : (n, n) upper triangular, orthogonal", "A == diag(diag(A))"),
    Case("A : (n, n) permutation, symmetric", "A*A == eye(n)"),
    Case("A : (n, n) permutation, diagonal", "A == eye(n)"),
    Case("A : (n, n) permutation, positive definite", "A == eye(n)"),
    Case("A : (n, n) lower triangular, permutation", "A == eye(n)"),
    Case("A : (n, n) symmetric, columns sum to 1", "A*ones(n,1) == ones(n,1)"),
    Case("A : (n, n) symmetric, columns sum to 1, >= 0", "A*ones(n,1) == ones(n,1)"),
    Case("A : (n, n) diagonal, columns sum to 1", "A == eye(n)"),
    Case("A : (n, n) upper triangular, columns sum to 1", "A(1,1) == 1"),
    Case("A : (n, n) orthogonal, columns sum to 1", "ones(1,n)*A == ones(1,n)"),
    Case("A : (n, n) lower triangular, symmetric", "A == diag(diag(A))"),
    Case("A : (n, n) lower triangular, positive definite", "A == diag(diag(A))"),
    Case("A : (n, n) lower triangular, skew", "A == 0*A"),
    Case("A : (n, n) diagonal, skew", "A == 0*A"),
    Case("A : (n, n) positive definite, in (0,1)", "relu(A-1) == 0*A"),
    Case("P,Q : (n,n) orthogonal, symmetric", "inv(P*Q) == Q*P"),
    Case("a : scalar in (0,1)", "abs(1-a) == 1-a"),
    Case("a : scalar in (0,3)", "abs(sin(a)) == sin(a)"),
    Case("v,w : (n); assume n >= 3", "adj(v*w') == 0*v*w'"),
    Case("A : (n,n)", "adj(A)*A == det(A)*eye(n)"),
    Case("v,w : (n)", "pinv(v*w') == w*v'/(norm2(v)^2*norm2(w)^2)"),
    Case("v : (n)", "pinv(v*v') == v*v'/norm2(v)^4"),
    Case("x : (n)", "pinv(centering(n)) == centering(n)"),
    Case("A : (m,n); B : (p,q)", "pinv(kron(A,B)) == kron(pinv(A),pinv(B))"),
    Case("A : (m,r); B : (r,n); assume m >= r; assume n >= r", "pinv(A*B) == pinv(B)*pinv(A)"),
    Case("x : scalar", "softplus(x) - softplus(-x) == x"),
    Case("x : scalar", "relu(x) - relu(-x) == x"),
    Case("x : (n)", "norm1(softmax(x)) == 1"),
    Case("S : (n,n) positive definite; x : (n)", "abs(x'*S*x) == x'*S*x"),
    Case("x : (n)", "relu(x.^2) == x.^2"),
    Case("x : (n) > 0", "relu(x) == x"),
    Case("x : (n) > 0; A : (m,n) > 0", "relu(A*x) == A*x"),
    Case("a : scalar; b : scalar", "maximum(a,b)+minimum(a,b) == a+b"),
  ]

  private static let mistakes: [Case] = [
    Case("x : (n) in [0, 1]", "relu(sum(x) - 20) == 0"),
    Case("x : (100)", "mean(x) == sum(x)/101"),
    Case("x : (n)", "norm2(centering(n)*x)^2 == sum(x)^2"),
    Case("x : (n)", "norm2(centering(n+1)*[x;1]) == norm2(x)"),
    Case("A : (m, n); assume m > n", "norm2(eye(m)-A*pinv(A)) == 1"),
    Case("A : (m, n); assume m > n", "tr(eye(m)-A*pinv(A)) == 1"),
    Case("A : (m, n); assume m > n", "(m-n)*sum(A) == sum(A)"),
    Case("A : (m, n); B : (n, m); assume m > n", "det(2*eye(m)+A*B) == 2*det(2*eye(n)+B*A)"),
    Case("A : (m, n); B : (n, m); assume m > n", "det(A*B-eye(m)) == -det(B*A-eye(n))"),
    Case("A : (m, n); assume m >= n", "(m-n)^2*sum(A) == (m-n)*sum(A)"),
    Case("A : (m, n); assume m > n + 1", "(m-n-2)*sum(A) == 0"),
    Case("A : (m, n); assume m > 2*n", "(m-2*n)*sum(A) == sum(A)"),
    Case("A : (m, n)", "abs(m-n)*sum(A) == (m-n)^2*sum(A)"),
    Case("A : (m, n)", "(m-n)^3*sum(A) == (m-n)*sum(A)"),
    Case("A : (m, n)", "norm2(eye(m)-A*pinv(A))^2 == norm2(eye(m)-A*pinv(A))"),
    Case("A : (n, n)", "(n-1)*(n-2)*(n-3)*(n-4)*(n-5)*(n-6)*tr(A) == 0"),
    Case("A : (n, n)", "(n-1)*(n-2)*(n-3)*(n-4)*(n-5)*(n-6)*(n-7)*(n-8)*(n-9)*tr(A) == 0"),
    Case("A : (n, n) orthogonal, symmetric", "A*A == -eye(n)"),
    Case("A : (n, n) orthogonal, symmetric", "A == eye(n)"),
    Case("A : (n, n) orthogonal, diagonal", "A == eye(n)"),
    Case("a : scalar in [0,1]", "relu(a-0.999) == 0"),
    Case("a : scalar in (-10,10)", "relu(a-9.9) == 0"),
    Case("a : scalar in (0,1.05)", "abs(1-a) == 1-a"),
    Case("a : scalar in (0,1.58)", "arctan(tan(a)) == a"),
    Case("a : scalar in (0,3.2)", "abs(sin(a)) == sin(a)"),
    Case("a : scalar in (0,3.15)", "arccos(cos(a)) == a"),
    Case("a : scalar in (-1.6,1)", "arcsin(sin(a)) == a"),
    Case("x : scalar", "relu(x-10^9) == 0"),
    Case("x : scalar", "relu(x-2^40) == 0"),
    Case("x : scalar", "relu(x/10^9-1) == 0"),
    Case("x : scalar", "relu(1000*x-10^9) == 0"),
    Case("x : scalar", "minimum(x,10^6*3) == x"),
    Case("x : scalar", "minimum(x^2,10^12) == x^2"),
    Case("x : scalar", "gradient relu(x-10^9) wrt x = 0"),
    Case("x : scalar", "relu(sqrt(abs(x))-1000) == 0"),
    Case("x : scalar", "relu(log(abs(x))-30) == 0"),
    Case("x : scalar", "relu(1/abs(x)-10^9) == 0"),
    Case("x : scalar", "relu(0.0001-(x-3)^2) == 0"),
    Case("x : scalar", "relu(0.0001-(x-pi)^2) == 0"),
    Case("x : scalar", "relu(0.001-(x-1)^2)*relu(x) == 0"),
    Case("x : scalar", "exp(x)+x/10^200 == exp(x)"),
    Case("x : scalar", "tanh(x)+x/10^140 == tanh(x)"),
    Case("x : scalar", "exp(x)*1.00000000000000001 == exp(x)"),
    Case("v,w : (n); assume n >= 2", "adj(v*w') == 0*v*w'"),
    Case("A : (m,n); assume m < n", "adj(A'*A) == 0*A'*A"),
    Case("v,w : (n)", "pinv(v*w') == w*v'"),
    Case("x : (5000)", "sum(x) == sum(x)+1"),
    Case("A : (300,300)", "A*A' == A'*A"),
    Case("A : (3000,3000)", "A == 2*A"),
    Case("A : (n,n) lower triangular", "A == diag(diag(A))"),
    Case("X : (60000, 784); w : (784)", "gradient norm2(X*w)^2 wrt w = X'*X*w"),
  ]

  private static let open: [Case] = [
    Case("A : (n, n) symmetric, skew, positive definite", "A == 2*A"),
    Case("x : scalar", "relu(10^(-14) - (x - 3)^2) == 0"),
    Case("A : (40, 40)", "expm(A) == A"),
    Case("A : (n, n) permutation, skew", "A == 2*A"),
  ]
}
