package import MatrixCalculus

extension Activation {
  /// The activation of a single entry, as tables print it: f(z) and f′(z) in a `1×1` variable, with a
  /// letter for each constant.
  package struct Entry: Sendable {
    package let letter: Variable
    package let value: Expression
    package let derivative: Expression
    /// The letters for entries of constant matrices.
    let constants: Set<Variable>

    /// A formula of the entry as it is written for all entries at once: with the product entry by entry where an
    /// entry of a constant matrix multiplies others.
    package func written(_ formula: Expression) -> Expression {
      formula.rebuilt { node, operands in
        node.operation == .product ? .product(hadamard(operands)) : node.with(operands)
      }
    }

    private func hadamard(_ factors: [Expression]) -> [Expression] {
      let entries = factors.filter { factor in
        factor.variables.contains { $0 == letter || constants.contains($0) }
      }
      let isConstant = entries.contains { $0.variables.contains(where: constants.contains) }
      guard isConstant, entries.count > 1 else { return factors }
      return factors.filter { !entries.contains($0) } + [.hadamard(entries)]
    }
  }

  /// The letter is z, or the next that no constant of the activation has.
  package var entry: Entry {
    let taken = Set(value.variables.map(\.name))
    let name = ["z", "u", "t", "y", "v"].first { !taken.contains($0) } ?? "z"
    let letter = Variable(name, .scalar)
    let fixed = fixedLetters(besides: taken.union([name]))
    return Entry(
      letter: letter, value: oneEntry(of: value, letter, fixed).simplified,
      derivative: oneEntry(of: derivative, letter, fixed).simplified,
      constants: Set(constants.map(entryLetter)).union(fixed.values))
  }

  /// The matrices it speaks of besides its argument.
  private var constants: [Variable] {
    [value, derivative].flatMap(\.variables).filter { $0 != argument && !$0.shape.isScalar }
  }

  private func entryLetter(_ constant: Variable) -> Variable {
    Variable(
      constant.name, .scalar, constant.properties.intersection([.positive, .nonNegative]))
  }

  /// A letter for an entry of each matrix that is no variable and is not made entry by entry: e1 of the first unit
  /// column, C1, C2 … of others.
  private func fixedLetters(besides taken: Set<String>) -> [Expression: Variable] {
    var (taken, letters) = (taken, [Expression: Variable]())
    for node in [value, derivative].flatMap(\.postorder)
    where node.isOpaqueMatrix && letters[node] == nil {
      let unit = node.unitColumn.map { ["e\($0)"] } ?? []
      let names = unit + (1...taken.count + 1).map { "C\($0)" }
      guard let name = names.first(where: { !taken.contains($0) }) else { continue }
      taken.insert(name)
      letters[node] = Variable(name, .scalar)
    }
    return letters
  }

  /// The formula with every matrix replaced by one of its entries.
  private func oneEntry(
    of formula: Expression, _ letter: Variable, _ fixed: [Expression: Variable]
  ) -> Expression {
    formula.rebuilt { node, operands in
      if let fixed = fixed[node] { return .variable(fixed) }
      return
        switch node.operation
      {
      case .variable(argument): .variable(letter)
      case .variable(let constant): .variable(entryLetter(constant))
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

extension Expression {
  /// Whether its entries are not those of its operands' entries.
  fileprivate var isOpaqueMatrix: Bool {
    switch operation {
    case .matrixPower, .call: !shape.isScalar
    default: false
    }
  }

  /// The number of the unit column it is.
  fileprivate var unitColumn: Int? {
    guard shape.isColumn, case .call(let function) = operation,
      case .primitive(.selection(let skipped)) = function.meaning, let count = skipped.count
    else { return nil }
    return count + 1
  }
}
