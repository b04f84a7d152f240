extension Expression {
  /// How many names, numbers, functions and operators it has as it is written, where 1/2 times x is x/2 and
  /// −1 times x is −x.
  ///
  /// - Complexity: O(n) for n nodes written out as a tree: only for what is known to be small.
  var writtenSize: Int {
    switch operation {
    case .number(let value): value.isInteger ? 1 : 3
    case .sum, .hadamard: operands.count - 1 + writtenOperands
    case .product: writtenProduct
    case .power where operands[1].rational == .half: 1 + operands[0].writtenSize
    default: 1 + writtenOperands
    }
  }

  private var writtenOperands: Int { operands.reduce(0) { $0 + $1.writtenSize } }

  private var writtenProduct: Int {
    let coefficient = operands[0].rational ?? .one
    let factors = operands.filter { $0.rational == nil }
    let number = coefficient.isNegative ? 1 : 0
    let multiple = coefficient.magnitude.numerator == 1 ? 0 : 2
    let divisor = coefficient.denominator == 1 ? 0 : 2
    return factors.reduce(number + multiple + divisor + factors.count - 1) {
      $0 + $1.writtenFactor
    }
  }

  /// As a factor, which a negative power is not: it is divided by.
  private var writtenFactor: Int {
    guard operation == .power, let exponent = operands[1].rational, exponent.isNegative else {
      return writtenSize
    }
    return Expression.power(operands[0], exponent.negated).writtenPower
  }

  private var writtenPower: Int {
    operands[1].rational == .one ? operands[0].writtenSize : writtenSize
  }

  /// Whether it has fewer nodes than another form of `size` nodes, and is not longer to write.
  func isShorter(than other: Expression, of size: Int) -> Bool {
    treeSize(limit: size) < size && writtenSize <= other.writtenSize
  }
}
