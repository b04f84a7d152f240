/// §8.1 and §8.2, §6.2: derivatives of Gaussian densities, moments of quadratic forms.
extension FactTable {
  private static let density = "exp(-(x - s)'*inv(Q)*(x - s)/2)/sqrt(det(2*Q))"

  static let cookbookGaussians: [Fact] = [
    .gradient(
      "§8.1.1, density by x", density, by: "x", "-\(density)*inv(Q)*(x - s)",
      not: "-\(density)*Q*(x - s)", given: "Q : (n, n) positive definite"),
    .hessian(
      "§8.1.1, density by x twice", density, by: "x",
      "\(density)*(inv(Q)*(x - s)*(x - s)'*inv(Q) - inv(Q))",
      not: "\(density)*(inv(Q)*(x - s)*(x - s)'*inv(Q) + inv(Q))",
      given: "Q : (n, n) positive definite"),
    .gradient(
      "§8.1.1, log density by the mean", "-logdet(Q)/2 - (x - s)'*inv(Q)*(x - s)/2", by: "s",
      "inv(Q)*(x - s)", not: "-inv(Q)*(x - s)", given: "Q : (n, n) positive definite"),
    .gradient(
      "§8.1.1, log density by the covariance", "-logdet(Q)/2 - (x - s)'*inv(Q)*(x - s)/2",
      by: "Q", "-inv(Q)/2 + inv(Q)*(x - s)*(x - s)'*inv(Q)/2",
      not: "-inv(Q) + inv(Q)*(x - s)*(x - s)'*inv(Q)/2", given: "Q : (n, n) positive definite"),
    .gradient(
      "§8.1.1, log density by the precision", "logdet(P)/2 - (x - s)'*P*(x - s)/2", by: "P",
      "inv(P)/2 - (x - s)*(x - s)'/2", not: "P/2 - (x - s)*(x - s)'/2",
      given: "P : (n, n) positive definite"),
    .gradient(
      "§8.1.7, least squares by its factor", "(x - A*s)'*inv(Q)*(x - A*s)", by: "A",
      "-2*inv(Q)*(x - A*s)*s'", not: "-2*(x - A*s)*s'", given: "Q : (n, n) positive definite"),
    .identity(
      "§8.1.8, product of two densities",
      "(x - a)'*P*(x - a) + (x - b)'*Q*(x - b)",
      "(x - inv(P + Q)*(P*a + Q*b))'*(P + Q)*(x - inv(P + Q)*(P*a + Q*b)) "
        + "+ (a - b)'*P*inv(P + Q)*Q*(a - b)",
      not: "(x - inv(P + Q)*(P*a + Q*b))'*(P + Q)*(x - inv(P + Q)*(P*a + Q*b))",
      given: "P, Q : (n, n) positive definite"),
  ]
}
