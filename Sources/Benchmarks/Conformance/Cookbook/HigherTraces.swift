/// §2.5.3 and §2.5.4: traces of higher order, of inverses and of functions of a matrix.
extension FactTable {
  static let cookbookHigherTraces: [Fact] = [
    .gradient(
      "(121)", "tr(X^k)", by: "X", "k*(X^(k - 1))'", not: "k*X^(k - 1)", given: "K : (k, k)"),
    .gradient("(121), k = 4", "tr(X^4)", by: "X", "4*(X^3)'", not: "3*(X^4)'"),
    .gradient(
      "(122), k = 3", "tr(A*X^3)", by: "X", "(A*X^2 + X*A*X + X^2*A)'", not: "3*(A*X^2)'"),
    .gradient(
      "(123)", "tr(B'*Z'*M*Z*Z'*M*Z*B)", by: "Z",
      "M*Z*Z'*M*Z*B*B' + M'*Z*B*B'*Z'*M'*Z + M*Z*B*B'*Z'*M*Z + M'*Z*Z'*M'*Z*B*B'",
      not: "2*M*Z*Z'*M*Z*B*B' + 2*M*Z*B*B'*Z'*M*Z"),
    .gradient(
      "(124)", "tr(A*inv(X)*B)", by: "X", "-inv(X)'*A'*B'*inv(X)'", not: "-inv(X)'*B'*A'*inv(X)'"),
    .gradient(
      "(125)", "tr(inv(Z'*S*Z)*A)", by: "Z",
      "-S*Z*inv(Z'*S*Z)*(A + A')*inv(Z'*S*Z)", not: "-2*S*Z*inv(Z'*S*Z)*A*inv(Z'*S*Z)"),
    .gradient(
      "(126)", "tr(inv(Z'*S*Z)*(Z'*T*Z))", by: "Z",
      "-2*S*Z*inv(Z'*S*Z)*Z'*T*Z*inv(Z'*S*Z) + 2*T*Z*inv(Z'*S*Z)",
      not: "2*T*Z*inv(Z'*S*Z)"),
    .gradient(
      "(127)", "tr(inv(H + Z'*S*Z)*(Z'*T*Z))", by: "Z",
      "-2*S*Z*inv(H + Z'*S*Z)*Z'*T*Z*inv(H + Z'*S*Z) + 2*T*Z*inv(H + Z'*S*Z)",
      not: "-2*S*Z*inv(H + Z'*S*Z)*Z'*T*Z + 2*T*Z*inv(H + Z'*S*Z)"),
    .gradient("(128)", "tr(sinm(X))", by: "X", "cosm(X)'", not: "cosm(X)"),
    .gradient("§2.5.4, cosine", "tr(cosm(X))", by: "X", "-sinm(X)'", not: "sinm(X)'"),
  ]
}
