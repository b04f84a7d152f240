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
  /// The contribution in letters for deltas, inputs and activations: `delta3*a2'`.
  package let formula: Expression
  /// The derivative with respect to the instance itself: of Wᵀ where it is transposed.
  package let own: Expression
  /// The contribution to the gradient with respect to the variable, in its shape.
  package let contribution: Expression

  /// The same with what it contributes in other forms.
  package func written(own: Expression, contribution: Expression) -> Instance {
    Instance(place: place, formula: formula, own: own, contribution: contribution)
  }
}

extension Network {
  /// The contributions of all instances of a variable, from the last layer to the first.
  ///
  /// A weight's is ∇_{W⁽ˡ⁾} = δ⁽ˡ⁺¹⁾ (a⁽ˡ⁾)ᵀ; that of a transposed instance is transposed back. Their
  /// sum is the gradient of the network's term.
  package func instances(
    of variable: Variable, _ deltas: Deltas
  ) throws(NotDifferentiable) -> [Instance] {
    let values = letters(deltas).closed
    var simplifier = Simplifier()
    var shortening = Shortening()
    return try shares(of: variable, deltas).map { share in
      Instance(
        place: share.place, formula: share.formula,
        own: simplifier.simplify(share.own.substituting(values)),
        contribution: shortening.shorten(
          simplifier.simplify(share.formula.substituting(values))))
    }
  }

  /// An instance in letters.
  package struct Share: Sendable {
    package let place: Instance.Place
    /// The derivative with respect to the instance itself.
    package let own: Expression
    /// What it contributes, in the shape of the variable.
    package let formula: Expression

    package init(place: Instance.Place, own: Expression, formula: Expression) {
      self.place = place
      self.own = own
      self.formula = formula
    }
  }

  /// The contributions of all instances of a variable in letters, as those of `instances`.
  ///
  /// - Complexity: looks only at the layers in which the variable stands.
  package func shares(
    of variable: Variable, _ deltas: Deltas
  ) throws(NotDifferentiable) -> [Share] {
    var found: [Share?] = [try coefficientShare(variable)]
    for number in (places[variable] ?? []).reversed() {
      let (layer, row) = (layers[number - 1], deltas.rows[layers.count - number])
      found.append(try feedShare(variable, layer))
      found.append(try activationShare(variable, layer, row))
      found.append(try inputShare(variable, layer))
    }
    return found.compactMap { $0 }
  }

  /// In what feeds a layer: a weight, or any other formula.
  private func feedShare(
    _ variable: Variable, _ layer: Layer
  ) throws(NotDifferentiable) -> Share? {
    guard let feed = layer.feed, feed.formula.contains(variable) else { return nil }
    let delta = Expression.variable(Deltas.letter(layer))
    guard feed.sources.count == 1, let weight = layers[feed.sources[0] - 1].weight else {
      return try pulled(delta, through: feed.formula, to: variable, .feed(layer: layer.number))
    }
    let source = layers[feed.sources[0] - 1]
    let own = delta * .variable(source.letter).transposed
    guard weight.variable == variable else {
      return try pulled(
        own, through: weight.matrix, to: variable, .insideWeight(layer: source.number))
    }
    let place = Instance.Place.weight(layer: source.number, transposed: weight.isTransposed)
    return Share(place: place, own: own, formula: weight.isTransposed ? own.transposed : own)
  }

  private func inputShare(
    _ variable: Variable, _ layer: Layer
  ) throws(NotDifferentiable) -> Share? {
    guard layer.feed == nil, layer.input.contains(variable) else { return nil }
    let isTransposed = layer.input.operation == .transpose
    return try pulled(
      .variable(Deltas.letter(layer)), through: layer.input, to: variable,
      .input(layer: layer.number, transposed: isTransposed))
  }

  private func activationShare(
    _ variable: Variable, _ layer: Layer, _ row: Deltas.Row
  ) throws(NotDifferentiable) -> Share? {
    guard layer.activation.value.contains(variable) else { return nil }
    let cotangent =
      row.arriving ?? Expression.product([coefficient, .ones(layer.input.shape)]).simplified
    return try pulled(
      cotangent, through: layer.activation.value(at: .variable(layer.inputLetter)), to: variable,
      .activation(layer: layer.number))
  }

  private func coefficientShare(_ variable: Variable) throws(NotDifferentiable) -> Share? {
    guard coefficient.contains(variable), let last = layers.last else { return nil }
    return try pulled(
      MatrixFunction.sum(.variable(last.letter)), through: coefficient, to: variable, .coefficient)
  }

  /// Pulls the cotangent of an expression back to a variable in it, all in letters.
  private func pulled(
    _ cotangent: Expression, through expression: Expression, to variable: Variable,
    _ place: Instance.Place
  ) throws(NotDifferentiable) -> Share {
    // The cotangent stands still while the expression is differentiated.
    let held = Variable("⟨held⟩", cotangent.shape)
    let paired = MatrixFunction.sum(.hadamard([.variable(held), expression]))
    let gradient = try Gradient.gradients(of: paired, wrt: [variable])[0]
    return Share(place: place, own: cotangent, formula: gradient.substituting([held: cotangent]))
  }
}
