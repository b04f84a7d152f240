extension Syntax {
  /// The derivatives a formula can name.
  package enum Derivative: Hashable, Sendable {
    /// `\nabla_W F`, `\frac{\partial F}{\partial W}`: the gradient of a scalar, the Jacobian of anything else.
    case gradient
    /// `\frac{\partial\operatorname{vec}F}{\partial(\operatorname{vec}X)^T}`: d vec F / d vec(X)ᵀ.
    case jacobian
    /// `\nabla^2_x f`, `\frac{\partial^2 f}{\partial x\,\partial x^T}`.
    case hessian
    /// `dF`: the directional derivative along the directions `dX` of the variables.
    case differential
  }

  /// A quantity of one layer of a network.
  package struct Layer: Hashable, Sendable {
    package enum Quantity: String, Hashable, Sendable {
      case delta
      /// *z*, what the activation function is applied to.
      case input
      /// *a*, what the activation function gives.
      case activation
      case weight
      /// *f′(z)*, the derivative of the activation at the input.
      case slope
    }

    /// Which layer: `3`, or `l+1` with a free `l`.
    package enum Index: Hashable, Sendable {
      case number(Int)
      case symbol(String, offset: Int)
    }

    package var quantity: Quantity
    package var index: Index

    package init(_ quantity: Quantity, _ index: Index) {
      self.quantity = quantity
      self.index = index
    }

    /// As text notation names it: `delta3`, `z2`, `a1`, `W1`; nil for any other name.
    package init?(name: String) {
      let letters = name.prefix { !$0.isASCII || !$0.isNumber }
      guard let quantity = Layer.letters[String(letters)],
        let number = Int(name.dropFirst(letters.count))
      else { return nil }
      self.init(quantity, .number(number))
    }

    private static let letters: [String: Quantity] = [
      "delta": .delta, "z": .input, "a": .activation, "W": .weight,
    ]
  }
}
