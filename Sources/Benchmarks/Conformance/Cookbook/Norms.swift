/// §2.6, §2.7, §10.3 and §10.4: norms.
extension FactTable {
  static let cookbookNorms: [Fact] = [
    .gradient(
      "(129)", "norm2(x - a)", by: "x", "(x - a)/norm2(x - a)", not: "(x - a)/norm2(x - a)^2"),
    .jacobian(
      "(130)", "(x - a)/norm2(x - a)", by: "x",
      "eye(n)/norm2(x - a) - (x - a)*(x - a)'/norm2(x - a)^3",
      not: "eye(n)/norm2(x - a)"),
    .gradient("(131)", "norm2(x)^2", by: "x", "2*x", not: "2*norm2(x)*x"),
    .gradient("(131), second form", "norm2(x'*x)", by: "x", "2*x", not: "x"),
    .gradient("(132)", "norm2(Z)^2", by: "Z", "2*Z", not: "2*Z'*Z"),
    .identity("§10.3.1, 1-norm", "norm1(x)", "sum(abs(x))", not: "abs(sum(x))"),
    .identity("§10.3.1, 2-norm", "norm2(x)^2", "x'*x", not: "sum(x)^2"),
    .identity("§10.4.2, Frobenius", "norm2(Z)^2", "tr(Z*Z')", not: "sum(Z)^2"),
    .gradient("§10.3, 1-norm", "norm1(x)", by: "x", "sign(x)", not: "abs(x)"),
  ]
}
