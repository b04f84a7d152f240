import MatrixCalculus

/// One step of a chain, from the input outwards.
enum Step {
  case weight(Expression)
  case activation(Activation)

  /// Takes an expression apart from the outside, appending its steps, last first.
  ///
  /// - Returns: the input at which the chain starts.
  static func unwind(_ expression: Expression, into steps: inout [Step]) throws(NotAChain)
    -> Expression
  {
    var current = expression
    while !isPlain(current) { current = try peel(current, &steps) }
    return current
  }

  /// Whether it can only be an input, a weight or a constant: a variable, perhaps transposed, scaled
  /// or spread.
  static func isPlain(_ x: Expression) -> Bool {
    switch x.operation {
    case .number, .size, .variable, .eye, .ones, .zeros: true
    case .transpose: isPlain(x.operands[0])
    case .product: x.operands.filter { !isSpread($0) }.count <= 1 && x.operands.allSatisfy(isPlain)
    case .power: x.shape.isScalar && isPlain(x.operands[0])
    case .sum, .hadamard, .matrixPower, .apply, .call: false
    }
  }

  /// What spreads or scales without being a layer of its own.
  private static func isSpread(_ x: Expression) -> Bool {
    x.shape.isScalar && x.operation != .call(.sum) || x.operation == .ones
  }

  /// One step off the outside.
  private static func peel(
    _ x: Expression, _ steps: inout [Step]
  ) throws(NotAChain) -> Expression {
    switch x.operation {
    case .power, .apply: return peelFunction(x, &steps)
    case .sum, .hadamard: return try peelConstants(x, &steps)
    case .product: return try peelWeights(x, &steps)
    case .transpose: throw NotAChain(reason: "a transpose stands around a whole part", part: x)
    case .call(let function):
      throw NotAChain(reason: "\(function.name) stands in the middle of it", part: x)
    case .matrixPower:
      throw NotAChain(reason: "it multiplies two functions of the variable", part: x)
    case .number, .size, .variable, .eye, .ones, .zeros: return x
    }
  }

  private static func peelFunction(_ x: Expression, _ steps: inout [Step]) -> Expression {
    let inner = x.operands[0]
    let z = placeholder(inner.shape)
    steps.append(.activation(Activation(z, x.with([.variable(z)] + x.operands.dropFirst()))))
    return inner
  }

  /// A + C and A ∘ C with C plain: activations of A.
  private static func peelConstants(
    _ x: Expression, _ steps: inout [Step]
  ) throws(NotAChain) -> Expression {
    let moving = x.operands.indices.filter { !isPlain(x.operands[$0]) }
    guard moving.count <= 1 else {
      let what = x.operation == .sum ? "branches join in a sum" : "two functions are multiplied"
      throw NotAChain(reason: what, part: x)
    }
    let place = moving.first ?? 0
    let (coefficient, inner) = scaled(x.operands[place])
    let z = placeholder(inner.shape)
    var operands = x.operands
    operands[place] = Expression.product(coefficient + [.variable(z)])
    steps.append(.activation(Activation(z, x.with(operands))))
    return inner
  }

  /// The scalar factors of an expression and the rest.
  private static func scaled(_ x: Expression) -> ([Expression], Expression) {
    guard x.operation == .product else { return ([], x) }
    let plain = x.operands.filter { $0.shape.isScalar && isPlain($0) }
    let rest = x.operands.filter { !($0.shape.isScalar && isPlain($0)) }
    return rest.isEmpty ? ([], x) : (plain, .product(rest))
  }

  /// s W V A: the scalars are an activation, W and V weights, A goes on.
  private static func peelWeights(
    _ x: Expression, _ steps: inout [Step]
  ) throws(NotAChain) -> Expression {
    if x.shape.isScalar, !x.operands.contains(where: { !$0.shape.isScalar }) {
      return try peelScalars(x, &steps)
    }
    let (scalars, rest) = scaled(x)
    if !scalars.isEmpty {
      let z = placeholder(rest.shape)
      steps.append(.activation(Activation(z, .product(scalars + [.variable(z)]))))
      return rest
    }
    let weights = rest.operands.dropLast()
    if let bad = weights.first(where: { !isPlain($0) }) { throw mixed(bad, rest) }
    for weight in weights { steps.append(.weight(weight)) }
    return rest.operands[rest.operands.count - 1]
  }

  private static func mixed(_ factor: Expression, _ product: Expression) -> NotAChain {
    let last = product.operands[product.operands.count - 1]
    let reason =
      isPlain(last)
      ? "it is multiplied from the right" : "it multiplies two functions of the variables"
    return NotAChain(reason: reason, part: product)
  }

  /// A product of numbers: plain factors are weights of one unit.
  private static func peelScalars(
    _ x: Expression, _ steps: inout [Step]
  ) throws(NotAChain) -> Expression {
    let moving = x.operands.filter { !isPlain($0) }
    guard moving.count <= 1 else {
      throw NotAChain(reason: "it multiplies two functions of the variables", part: x)
    }
    let last = moving.first ?? x.operands[x.operands.count - 1]
    var others = x.operands
    if let at = others.lastIndex(of: last) { others.remove(at: at) }
    for weight in others { steps.append(.weight(weight)) }
    return last
  }

  private static func placeholder(_ shape: Shape) -> Variable {
    Variable(Activation.placeholderName, shape)
  }
}

extension Activation {
  /// An activation with its derivative derived.
  init(_ placeholder: Variable, _ value: Expression) {
    let gradient = try? Gradient.gradients(of: MatrixFunction.sum(value), wrt: [placeholder])
    self.init(
      placeholder: placeholder, value: value,
      derivative: gradient?.first ?? .zeros(placeholder.shape))
  }
}
