import Diagnostics
import MatrixCalculus

/// Functions with a number beside their argument: `norm(x, 1)`, `leakyrelu(x, 1/10)`, `elu(x, alpha)`.
extension Elaboration {
  /// Whether a call is that of a norm with the number that says which.
  func isNorm(_ name: String, _ node: Syntax) -> Bool {
    name == "norm" && node.children.count == 2 && scope.function(name) == nil && !scope.knows(name)
  }

  /// `norm(x, 1)`, `norm(x, 2)` and `norm(x, inf)` of a column or a row.
  ///
  /// Of matrices some mean by it a norm of all entries, others a norm of the linear map.
  func norm(_ operand: Operand, _ node: Syntax) throws(Diagnostic) -> Operand {
    let which = quoted(node.children[1].range)
    let norms: [String: MatrixFunction] = [
      "1": .norm1, "2": .norm2, "inf": .normInf, "Inf": .normInf, "∞": .normInf,
    ]
    guard let function = norms[which] else {
      throw unsupported(
        "the norm of order \(which) is not supported", node.children[1],
        hint: "the orders are 1, 2 and inf")
    }
    let shape = unknowns.settled(operand.shape)
    guard shape.isColumn || shape.isRow else {
      throw unsupported(
        "norm(…, \(which)) of the matrix \(shown(operand.range, shape)) can be read in two ways",
        node,
        hint: "norm2(X) and norm1(X) are those of all entries, norminf(X) is the largest row sum, "
          + "norm2(X, 1) and norm2(X, 2) take each column and each row")
    }
    let column = function == .normInf && shape.isRow ? transposed(operand) : operand
    return try matrixCall(function, [column], node, at: node.mark ?? node.range)
  }

  /// A unit of a network with the slope or the depth of its negative side; nil for other functions.
  ///
  /// Source: K. He et al., "Delving Deep into Rectifiers" (2015), (1); D.-A. Clevert, T. Unterthiner,
  /// S. Hochreiter, "Fast and Accurate Deep Network Learning by Exponential Linear Units" (2016), (15).
  func unit(
    _ function: Function, _ primes: Int, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand? {
    guard function == .leakyRelu || function == .elu, primes == 0 else { return nil }
    let (x, parameter) = (operands[0].expression, operands[1].expression)
    guard unknowns.settled(parameter.shape).isScalar else {
      throw unsupported(
        "the parameter \(shown(operands[1].range, parameter.shape)) of \(function.name) is not a scalar",
        node.children[1])
    }
    let negativePart = Expression.apply(.relu, -x)
    let negativeSide =
      function == .leakyRelu
      ? -negativePart : Expression.apply(.exp, -negativePart) - .ones(x.shape)
    return made(
      .apply(.relu, x) + .product([parameter, negativeSide]), from: operands, node.range)
  }
}
