/// Largest and smallest entries.
extension MatrixFunction {
  /// One at the largest entry of each column and zero elsewhere; where entries are equal, at the first.
  /// Constant as long as the same entries are the largest.
  ///
  /// Source: ONNX operator specification, Hardmax.
  package static let hardmax: MatrixFunction = MatrixFunction(
    name: "hardmax", tex: #"\operatorname{hardmax}"#,
    shape: { x throws(ShapeError) in x[0].shape },
    meaning: .primitive(.largest),
    pullback: { _, x, _ in [.zeros(x[0].shape)] })

  /// The largest entry, `1×1`, of each column or of each row; not differentiable where two are equal.
  ///
  /// The cotangent goes to the entry that is the largest.
  package static func max(_ axis: Axis? = nil) -> MatrixFunction {
    MatrixFunction(
      name: "max", tex: #"\max"#, parameters: axis.map { [$0.parameter] } ?? [],
      shape: totals(axis),
      meaning: .formula { x in
        let chosen = Expression.hadamard([x[0], indicator(x[0], axis)])
        return axis?.sums(chosen) ?? sum(chosen)
      },
      pullback: { cotangent, x, _ in
        let share = spread(cotangent, axis, to: x[0].shape)
        return [.hadamard([share, indicator(x[0], axis)])]
      })
  }

  /// The smallest entry, `1×1`, of each column or of each row: −max(−X).
  package static func min(_ axis: Axis? = nil) -> MatrixFunction {
    MatrixFunction(
      name: "min", tex: #"\min"#, parameters: axis.map { [$0.parameter] } ?? [],
      shape: totals(axis),
      meaning: .formula { x in -(max(axis)(-x[0])) },
      pullback: { cotangent, x, _ in
        let share = spread(cotangent, axis, to: x[0].shape)
        return [.hadamard([share, indicator(-x[0], axis)])]
      })
  }

  /// One where the largest entry of all, of the column or of the row stands.
  private static func indicator(_ x: Expression, _ axis: Axis?) -> Expression {
    switch axis {
    case .columns: hardmax(x)
    case .rows: hardmax(x.transposed).transposed
    case nil: x.shape.isColumn ? hardmax(x) : reshape(to: x.shape)(hardmax(vec(x)))
    }
  }

  /// The larger of two entries, entry by entry: A + relu(B − A). Not differentiable where they are
  /// equal.
  package static let maximum: MatrixFunction = MatrixFunction(
    name: "maximum", tex: #"\max"#, arity: 2...2, shape: alike("the maximum") { $0 },
    meaning: .formula { x in
      let (a, b) = aligned(x)
      return a + .apply(.relu, b - a)
    },
    pullback: { cotangent, x, _ in
      let (a, b) = aligned(x)
      return [
        gathered(.hadamard([cotangent, .apply(.step, a - b)]), to: x[0]),
        gathered(.hadamard([cotangent, .apply(.step, b - a)]), to: x[1]),
      ]
    })

  /// The smaller of two entries, entry by entry: A − relu(A − B).
  package static let minimum: MatrixFunction = MatrixFunction(
    name: "minimum", tex: #"\min"#, arity: 2...2, shape: alike("the minimum") { $0 },
    meaning: .formula { x in
      let (a, b) = aligned(x)
      return a - .apply(.relu, a - b)
    },
    pullback: { cotangent, x, _ in
      let (a, b) = aligned(x)
      return [
        gathered(.hadamard([cotangent, .apply(.step, b - a)]), to: x[0]),
        gathered(.hadamard([cotangent, .apply(.step, a - b)]), to: x[1]),
      ]
    })
}
