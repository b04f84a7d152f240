/// What a node of an expression does with its operands.
///
/// The kinds are closed: every `switch` over them names all. What grows is the functions, which are
/// values (`Function`, `MatrixFunction`), one file each.
package enum Operation: Hashable, Sendable {
  /// An exact number, `1×1`.
  case number(Rational)
  /// A size as a number, `1×1`.
  case size(Dimension)
  case variable(Variable)
  /// The identity matrix of the node's shape.
  case eye
  /// The node's shape full of ones.
  case ones
  /// The node's shape full of zeros.
  case zeros
  /// Two or more operands of one shape.
  case sum
  /// Two or more operands: those that are `1×1` scale, the others are multiplied in order.
  case product
  /// Two or more operands of one shape, multiplied entry by entry.
  case hadamard
  case transpose
  /// Entry by entry: the base, then a `1×1` exponent.
  case power
  /// Of a square matrix: the base, then a `1×1` exponent.
  case matrixPower
  /// A function of each entry.
  case apply(Function)
  /// A function of whole matrices.
  case call(MatrixFunction)
}
