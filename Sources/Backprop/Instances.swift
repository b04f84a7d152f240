package import MatrixCalculus

/// What one occurrence of a variable in a network contributes to the gradient with respect to it.
package struct Instance: Sendable {
  package enum Place: Hashable, Sendable {
    /// As the weight of a layer, as it is or transposed.
    case weight(layer: Int, transposed: Bool)
    /// As a part of a composite weight.
    case insideWeight(layer: Int)
    /// In the formula that feeds a layer.
    case feed(layer: Int)
    /// As an input of the network, as it is or transposed.
    case input(layer: Int, transposed: Bool)
    /// In the activation of a layer, such as x in z − x.
    case activation(layer: Int)
    case coefficient
  }

  package let place: Place
  /// The derivative with respect to the instance itself: of Wᵀ where it is transposed.
  package let own: Expression
  /// The contribution to the gradient with respect to the variable, in its shape.
  package let contribution: Expression
}

extension Network {
  /// The contributions of all instances of a variable, from the last layer to the first.
  ///
  /// A weight's is ∇_{W⁽ˡ⁾} = δ⁽ˡ⁺¹⁾ (a⁽ˡ⁾)ᵀ; that of a transposed instance is transposed back. Their
  /// sum is the gradient of the network's term.
  package func instances(
    of variable: Variable, _ deltas: Deltas
  ) throws(NotDifferentiable) -> [Instance] {
    let values = outputs
    var found: [Instance?] = [try coefficientInstance(variable)]
    for layer in layers.reversed() {
      found.append(try feedInstance(variable, layer, deltas, values))
      found.append(try activationInstance(variable, layer, deltas, values))
      found.append(try inputInstance(variable, layer, deltas))
    }
    return found.compactMap { $0 }
  }

  /// The values of the letters for activations.
  private var outputs: [Variable: Expression] {
    Dictionary(layers.map { ($0.letter, $0.output) }) { first, _ in first }
  }

  /// In what feeds a layer: a weight, or any other formula.
  private func feedInstance(
    _ variable: Variable, _ layer: Layer, _ deltas: Deltas, _ values: [Variable: Expression]
  ) throws(NotDifferentiable) -> Instance? {
    guard let feed = layer.feed, feed.formula.contains(variable),
      let delta = deltas.delta(layer.number)
    else { return nil }
    guard feed.sources.count == 1, let weight = layers[feed.sources[0] - 1].weight else {
      return try pulled(
        delta, through: feed.formula, to: variable, .feed(layer: layer.number), with: values)
    }
    let source = layers[feed.sources[0] - 1]
    let own = (delta * source.output.transposed).simplified
    guard weight.variable == variable else {
      return try pulled(
        own, through: weight.matrix, to: variable, .insideWeight(layer: source.number))
    }
    let place = Instance.Place.weight(layer: source.number, transposed: weight.isTransposed)
    return Instance(
      place: place, own: own,
      contribution: weight.isTransposed ? own.transposed.simplified : own)
  }

  private func inputInstance(
    _ variable: Variable, _ layer: Layer, _ deltas: Deltas
  ) throws(NotDifferentiable) -> Instance? {
    guard layer.feed == nil, layer.input.contains(variable),
      let delta = deltas.delta(layer.number)
    else { return nil }
    let isTransposed = layer.input.operation == .transpose
    return try pulled(
      delta, through: layer.input, to: variable,
      .input(layer: layer.number, transposed: isTransposed))
  }

  private func activationInstance(
    _ variable: Variable, _ layer: Layer, _ deltas: Deltas, _ values: [Variable: Expression]
  ) throws(NotDifferentiable) -> Instance? {
    guard layer.activation.value.contains(variable) else { return nil }
    var letters = values
    for row in deltas.rows { letters[Deltas.letter(row.layer)] = row.value }
    let arriving = deltas.rows.first { $0.layer.number == layer.number }?.arriving
      .map { $0.substituting(letters).simplified }
    let cotangent =
      arriving ?? Expression.product([coefficient, .ones(layer.input.shape)]).simplified
    return try pulled(
      cotangent, through: layer.activation.value, to: variable, .activation(layer: layer.number),
      with: [layer.activation.placeholder: layer.input])
  }

  private func coefficientInstance(
    _ variable: Variable
  ) throws(NotDifferentiable) -> Instance? {
    guard coefficient.contains(variable), let last = layers.last else { return nil }
    return try pulled(
      MatrixFunction.sum(last.output), through: coefficient, to: variable, .coefficient)
  }

  /// Pulls the cotangent of an expression back to a variable in it.
  private func pulled(
    _ cotangent: Expression, through expression: Expression, to variable: Variable,
    _ place: Instance.Place, with values: [Variable: Expression] = [:]
  ) throws(NotDifferentiable) -> Instance {
    // The cotangent stands still while the expression is differentiated.
    let held = Variable("⟨held⟩", cotangent.shape)
    let paired = MatrixFunction.sum(.hadamard([.variable(held), expression]))
    let gradient = try Gradient.gradients(of: paired, wrt: [variable])[0]
    let contribution = gradient.substituting(values.merging([held: cotangent]) { $1 }).simplified
    return Instance(place: place, own: cotangent, contribution: contribution)
  }
}
