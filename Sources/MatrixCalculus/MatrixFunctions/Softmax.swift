/// Softmax and its logarithm, of each column or of each row.
extension MatrixFunction {
  /// exp(x) over the sum of exp(x), for each column; text notation writes `softmax(X, 2)` for each row.
  ///
  /// Pulled back: X̄ = Y ∘ Ȳ − Y ∘ 1(1ᵀ(Y ∘ Ȳ)), which reuses the result. What is the same in all entries of Ȳ
  /// makes no difference.
  ///
  /// Source: J. Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs"
  /// (1990).
  package static func softmax(_ axis: Axis = .columns) -> MatrixFunction {
    MatrixFunction(
      name: "softmax", tex: #"\operatorname{softmax}"#, parameters: byRowOnly(axis),
      shape: { x throws(ShapeError) in x[0].shape },
      meaning: .formula { x in
        let powers = Expression.apply(.exp, x[0])
        let totals = axis.spread(axis.sums(powers), to: powers.shape)
        return .hadamard([powers, .power(totals, .minusOne)])
      },
      pullback: { cotangent, _, y in
        let cotangent = cotangent.withoutConstantTerms
        let weighted = Expression.hadamard([y, cotangent])
        let mean = axis.spread(axis.sums(weighted), to: y.shape)
        return [weighted - .hadamard([y, mean])]
      })
  }

  /// The logarithm of softmax: x − logsumexp(x), for each column or each row.
  ///
  /// Pulled back: X̄ = Ȳ − softmax(X) ∘ 1(1ᵀȲ).
  ///
  /// Source: C. Bishop, "Pattern Recognition and Machine Learning" (2006), (4.104) and (4.109).
  package static func logSoftmax(_ axis: Axis = .columns) -> MatrixFunction {
    MatrixFunction(
      name: "logsoftmax", tex: #"\operatorname{logsoftmax}"#, parameters: byRowOnly(axis),
      shape: { x throws(ShapeError) in x[0].shape },
      meaning: .formula { x in
        x[0] - axis.spread(logSumExp(axis)(x[0]), to: x[0].shape)
      },
      pullback: { cotangent, x, y in
        let total = axis.spread(axis.sums(cotangent), to: y.shape)
        return [cotangent - .hadamard([softmax(axis)(x[0]), total])]
      })
  }

  /// log Σ exp(x), of each column as a row, or of each row as a column.
  ///
  /// Pulled back: X̄ = softmax(X) ∘ 1Ȳ.
  ///
  /// Source: S. Boyd, L. Vandenberghe, "Convex Optimization" (2004), §3.1.5.
  package static func logSumExp(_ axis: Axis = .columns) -> MatrixFunction {
    MatrixFunction(
      name: "logsumexp", tex: #"\operatorname{logsumexp}"#, parameters: byRowOnly(axis),
      shape: totals(axis),
      meaning: .formula { x in .apply(.log, axis.sums(.apply(.exp, x[0]))) },
      pullback: { cotangent, x, _ in
        [.hadamard([softmax(axis)(x[0]), axis.spread(cotangent, to: x[0].shape)])]
      })
  }

  /// Functions that take columns unless told to take rows.
  private static func byRowOnly(_ axis: Axis) -> [Dimension] {
    axis == .columns ? [] : [axis.parameter]
  }
}

extension Expression {
  /// A sum without the terms that have the same number in all entries.
  fileprivate var withoutConstantTerms: Expression {
    guard operation == .sum else { return self }
    let kept = operands.filter { $0.commonEntry == nil }
    return kept.isEmpty ? .zeros(shape) : .sum(kept)
  }
}
