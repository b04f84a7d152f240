/// Divergences between distributions, summed over all entries; each abbreviates its formula.
extension MatrixFunction {
  private static func entrywiseSum(
    _ name: String, _ what: String, tex: String,
    term: @escaping @Sendable (_ p: Expression, _ q: Expression) -> Expression,
    slopes: @escaping @Sendable (_ p: Expression, _ q: Expression) -> (Expression, Expression)
  ) -> MatrixFunction {
    MatrixFunction(
      name: name, tex: tex, arity: 2...2, shape: alike(what) { _ in .scalar },
      meaning: .formula { x in
        let (p, q) = aligned(x)
        return sum(term(p, q))
      }, isTransparent: true,
      pullback: { cotangent, x, _ in
        let (p, q) = aligned(x)
        let (first, second) = slopes(p, q)
        return [
          .product([cotangent, gathered(first, to: x[0])]),
          .product([cotangent, gathered(second, to: x[1])]),
        ]
      })
  }

  private static func log(_ x: Expression) -> Expression { .apply(.log, x) }
  private static func quotient(_ a: Expression, _ b: Expression) -> Expression {
    .hadamard([a, .power(b, .minusOne)])
  }
  private static func complement(_ x: Expression) -> Expression { .ones(x.shape) - x }

  /// Σ p log(p/q), for categorical distributions p and q.
  ///
  /// Source: S. Kullback, R. Leibler, "On Information and Sufficiency" (1951), (2.4).
  package static let divergence: MatrixFunction = entrywiseSum(
    "kl", "the divergence", tex: #"\operatorname{kl}"#
  ) { p, q in
    .hadamard([p, log(p) - log(q)])
  } slopes: { p, q in
    (log(p) - log(q) + .ones(p.shape), -quotient(p, q))
  }

  /// Σ p log(p/q) + (1 − p) log((1 − p)/(1 − q)), for Bernoulli distributions with means p and q.
  ///
  /// Source: A. Ng, "Sparse Autoencoder", CS294A lecture notes (2011), §3.
  package static let bernoulliDivergence: MatrixFunction = entrywiseSum(
    "klbernoulli", "the divergence", tex: #"\operatorname{klbernoulli}"#
  ) { p, q in
    .hadamard([p, log(p) - log(q)])
      + .hadamard([complement(p), log(complement(p)) - log(complement(q))])
  } slopes: { p, q in
    (
      log(p) - log(q) - log(complement(p)) + log(complement(q)),
      quotient(complement(p), complement(q)) - quotient(p, q)
    )
  }

  /// −Σ p log q.
  ///
  /// Source: I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning" (2016), (3.51).
  package static let crossEntropy: MatrixFunction = entrywiseSum(
    "crossentropy", "the cross entropy", tex: #"\operatorname{crossentropy}"#
  ) { p, q in
    -(.hadamard([p, log(q)]))
  } slopes: { p, q in
    (-log(q), -quotient(p, q))
  }
}
