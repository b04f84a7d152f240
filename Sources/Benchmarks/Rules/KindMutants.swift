import MatrixCalculus

/// The rule of one kind of node: its operands and cotangent to what each operand gets.
private typealias Rule =
  @Sendable (_ x: [Expression], _ g: Expression, _ node: Expression) -> [Expression]

extension RuleMutant {
  /// The derivative rules of sums, products, powers and transposes, broken.
  static let kinds = products + entrywise + rest

  private static let products = [
    product("with the cotangent on the wrong side") { x, g, _ in [x[1].T * g, g * x[0].T] },
    product("without the right factor's transpose") { x, g, _ in [g * x[1], x[0].T * g] },
    product("without the left factor's transpose") { x, g, _ in [g * x[1].T, x[0] * g] },
    product("with the cotangent transposed") { x, g, _ in [g.T * x[1].T, x[0].T * g] },
    product("with a sign") { x, g, _ in [-(g * x[1].T), x[0].T * g] },
    product("without the right factor") { x, g, _ in [g, x[0].T * g] },
    product("without the left factor") { x, g, _ in [g * x[1].T, g] },
    product("entry by entry") { x, g, _ in [.hadamard([g, x[1]]), .hadamard([g, x[0]])] },
    product("with its factors exchanged") { x, g, _ in [g * x[0].T, x[1].T * g] },
    RuleMutant(
      "the pullback of a chain of three with its outer factors exchanged",
      breaking(.product, 3) { x, g, _ in
        [
          .product([g, x[2].T, x[1].T]), .product([x[2].T, g, x[0].T]),
          .product([x[1].T, x[0].T, g]),
        ]
      }, gradientOf: chain.paired, wrt: Letters.D),
    RuleMutant(
      "the pullback of a chain of three without reversing what stands behind",
      breaking(.product, 3) { x, g, _ in
        [
          .product([g, x[1].T, x[2].T]), .product([x[0].T, g, x[2].T]),
          .product([x[1].T, x[0].T, g]),
        ]
      }, gradientOf: chain.paired, wrt: Letters.A),
    scaling("summed without its matrix") { x, g, _ in [g.summed, x[0] * g] },
    scaling("as a trace") { x, g, _ in [(g.T * x[1]).traced.negated, x[0] * g] },
  ]

  private static let chain = Expression.product([Letters.A.e, Letters.D.e, Letters.E.e])

  private static let entrywise = [
    hadamard("without the other factor") { x, g, _ in [g, g] },
    hadamard("with its own factor") { x, g, _ in [.hadamard([g, x[0]]), .hadamard([g, x[1]])] },
    hadamard("without the cotangent") { x, g, _ in [x[1], x[0]] },
    hadamard("as a matrix product") { x, g, _ in [g * x[1], g * x[0]] },
    power("without its exponent") { x, g, _ in .hadamard([g, .power(x[0], Rational(2))]) },
    power("with its exponent kept") { x, g, node in .product([x[1], .hadamard([g, node])]) },
    power("with its exponent raised") { x, g, _ in
      .product([x[1], .hadamard([g, .power(x[0], Rational(4))])])
    },
    power("without the cotangent") { x, g, _ in .product([x[1], .power(x[0], Rational(2))]) },
    exponent("without the logarithm") { x, g, node in .hadamard([g, node]).summed },
    exponent("with the logarithm of the power") { x, g, node in
      .hadamard([g, node, .apply(.log, node)]).summed
    },
  ]

