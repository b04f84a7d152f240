package import MatrixCalculus

extension Activation {
  /// The activation of a single entry, as tables print it: f(z) and f′(z) in a `1×1` variable, with a
  /// letter for each constant.
  package struct Entry: Sendable {
    package let letter: Variable
    package let value: Expression
    package let derivative: Expression
  }

  /// The letter is z, or the next that no constant of the activation has.
  package var entry: Entry {
    let taken = Set(value.variables.map(\.name))
    let name = ["z", "u", "t", "y", "v"].first { !taken.contains($0) } ?? "z"
    let letter = Variable(name, .scalar)
    return Entry(
      letter: letter, value: oneEntry(of: value, letter).simplified,
      derivative: oneEntry(of: derivative, letter).simplified)
  }

  /// The formula with every matrix replaced by one of its entries.
  private func oneEntry(of formula: Expression, _ letter: Variable) -> Expression {
    formula.rebuilt { node, operands in
      switch node.operation {
      case .variable(placeholder): .variable(letter)
      case .variable(let constant):
        .variable(
          Variable(
            constant.name, .scalar, constant.properties.intersection([.positive, .nonNegative])))
      case .ones: .number(1)
      // Of an identity an entry is 1 or 0.
      case .eye: node.shape.isScalar ? .number(1) : .variable(Variable("I", .scalar))
      case .zeros: .number(0)
      case .sum: .sum(operands)
      case .product, .hadamard: .product(operands)
      case .transpose: operands[0]
      case .power: .power(operands[0], operands[1])
      case .apply(let function): .apply(function, operands[0])
      case .number, .size, .matrixPower, .call: node
      }
    }
  }
}
