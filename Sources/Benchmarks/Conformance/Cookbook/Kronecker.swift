/// §10.2: Kronecker products and vec.
extension FactTable {
  static let cookbookKronecker: [Fact] = [
    .identity(
      "(506)", "kron(Z, B + C)", "kron(Z, B) + kron(Z, C)", not: "kron(Z, B)*kron(Z, C)'*kron(Z, C)"
    ),
    .identity(
      "(507)", "kron(Z, B)", "commat(m, n)*kron(B, Z)*commat(n, n)",
      not: "kron(B, Z)"),
    .identity("(508)", "kron(Z, kron(B, v))", "kron(kron(Z, B), v)", not: "kron(kron(B, Z), v)"),
    .identity(
      "(509)", "kron(alpha*Z, t*B)", "alpha*t*kron(Z, B)", not: "(alpha + t)*kron(Z, B)"),
    .identity("(510)", "kron(Z, B)'", "kron(Z', B')", not: "kron(B', Z')"),
    .identity(
      "(511)", "kron(Z, M)*kron(N, S)", "kron(Z*N, M*S)", not: "kron(Z*N, S*M)"),
    .identity("(512)", "inv(kron(X, Y))", "kron(inv(X), inv(Y))", not: "kron(inv(Y), inv(X))"),
    .identity("(513)", "pinv(kron(Z, X))", "kron(pinv(Z), inv(X))", not: "kron(pinv(Z), X)"),
    .identity("(515)", "tr(kron(A, M))", "tr(A)*tr(M)", not: "tr(A)"),
    .identity("(516)", "det(kron(A, M))", "det(A)^m*det(M)^n", not: "det(A)^n*det(M)^m"),
    .identity("(520)", "vec(L*Z*N)", "kron(N', L)*vec(Z)", not: "kron(L, N')*vec(Z)"),
    .identity("(521)", "tr(Z'*Z2)", "vec(Z)'*vec(Z2)", not: "vec(Z)'*vec(Z)"),
    .identity("(522)", "vec(Z + Z2)", "vec(Z) + vec(Z2)", not: "vec(Z) - vec(Z2)"),
    .identity("(523)", "vec(alpha*Z)", "alpha*vec(Z)", not: "alpha^2*vec(Z)"),
    .identity(
      "(524)", "u'*Z*B*Z'*v", "vec(Z)'*kron(B', v*u')*vec(Z)",
      not: "vec(Z)'*kron(B, v*u')*vec(Z)"),
    .jacobian("§10.2.2", "L*Z*N", by: "Z", "kron(N', L)", not: "kron(L, N')"),
  ]
}
