package import MatrixCalculus

/// A matrix function seen as a layered network.
///
/// Layer l has an input z⁽ˡ⁾ and an activation a⁽ˡ⁾ = f⁽ˡ⁾(z⁽ˡ⁾); its weight W⁽ˡ⁾ leads to the next
/// layer, z⁽ˡ⁺¹⁾ = W⁽ˡ⁾ a⁽ˡ⁾. The function is the coefficient times the sum of the last activations.
package struct Network: Sendable {
  package struct Layer: Sendable {
    /// Counted from 1, the input layer.
    package let number: Int
    /// z⁽ˡ⁾ in the variables of the function.
    package let input: Expression
    package let activation: Activation
    /// Nil in the last layer.
    package let weight: Weight?

    /// a⁽ˡ⁾ in the variables of the function.
    package var output: Expression { activation.value(at: input).simplified }
  }

  /// The term of the function that this network computes.
  package let term: Expression
  /// What the sum of the last activations is multiplied by, `1×1`.
  package let coefficient: Expression
  /// From the input to the last.
  package let layers: [Layer]
}

/// What a layer does to its input, entry by entry: a function, a power, adding or multiplying by
/// something that does not depend on the input.
package struct Activation: Sendable {
  /// Stands for the input, in its shape.
  package let placeholder: Variable
  /// f(z), in the placeholder.
  package let value: Expression
  /// f′(z), in the placeholder.
  package let derivative: Expression

  package init(placeholder: Variable, value: Expression, derivative: Expression) {
    self.placeholder = placeholder
    self.value = value
    self.derivative = derivative
  }

  /// No name an author can write, so that it is never taken for a variable of the page.
  package static let placeholderName = "⟨z⟩"

  package var isIdentity: Bool { value.operation == .variable(placeholder) }

  package func value(at input: Expression) -> Expression {
    value.substituting([placeholder: input])
  }

  package func derivative(at input: Expression) -> Expression {
    derivative.substituting([placeholder: input])
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

/// Why a function is not a chain of layers.
package struct NotAChain: Error, Sendable {
  /// One lower-case phrase.
  package let reason: String
  /// The part of the function that is in the way.
  package let part: Expression
}
