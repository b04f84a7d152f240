/// The 52 expressions on which SymPy's matrix derivatives were recorded, in our notation.
///
/// Source: the test suite and the issue list of SymPy, versions 1.14 and 1.15.
extension FactTable {
  static let sympy = FactTable(
    name: "expressions recorded of SymPy",
    names: """
      A : (m, k)
      S : (k, p)
      X0 : (m, p)
      B, C : (n, n)
      X, Y : (n, n) invertible
      W : (k, n)
      D : (m, n)
      E : (n, k)
      P : (k, n)
      Q : (n, n) positive definite
      s : (k)
      x, y : (m)
      u, v, w : (n)
      b : (k)
      gamma : scalar > 0
      t : scalar
      """,
    facts: sympyLinear + sympyNetworks + sympyDeterminants + sympyEntrywise + sympyOthers)

  private static let sympyLinear: [Fact] = [
    .gradient("1", "v'*B*v", by: "v", "B*v + B'*v", not: "2*B*v"),
    .gradient("2", "(A*s - x)'*(A*s - x)", by: "A", "2*(A*s - x)*s'", not: "(A*s - x)*s'"),
    .gradient(
      "3", "gamma*tr(A'*A) + tr((A*s - x)'*(A*s - x))", by: "A",
      "2*gamma*A + 2*(A*s - x)*s'", not: "2*gamma*A"),
    .gradient(
      "4", "gamma*tr(A'*A) + cols(rows((A*s - x)'*(A*s - x), 1, 1), 1, 1)", by: "A",
      "2*gamma*A + 2*(A*s - x)*s'", not: "gamma*A + 2*(A*s - x)*s'"),
    .gradient(
      "5", "tr((A*S - X0)'*(A*S - X0))", by: "A", "2*(A*S - X0)*S'", not: "2*(A*S + X0)*S'"),
    .gradient(
      "6", "tr((A*S - X0)'*(A*S - X0))", by: "S", "2*A'*(A*S - X0)", not: "A'*(A*S - X0)"),
    .gradient("27", "tr((X.*X)*B)", by: "X", "2*X.*B'", not: "2*X.*B"),
    .gradient("26", "u'*(X.*B)*v", by: "X", "(u*v').*B", not: "(v*u').*B"),
    .gradient("22", "tr(B*X'*C*X*B)", by: "X", "C*X*B*B + C'*X*B'*B'", not: "2*C*X*B*B"),
    .gradient("46", "tr(X'*X) - 3", by: "X", "2*X", not: "2*X'"),
    .hessian("47", "v'*B*v", by: "v", "B + B'", not: "2*B"),
    .hessian("48", "tr(X'*B*X)", by: "X", "kron(eye(n), B + B')", not: "kron(B + B', eye(n))"),
    .jacobian("49", "A*s - x", by: "s", "A", not: "-A"),
    .gradient("52", "sum((D*w).*y)", by: "w", "D'*y", not: "D'*(y.*y)"),
    .jacobian("37", "diag(v)*u", by: "v", "diag(u)", not: "diag(v)"),
  ]

  private static let sympyNetworks: [Fact] = [
    .gradient(
      "7", "(W'*W*v - v)'*(W'*W*v - v)", by: "W",
      "2*W*(W'*W*v - v)*v' + 2*W*v*(W'*W*v - v)'", not: "2*W*(W'*W*v - v)*v'"),
    .gradient(
      "8", "tr((W'*W*v - v)*(W'*W*v - v)')", by: "W",
      "-4*W*v*v' + 2*W*v*v'*W'*W + 2*W*W'*W*v*v'", not: "-2*W*v*v' + 2*W*v*v'*W'*W + 2*W*W'*W*v*v'"),
    .gradient(
      "9", "norm2(W'*tanh(W*v) - v)^2", by: "W",
      "2*((W*(W'*tanh(W*v) - v)).*(1 - tanh(W*v).^2))*v' + 2*tanh(W*v)*(W'*tanh(W*v) - v)'",
      not: "2*((W*(W'*tanh(W*v) - v)).*(1 - tanh(W*v).^2))*v'"),
    .gradient(
      "10", "sum(sqrt((W*v).^2 + gamma))", by: "W", "((W*v)./sqrt((W*v).^2 + gamma))*v'",
      not: "(1./sqrt((W*v).^2 + gamma))*v'/2"),
    .gradient(
      "11", "sum(log(1 + exp(-(y.*(D*w)))))", by: "w", "-D'*(y.*sigmoid(-(y.*(D*w))))",
      not: "-D'*(y.*sigmoid(y.*(D*w)))"),
    .gradient(
      "12", "sum(sigmoid(W*v + b))", by: "W",
      "(sigmoid(W*v + b).*(1 - sigmoid(W*v + b)))*v'", not: "sigmoid(W*v + b)*v'"),
    .gradient("13", "sum(relu(W*v))", by: "W", "step(W*v)*v'", not: "relu(W*v)*v'"),
    .gradient("32", "sum(abs(D*w - y))", by: "w", "D'*sign(D*w - y)", not: "D'*abs(D*w - y)"),
    .gradient(
      "36", "-sum(y.*logsoftmax(D*w))", by: "w", "D'*(sum(y)*softmax(D*w) - y)",
      not: "-D'*y"),
    .gradient(
      "44", "sum(tanh(E*tanh(P*v)))", by: "P",
      "((E'*(1 - tanh(E*tanh(P*v)).^2)).*(1 - tanh(P*v).^2))*v'",
      not: "(E'*(1 - tanh(E*tanh(P*v)).^2))*v'"),
    .gradient(
      "45", "sum(tanh(E*tanh(P*v)))", by: "E", "(1 - tanh(E*tanh(P*v)).^2)*tanh(P*v)'",
      not: "(1 - tanh(E*tanh(P*v)).^2)*v'*P'"),
  ]

