/// §2.4.1 and the entry by entry parts of §2.4.2: linear forms, single entries.
extension FactTable {
  static let cookbookEntries: [Fact] = [
    .gradient(
      "(32)", "Z(2, 3)", by: "Z", "e(2, m)*e(3, n)'", not: "e(3, m)*e(2, n)'",
      given: "assume 3 <= n"),
    .gradient("(69)", "x'*a", by: "x", "a", not: "a + x"),
    .gradient("(69), turned", "a'*x", by: "x", "a", not: "x"),
    .gradient("(70)", "u'*Z*b", by: "Z", "u*b'", not: "2*u*b'"),
    .gradient("(70), square", "a'*X*b", by: "X", "a*b'", not: "b*a'"),
    .gradient("(71)", "a'*X'*b", by: "X", "b*a'", not: "a*b'"),
    .gradient("(72)", "a'*X*a", by: "X", "a*a'", not: "2*a*a'"),
    .gradient("(72), turned", "a'*X'*a", by: "X", "a*a'", not: "a'*a*eye(n)"),
    .jacobian(
      "(73)", "t*e(2, n)*e(3, n)'", by: "t", "e(2, n)*e(3, n)'", not: "e(3, n)*e(2, n)'",
      given: "assume 3 <= n"),
    .gradient(
      "(74)", "e(2, m)'*Z*A*e(3, n)", by: "Z", "e(2, m)*(A*e(3, n))'",
      not: "e(2, m)*(A'*e(3, n))'", given: "assume 3 <= n"),
    .gradient(
      "(75)", "e(2, n)'*Z'*M*e(3, m)", by: "Z", "(M*e(3, m))*e(2, n)'",
      not: "(M'*e(3, m))*e(2, n)'", given: "assume 3 <= n"),
    .gradient("(76)", "sum(Z)^2", by: "Z", "2*sum(Z)*ones(m, n)", not: "2*Z"),
    .gradient(
      "(79)", "e(2, n)'*X'*B*X*e(3, n)", by: "X",
      "B*X*e(3, n)*e(2, n)' + B'*X*e(2, n)*e(3, n)'",
      not: "2*B*X*e(3, n)*e(2, n)'", given: "assume 3 <= n"),
    .differential("(80)", "X'*B*X", by: "X", "X'*B*dX + dX'*B*X", not: "2*X'*B*dX"),
  ]
}
