package import MatrixCalculus

/// The inputs, activations and deltas of a network by their letters z⁽ˡ⁾, a⁽ˡ⁾ and δ⁽ˡ⁾.
package struct Letters: Sendable {
  /// What each letter stands for, in letters that come before it.
  package let definitions: [Definition]
  /// What each letter stands for, in the variables of the function.
  package let closed: [Variable: Expression]
}

extension Network {
  /// The letters in an order in which they can be computed: forwards the inputs and activations, then
  /// backwards the deltas.
  package func letters(_ deltas: Deltas) -> Letters {
    var definitions: [Definition] = []
    var closed: [Variable: Expression] = [:]
    for layer in layers {
      definitions.append(Definition(layer.inputLetter, layer.feed?.formula ?? layer.input))
      definitions.append(
        Definition(layer.letter, layer.activation.value(at: .variable(layer.inputLetter))))
      closed[layer.inputLetter] = layer.input
      closed[layer.letter] = layer.output
    }
    for row in deltas.rows {
      definitions.append(Definition(Deltas.letter(row.layer), row.formula))
      closed[Deltas.letter(row.layer)] = row.value
    }
    return Letters(definitions: definitions, closed: closed)
  }
}

extension Network.Layer {
  /// f′(z⁽ˡ⁾) in the letters z⁽ˡ⁾ and a⁽ˡ⁾ = f(z⁽ˡ⁾).
  package var letteredSlope: Expression {
    let z = Expression.variable(inputLetter)
    let value = activation.value(at: z)
    let slope = activation.derivative(at: z)
    return value.operands.isEmpty ? slope : slope.replacing(value, by: .variable(letter))
  }
}
