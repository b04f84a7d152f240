/// §2, introduction: rules for differentials.
extension FactTable {
  static let cookbookDifferentials: [Fact] = [
    .differential("(33)", "A + 0*X", by: "X", "zeros(n, n)", not: "A*dX"),
    .differential("(34)", "alpha*X", by: "X", "alpha*dX", not: "dX"),
    .differential("(35)", "X + Y", by: "X", "dX", not: "dX + Y"),
    .differential("(36)", "tr(X)", by: "X", "tr(dX)", not: "n*tr(dX)"),
    .differential("(37)", "X*Y", by: "X", "dX*Y", not: "Y*dX"),
    .differential("(37), both factors", "X*X", by: "X", "dX*X + X*dX", not: "2*X*dX"),
    .differential("(38)", "X.*Y", by: "X", "dX.*Y", not: "dX*Y"),
    .differential("(38), both factors", "X.*X", by: "X", "2*X.*dX", not: "X.*dX"),
    .differential("(39)", "kron(X, Y)", by: "X", "kron(dX, Y)", not: "kron(Y, dX)"),
    .differential(
      "(39), both factors", "kron(X, X)", by: "X", "kron(dX, X) + kron(X, dX)",
      not: "2*kron(X, dX)"),
    .differential("(40)", "inv(X)", by: "X", "-inv(X)*dX*inv(X)", not: "-inv(X)^2*dX"),
    .differential("(41)", "det(X)", by: "X", "tr(adj(X)*dX)", not: "tr(adj(X)'*dX)"),
    .differential("(42)", "det(X)", by: "X", "det(X)*tr(inv(X)*dX)", not: "tr(inv(X)*dX)"),
    .differential("(43)", "logdet(X)", by: "X", "tr(inv(X)*dX)", not: "tr(inv(X)'*dX)"),
    .differential("(44)", "Z'", by: "Z", "dZ'", not: "-dZ'"),
  ]
}
