/// §2.2 and §2.3: derivatives of inverses, and of what eigenvalues sum and multiply to.
extension FactTable {
  static let cookbookInverses: [Fact] = [
    .jacobian(
      "(59)", "inv(A + t*X)", by: "t", "-inv(A + t*X)*X*inv(A + t*X)",
      not: "-X*inv(A + t*X)^2"),
    .jacobian(
      "(60)", "inv(X)", by: "X", "-kron(inv(X)', inv(X))", not: "-kron(inv(X), inv(X)')"),
    .gradient(
      "(60), one entry", "e(2, n)'*inv(X)*e(3, n)", by: "X",
      "-inv(X)'*e(2, n)*e(3, n)'*inv(X)'", not: "-inv(X)*e(2, n)*e(3, n)'*inv(X)",
      given: "assume 3 <= n"),
    .gradient(
      "(61)", "a'*inv(X)*b", by: "X", "-inv(X)'*a*b'*inv(X)'", not: "-inv(X)*a*b'*inv(X)"),
    .gradient("(62)", "det(inv(X))", by: "X", "-det(inv(X))*inv(X)'", not: "-det(X)*inv(X)'"),
    .gradient(
      "(63)", "tr(A*inv(X)*B)", by: "X", "-(inv(X)*B*A*inv(X))'", not: "-(inv(X)*A*B*inv(X))'"),
    .gradient(
      "(64)", "tr(inv(X + A))", by: "X", "-(inv(X + A)*inv(X + A))'", not: "-inv(X + A)*inv(X + A)"),
    .gradient(
      "(65)", "sum(C.*inv(X).^2)", by: "X", "-inv(X)'*(2*C.*inv(X))*inv(X)'",
      not: "-inv(X)*(2*C.*inv(X))*inv(X)"),
    .gradient("(66)", "tr(X)", by: "X", "eye(n)", not: "ones(n, n)"),
    .gradient("(67)", "det(X)", by: "X", "det(X)*inv(X)'", not: "inv(X)'"),
  ]
}
