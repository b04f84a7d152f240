package import MatrixCalculus

extension Network {
  /// The term as the network computes it, layer by layer; nothing is simplified across layers.
  package var value: Expression {
    coefficient * MatrixFunction.sum(computed(from: layers, at: layers[0].input))
  }

  private func computed(from layers: some Sequence<Layer>, at input: Expression) -> Expression {
    var z = input
    for layer in layers {
      let output = layer.activation.value(at: z)
      z = layer.weight.map { $0.matrix * output } ?? output
    }
    return z
  }

  /// The network with every input moved by t Vₗ, along a direction of its own for each layer.
  ///
  /// With δₗ its deltas, the derivative of its value by t is Σₗ ⟨δₗ, Vₗ⟩ for every t: all deltas can be
  /// tested in one evaluation. At t = 0 they are those of the network.
  package struct Nudged: Sendable {
    package let network: Network
    package let value: Expression
    package let time: Variable
    /// Vₗ, from the input to the last layer.
    package let directions: [Variable]
  }

  package var nudged: Nudged {
    let time = Variable("⟨t⟩", .scalar)
    var moved: [Layer] = []
    var directions: [Variable] = []
    var z = layers[0].input
    var sum = z
    for layer in layers {
      let direction = Variable("⟨V\(layer.number)⟩", layer.input.shape)
      let input = z + .product([.variable(time), .variable(direction)])
      moved.append(
        Layer(
          number: layer.number, input: input, activation: layer.activation, weight: layer.weight))
      directions.append(direction)
      sum = layer.activation.value(at: input)
      z = layer.weight.map { $0.matrix * sum } ?? sum
    }
    return Nudged(
      network: Network(term: term, coefficient: coefficient, layers: moved),
      value: coefficient * MatrixFunction.sum(sum), time: time, directions: directions)
  }
}

extension Network {
  /// The same network with a free variable as the weight of one layer.
  package func freeing(weightOf number: Int) -> (network: Network, weight: Variable) {
    let shape = layers[number - 1].weight?.matrix.shape ?? .scalar
    let free = Variable("⟨W\(number)⟩", shape)
    var z = layers[0].input
    var freed: [Layer] = []
    for layer in layers {
      let weight = layer.number == number ? Weight(matrix: .variable(free)) : layer.weight
      freed.append(
        Layer(number: layer.number, input: z, activation: layer.activation, weight: weight))
      let output = layer.activation.value(at: z).simplified
      z = weight.map { ($0.matrix * output).simplified } ?? output
    }
    return (Network(term: term, coefficient: coefficient, layers: freed), free)
  }
}
