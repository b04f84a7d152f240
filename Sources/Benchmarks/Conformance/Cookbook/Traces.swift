/// §2.5.1 and §2.5.2: derivatives of traces, first and second order.
extension FactTable {
  static let cookbookTraces: [Fact] = [
    .gradient("(99)", "tr(expm(X))", by: "X", "expm(X)'", not: "expm(X)"),
    .gradient("(99), tr X", "tr(X)", by: "X", "eye(n)", not: "n"),
    .gradient("(100)", "tr(X*A)", by: "X", "A'", not: "A"),
    .gradient("(101)", "tr(L*Z*N*N'*Z'*L')/2", by: "Z", "L'*L*Z*N*N'", not: "2*L'*L*Z*N*N'"),
    .gradient("(101), linear", "tr(A*X*B)", by: "X", "A'*B'", not: "B'*A'"),
    .gradient("(102)", "tr(A*X'*B)", by: "X", "B*A", not: "A*B"),
    .gradient("(103)", "tr(Z'*Z2)", by: "Z", "Z2", not: "-Z2"),
    .gradient("(104)", "tr(Z2*Z')", by: "Z", "Z2", not: "Z"),
    .gradient("(105)", "tr(kron(A, X))", by: "X", "tr(A)*eye(n)", not: "A'"),
    .gradient("(106)", "tr(X^2)", by: "X", "2*X'", not: "2*X"),
    .gradient("(107)", "tr(X^2*B)", by: "X", "(X*B + B*X)'", not: "X*B + B*X"),
    .gradient("(108)", "tr(Z'*M*Z)", by: "Z", "M*Z + M'*Z", not: "2*M*Z"),
    .gradient("(109)", "tr(M*Z*Z')", by: "Z", "M*Z + M'*Z", not: "M*Z"),
    .gradient("(110)", "tr(Z*Z'*M)", by: "Z", "M*Z + M'*Z", not: "2*M'*Z"),
    .gradient("(111)", "tr(Z*B*Z')", by: "Z", "Z*B' + Z*B", not: "2*Z*B"),
    .gradient("(112)", "tr(B*Z'*Z)", by: "Z", "Z*B' + Z*B", not: "2*Z*B'"),
    .gradient("(113)", "tr(Z'*Z*B)", by: "Z", "Z*B' + Z*B", not: "Z*B"),
    .gradient(
      "(114)", "tr(A*X*B*X)", by: "X", "A'*X'*B' + B'*X'*A'", not: "2*A'*X'*B'"),
    .gradient("(115)", "tr(Z'*Z)", by: "Z", "2*Z", not: "Z"),
    .gradient("(115), turned", "tr(Z*Z')", by: "Z", "2*Z", not: "2*Z.^2"),
    .gradient(
      "(116)", "tr(B'*Z'*M*Z*B)", by: "Z", "M'*Z*B*B' + M*Z*B*B'", not: "2*M*Z*B*B'"),
    .gradient("(117)", "tr(Z'*M*Z*C)", by: "Z", "M*Z*C + M'*Z*C'", not: "M*Z*C + M'*Z*C"),
    .gradient(
      "(118)", "tr(L*Z*B*Z'*R')", by: "Z", "L'*R*Z*B' + R'*L*Z*B", not: "2*L'*R*Z*B'"),
    .gradient(
      "(119)", "tr((A*X*B + C)*(A*X*B + C)')", by: "X", "2*A'*(A*X*B + C)*B'",
      not: "2*A*(A*X*B + C)*B"),
    .gradient("(120)", "tr(kron(X, X))", by: "X", "2*tr(X)*eye(n)", not: "2*X'"),
    .gradient("(132), as a trace", "tr(Z*Z')", by: "Z", "2*Z", not: "2*norm2(Z)*Z"),
  ]
}
