package import MatrixCalculus

extension Network {
  /// The networks of a function: one for each term of the sum it is; one for all where the terms are made
  /// of the same parts, so that these are layers once.
  ///
  /// Every step from the inputs outwards is an activation or feeds a new layer. Two activations in a row
  /// are joined by an identity weight. An input layer that has an activation of its own has no other
  /// weight than the identity, so that the input is seen once. What several layers use is one layer.
  ///
  /// - Parameter function: a `1×1` expression.
  /// - Throws: `NotDifferentiable` where an activation has no derivative in the language.
  /// - Complexity: linear in the number of distinct nodes of the function.
  package static func terms(of function: Expression) throws(NotDifferentiable) -> [Network] {
    let simplified = function.simplified
    let terms = simplified.terms
    let parts = terms.haveParts(inCommonOf: simplified) ? [simplified] : terms
    var networks: [Network] = []
    for part in parts { networks.append(try Network(term: part)) }
    return networks
  }

  private init(term: Expression) throws(NotDifferentiable) {
    let (coefficient, summand) = Network.objective(of: term)
    var builder = LayerBuilder(summand)
    try builder.build(summand)
    self.init(term: term, coefficient: coefficient, layers: builder.layers)
  }

  /// Term = coefficient · Σ summand.
  private static func objective(
    of term: Expression
  ) -> (coefficient: Expression, summand: Expression) {
    let factors = term.operation == .product ? term.operands : [term]
    let sums = factors.filter { $0.operation == .call(.sum) }
    let others = factors.filter { $0.operation != .call(.sum) }
    if sums.count == 1, others.allSatisfy({ $0.isPlain && $0.shape.isScalar }) {
      return (Expression.product(others + [.number(1)]).simplified, sums[0].operands[0])
    }
    let numbers = factors.filter { $0.rational != nil }
    let rest = factors.filter { $0.rational == nil }
    return (
      Expression.product(numbers + [.number(1)]).simplified,
      Expression.product(rest + [.number(1)]).simplified
    )
  }
}

extension Expression {
  fileprivate var terms: [Expression] { operation == .sum ? operands : [self] }

  /// Whether it can only be an input, a weight or a constant: a variable, perhaps transposed, scaled or
  /// spread.
  var isPlain: Bool {
    switch operation {
    case .number, .size, .variable, .eye, .ones, .zeros: true
    case .transpose: operands[0].isPlain
    case .product:
      operands.filter { !$0.isSpread }.count <= 1 && operands.allSatisfy(\.isPlain)
    case .power: shape.isScalar && operands[0].isPlain
    case .call: operands.isEmpty
    case .sum, .hadamard, .matrixPower, .apply: false
    }
  }

  /// What spreads or scales without being a layer of its own.
  private var isSpread: Bool {
    shape.isScalar && operation != .call(.sum) || operation == .ones
  }
}

extension [Expression] {
  /// How many times the distinct nodes of a sum its terms may have together, each counted by itself.
  private static let repetition = 8

  /// Whether terms are so much made of the same parts that to show each by itself would show these again
  /// and again.
  fileprivate func haveParts(inCommonOf sum: Expression) -> Bool {
    guard count > Self.repetition else { return false }
    let limit = Self.repetition * sum.postorder.count
    var nodes = 0
    for term in self where nodes <= limit { nodes += term.postorder.count }
    return nodes > limit
  }
}
