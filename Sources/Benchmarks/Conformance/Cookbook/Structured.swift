/// §2.8: chain rule and structured matrices.
///
/// A symmetric matrix is written by its free entries, X + X′ − X ∘ I with X lower triangular: the
/// derivative by these is what the book calls that of a symmetric matrix. A diagonal one is diag(x).
extension FactTable {
  static let cookbookStructured: [Fact] = [
    .gradient(
      "(137)", "sum((X'*X).^2)", by: "X", "4*X*X'*X", not: "2*X*X'*X"),
    .gradient(
      "(136)", "det(X'*X)", by: "X", "2*det(X'*X)*X*inv(X'*X)", not: "det(X'*X)*X*inv(X'*X)"),
    .gradient(
      "(138)", "tr(A*(X + X' - X.*eye(n)))", by: "X", "A + A' - A.*eye(n)", not: "A + A'"),
    .gradient(
      "(141)", "det(X + X' - X.*eye(n))", by: "X",
      "det(X + X' - X.*eye(n))*(2*inv(X + X' - X.*eye(n)) - inv(X + X' - X.*eye(n)).*eye(n))",
      not: "2*det(X + X' - X.*eye(n))*inv(X + X' - X.*eye(n))"),
    .gradient(
      "(142)", "logdet(X + X' - X.*eye(n))", by: "X",
      "2*inv(X + X' - X.*eye(n)) - inv(X + X' - X.*eye(n)).*eye(n)",
      not: "2*inv(X + X' - X.*eye(n))"),
    .gradient("(143)", "tr(A*diag(x))", by: "x", "diag(A)", not: "A*ones(n, 1)"),
  ]
}
