/// §2.4.2 to §2.4.4: second and higher order forms of vectors, gradient and Hessian.
extension FactTable {
  static let cookbookForms: [Fact] = [
    .gradient("(77)", "b'*Z'*Z*c", by: "Z", "Z*(b*c' + c*b')", not: "2*Z*b*c'"),
    .gradient(
      "(78)", "(B*x + b)'*C*(D*x + d)", by: "x", "B'*C*(D*x + d) + D'*C'*(B*x + b)",
      not: "B'*C*(D*x + d) + D'*C*(B*x + b)"),
    .gradient("(81)", "x'*B*x", by: "x", "(B + B')*x", not: "2*B*x"),
    .gradient("(82)", "b'*Z'*M*Z*c", by: "Z", "M'*Z*b*c' + M*Z*c*b'", not: "M*Z*b*c' + M*Z*c*b'"),
    .gradient(
      "(83)", "(Z*b + u)'*M*(Z*b + u)", by: "Z", "(M + M')*(Z*b + u)*b'",
      not: "2*M*(Z*b + u)*b'"),
    .gradient(
      "(84)", "(u - Z*s)'*S*(u - Z*s)", by: "s", "-2*Z'*S*(u - Z*s)", not: "2*Z'*S*(u - Z*s)"),
    .gradient("(85)", "(x - s)'*W*(x - s)", by: "x", "2*W*(x - s)", not: "-2*W*(x - s)"),
    .gradient("(86)", "(x - s)'*W*(x - s)", by: "s", "-2*W*(x - s)", not: "2*W*(x - s)"),
    .gradient(
      "(87)", "(u - Z*s)'*S*(u - Z*s)", by: "u", "2*S*(u - Z*s)", not: "2*S*(u + Z*s)"),
    .gradient(
      "(88)", "(u - Z*s)'*S*(u - Z*s)", by: "Z", "-2*S*(u - Z*s)*s'", not: "-2*(u - Z*s)*s'"),
    .gradient(
      "(91)", "a'*X^3*b", by: "X",
      "a*b'*(X^2)' + X'*a*b'*X' + (X^2)'*a*b'", not: "3*(X^2)'*a*b'"),
    .gradient(
      "(92)", "a'*(X^2)'*X^2*b", by: "X",
      "X^2*b*a'*X' + X'*X^2*b*a' + X^2*a*b'*X' + X'*X^2*a*b'",
      not: "2*X'*X^2*(a*b' + b*a')"),
    .gradient(
      "(93)", "(B*x)'*A*(C*x)", by: "x", "B'*A*C*x + C'*A'*B*x", not: "B'*A*C*x + C'*A*B*x"),
    .gradient(
      "(94)", "tanh(B*x)'*A*(C*x)", by: "x",
      "B'*((1 - tanh(B*x).^2).*(A*C*x)) + C'*A'*tanh(B*x)",
      not: "B'*A*C*x + C'*A'*tanh(B*x)"),
    .gradient(
      "(95)", "((A*x)'*(A*x))/((B*x)'*(B*x))", by: "x",
      "2*A'*A*x/(x'*B'*B*x) - 2*(x'*A'*A*x)*B'*B*x/(x'*B'*B*x)^2",
      not: "2*A'*A*x/(x'*B'*B*x)"),
    .gradient("(97)", "x'*A*x + b'*x", by: "x", "(A + A')*x + b", not: "2*A*x + b"),
    .hessian("(98)", "x'*A*x + b'*x", by: "x", "A + A'", not: "2*A"),
  ]
}
