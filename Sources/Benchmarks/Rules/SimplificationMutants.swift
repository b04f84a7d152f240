import MatrixCalculus

extension RuleMutant {
  /// The rules of the simplifier, broken.
  static let simplifications = transposes + sums + chains + powers + scalars + calls

  private static func mutant(
    _ rule: String, of function: Expression, wrt variable: Variable,
    _ broken: @escaping Simplifier.Rule
  ) -> RuleMutant {
    RuleMutant(
      "\(rule) in the simplifier", .simplifying(broken), gradientOf: function, wrt: variable)
  }

  // MARK: Transposes

  private static let transposes = [
    transpose("(A B)' = A' B'", of: (Letters.A.e * Letters.D.e).T, .product) { x in
      .product(x.operands.map(\.transposed))
    },
    transpose("(A B)' = B A", of: (Letters.A.e * Letters.D.e).T, .product) { x in
      .product(x.operands.reversed())
    },
    transpose("(A B)' = A B", of: (Letters.A.e * Letters.D.e).T, .product) { $0 },
    transpose("(A + B)' = A' + B", of: (Letters.A.e + Letters.D.e * Letters.A.e).T, .sum) { x in
      .sum([x.operands[0].T] + x.operands.dropFirst())
    },
    transpose(
      "(A ∘ B)' = A' ∘ B", of: Expression.hadamard([Letters.A.e, Letters.D.e]).T, .hadamard
    ) { x in
      .hadamard([x.operands[0].T] + x.operands.dropFirst())
    },
    transpose("A'' = A'", of: Letters.A.e.T.T, .transpose) { $0 },
    transpose("f(A)' = f(A)", of: Expression.apply(.sin, Letters.A.e).T, .apply(.sin)) { $0 },
    transpose("inv(A)' = inv(A)", of: Letters.A.e.inverse.T, .call(.inv)) { $0 },
    mutant(
      "A' = A for all matrices", of: Expression.apply(.exp, Letters.A.e.T * Letters.D.e).paired,
      wrt: Letters.A
    ) { node, x in
      node.operation == .transpose && x[0].operation == .variable(Letters.A) ? x[0] : nil
    },
    mutant(
      "K' = K for skew K", of: weighted(Letters.K.e.T), wrt: Letters.A
    ) { node, x in
      node.operation == .transpose && x[0].operation == .variable(Letters.K) ? x[0] : nil
    },
    mutant(
      "S' = -S for symmetric S", of: weighted(Letters.S.e.T), wrt: Letters.A
    ) { node, x in
      node.operation == .transpose && x[0].operation == .variable(Letters.S) ? -x[0] : nil
    },
  ]

  /// A factor of every entry, which the gradient repeats as it is.
  private static func weighted(_ factor: Expression) -> Expression {
    Expression.hadamard([factor, .power(Letters.A.e, Rational(2))]).paired
  }

  private static func transpose(
    _ rule: String, of value: Expression, _ inner: Operation,
    _ broken: @escaping @Sendable (Expression) -> Expression
  ) -> RuleMutant {
    mutant(rule, of: Expression.apply(.sinh, value).paired, wrt: Letters.A) { node, x in
      node.operation == .transpose && x[0].operation == inner ? broken(x[0]) : nil
    }
  }

  // MARK: Sums

  private static let sums = [
    sum("X + X = X", of: Letters.X.e + Letters.X.e) { $0[0] == $0[1] ? $0[0] : nil },
    sum("c X + X = c X", of: Letters.t.e * Letters.X.e + Letters.X.e) { $0[0] },
    sum("X - X = X", of: Letters.X.e + Letters.R.e - Letters.R.e) { x in
      x[0].operation == .sum ? x[0] : nil
    },
    sum("2 X + 3 X = 6 X", of: .number(2) * Letters.X.e + .number(3) * Letters.X.e) { _ in
      .number(6) * Letters.X.e
    },
    sum("X + Y = X - Y", of: Letters.X.e + Letters.R.e) { [$0[0]].differing(from: $0[1]) },
    mutant(
      "-(X + Y) = -X + Y", of: Expression.apply(.exp, -(Letters.X.e + Letters.R.e)).paired,
      wrt: Letters.X
    ) { node, x in
      guard node.operation == .product, x.count == 2, x[0].rational == .minusOne,
        x[1].operation == .sum
      else { return nil }
      return .sum([-x[1].operands[0]] + x[1].operands.dropFirst())
    },
  ]

  private static func sum(
    _ rule: String, of value: Expression,
    _ broken: @escaping @Sendable ([Expression]) -> Expression?
  ) -> RuleMutant {
    let shape = value.shape
    return mutant(rule, of: Expression.apply(.exp, value).paired, wrt: Letters.X) { node, x in
      node.operation == .sum && node.shape == shape && x.count == 2 ? broken(x) : nil
    }
  }

  // MARK: Products of matrices

  private static let identity = Expression.eye(Letters.n)

  private static let chains = [
    product("I A = I", of: identity * Letters.A.e) { $0[0] },
    product("A I = I", of: Letters.A.e * identity) { $0[1] },
    product("A B = B A", of: Letters.A.e * Letters.D.e) { $0[1] * $0[0] },
    product("A inv(D) D = D A", of: .product([Letters.A.e, Letters.D.e.inverse, Letters.D.e])) {
      $0[2] * $0[0]
    },
    product("inv(D) D = D", of: .product([Letters.A.e, Letters.D.e.inverse, Letters.D.e])) {
      $0[0] * $0[2]
    },
    product("D' D = I for all D", of: .product([Letters.A.e, Letters.D.e.T, Letters.D.e])) {
      $0[0]
    },
    product("Q Q = I for orthogonal Q", of: .product([Letters.A.e, Letters.Q.e, Letters.Q.e])) {
      $0[0]
    },
    product("1 1' = 1 without the size between", of: ones(Letters.n, Letters.m)) { x in
      x[0] * .ones(Shape(Letters.n, Letters.m))
    },
  ]

