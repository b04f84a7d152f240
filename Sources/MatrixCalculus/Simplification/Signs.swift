/// What the form of a node says of the signs of its entries, given its operands.
///
/// Nodes keep the answers, so that shared parts are asked once.
enum Sign {
  /// Functions that have the sign of their argument wherever they are defined.
  private static let odd: [Function] = [.arctan, .arcsin, .erf, .sinh, .tanh, .sign, .leakyRelu]

  static func isNonNegative(_ operation: Operation, _ operands: [Expression]) -> Bool {
    switch operation {
    case .number(let value): return !value.isNegative
    case .size, .ones, .zeros, .eye: return true
    case .variable(let variable):
      return variable.properties.contains(.nonNegative) || (variable.range?.lowerBound ?? -1) >= 0
    case .sum: return operands.allSatisfy(\.isNonNegative)
    case .product, .hadamard: return hasSign(operands, \.isNonNegative, \.isNonPositiveLetter)
    case .transpose: return operands[0].isNonNegative
    case .power:
      guard let exponent = operands[1].rational else { return operands[0].isNonNegative }
      let isEven = exponent.isInteger && exponent.numerator.isMultiple(of: 2)
      return isEven || exponent.denominator.isMultiple(of: 2) || operands[0].isNonNegative
    case .apply(let function):
      return [.abs, .exp, .sigmoid, .step, .relu, .softplus, .square, .cosh].contains(function)
        || odd.contains(function) && operands[0].isNonNegative
    case .call(let function):
      if function == .pi { return true }
      return [.sum, .columnSums, .rowSums, .diag].contains(function) && operands[0].isNonNegative
    case .matrixPower: return false
    }
  }

  /// Whether a product is above zero: an even number of its factors are below.
  private static func hasSign(
    _ factors: [Expression], _ isAbove: (Expression) -> Bool, _ isBelow: (Expression) -> Bool
  ) -> Bool {
    var below = 0
    for factor in factors where !isAbove(factor) {
      guard isBelow(factor) else { return false }
      below += 1
    }
    return below.isMultiple(of: 2)
  }

  static func isPositive(_ operation: Operation, _ operands: [Expression]) -> Bool {
    switch operation {
    case .number(let value): return value > .zero
    case .size, .ones: return true
    case .variable(let variable):
      return variable.properties.contains(.positive) || (variable.range?.lowerBound ?? -1) > 0
    case .sum:
      return operands.allSatisfy(\.isNonNegative) && operands.contains(where: \.isPositive)
    case .product, .hadamard: return hasSign(operands, \.isPositive, \.isNegativeLetter)
    case .transpose, .power: return operands[0].isPositive
    case .apply(let function):
      return [.exp, .sigmoid, .cosh, .softplus].contains(function)
        || odd.contains(function) && operands[0].isPositive
    case .call(let function):
      if function == .pi { return true }
      return [.sum, .columnSums, .rowSums].contains(function) && operands[0].isPositive
    case .zeros, .eye, .matrixPower: return false
    }
  }
}

extension Expression {
  /// Whether it is a number or a variable that is below zero.
  fileprivate var isNegativeLetter: Bool {
    switch operation {
    case .number(let value): value.isNegative
    case .variable(let variable): (variable.range?.upperBound ?? 1) < 0
    default: false
    }
  }

  /// Whether it is a number or a variable that is not above zero.
  fileprivate var isNonPositiveLetter: Bool {
    switch operation {
    case .variable(let variable): (variable.range?.upperBound ?? 1) <= 0
    default: isNegativeLetter
    }
  }
}
