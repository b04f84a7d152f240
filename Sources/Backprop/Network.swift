package import MatrixCalculus

/// A matrix function seen as a network of layers.
///
/// Layer l has an input z⁽ˡ⁾ and an activation a⁽ˡ⁾ = f⁽ˡ⁾(z⁽ˡ⁾), which feeds one or more later layers.
/// In a chain, layer l feeds layer l + 1 through a weight, z⁽ˡ⁺¹⁾ = W⁽ˡ⁾ a⁽ˡ⁾; in general the input of a
/// layer is any formula in earlier activations. The function is the coefficient times the sum of the
/// last activations.
package struct Network: Sendable {
  package struct Layer: Sendable {
    /// Counted from 1; what feeds a layer has a lower number.
    package let number: Int
    /// z⁽ˡ⁾ in the variables of the function.
    package let input: Expression
    package let activation: Activation
    /// What feeds the layer; nil for an input of the network.
    package let feed: Feed?
    /// What leads to the one layer that this one feeds, where that is a weight on the left; nil in the
    /// last layer and wherever it is anything else.
    package let weight: Weight?

    /// a⁽ˡ⁾ in the variables of the function.
    package let output: Expression

    /// The letter for its activation in feeds.
    package var letter: Variable { Feed.letter(number, activation.argument.shape) }

    /// The letter for its input; no name an author can write.
    package var inputLetter: Variable { Variable("⟨z\(number)⟩", input.shape) }
  }

  /// The term of the function that this network computes.
  package let term: Expression
  /// What the sum of the last activations is multiplied by, `1×1`.
  package let coefficient: Expression
  /// In the order of their numbers: the last gives the function.
  package let layers: [Layer]
  /// The numbers of the layers in whose feed, input or activation a variable stands, ascending.
  let places: [Variable: [Int]]

  init(term: Expression, coefficient: Expression, layers: [Layer]) {
    self.term = term
    self.coefficient = coefficient
    self.layers = layers
    var places: [Variable: [Int]] = [:]
    for layer in layers {
      let own = (layer.feed?.formula ?? layer.input).variables + layer.activation.value.variables
      for variable in Set(own) { places[variable, default: []].append(layer.number) }
    }
    self.places = places
  }

  /// Whether each layer feeds the next through a weight.
  package var isChain: Bool {
    layers.dropLast().allSatisfy { $0.weight != nil }
      && layers.dropFirst().allSatisfy { $0.feed?.sources == [$0.number - 1] }
  }
}

/// How the input of a layer is made from earlier activations.
package struct Feed: Sendable {
  /// z⁽ˡ⁾ in letters for activations and in variables of the function.
  package let formula: Expression
  /// The numbers of the layers that feed it, ascending.
  package let sources: [Int]

  /// The letter a⁽ˡ⁾; no name an author can write.
  package static func letter(_ number: Int, _ shape: Shape) -> Variable {
    Variable("⟨a\(number)⟩", shape)
  }
}

/// What a layer does to its input, entry by entry: a function, a power, adding or multiplying by
/// something that does not depend on the input.
package struct Activation: Sendable {
  /// Stands for the input, in its shape.
  package let argument: Variable
  /// f(z), in the argument.
  package let value: Expression
  /// f′(z), in the argument.
  package let derivative: Expression

  package init(argument: Variable, value: Expression, derivative: Expression) {
    self.argument = argument
    self.value = value
    self.derivative = derivative
  }

  /// No name an author can write, so that it is never taken for a variable of the page.
  package static let placeholderName = "⟨z⟩"

  package var isIdentity: Bool { value.operation == .variable(argument) }

  package func value(at input: Expression) -> Expression {
    value.substituting([argument: input])
  }

  package func derivative(at input: Expression) -> Expression {
    derivative.substituting([argument: input])
  }
}

/// What leads from one layer to the next.
package struct Weight: Sendable {
  package let matrix: Expression

  package var isIdentity: Bool { matrix.operation == .eye || matrix.rational == .one }

  /// The variable this is an instance of, as it is or transposed; nil for identities and composites.
  package var variable: Variable? {
    switch (isTransposed ? matrix.operands[0] : matrix).operation {
    case .variable(let variable): variable
    default: nil
    }
  }

  package var isTransposed: Bool { matrix.operation == .transpose }
}
