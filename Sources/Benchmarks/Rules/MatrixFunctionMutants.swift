import MatrixCalculus

extension RuleMutant {
  /// The pullback of each function of whole matrices, broken.
  static let matrixFunctions =
    reductions + norms + [
      mutant(.inv, "without a sign", of: Letters.A) { g, x, y in .product([y.T, g, y.T]) },
      mutant(.inv, "without transposes", of: Letters.A) { g, x, y in -.product([y, g, y]) },
      mutant(.inv, "without the right factor", of: Letters.A) { g, x, y in -(y.T * g) },
      mutant(.inv, "with X for its inverse", of: Letters.A) { g, x, y in
        -.product([x.T, g, x.T])
      },
      mutant(.det, "without a transpose", of: Letters.A) { g, x, y in
        .product([g, y, x.inverse])
      },
      mutant(.det, "without the determinant", of: Letters.A) { g, x, y in g * x.inverse.T },
      mutant(.det, "with X for its inverse", of: Letters.A) { g, x, y in
        .product([g, y, x.T])
      },
      mutant(.logdet, "without a transpose", of: Letters.A) { g, x, y in g * x.inverse },
      mutant(.logdet, "with a determinant", of: Letters.A) { g, x, y in
        .product([g, MatrixFunction.det(x), x.inverse.T])
      },
      mutant(.logdet, "with a sign", of: Letters.A) { g, x, y in -(g * x.inverse.T) },
      mutant(.diag, "of a column, summed by rows", of: Letters.c) { g, x, y in
        g * .ones(x.shape)
      },
      mutant(.diag, "of a column, twice", of: Letters.c) { g, x, y in
        .number(2) * MatrixFunction.diag(g)
      },
      mutant(.diag, "of a matrix, spread over rows", of: Letters.A) { g, x, y in
        g * .ones(x.shape.firstRow)
      },
      mutant(.diag, "of a matrix, with a sign", of: Letters.A) { g, x, y in
        -MatrixFunction.diag(g)
      },
    ]

  private static let reductions = [
    mutant(.trace, "spread over all entries", of: Letters.A) { g, x, y in
      g * .ones(x.shape)
    },
    mutant(.trace, "with X", of: Letters.A) { g, x, y in g * x },
    mutant(.trace, "with a sign", of: Letters.A) { g, x, y in -(g * .eye(x.shape.rows)) },
    mutant(.sum, "of the diagonal alone", of: Letters.A) { g, x, y in
      g * .eye(x.shape.rows)
    },
    mutant(.sum, "with X", of: Letters.X) { g, x, y in g * x },
    mutant(.sum, "as a mean", of: Letters.X) { g, x, y in
      .product([g, .power(.size(x.shape.rows), .minusOne), .ones(x.shape)])
    },
    mutant(.columnSums, "without its cotangent", of: Letters.X) { g, x, y in
      .ones(x.shape)
    },
    mutant(.columnSums, "spread over rows", of: Letters.A) { g, x, y in
      g.T * .ones(x.shape.firstRow)
    },
    mutant(.rowSums, "without its cotangent", of: Letters.X) { g, x, y in .ones(x.shape) },
    mutant(.rowSums, "spread over columns", of: Letters.A) { g, x, y in
      .ones(x.shape.firstColumn) * g.T
    },
  ]

  private static let norms = [
    mutant(.norm2, "as of the square", of: Letters.X) { g, x, y in .product([.number(2), g, x]) },
    mutant(.norm2, "not divided by the norm", of: Letters.X) { g, x, y in g * x },
    mutant(.norm2, "multiplied by the norm", of: Letters.X) { g, x, y in
      .product([g, y, x])
    },
    mutant(.norm1, "without signs", of: Letters.X) { g, x, y in g * .ones(x.shape) },
    mutant(.norm1, "with X for its signs", of: Letters.X) { g, x, y in g * x },
  ]

  private static func mutant(
    _ function: MatrixFunction, _ fault: String, of x: Variable,
    _ pullback:
      @escaping @Sendable (_ g: Expression, _ x: Expression, _ y: Expression) -> Expression
  ) -> RuleMutant {
    let rules = DerivativeRules.breaking { node, cotangent in
      guard node.operation == .call(function) else { return nil }
      return [pullback(cotangent, node.operands[0], node)]
    }
    // The exponential outside makes every entry of the cotangent depend on the argument.
    return RuleMutant(
      "the pullback of \(function.name) \(fault)", rules,
      gradientOf: Expression.apply(.exp, function(x.e)).paired, wrt: x)
  }
}

extension Shape {
  fileprivate var firstRow: Shape { Shape(.one, columns) }
  fileprivate var firstColumn: Shape { Shape(rows, .one) }
}
