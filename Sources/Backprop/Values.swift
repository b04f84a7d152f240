package import MatrixCalculus

extension Network {
  /// The term as the network computes it, layer by layer; nothing is simplified across layers.
  package var value: Expression { nudged(by: nil).value }

  /// The network with every input moved by t Vₗ, along a direction of its own for each layer.
  ///
  /// With δₗ its deltas, the derivative of its value by t is Σₗ ⟨δₗ, Vₗ⟩ for every t: all deltas can be
  /// tested in one evaluation. At t = 0 they are those of the network.
  package struct Nudged: Sendable {
    package let network: Network
    package let value: Expression
    package let time: Variable
    /// Vₗ, from the first to the last layer.
    package let directions: [Variable]
  }

  package var nudged: Nudged {
    let time = Variable("⟨t⟩", .scalar)
    let directions = layers.map { Variable("⟨V\($0.number)⟩", $0.input.shape) }
    let (network, value) = nudged(by: time)
    return Nudged(network: network, value: value, time: time, directions: directions)
  }

  private func nudged(by time: Variable?) -> (network: Network, value: Expression) {
    rebuilt { layer, input in
      guard let time else { return input }
      let direction = Variable("⟨V\(layer.number)⟩", layer.input.shape)
      return input + .product([.variable(time), .variable(direction)])
    }
  }

  /// The term as a function of the input or the activation of one layer, with what that is.
  package func freeing(
    _ number: Int, isInput: Bool
  ) -> (function: Expression, letter: Variable, value: Expression) {
    let freed = layers[number - 1]
    let letter = isInput ? freed.inputLetter : freed.letter
    var outputs: [Variable: Expression] = [:]
    for layer in layers {
      var input = layer.feed.map { $0.formula.substituting(outputs) } ?? layer.input
      if layer.number == number, isInput { input = .variable(letter) }
      outputs[layer.letter] = layer.activation.value(at: input)
      if layer.number == number, !isInput { outputs[layer.letter] = .variable(letter) }
    }
    let last = layers.last.flatMap { outputs[$0.letter] } ?? .number(0)
    return (
      coefficient * MatrixFunction.sum(last), letter, isInput ? freed.input : freed.output
    )
  }

  /// The same network with a free variable as the weight of one layer.
  package func freeing(weightOf number: Int) -> (network: Network, weight: Variable) {
    let shape = layers[number - 1].weight?.matrix.shape ?? .scalar
    let free = Variable("⟨W\(number)⟩", shape)
    let freed = layers.map { layer -> Layer in
      let isFed = layer.feed?.sources == [number]
      let letter = Expression.variable(layers[number - 1].letter)
      let feed = isFed ? Feed(formula: .variable(free) * letter, sources: [number]) : layer.feed
      return Layer(
        number: layer.number, input: layer.input, activation: layer.activation, feed: feed,
        weight: layer.number == number ? Weight(matrix: .variable(free)) : layer.weight,
        output: layer.output)
    }
    let network = Network(term: term, coefficient: coefficient, layers: freed)
    return (network.rebuilt { $1 }.network, free)
  }

  /// The network with every input computed anew from what feeds it.
  private func rebuilt(
    _ change: (Layer, Expression) -> Expression
  ) -> (network: Network, value: Expression) {
    var outputs: [Variable: Expression] = [:]
    var rebuilt: [Layer] = []
    for layer in layers {
      let fed = layer.feed.map { $0.formula.substituting(outputs) } ?? layer.input
      let input = change(layer, fed)
      let output = layer.activation.value(at: input)
      outputs[layer.letter] = output
      rebuilt.append(
        Layer(
          number: layer.number, input: input, activation: layer.activation, feed: layer.feed,
          weight: layer.weight, output: output))
    }
    let last = rebuilt.last.flatMap { outputs[$0.letter] } ?? .number(0)
    return (
      Network(term: term, coefficient: coefficient, layers: rebuilt),
      coefficient * MatrixFunction.sum(last)
    )
  }
}
