package import MatrixCalculus

/// What one occurrence of a variable in a network contributes to the gradient with respect to it.
package struct Instance: Sendable {
  package enum Place: Hashable, Sendable {
    /// As the weight of a layer, as it is or transposed.
    case weight(layer: Int, transposed: Bool)
    /// As a part of a composite weight.
    case insideWeight(layer: Int)
    /// As the input of the network, as it is or transposed.
    case input(transposed: Bool)
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
    var found: [Instance] = []
    if let own = try coefficientInstance(variable) { found.append(own) }
    for layer in layers.reversed() {
      if let own = try weightInstance(variable, layer, deltas) { found.append(own) }
      if let own = try activationInstance(variable, layer, deltas) { found.append(own) }
    }
    if let own = try inputInstance(variable, deltas) { found.append(own) }
    return found
  }

  private func weightInstance(
    _ variable: Variable, _ layer: Layer, _ deltas: Deltas
  ) throws(NotDifferentiable) -> Instance? {
    guard let weight = layer.weight, weight.matrix.contains(variable),
      let delta = deltas.delta(layer.number + 1)
    else { return nil }
    let own = (delta * layer.output.transposed).simplified
    guard weight.variable == variable else {
      let place = Instance.Place.insideWeight(layer: layer.number)
      return try pulled(own, through: weight.matrix, to: variable, place)
    }
    let place = Instance.Place.weight(layer: layer.number, transposed: weight.isTransposed)
    return Instance(
      place: place, own: own,
      contribution: weight.isTransposed ? own.transposed.simplified : own)
  }

  private func inputInstance(
    _ variable: Variable, _ deltas: Deltas
  ) throws(NotDifferentiable) -> Instance? {
    let input = layers[0].input
    guard input.contains(variable), let delta = deltas.delta(1) else { return nil }
    return try pulled(
      delta, through: input, to: variable, .input(transposed: input.operation == .transpose))
  }

  private func activationInstance(
    _ variable: Variable, _ layer: Layer, _ deltas: Deltas
  ) throws(NotDifferentiable) -> Instance? {
    guard layer.activation.value.contains(variable) else { return nil }
    let arriving: Expression =
      if let weight = layer.weight, let delta = deltas.delta(layer.number + 1) {
        (weight.matrix.transposed * delta).simplified
      } else {
        .product([coefficient, .ones(layer.input.shape)]).simplified
      }
    return try pulled(
      arriving, through: layer.activation.value, to: variable, .activation(layer: layer.number),
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
    let held = Variable("held cotangent", cotangent.shape)
    let paired = MatrixFunction.sum(.hadamard([.variable(held), expression]))
    let gradient = try Gradient.gradients(of: paired, wrt: [variable])[0]
    let contribution = gradient.substituting(values.merging([held: cotangent]) { $1 }).simplified
    return Instance(place: place, own: cotangent, contribution: contribution)
  }
}
