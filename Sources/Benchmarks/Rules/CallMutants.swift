import MatrixCalculus

extension RuleMutant {
  /// What the simplifier knows of functions, broken.
  static let calls = [
    call("sum(c X) = sum(X)", .sum, of: (Letters.t.e * squared).summed) { x in
      x.operation == .product ? x.operands[1].summed : nil
    },
    call("sum(X') = tr(X')", .sum, of: squared.T.summed) { x in
      x.operation == .transpose ? x.traced : nil
    },
    call("sum of ones(m, n) = m", .sum, of: squared.summed * onesSum) { x in
      x.operation == .ones ? .size(x.shape.rows) : nil
    },
    call("tr(I) = 1", .trace, of: squared.summed * Expression.eye(Letters.n).traced) { x in
      x.operation == .eye ? .number(1) : nil
    },
    call("tr(H) = n for centering H", .trace, of: squared.summed * centering.traced) { x in
      x == centering ? .size(x.shape.rows) : nil
    },
    call("tr(A) = sum(A)", .trace, of: squared.traced) { $0.summed },
    call("tr(c A) = tr(A)", .trace, of: (Letters.t.e * squared).traced) { x in
      x.operation == .product ? x.operands[1].traced : nil
    },
    call("tr(A B D) = tr(B A D)", .trace, of: triple.traced) { x in
      x.operands.count == 3
        ? Expression.product([x.operands[1], x.operands[0], x.operands[2]]).traced : nil
    },
    call("tr(A B) = tr(A) tr(B)", .trace, of: (Letters.A.e * Letters.D.e).traced) { x in
      x.operation == .product ? x.operands[0].traced * x.operands[1].traced : nil
    },
    call("colsums(A') = colsums(A)'", .columnSums, of: columnSums(squared.T)) { x in
      x.operation == .transpose ? MatrixFunction.columnSums(x.operands[0]) : nil
    },
    call("rowsums(A') = rowsums(A)", .rowSums, of: rowSums(squared.T)) { x in
      x.operation == .transpose ? MatrixFunction.rowSums(x.operands[0]) : nil
    },
    call("diag(diag(c)) = 1", .diag, of: diagonal) { x in
      x.operation == .call(.diag) && !x.shape.isColumn ? .ones(Letters.c.shape) : nil
    },
    call("diag(c A) = diag(A)", .diag, of: MatrixFunction.diag(scaled).paired) { x in
      x.operation == .product ? MatrixFunction.diag(x.operands[1]) : nil
    },
    call("inv(inv(A)) = inv(A)", .inv, of: squared.inverse.inverse.paired) { x in
      x.operation == .call(.inv) ? x : nil
    },
    call("inv(A') = inv(A)", .inv, of: Letters.A.e.T.inverse.paired) { x in
      x.operation == .transpose ? x.operands[0].inverse : nil
    },
    call("inv(A B) = inv(A) inv(B)", .inv, of: (Letters.A.e * Letters.D.e).inverse.paired) { x in
      x.operation == .product ? x.operands[0].inverse * x.operands[1].inverse : nil
    },
    call("inv(Q) = Q for orthogonal Q", .inv, of: (Letters.Q.e.inverse * squared).paired) { x in
      x == Letters.Q.e ? x : nil
    },
    call("(u v')⁺ = v u'", .pinv, of: MatrixFunction.pinv(rankOne).paired) { x in
      x.rankOneParts.map { $0.vectors[1] * $0.vectors[0].T }
    },
    call("det(I) = 0", .det, of: squared.summed * MatrixFunction.det(.eye(Letters.n))) { x in
      x.operation == .eye ? .number(0) : nil
    },
    call("det(A') = -det(A)", .det, of: MatrixFunction.det(Letters.A.e.T)) { x in
      x.operation == .transpose ? -MatrixFunction.det(x.operands[0]) : nil
    },
    function("cos(0) = 0", .cos, at: 0, .number(0)),
    function("exp(0) = 0", .exp, at: 0, .number(0)),
    function("sin(0) = 1", .sin, at: 0, .number(1)),
    function("log(1) = 1", .log, at: 1, .number(1)),
    RuleMutant(
      "sin(-X) = sin(X) in the simplifier",
      .simplifying { node, x in
        node.operation == .apply(.sin) && x[0].operation == .product
          ? .apply(.sin, x[0].negated.simplified) : nil
      }, gradientOf: Expression.apply(.sin, -Letters.P.e).paired, wrt: Letters.P),
    written("sqrt(X) as X²", .sqrt) { .power($0, Rational(2)) },
    written("square(X) as X³", .square) { .power($0, Rational(3)) },
    call("norm2(X) as its square", .norm2, of: MatrixFunction.norm2(squared)) { x in
      Expression.power(x, Rational(2)).summed
    },
    call("norm1(X) as a sum", .norm1, of: MatrixFunction.norm1(Letters.A.e)) { $0.summed },
  ]

  private static let squared = Expression.power(Letters.A.e, Rational(2))
  private static let centering = MatrixFunction.centering(Letters.n)([])
  private static let scaled = Letters.t.e * squared
  private static let triple = Expression.product([Letters.A.e, Letters.D.e, Letters.E.e])
  private static let rankOne = Expression.product([Letters.A.e, Letters.c.e, Letters.c.e.T])
  private static let onesSum = Expression.ones(Letters.X.shape).summed
  private static let diagonal =
    MatrixFunction.diag(MatrixFunction.diag(MatrixFunction.diag(squared))).paired

  private static func columnSums(_ x: Expression) -> Expression {
    MatrixFunction.columnSums(x).paired
  }

  private static func rowSums(_ x: Expression) -> Expression { MatrixFunction.rowSums(x).paired }

  private static func call(
    _ rule: String, _ function: MatrixFunction, of value: Expression,
    _ broken: @escaping @Sendable (Expression) -> Expression?
  ) -> RuleMutant {
    RuleMutant(
      "\(rule) in the simplifier",
      .simplifying { node, x in
        node.operation == .call(function) ? broken(x[0]) : nil
      }, gradientOf: value, wrt: Letters.A)
  }

  /// The value of a function at a number, which scales a matrix.
  private static func function(
    _ rule: String, _ function: Function, at argument: Int, _ wrong: Expression
  ) -> RuleMutant {
    let value = Expression.apply(function, .number(argument)) + .number(1)
    return RuleMutant(
      "\(rule) in the simplifier",
      .simplifying { node, _ in node.operation == .apply(function) ? wrong : nil },
      gradientOf: value * Letters.t.e, wrt: Letters.t)
  }

  private static func written(
    _ rule: String, _ function: Function, _ wrong: @escaping @Sendable (Expression) -> Expression
  ) -> RuleMutant {
    RuleMutant(
      "\(rule) in the simplifier",
      .simplifying { node, x in
        node.operation == .apply(function) ? wrong(x[0]) : nil
      }, gradientOf: Expression.apply(function, Letters.P.e).paired, wrt: Letters.P)
  }
}
