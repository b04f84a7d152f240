/// §2.1: derivatives of determinants.
extension FactTable {
  static let cookbookDeterminants: [Fact] = [
    .gradient(
      "(46)", "det(A + t*X)", by: "t", "det(A + t*X)*tr(inv(A + t*X)*X)",
      not: "det(A + t*X)*tr(X)"),
    .identity("(47)", "det(X)*inv(X)'*X'", "det(X)*eye(n)", not: "det(X)*X*inv(X)'*X"),
    .hessian(
      "(48)", "det(A + t*X)", by: "t",
      "det(A + t*X)*(tr(inv(A + t*X)*X)^2 - tr(inv(A + t*X)*X*inv(A + t*X)*X))",
      not: "det(A + t*X)*tr(inv(A + t*X)*X)^2"),
    .gradient("(49)", "det(X)", by: "X", "det(X)*inv(X)'", not: "det(X)*inv(X)"),
    .gradient("(51)", "det(A*X*B)", by: "X", "det(A*X*B)*inv(X')", not: "det(X)*inv(X')"),
    .gradient(
      "(52)", "det(X'*A*X)", by: "X", "2*det(X'*A*X)*inv(X)'", not: "det(X'*A*X)*inv(X)'"),
    .gradient(
      "(53)", "det(Z'*S*Z)", by: "Z", "2*det(Z'*S*Z)*S*Z*inv(Z'*S*Z)",
      not: "2*det(Z'*S*Z)*S*Z*inv(Z'*Z)"),
    .gradient(
      "(54)", "det(Z'*M*Z)", by: "Z",
      "det(Z'*M*Z)*(M*Z*inv(Z'*M*Z) + M'*Z*inv(Z'*M'*Z))",
      not: "2*det(Z'*M*Z)*M*Z*inv(Z'*M*Z)"),
    .gradient("(55)", "logdet(Z'*Z)", by: "Z", "2*pinv(Z)'", not: "2*pinv(Z')'"),
    .gradient(
      "(56)", "logdet(pinv(Y)'*pinv(Y))", by: "Y", "-2*pinv(Y)'", not: "2*pinv(Y)'"),
    .gradient("(57)", "logdet(X)", by: "X", "inv(X)'", not: "inv(X)"),
    .gradient("(58)", "det(X^3)", by: "X", "3*det(X^3)*inv(X)'", not: "3*det(X^2)*inv(X)'"),
  ]
}
