import MatrixCalculus

extension RuleMutant {
  /// The rules of the simplifier about structures, diagonals and signs, broken.
  static let structures = sumsByStructure + diagonals + signs

  private static let (A, D, E) = (Letters.A.e, Letters.D.e, Letters.E.e)
  private static let (c, r) = (Letters.c.e, Letters.r.e)
  private static let moving = Expression.apply(.sinh, A)

  /// A rule for the nodes of an operation, with their simplified operands.
  private static func mutant(
    _ rule: String, of function: Expression, at operation: Operation,
    _ broken: @escaping @Sendable ([Expression]) -> Expression?
  ) -> RuleMutant {
    RuleMutant(
      "\(rule) in the simplifier", .simplifying { $0.operation == operation ? broken($1) : nil },
      gradientOf: function, wrt: Letters.A)
  }

  /// The factors of a product of so many.
  private static func factors(_ x: Expression, _ count: Int) -> [Expression]? {
    x.operation == .product && x.operands.count == count ? x.operands : nil
  }

  private static let sumsByStructure = [
    mutant("sum(D X) = sum(X) for all D", of: (D * moving).summed, at: .call(.sum)) { x in
      factors(x[0], 2).map { $0[1].summed }
    },
    mutant(
      "sum((D X)²) = sum(X²) for all D", of: Expression.power(D * moving, Rational(2)).summed,
      at: .call(.sum)
    ) { x in
      guard x[0].operation == .power, let parts = factors(x[0].operands[0], 2) else { return nil }
      return Expression.power(parts[1], Rational(2)).summed
    },
    mutant(
      "1' D = 1' for all D",
      of: Expression.product([.ones(Shape(.one, Letters.n)), D, moving]).paired, at: .product
    ) { x in
      guard x.count == 3, x[0].operation == .ones, x[1] == D else { return nil }
      return x[0] * x[2]
    },
    mutant("tr(D X E) = tr(X)", of: (D * moving * E).traced, at: .call(.trace)) { x in
      factors(x[0], 3).map { $0[1].traced }
    },
    mutant(
      "tr(X u v') = u' X v", of: Expression.product([moving, c, r.T]).traced, at: .call(.trace)
    ) { x in
      factors(x[0], 3).map { .product([$0[1].T, $0[0], $0[2].T]) }
    },
    mutant(
      "(1 ⊗ I) X = X ⊗ 1",
      of: (MatrixFunction.kron([.ones(Shape(Letters.k, .one)), .eye(Letters.n)]) * A).paired,
      at: .product
    ) { x in
      guard x.count == 2, x[0].operation == .call(.kron) else { return nil }
      return MatrixFunction.kron([x[1], .ones(Shape(Letters.k, .one))])
    },
  ]

  private static let diagonals = [
    mutant(
      "diag(A diag(c) B) = (A ∘ B) c",
      of: MatrixFunction.diag(.product([moving, MatrixFunction.diag(c), D])).paired,
      at: .call(.diag)
    ) { x in
      factors(x[0], 3).map { .hadamard([$0[0], $0[2]]) * c }
    },
    mutant(
      "diag(A B) = diag(A) ∘ diag(B) for all", of: MatrixFunction.diag(moving * D).paired,
      at: .call(.diag)
    ) { x in
      factors(x[0], 2).map { .hadamard($0.map { MatrixFunction.diag($0) }) }
    },
    mutant(
      "tril(A) = diag(diag(A)) for all A", of: MatrixFunction.lowerPart(moving).paired,
      at: .call(.lowerPart)
    ) { x in
      MatrixFunction.diag(MatrixFunction.diag(x[0]))
    },
  ]

  private static let signs = [
    mutant(
      "x sign x = x", of: Expression.hadamard([A, .apply(.sign, A)]).paired, at: .hadamard
    ) { x in
      x.count == 2 && x[0] == A && x[1].operation == .apply(.sign) ? A : nil
    },
    mutant(
      "relu(x) - relu(-x) = |x|", of: (Expression.apply(.relu, A) - .apply(.relu, -A)).paired,
      at: .sum
    ) { x in
      x[0] == .apply(.relu, A) ? .apply(.abs, A) : nil
    },
    mutant(
      "|x|² = |x|", of: Expression.power(.apply(.abs, A), Rational(2)).paired, at: .power
    ) { x in
      x[0] == .apply(.abs, A) ? x[0] : nil
    },
    mutant(
      "softplus(x) - softplus(-x) = -x",
      of: (Expression.apply(.softplus, A) - .apply(.softplus, -A)).paired, at: .sum
    ) { x in
      x[0] == .apply(.softplus, A) ? -A : nil
    },
  ]
}
