package import MatrixCalculus

/// The deltas of a network, δ⁽ˡ⁾ = ∂F/∂z⁽ˡ⁾ for each layer.
///
/// δ⁽ᴸ⁾ = c f′(z⁽ᴸ⁾), and δ⁽ˡ⁾ is what the layers that l feeds send back, • f′(z⁽ˡ⁾). Through a weight
/// that is (W⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾; through any other formula its pullback. c is the network's coefficient.
///
/// Source: D. Rumelhart, G. Hinton, R. Williams, "Learning representations by back-propagating errors"
/// (1986).
package struct Deltas: Sendable {
  package struct Row: Sendable {
    package let layer: Network.Layer
    /// What arrives at a⁽ˡ⁾, in letters for deltas and activations; nil in the last layer.
    package let arriving: Expression?
    /// f′(z⁽ˡ⁾) in the variables of the function.
    package let slope: Expression
    /// δ⁽ˡ⁾ in the variables of the function, simplified.
    package let value: Expression
  }

  /// Last layer first.
  package let rows: [Row]

  /// The letter δ⁽ˡ⁾; no name an author can write.
  package static func letter(_ layer: Network.Layer) -> Variable {
    Variable("⟨δ\(layer.number)⟩", layer.input.shape)
  }

  package init(_ network: Network) {
    var pass = DeltaPass(network)
    rows = network.layers.reversed().map { pass.row($0) }
  }

  /// δ of a layer by its number.
  package func delta(_ layer: Int) -> Expression? {
    rows.first { $0.layer.number == layer }?.value
  }
}

/// One pass from the last layer to the inputs.
private struct DeltaPass {
  private let network: Network
  private var simplifier = Simplifier()
  /// Values of the letters for activations and for the deltas found so far.
  private var values: [Variable: Expression] = [:]
  private var users: [Int: [Network.Layer]] = [:]

  init(_ network: Network) {
    self.network = network
    for layer in network.layers {
      values[layer.letter] = layer.output
      for source in layer.feed?.sources ?? [] { users[source, default: []].append(layer) }
    }
  }

  mutating func row(_ layer: Network.Layer) -> Deltas.Row {
    let slope = simplifier.simplify(layer.activation.derivative(at: layer.input))
    let shares = (users[layer.number] ?? []).map { share(of: layer, from: $0) }
    let arriving = shares.isEmpty ? nil : Expression.sum(shares)
    let value = times(arriving.map { $0.substituting(values) } ?? network.coefficient, slope)
    values[Deltas.letter(layer)] = value
    return Deltas.Row(layer: layer, arriving: arriving, slope: slope, value: value)
  }

  private mutating func times(_ arriving: Expression, _ slope: Expression) -> Expression {
    simplifier.simplify(
      arriving.shape.isScalar && !slope.shape.isScalar
        ? .product([arriving, slope]) : .hadamard([arriving, slope]))
  }

  /// What a user sends back to the activation of a layer, in letters.
  private func share(of layer: Network.Layer, from user: Network.Layer) -> Expression {
    let delta = Expression.variable(Deltas.letter(user))
    if let weight = layer.weight { return weight.matrix.transposed * delta }
    guard let feed = user.feed else { return .zeros(layer.input.shape) }
    return feed.pullback(of: delta, to: layer.letter)
  }
}

extension Feed {
  /// What a cotangent of the input contributes to a letter or a variable in the feed, in letters.
  ///
  /// Zero where the formula has no derivative in the language: the kernel, which every delta passes,
  /// refuses it then.
  package func pullback(of cotangent: Expression, to variable: Variable) -> Expression {
    let paired = MatrixFunction.sum(.hadamard([cotangent, formula]))
    let gradient = try? Gradient.gradients(of: paired, wrt: [variable])
    return gradient?.first ?? .zeros(variable.shape)
  }
}