  private static let rest = [
    RuleMutant(
      "the pullback of a transpose without a transpose",
      breaking(.transpose, 1) { _, g, _ in [g] },
      gradientOf: Expression.apply(.exp, Letters.A.e.T * Letters.D.e).paired, wrt: Letters.A),
    sum("with a sign on its second term") { x, g, _ in [g, -g] },
    sum("without its second term") { x, g, _ in [g, .zeros(g.shape)] },
    sum("shared among its terms") { x, g, _ in
      x.map { _ in .product([.number(.half), g]) }
    },
    RuleMutant(
      "the pullback of a function without its slope",
      .breaking { node, g in node.operation == .apply(.tanh) ? [g] : nil },
      gradientOf: Expression.apply(.tanh, Letters.X.e).paired, wrt: Letters.X),
    RuleMutant(
      "the pullback of a function with the slope at its result",
      .breaking { node, g in
        guard node.operation == .apply(.sin) else { return nil }
        return [.hadamard([g, .apply(.cos, node)])]
      }, gradientOf: Expression.apply(.sin, Letters.X.e).paired, wrt: Letters.X),
  ]
}

extension RuleMutant {
  private static func breaking(
    _ operation: Operation, _ count: Int, _ rule: @escaping Rule
  ) -> DerivativeRules {
    .breaking { node, cotangent in
      guard node.operation == operation, node.operands.count == count else { return nil }
      return rule(node.operands, cotangent, node)
    }
  }

  /// Of two square matrices, so that every wrong product has a shape that fits.
  private static func product(_ fault: String, _ rule: @escaping Rule) -> RuleMutant {
    let value = Expression.apply(.exp, Letters.A.e * Letters.D.e)
    let rules = DerivativeRules.breaking { node, cotangent in
      guard node.operation == .product, node.operands.count == 2,
        node.operands.allSatisfy({ $0.shape == Letters.A.shape })
      else { return nil }
      return rule(node.operands, cotangent, node)
    }
    // Both factors move: the function is that of A and of D in turn.
    let both = value.substituting([Letters.D: Letters.A.e * Letters.S.e + Letters.E.e])
    return RuleMutant(
      "the pullback of a product \(fault)", rules, gradientOf: both.paired, wrt: Letters.A)
  }

  private static func scaling(_ fault: String, _ rule: @escaping Rule) -> RuleMutant {
    RuleMutant(
      "the pullback of a scaled matrix \(fault)",
      .breaking { node, cotangent in
        guard node.operation == .product, node.operands.count == 2,
          node.operands[0] == Letters.t.e, !node.shape.isScalar
        else { return nil }
        return rule(node.operands, cotangent, node)
      }, gradientOf: Expression.apply(.sin, Letters.t.e * Letters.X.e).paired, wrt: Letters.t)
  }

  private static func hadamard(_ fault: String, _ rule: @escaping Rule) -> RuleMutant {
    let factor = Expression.hadamard([Letters.A.e, .apply(.exp, Letters.D.e * Letters.A.e)])
    return RuleMutant(
      "the pullback of an entrywise product \(fault)", breaking(.hadamard, 2, rule),
      gradientOf: Expression.apply(.sin, factor).summed, wrt: Letters.A)
  }

  private static func power(
    _ fault: String,
    _ rule: @escaping @Sendable ([Expression], Expression, Expression) -> Expression
  ) -> RuleMutant {
    RuleMutant(
      "the pullback of a power \(fault)",
      breaking(.power, 2) { x, g, node in [rule(x, g, node), .zeros(.scalar)] },
      gradientOf: Expression.power(Letters.X.e, Rational(3)).paired, wrt: Letters.X)
  }

  private static func exponent(
    _ fault: String,
    _ rule: @escaping @Sendable ([Expression], Expression, Expression) -> Expression
  ) -> RuleMutant {
    RuleMutant(
      "the pullback to an exponent \(fault)",
      breaking(.power, 2) { x, g, node in [.zeros(x[0].shape), rule(x, g, node)] },
      gradientOf: Expression.power(Letters.P.e, Letters.t.e).paired, wrt: Letters.t)
  }

  private static func sum(_ fault: String, _ rule: @escaping Rule) -> RuleMutant {
    let terms = Letters.X.e + Expression.apply(.exp, Letters.X.e)
    return RuleMutant(
      "the pullback of a sum \(fault)", breaking(.sum, 2, rule),
      gradientOf: Expression.apply(.sin, terms).paired, wrt: Letters.X)
  }
}
