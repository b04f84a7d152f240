/// A function as a composition: its parts that depend on a variable, each by a letter.
struct Composition {
  let variable: Variable
  /// Those that depend on the variable and are not it, operands first; the function is the last.
  let nodes: [Expression]
  /// The letters of the parts and of the variable.
  private(set) var letters: [Expression: Variable] = [:]
  /// Each part in the letters of what it is made of.
  private(set) var formulas: [Expression: Expression] = [:]

  /// - Parameter first: the number of the first letter.
  init(_ function: Expression, _ variable: Variable, numbering first: Int = 1) {
    self.variable = variable
    let leaf = Expression.variable(variable)
    var dependent: Set<Expression> = [leaf]
    var nodes: [Expression] = []
    for node in function.postorder where node.operands.contains(where: dependent.contains) {
      dependent.insert(node)
      nodes.append(node)
    }
    self.nodes = nodes
    letters[leaf] = variable
    for (index, node) in nodes.enumerated() {
      let formula = node.with(node.operands.map { letters[$0].map { .variable($0) } ?? $0 })
      formulas[node] = formula
      let sign: Properties = node.isPositive ? .positive : node.isNonNegative ? .nonNegative : []
      letters[node] = Variable("⟨T\(first + index)⟩", node.shape, sign)
    }
  }

  /// The function in letters.
  var root: Expression { nodes.last.flatMap { formulas[$0] } ?? .number(0) }

  /// The parts but the function itself, each after what it is made of.
  var parts: [Definition] {
    nodes.dropLast().compactMap { node in
      guard let letter = letters[node], let formula = formulas[node] else { return nil }
      return Definition(letter, formula)
    }
  }

  /// An expression with the letter of a part where its formula stands.
  func lettering(_ node: Expression, in expression: Expression) -> Expression {
    guard node != nodes.last, let formula = formulas[node], let letter = letters[node] else {
      return expression
    }
    return expression.replacing(formula, by: .variable(letter))
  }
}
