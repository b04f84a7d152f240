import Testing

/// Results with their conditions and notes, as `docgen derive` prints them.
@Suite struct DerivedFormTests {
  typealias Case = (arguments: [String], given: String, ending: String)

  static let cases: [Case] = [
    (
      ["log(1 + x'*S*x)", "--wrt", "x", "--along", "v", "--wrt", "x", "--along", "v"],
      "x : (n); S : (n, n) symmetric",
      "  = 2*((1 + x'*S*x)*(v'*S*v) - 2*(x'*S*v)^2)/(1 + x'*S*x)^2\n(a number in every layout)\n"
        + "where 1 + x'*S*x > 0\n"
    ),
    (
      ["sum(minimum(maximum(x, -1), 1))", "--wrt", "x"], "x : (n)",
      "  = step(1 - x).*step(x + 1)\n(denominator layout: the shape of x)\n"
        + "where no entry of 1 + x is 0, no entry of x - 1 is 0\n"
    ),
    (
      ["norm2((eye(n) - X*pinv(X))*y)^2", "--wrt", "y"], "X : (n, m); y : (n)",
      "  = 2*(eye(n) - X*pinv(X))*y\n(denominator layout: the shape of y)\n"
    ),
    (
      ["norm2(pinv(M)*x)^2", "--wrt", "x"], "M : (n, n); x : (n)",
      "  = 2*pinv(M)'*pinv(M)*x\n(denominator layout: the shape of x)\n"
    ),
    (
      ["sum(pinv(M)*x)", "--wrt", "M"], "M : (n, n); x : (n)",
      "  = -inv(M)'*ones(n, 1)*x'*inv(M)'\n(denominator layout: the shape of M)\n"
        + "where M invertible\n"
    ),
    (
      ["sum(i in 1..m-1, (x(i+1) - x(i))^2)", "--wrt", "x"], "x : (m)",
      "gradient F wrt x\n  = [delta2; zeros(1, 1)] + [zeros(1, 1); delta1]\n"
        + "  = [-2*(x(2:m) - x(1:m - 1)); zeros(1, 1)] + [zeros(1, 1); 2*(x(2:m) - x(1:m - 1))]\n"
        + "(denominator layout: the shape of x)\n"
    ),
    (
      ["norm2(X*solve(X'*X, X'*y) - y)^2", "--wrt", "X"], "X : (m, n); y : (m)",
      "  = 2*(X*inv(X'*X)*X'*y - y)*y'*X*inv(X'*X)\n(denominator layout: the shape of X)\n"
        + "where X'*X invertible\n"
    ),
    (
      ["y'*X*inv(X'*X)*X'*y", "--wrt", "X"], "X : (m, n); y : (m)",
      "  = 2*(y - X*inv(X'*X)*X'*y)*y'*X*inv(X'*X)\n(denominator layout: the shape of X)\n"
        + "where X'*X invertible\n"
    ),
    (
      ["norm2(y - X*inv(X'*X)*X'*y)^2", "--wrt", "X"], "X : (n, m); y : (n)",
      "  = delta1\n  = zeros(n, m)\ngradient F wrt X\n  = delta5*a4'\n"
        + "  = -2*(y - X*inv(X'*X)*X'*y)*y'*X*inv(X'*X)\n"
        + "(denominator layout: the shape of X)\nwhere X'*X invertible\n"
    ),
  ]

  @Test(arguments: cases)
  func resultIsShort(_ c: Case) {
    let run = DeriveTests.run(c.arguments + ["--given", c.given])
    #expect(run.results.hasSuffix(c.ending), "\(run.results)\(run.log)")
  }

  @Test func functionWithoutValuesIsRefused() {
    let run = DeriveTests.run(["log(-x'*x)", "--wrt", "x", "--given", "x : (n)"])
    #expect(run.log.contains("F has a value nowhere: -x'*x > 0 holds nowhere"))
  }
}
