/// Eight true identities that the equality test of tensorgrad leaves undecided.
///
/// Source: tensorgrad 0.3, `Tensor.is_isomorphic` and its exact test, tried on each.
extension FactTable {
  static let undecidedElsewhere = FactTable(
    name: "identities tensorgrad leaves undecided",
    names: """
      v : (n)
      p : (n) > 0
      X : (n, n) invertible
      """,
    facts: [
      .identity("1", "exp(2*v)", "exp(v).^2", not: "2*exp(v)"),
      .identity("2", "log(exp(v))", "v", not: "exp(log(p))"),
      .identity(
        "3", "tanh(v)", "(exp(v) - exp(-v))./(exp(v) + exp(-v))",
        not: "(exp(v) + exp(-v))./(exp(v) - exp(-v))"),
      .identity("4", "sigmoid(v) + sigmoid(-v)", "ones(n, 1)", not: "zeros(n, 1)"),
      .identity("5", "relu(v) - relu(-v)", "v", not: "abs(v)"),
      .identity("6", "sqrt(p).*sqrt(p)", "p", not: "p.^2"),
      .identity("7", "det(X')", "det(X)", not: "-det(X)"),
      .identity("8", "inv(X)*X", "eye(n)", not: "X"),
    ])
}
