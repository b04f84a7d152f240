import MatrixCalculus

/// The same claim under stronger conditions.
extension Claim {
  /// The name of what is differentiated by.
  var wrt: String? {
    switch kind {
    case .identity: nil
    case .gradient(_, let variable), .jacobian(_, let variable), .hessian(_, let variable),
      .differential(_, let variable, _):
      variable.name
    }
  }

  /// All variables it speaks of, in the order of their first use.
  var variables: [Variable] {
    var seen: Set<Variable> = []
    let right: [Variable] =
      switch kind {
      case .identity(let right): right.variables
      case .gradient(let function, let variable), .jacobian(let function, let variable),
        .hessian(let function, let variable):
        function.variables + [variable]
      case .differential(let function, let variable, let direction):
        function.variables + [variable, direction]
      }
    return (right + claimed.variables).filter { seen.insert($0).inserted }
  }

  /// With other variables in the places of some.
  func replacing(_ replacements: [Variable: Variable]) -> Claim {
    let values = replacements.mapValues { Expression.variable($0) }
    return mapped({ $0.substituting(values) }, { replacements[$0] ?? $0 })
  }

  /// With other sizes in the places of some.
  func resized(_ sizes: [String: Dimension]) -> Claim {
    mapped({ $0.resized(sizes) }, { $0.resized(sizes) })
  }

  /// The same claim with every part of it changed.
  private func mapped(
    _ expression: (Expression) -> Expression, _ variable: (Variable) -> Variable
  ) -> Claim {
    let kind: Kind =
      switch kind {
      case .identity(let right): .identity(expression(right))
      case .gradient(let f, let x): .gradient(of: expression(f), wrt: variable(x))
      case .jacobian(let f, let x): .jacobian(of: expression(f), wrt: variable(x))
      case .hessian(let f, let x): .hessian(of: expression(f), wrt: variable(x))
      case .differential(let f, let x, let direction):
        .differential(of: expression(f), wrt: variable(x), along: variable(direction))
      }
    return Claim(kind, claimed: expression(claimed), derived: derived.map(expression))
  }
}

extension Shape {
  func resized(_ sizes: [String: Dimension]) -> Shape {
    Shape(rows.substituting(sizes), columns.substituting(sizes))
  }
}

extension Variable {
  func resized(_ sizes: [String: Dimension]) -> Variable {
    Variable(name, shape.resized(sizes), properties, range: range)
  }
}

extension Expression {
  /// With other sizes in the places of some.
  func resized(_ sizes: [String: Dimension]) -> Expression {
    rebuilt { node, operands in
      switch node.operation {
      case .number: node
      case .size(let dimension): .size(dimension.substituting(sizes))
      case .variable(let variable): .variable(variable.resized(sizes))
      case .eye: .eye(node.shape.rows.substituting(sizes))
      case .ones: .ones(node.shape.resized(sizes))
      case .zeros: .zeros(node.shape.resized(sizes))
      case .sum: .sum(operands)
      case .product: .product(operands)
      case .hadamard: .hadamard(operands)
      case .transpose: operands[0].transposed
      case .power: .power(operands[0], operands[1])
      case .matrixPower: .matrixPower(operands[0], operands[1])
      case .apply(let function): .apply(function, operands[0])
      case .call(let function): (try? .call(function.substituting(sizes), operands)) ?? node
      }
    }
  }
}
