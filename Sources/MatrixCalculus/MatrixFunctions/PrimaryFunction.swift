/// Functions of square matrices given by power series: f(X) commutes with X.
///
/// Within a trace the derivative is a product: d tr f(X) = tr(f′(X) dX). So a cotangent whose form shows
/// that it commutes with Xᵀ is multiplied by f′(Xᵀ). Any other is pulled back by the Fréchet derivative,
/// which is a block of the function itself: f([X V; 0 X]) = [f(X) L(X, V); 0 f(X)].
///
/// Source: N. Higham, "Functions of Matrices" (2008), Theorem 3.6 and Problem 3.2.
extension MatrixFunction {
  /// - Parameters:
  ///   - what: what to call it in a message: `the matrix exponential`.
  ///   - slope: f′ of the argument and the result.
  private static func primary(
    _ name: String, aliases: [String] = [], _ what: String, _ primitive: Primitive,
    slope: @escaping @Sendable (_ x: Expression, _ y: Expression) -> Expression
  ) -> MatrixFunction {
    MatrixFunction(
      name: name, aliases: aliases, tex: #"\operatorname{\#(name)}"#,
      shape: square(what) { $0 }, meaning: .primitive(primitive),
      pullback: { (cotangent, x, y) throws(NotDifferentiable) in
        guard cotangent.simplified.commutes(with: x[0].transposed.simplified) else {
          let function: MatrixFunction? = MatrixFunction.named(name)
          guard let function else { throw NotDifferentiable(what: what) }
          return [Expression.frechet(x[0].transposed, cotangent) { function($0) }]
        }
        return [cotangent * slope(x[0], y).transposed]
      })
  }

  /// Whether its value commutes with whatever commutes with its argument.
  var isPrimary: Bool {
    switch meaning {
    case .primitive(.exponential), .primitive(.sine), .primitive(.cosine), .primitive(.logarithm),
      .primitive(.squareRoot):
      true
    default: false
    }
  }

  /// The exponential I + X + X²/2 + … of a square matrix.
  package static let expm: MatrixFunction = primary("expm", "the matrix exponential", .exponential)
  { _, y in y }

  /// The sine X − X³/6 + … of a square matrix.
  package static let sinm: MatrixFunction = primary("sinm", "the matrix sine", .sine) { x, _ in
    cosm(x)
  }

  /// The cosine I − X²/2 + … of a square matrix.
  package static let cosm: MatrixFunction = primary("cosm", "the matrix cosine", .cosine) { x, _ in
    -sinm(x)
  }

  /// The principal logarithm of a matrix without eigenvalues on the closed negative real axis.
  package static let logm: MatrixFunction = primary("logm", "the matrix logarithm", .logarithm) {
    x, _ in inv(x)
  }

  /// The principal square root of such a matrix.
  package static let sqrtm: MatrixFunction = primary("sqrtm", "the matrix square root", .squareRoot)
  { _, y in
    .product([.number(.half), inv(y)])
  }
}

extension Expression {
  /// The Fréchet derivative of a function of square matrices at X along V, the upper right block of
  /// f([X V; 0 X]).
  static func frechet(
    _ x: Expression, _ v: Expression, _ function: (Expression) -> Expression
  ) -> Expression {
    let n = x.shape.rows
    let whole = function(
      MatrixFunction.above([
        MatrixFunction.beside([x, v]), MatrixFunction.beside([.zeros(x.shape), x]),
      ]))
    return MatrixFunction.columns(from: n + .one, to: n + n)(
      MatrixFunction.rows(from: .one, to: n)(whole))
  }
}
