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
    /// δ⁽ˡ⁾ in letters for the deltas, inputs and activations of other layers, simplified.
    package let formula: Expression
    /// δ⁽ˡ⁾ in the variables of the function, simplified.
    package let value: Expression
  }

  /// Why a layer has no delta.
  package struct Failure: Error, Hashable, Sendable {
    /// The layer that nothing can be sent back to.
    package let layer: Int
    /// The layer it feeds, and how.
    package let user: Int
    package let formula: Expression
    package let reason: NotDifferentiable
  }

  /// Last layer first.
  package let rows: [Row]

  /// The letter δ⁽ˡ⁾; no name an author can write.
  package static func letter(_ layer: Network.Layer) -> Variable {
    Variable("⟨δ\(layer.number)⟩", layer.input.shape)
  }

  /// - Parameter isBrief: whether the values are sought in their shortest form; not where only the kernel
  ///   reads them.
  /// - Throws: `Failure` where a layer feeds another through a formula without a derivative in the
  ///   language.
  package init(_ network: Network, isBrief: Bool = true) throws(Failure) {
    var pass = DeltaPass(network, isBrief: isBrief)
    var rows: [Row] = []
    for layer in network.layers.reversed() { rows.append(try pass.row(layer)) }
    self.rows = rows
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
  private var shortening: Shortening?
  /// Values of the letters for activations and for the deltas found so far.
  private var values: [Variable: Expression] = [:]
  private var users: [Int: [Network.Layer]] = [:]

  init(_ network: Network, isBrief: Bool) {
    self.network = network
    shortening = isBrief ? Shortening() : nil
    for layer in network.layers {
      values[layer.letter] = layer.output
      for source in layer.feed?.sources ?? [] { users[source, default: []].append(layer) }
    }
  }

  mutating func row(_ layer: Network.Layer) throws(Deltas.Failure) -> Deltas.Row {
    let slope = simplifier.simplify(layer.activation.derivative(at: layer.input))
    var shares: [Expression] = []
    for user in users[layer.number] ?? [] { shares.append(try share(of: layer, from: user)) }
    let arriving = shares.isEmpty ? nil : Expression.sum(shares)
    let plain = times(arriving.map { $0.substituting(values) } ?? network.coefficient, slope)
    let value = shortening?.shorten(plain) ?? plain
    values[Deltas.letter(layer)] = value
    return Deltas.Row(
      layer: layer, arriving: arriving, slope: slope,
      formula: times(arriving ?? network.coefficient, layer.letteredSlope), value: value)
  }

  private mutating func times(_ arriving: Expression, _ slope: Expression) -> Expression {
    simplifier.simplify(
      arriving.shape.isScalar && !slope.shape.isScalar
        ? .product([arriving, slope]) : .hadamard([arriving, slope]))
  }

  /// What a user sends back to the activation of a layer, in letters.
  ///
  /// Where no rule takes a delta by its letter, its value may do: the identity passes through a matrix
  /// exponential, a free matrix does not.
  private func share(
    of layer: Network.Layer, from user: Network.Layer
  ) throws(Deltas.Failure) -> Expression {
    let delta = Expression.variable(Deltas.letter(user))
    if let weight = layer.weight { return weight.matrix.transposed * delta }
    guard let feed = user.feed else { return .zeros(layer.input.shape) }
    do throws(NotDifferentiable) {
      return try feed.pullback(of: delta, to: layer.letter)
    } catch {
      let value = values[Deltas.letter(user)] ?? delta
      if let share = try? feed.pullback(
        of: value.replacing(layer.output, by: .variable(layer.letter)), to: layer.letter)
      {
        return share
      }
      throw Deltas.Failure(
        layer: layer.number, user: user.number, formula: feed.formula, reason: error)
    }
  }
}

extension Feed {
  /// What a cotangent of the input contributes to a letter or a variable in the feed, in letters.
  ///
  /// - Throws: `NotDifferentiable` where the formula has no derivative in the language.
  package func pullback(
    of cotangent: Expression, to variable: Variable
  ) throws(NotDifferentiable) -> Expression {
    let paired = MatrixFunction.sum(.hadamard([cotangent, formula]))
    return try Gradient.gradients(of: paired, wrt: [variable])[0]
  }
}

extension Expression {
  /// The expression with `letter` wherever `part` stands.
  func replacing(_ part: Expression, by letter: Expression) -> Expression {
    rebuilt { node, operands in node == part ? letter : node.with(operands) }
  }
}
