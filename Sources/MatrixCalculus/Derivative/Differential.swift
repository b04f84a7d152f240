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
      let gradient = try Gradient.gradients(of: function, wrt: [variable])[0]
      return paired(gradient, direction).simplified.factored().distributed
    }
    let cotangent = Variable("⟨cotangent⟩", function.shape)
    let held = Variable("⟨direction⟩", variable.shape)
    let pairing = MatrixFunction.sum(.hadamard([.variable(cotangent), function]))
    let pulled = try Gradient.gradients(of: pairing, wrt: [variable])[0]
    let moved = MatrixFunction.sum(.hadamard([pulled, .variable(held)]))
    let derived = try adjoint(of: moved, by: cotangent)
    return derived.substituting([held: direction]).simplified.factored()
  }

  /// The gradient of a number that is linear in a variable. Fréchet derivatives along what holds the variable
  /// are taken whole: each stands for itself first, then its cotangent goes on to what it holds.
  private static func adjoint(
    of number: Expression, by variable: Variable
  ) throws(NotDifferentiable) -> Expression {
    let outermost = outermostBlocks(in: number, holding: variable)
    guard !outermost.isEmpty else { return try Gradient.gradients(of: number, wrt: [variable])[0] }
    let stands = outermost.indices.map { Variable("⟨block \($0)⟩", outermost[$0].node.shape) }
    var replaced = number
    for (block, stand) in zip(outermost, stands) {
      replaced = replaced.replacing(block.node, by: .variable(stand))
    }
    let gradients = try Gradient.gradients(of: replaced, wrt: [variable] + stands)
    var shares = [gradients[0]]
    for (block, cotangent) in zip(outermost.map(\.block), gradients.dropFirst()) {
      let share = MatrixFunction.sum(.hadamard([block.v, block.pulledBack(cotangent)]))
      shares.append(try adjoint(of: share, by: variable))
    }
    return .sum(shares)
  }

  /// The Fréchet derivatives that hold the variable in their direction alone, without those within others.
  private static func outermostBlocks(
    in number: Expression, holding variable: Variable
  ) -> [(node: Expression, block: FrechetBlock)] {
    var found: [(node: Expression, block: FrechetBlock)] = []
    for node in number.postorder.reversed() {
      guard let block = FrechetBlock(node), block.v.contains(variable), !block.x.contains(variable),
        !found.contains(where: { $0.node.postorder.contains(node) })
      else { continue }
      found.append((node, block))
    }
    return found
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
