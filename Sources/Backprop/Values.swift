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

  /// The part of the network from a layer on, with a free variable as that layer's input: δ⁽ˡ⁾ is the
  /// gradient of its value with respect to the variable.
  package func outer(from number: Int) -> (network: Network, input: Variable) {
    let kept = layers[(number - 1)...]
    let free = Variable("⟨z\(number)⟩", layers[number - 1].input.shape)
    var z = Expression.variable(free)
    var outer: [Layer] = []
    for layer in kept {
      outer.append(
        Layer(
          number: layer.number, input: z, activation: layer.activation, weight: layer.weight))
      let output = layer.activation.value(at: z).simplified
      z = layer.weight.map { ($0.matrix * output).simplified } ?? output
    }
    return (Network(term: term, coefficient: coefficient, layers: outer), free)
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
