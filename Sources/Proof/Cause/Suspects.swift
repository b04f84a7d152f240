package import MatrixCalculus

extension CauseSearch {
  /// The derivatives of all entrywise functions and powers in an expression, each at its argument: what
  /// may have been left out of its gradient.
  package static func slopes(of function: Expression) -> [Expression] {
    var found: [Expression] = []
    for node in function.postorder {
      guard let slope = slope(of: node), !found.contains(slope) else { continue }
      found.append(slope)
    }
    return found
  }

  static func slope(of node: Expression) -> Expression? {
    switch node.operation {
    case .apply: break
    case .power where node.operands[1].rational != nil: break
    default: return nil
    }
    let argument = node.operands[0]
    let entry = Variable("held argument", argument.shape)
    let outer = node.with([.variable(entry)] + node.operands.dropFirst())
    let gradients = try? Gradient.gradients(of: MatrixFunction.sum(outer), wrt: [entry])
    return gradients?.first?.substituting([entry: argument]).simplified
  }

  /// The gradient's share of each place at which the variable stands in a function, for functions that
  /// are no chain of layers.
  ///
  /// - Returns: none where it stands at one place, or at more than six.
  package static func shares(
    of function: Expression, wrt variable: Variable
  ) -> [(name: String, contribution: Expression)] {
    guard function.depth < 200, function.treeSize(limit: 4_000) < 4_000 else { return [] }
    var places: [Variable] = []
    let apart = separated(function, variable, &places)
    guard (2...6).contains(places.count),
      let gradients = try? Gradient.gradients(of: apart, wrt: places)
    else { return [] }
    let back = Dictionary(uniqueKeysWithValues: places.map { ($0, Expression.variable(variable)) })
    let words = ["first", "second", "third", "fourth", "fifth", "sixth"]
    return zip(words, gradients).map { word, gradient in
      ("its \(word) place", gradient.substituting(back).simplified)
    }
  }

  /// The function with a variable of its own at each place.
  private static func separated(
    _ node: Expression, _ variable: Variable, _ places: inout [Variable]
  ) -> Expression {
    if node.operation == .variable(variable) {
      let place = Variable(
        "held place \(places.count)", variable.shape, variable.properties, range: variable.range)
      places.append(place)
      return .variable(place)
    }
    var operands: [Expression] = []
    for operand in node.operands { operands.append(separated(operand, variable, &places)) }
    return node.with(operands)
  }
}