  private static let sympyDeterminants: [Fact] = [
    .gradient("15", "logdet(X)", by: "X", "inv(X)'", not: "inv(X)"),
    .gradient("16", "det(X)", by: "X", "det(X)*inv(X)'", not: "inv(X)'"),
    .gradient("17", "logdet(inv(X))", by: "X", "-inv(X)'", not: "inv(X)'"),
    .gradient(
      "18", "logdet(B*X*C)", by: "X", "inv(X)'", not: "B'*inv(X)'*C'"),
    .gradient("19", "logdet(D'*D)", by: "D", "2*D*inv(D'*D)", not: "D*inv(D'*D)"),
    .gradient("20", "tr(inv(X)*B)", by: "X", "-(inv(X)*B*inv(X))'", not: "-inv(X)*B*inv(X)"),
    .gradient("21", "u'*inv(X)*v", by: "X", "-inv(X)'*u*v'*inv(X)'", not: "-inv(X)*u*v'*inv(X)"),
    .gradient("23", "tr(X^3)", by: "X", "3*(X^2)'", not: "3*X^2"),
    .gradient("24", "tr(X^-2)", by: "X", "-2*(inv(X)^3)'", not: "-2*inv(X)'"),
    .gradient("25", "tr(X^k)", by: "X", "k*(X^(k - 1))'", not: "k*(X^k)'"),
    .gradient(
      "42", "(v - u)'*inv(X)*(v - u)", by: "X", "-inv(X)'*(v - u)*(v - u)'*inv(X)'",
      not: "inv(X)'*(v - u)*(v - u)'*inv(X)'"),
    .gradient(
      "43", "logdet(Q)/2 + (v - u)'*inv(Q)*(v - u)/2", by: "Q",
      "inv(Q)/2 - inv(Q)*(v - u)*(v - u)'*inv(Q)/2", not: "inv(Q)/2"),
    .gradient(
      "50", "det(t*Y + C)", by: "t", "det(t*Y + C)*tr(inv(t*Y + C)*Y)",
      not: "det(t*Y + C)*tr(Y)"),
    .jacobian(
      "51", "inv(t*Y + C)", by: "t", "-inv(t*Y + C)*Y*inv(t*Y + C)", not: "-Y*inv(t*Y + C)^2"),
  ]

  private static let sympyEntrywise: [Fact] = [
    .jacobian("14", "exp(D*w)", by: "w", "diag(exp(D*w))*D", not: "D'*diag(exp(D*w))"),
    .gradient("28", "sum(X.^3)", by: "X", "3*X.^2", not: "3*X^2"),
    .gradient("29", "tr(kron(X, B))", by: "X", "tr(B)*eye(n)", not: "B"),
    .gradient(
      "30", "sqrt(cols(rows(v'*v, 1, 1), 1, 1))", by: "v", "v/norm2(v)", not: "2*v/norm2(v)"),
    .gradient("31", "(v'*v)^(1/2)", by: "v", "v/norm2(v)", not: "v/norm2(v)^2"),
    .jacobian(
      "33", "softmax(v)", by: "v", "diag(softmax(v)) - softmax(v)*softmax(v)'",
      not: "diag(softmax(v)) + softmax(v)*softmax(v)'"),
    .gradient("34", "logsumexp(v)", by: "v", "softmax(v)", not: "zeros(n, 1)"),
    .gradient("35", "logsumexp(D*w)", by: "w", "D'*softmax(D*w)", not: "D'*exp(D*w)"),
  ]

  private static let sympyOthers: [Fact] = [
    .gradient("38", "tr(expm(X))", by: "X", "expm(X)'", not: "expm(X)"),
    .gradient("39", "sqrt(tr(X'*X))", by: "X", "X/norm2(X)", not: "X/norm2(X)^2"),
    .gradient(
      "40", "(v'*B*v)/(v'*v)", by: "v",
      "(B*v + B'*v)/(v'*v) - 2*(v'*B*v)/(v'*v)^2*v", not: "(B*v + B'*v)/(v'*v)"),
    .gradient(
      "41", "v'*B*v*(v'*v)^-1", by: "v",
      "(B*v + B'*v)/(v'*v) - 2*(v'*B*v)/(v'*v)^2*v", not: "2*B*v/(v'*v) - 2*v"),
  ]
}
