import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// `f|_{x=a}`: the formula with values put for variables.
  ///
  /// - Parameter operands: the formula, then the values.
  mutating func evaluated(
    _ operands: [Operand], _ node: Syntax
  ) throws(Diagnostic) -> Operand {
    var replacements: [Variable: Expression] = [:]
    for (index, operand) in operands.enumerated().dropFirst() {
      let name = node.children[2 * index - 1]
      guard let variable = try variable(name) else {
        throw unsupported("\(quoted(name.range)) is no variable, and takes no value", name)
      }
      let isNumber = operand.expression.rational != nil
      guard isNumber || unknowns.unify(operand.shape, variable.shape),
        let value = unknowns.settled(operand.expression).broadcast(to: variable.shape)
      else {
        throw Diagnostic(
          name.isName ? .shapeMismatch : .unsupported,
          "\(shown(operand.range, operand.shape)) is no value of \(shown(name.range, variable.shape))",
          at: place(operand.range))
      }
      replacements[variable] = value
    }
    let value = operands[0].expression.substituting(replacements)
    return made(value, from: operands, node.range)
  }

  /// What takes a value: a variable, or with a differential such as dx the direction x changes along.
  private func variable(_ name: Syntax) throws(Diagnostic) -> Variable? {
    if let text = name.plainName { return scope.variable(text) }
    guard case .derivative(.differential) = name.kind,
      case .variable(let direction)? = try elaborator.quantity(name)?.operation
    else { return nil }
    return direction
  }
}
