import MatrixCalculus

/// Functions written so that no exponential of theirs overflows where they have a value themselves.
///
/// A program in floating point takes exp(1000) for infinity, and softmax of it for no number.
///
/// Source: N. Higham, "Accuracy and Stability of Numerical Algorithms" (2002), §27.
enum StableForms {
  /// softplus(z) = max(z, 0) + log(1 + exp(−|z|)); nil for any other function.
  static func form(of function: Function, _ z: Expression) -> Expression? {
    guard function == .softplus else { return nil }
    let power = Expression.apply(.exp, -.apply(.abs, z))
    return .apply(.relu, z) + .apply(.log, .ones(z.shape) + power)
  }

  /// softmax(x) = softmax(x − max x), logsumexp(x) = max x + logsumexp(x − max x), for each column or each
  /// row; nil for any other function.
  static func form(of function: MatrixFunction, _ operands: [Expression]) -> Expression? {
    guard let x = operands.first, case .formula(let meaning) = function.meaning else { return nil }
    let axis: Axis = function.parameters.isEmpty ? .columns : .rows
    let largest = MatrixFunction.max(axis)(x)
    let shifted = x - spread(largest, to: x.shape, axis)
    switch function.name {
    case "softmax": return meaning([shifted])
    case "logsumexp": return largest + meaning([shifted])
    default: return nil
    }
  }

  /// One value for each column or row, put at every entry of it.
  private static func spread(_ values: Expression, to shape: Shape, _ axis: Axis) -> Expression {
    axis == .columns
      ? .product([.ones(Shape(shape.rows, .one)), values])
      : .product([values, .ones(Shape(.one, shape.columns))])
  }
}
