/// Expressions as formulas write them. These build what is said, without simplifying; the shapes must
/// fit (text and TeX are checked by their readers before they come here).
extension Expression {
  package static func number(_ value: Rational) -> Expression {
    Expression(.number(value), [], .scalar)
  }

  package static func number(_ value: Int) -> Expression { .number(Rational(value)) }

  /// A size as a number; a literal size is the number itself.
  package static func size(_ dimension: Dimension) -> Expression {
    dimension.count.map { .number($0) } ?? Expression(.size(dimension), [], .scalar)
  }

  package static func variable(_ variable: Variable) -> Expression {
    Expression(.variable(variable), [], variable.shape)
  }

  /// The `n×n` identity.
  package static func eye(_ n: Dimension) -> Expression {
    n == .one ? .number(1) : Expression(.eye, [], Shape(n, n))
  }

  package static func ones(_ shape: Shape) -> Expression {
    shape.isScalar ? .number(1) : Expression(.ones, [], shape)
  }

  package static func zeros(_ shape: Shape) -> Expression {
    shape.isScalar ? .number(0) : Expression(.zeros, [], shape)
  }

  /// The sum of one or more terms of one shape.
  package static func sum(_ terms: [Expression]) -> Expression {
    precondition(!terms.isEmpty && terms.allSatisfy { $0.shape == terms[0].shape })
    return terms.count == 1 ? terms[0] : Expression(.sum, terms, terms[0].shape)
  }

  /// The product of one or more factors: those that are `1×1` scale, the others are multiplied in
  /// order.
  package static func product(_ factors: [Expression]) -> Expression {
    guard factors.count != 1 else { return factors[0] }
    let chain = factors.filter { !$0.shape.isScalar }
    precondition(!factors.isEmpty && conforms(chain))
    let shape =
      chain.isEmpty ? .scalar : Shape(chain[0].shape.rows, chain[chain.count - 1].shape.columns)
    return Expression(.product, factors, shape)
  }

  private static func conforms(_ chain: [Expression]) -> Bool {
    zip(chain, chain.dropFirst()).allSatisfy { $0.shape.columns == $1.shape.rows }
  }

  /// The entrywise product of one or more factors of one shape.
  package static func hadamard(_ factors: [Expression]) -> Expression {
    precondition(!factors.isEmpty && factors.allSatisfy { $0.shape == factors[0].shape })
    return factors.count == 1 ? factors[0] : Expression(.hadamard, factors, factors[0].shape)
  }

  /// The entrywise power with a `1×1` exponent.
  package static func power(_ base: Expression, _ exponent: Expression) -> Expression {
    precondition(exponent.shape.isScalar)
    return Expression(.power, [base, exponent], base.shape)
  }

  package static func power(_ base: Expression, _ exponent: Rational) -> Expression {
    .power(base, .number(exponent))
  }

  /// The power of a square matrix with a `1×1` exponent.
  package static func matrixPower(_ base: Expression, _ exponent: Expression) -> Expression {
    precondition(base.shape.isSquare && exponent.shape.isScalar)
    return Expression(.matrixPower, [base, exponent], base.shape)
  }

  /// `function` of every entry of `argument`.
  package static func apply(_ function: Function, _ argument: Expression) -> Expression {
    Expression(.apply(function), [argument], argument.shape)
  }

  /// `function` of whole matrices.
  ///
  /// - Throws: what the function says of shapes that do not fit.
  package static func call(
    _ function: MatrixFunction, _ arguments: [Expression]
  ) throws(ShapeError) -> Expression {
    Expression(.call(function), arguments, try function.shape(arguments))
  }

  package var transposed: Expression {
    Expression(.transpose, [self], shape.transposed)
  }

  package var negated: Expression { .product([.number(-1), self]) }

  package static func + (a: Expression, b: Expression) -> Expression { .sum([a, b]) }
  package static func - (a: Expression, b: Expression) -> Expression { .sum([a, b.negated]) }
  package static func * (a: Expression, b: Expression) -> Expression { .product([a, b]) }
  package static prefix func - (a: Expression) -> Expression { a.negated }

  /// The same matrix of full shape: a scalar, or a column or row put beside itself.
  ///
  /// - Returns: nil where the shape does not spread to `shape`.
  package func broadcast(to shape: Shape) -> Expression? {
    if self.shape == shape { return self }
    if self.shape.isScalar { return .product([self, .ones(shape)]) }
    if self.shape.isColumn, self.shape.rows == shape.rows {
      return .product([self, .ones(Shape(.one, shape.columns))])
    }
    if self.shape.isRow, self.shape.columns == shape.columns {
      return .product([.ones(Shape(shape.rows, .one)), self])
    }
    return nil
  }
}

/// Why a function or an operator is undefined for the given shapes.
package struct ShapeError: Error, Hashable, Sendable {
  /// One lower-case phrase.
  package let message: String
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