  private static func ones(_ rows: Dimension, _ columns: Dimension) -> Expression {
    .product([Letters.A.e, .ones(Shape(rows, Letters.k)), .ones(Shape(Letters.k, columns))])
  }

  private static func product(
    _ rule: String, of value: Expression,
    _ broken: @escaping @Sendable ([Expression]) -> Expression
  ) -> RuleMutant {
    let factors = value.operands
    return mutant(rule, of: Expression.apply(.exp, value).paired, wrt: Letters.A) { node, x in
      node.operation == .product && x == factors ? broken(x) : nil
    }
  }

  // MARK: Powers and entrywise products

  private static let powers = [
    power("(xᵖ)ʳ = xᵖ⁺ʳ", of: .power(.power(Letters.X.e, Rational(3)), Rational(2))) { x, e in
      x.operation == .power ? .power(x.operands[0], x.operands[1] + e) : nil
    },
    power("(2 X)ʳ = 2 Xʳ", of: .power(.number(2) * Letters.X.e, Rational(3))) { x, e in
      x.operation == .product ? x.operands[0] * .power(x.operands[1], e) : nil
    },
    power("(X ∘ Y)ʳ = Xʳ ∘ Y", of: .power(pair, Rational(2))) { x, e in
      x.operation == .hadamard
        ? .hadamard([.power(x.operands[0], e)] + x.operands.dropFirst()) : nil
    },
    power("(X²)^½ = X", of: .power(.power(Letters.X.e, Rational(2)), .half)) { x, e in
      x.operation == .power && e.rational == .half ? x.operands[0] : nil
    },
    power("X⁰ = 0", of: Letters.X.e + .power(Letters.X.e, Rational(0))) { x, e in
      e.isZero ? .zeros(x.shape) : nil
    },
    power("X² = X", of: .power(Letters.X.e, Rational(2))) { x, e in
      e.rational == Rational(2) ? x : nil
    },
    hadamard("X² ∘ X³ = X⁶", of: .hadamard([cube, square])) { _ in
      .power(Letters.X.e, Rational(6))
    },
    hadamard("X ∘ X = X", of: .hadamard([Letters.X.e, Letters.X.e])) { $0[0] },
    hadamard("X ∘ 1 = 1", of: .hadamard([Letters.X.e, .ones(Letters.X.shape)])) { $0[1] },
    hadamard("X ∘ Y = X + Y", of: pair) { .sum($0) },
    hadamard("|X| ∘ sign X = |X|", of: split(.abs, .sign)) { $0[0] },
    hadamard("relu X ∘ step X = step X", of: split(.relu, .step)) { $0[1] },
    hadamard(
      "2 X ∘ 3 Y = 5 X ∘ Y", of: .hadamard([.number(2) * Letters.X.e, .number(3) * Letters.R.e])
    ) { _ in .number(5) * pair },
  ]

  private static func split(_ first: Function, _ second: Function) -> Expression {
    .hadamard([.apply(first, Letters.X.e), .apply(second, Letters.X.e)])
  }

  private static let pair = Expression.hadamard([Letters.X.e, Letters.R.e])
  private static let square = Expression.power(Letters.X.e, Rational(2))
  private static let cube = Expression.power(Letters.X.e, Rational(3))

  private static func power(
    _ rule: String, of value: Expression,
    _ broken: @escaping @Sendable (_ base: Expression, _ exponent: Expression) -> Expression?
  ) -> RuleMutant {
    mutant(rule, of: Expression.apply(.sin, value).paired, wrt: Letters.X) { node, x in
      node.operation == .power ? broken(x[0], x[1]) : nil
    }
  }

  private static func hadamard(
    _ rule: String, of value: Expression,
    _ broken: @escaping @Sendable ([Expression]) -> Expression
  ) -> RuleMutant {
    let operands = value.operands.map(\.simplified)
    return mutant(rule, of: Expression.apply(.sin, value).paired, wrt: Letters.X) { node, x in
      node.operation == .hadamard && x == operands ? broken(x) : nil
    }
  }

  // MARK: Scalars

  private static let scalars = [
    scaled("0 X = X", by: .number(0)) { $0.isZero ? .number(1) : nil },
    scaled("2 · 3 = 5", by: .number(2) * .number(3)) { _ in .number(5) },
    scaled("t t = t", by: Letters.t.e * Letters.t.e) { _ in Letters.t.e },
    scaled("t / t = t", by: Letters.t.e * .power(Letters.t.e, .minusOne)) { _ in Letters.t.e },
  ]

  /// A factor in front, wrongly made another.
  private static func scaled(
    _ rule: String, by factor: Expression,
    _ broken: @escaping @Sendable (Expression) -> Expression?
  ) -> RuleMutant {
    let value = Letters.X.e + factor * Letters.X.e
    return mutant(rule, of: Expression.apply(.sin, value).paired, wrt: Letters.X) { node, _ in
      if node == factor, let result = broken(factor) { return result }
      return node == factor * Letters.X.e ? broken(factor).map { $0 * Letters.X.e } : nil
    }
  }
}

extension [Expression] {
  fileprivate func differing(from other: Expression) -> Expression? {
    self == [Letters.X.e] && other == Letters.R.e ? self[0] - other : nil
  }
}
