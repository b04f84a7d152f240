package import MatrixCalculus

extension Network {
  /// The networks of a function: one for each term of the sum it is.
  ///
  /// Every step from the input outwards is a weight or an activation. A weight ends its layer; two
  /// activations in a row are joined by an identity weight. A first layer that has an activation of
  /// its own has no other weight than the identity, so that the input is seen once.
  ///
  /// - Parameter function: a `1×1` expression.
  /// - Throws: `NotAChain` with the part that does not fit.
  /// - Complexity: linear in the number of nodes along the chain.
  package static func terms(of function: Expression) throws(NotAChain) -> [Network] {
    let simplified = function.simplified
    let terms = simplified.operation == .sum ? simplified.operands : [simplified]
    var networks: [Network] = []
    for term in terms { networks.append(try Network(term: term)) }
    return networks
  }

  private init(term: Expression) throws(NotAChain) {
    let (coefficient, summand) = Network.objective(of: term)
    var steps: [Step] = []
    let input = try Step.unwind(summand, into: &steps)
    self.init(
      term: term, coefficient: coefficient,
      layers: Network.layers(from: input, steps: steps.reversed()))
  }

  /// Term = coefficient · Σ summand.
  private static func objective(
    of term: Expression
  ) -> (coefficient: Expression, summand: Expression) {
    let factors = term.operation == .product ? term.operands : [term]
    let sums = factors.filter { $0.operation == .call(.sum) }
    let others = factors.filter { $0.operation != .call(.sum) }
    if sums.count == 1, others.allSatisfy({ Step.isPlain($0) && $0.shape.isScalar }) {
      return (Expression.product(others + [.number(1)]).simplified, sums[0].operands[0])
    }
    let (number, rest) = factors.partitioned { $0.rational != nil }
    return (
      Expression.product(number + [.number(1)]).simplified, .product(rest + [.number(1)]).simplified
    )
  }

  private static func layers(from input: Expression, steps: [Step]) -> [Layer] {
    var layers: [Layer] = []
    var current = input
    var activation: Activation?
    func close(_ weight: Weight?) {
      let used = activation ?? .identity(of: current.shape)
      layers.append(
        Layer(number: layers.count + 1, input: current, activation: used, weight: weight))
      activation = nil
      current = used.value(at: current).simplified
      if let weight { current = (weight.matrix * current).simplified }
    }
    for step in steps {
      switch step {
      case .activation(let next):
        if activation != nil { close(.identity(for: current.shape)) }
        activation = next
      case .weight(let matrix):
        if activation != nil, layers.isEmpty { close(.identity(for: current.shape)) }
        close(Weight(matrix: matrix))
      }
    }
    close(nil)
    return layers
  }
}

extension Activation {
  /// f(z) = z for inputs of the given shape.
  static func identity(of shape: Shape) -> Activation {
    let z = Variable(Activation.placeholderName, shape)
    return Activation(placeholder: z, value: .variable(z), derivative: .ones(shape))
  }
}

extension Weight {
  static func identity(for shape: Shape) -> Weight { Weight(matrix: .eye(shape.rows)) }
}

extension Array {
  /// Those for which the condition holds, and the others, each in order.
  func partitioned(_ condition: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
