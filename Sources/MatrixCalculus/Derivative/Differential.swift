/// Derivatives along a direction: D F(X)[V] = d/dt F(X + t V) at t = 0.
///
/// No rule of its own is needed. What a cotangent C pulls back to X is linear in C, and
/// ⟨pullback(C), V⟩ = ⟨C, D F(X)[V]⟩: so the gradient of that pairing by C is the derivative along V.
///
/// Source: B. Pearlmutter, "Fast Exact Multiplication by the Hessian" (1994), for the pairing;
/// J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), ch. 5, for differentials.
package enum Differential {
  /// The derivative of a function along a direction of one of its variables, simplified.
  ///
  /// - Parameters:
  ///   - function: of any shape; the result has it too.
  ///   - direction: in the shape of the variable.
  /// - Throws: `NotDifferentiable` at an operation without a derivative in the language.
  /// - Complexity: two passes of reverse accumulation.
  package static func of(
    _ function: Expression, wrt variable: Variable, along direction: Expression
  ) throws(NotDifferentiable) -> Expression {
    precondition(variable.shape == direction.shape)
    if function.shape.isScalar {
      return paired(try Gradient.gradients(of: function, wrt: [variable])[0], direction).simplified
    }
    let cotangent = Variable("⟨cotangent⟩", function.shape)
    let held = Variable("⟨direction⟩", variable.shape)
    let pairing = MatrixFunction.sum(.hadamard([.variable(cotangent), function]))
    let pulled = try Gradient.gradients(of: pairing, wrt: [variable])[0]
    let moved = MatrixFunction.sum(.hadamard([pulled, .variable(held)]))
    let derived = try Gradient.gradients(of: moved, wrt: [cotangent])[0]
    return derived.substituting([held: direction]).simplified
  }

  /// ⟨G, V⟩, as columns, numbers and matrices are written.
  private static func paired(_ gradient: Expression, _ direction: Expression) -> Expression {
    let shape = gradient.shape
    if shape.isScalar { return gradient * direction }
    if shape.isColumn { return gradient.transposed * direction }
    if shape.isRow { return gradient * direction.transposed }
    return MatrixFunction.trace(gradient.transposed * direction)
  }
}
