package import MatrixCalculus

/// The deltas of a network, δ⁽ˡ⁾ = ∂F/∂z⁽ˡ⁾ for each layer.
///
/// δ⁽ᴸ⁾ = c f′(z⁽ᴸ⁾) and δ⁽ˡ⁾ = ((W⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾) • f′(z⁽ˡ⁾), with c the network's coefficient.
///
/// Source: D. Rumelhart, G. Hinton, R. Williams, "Learning representations by back-propagating errors"
/// (1986).
package struct Deltas: Sendable {
  package struct Row: Sendable {
    package let layer: Network.Layer
    /// f′(z⁽ˡ⁾) in the variables of the function.
    package let slope: Expression
    /// δ⁽ˡ⁾ in the variables of the function, simplified.
    package let value: Expression
  }

  /// Last layer first.
  package let rows: [Row]

  package init(_ network: Network) {
    var simplifier = Simplifier()
    var rows: [Row] = []
    var delta: Expression?
    for layer in network.layers.reversed() {
      let slope = simplifier.simplify(layer.activation.derivative(at: layer.input))
      let arriving: Expression =
        if let delta, let weight = layer.weight {
          weight.matrix.transposed * delta
        } else {
          network.coefficient
        }
      let value = simplifier.simplify(
        arriving.shape.isScalar && !slope.shape.isScalar
          ? .product([arriving, slope]) : .hadamard([arriving, slope]))
      rows.append(Row(layer: layer, slope: slope, value: value))
      delta = value
    }
    self.rows = rows
  }

  /// δ of a layer by its number.
  package func delta(_ layer: Int) -> Expression? {
    rows.first { $0.layer.number == layer }?.value
  }
}
