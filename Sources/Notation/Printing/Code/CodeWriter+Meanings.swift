import MatrixCalculus

extension CodeWriter {
  /// The expressions with functions that the language does not know written out by what they mean.
  static func writtenOut(_ x: [Expression], _ spelling: CodeSpelling) -> [Expression] {
    var result = x
    // A meaning may name further functions; none is written out twice on its way to primitives.
    for _ in 0..<16 {
      let next = Expression.rebuilt(result) { node, operands in
        let same = node.with(operands)
        return meaning(of: same, spelling) ?? same
      }
      if next == result { break }
      result = next
    }
    return result
  }

  private static func meaning(of x: Expression, _ spelling: CodeSpelling) -> Expression? {
    switch x.operation {
    case .apply(let function):
      guard !function.isDefinedByPage, spelling.entrywise[function.name] != nil else {
        if let stable = StableForms.form(of: function, x.operands[0]) { return stable }
        if case .formula(let formula) = function.meaning {
          return written(formula, of: function, at: x)
        }
        return nil
      }
      return nil
    case .call(let function):
      guard spelling.whole[key(function, x)] == nil, function.stretch == nil,
        function != .beside, function != .above, case .formula(let formula) = function.meaning
      else { return nil }
      return StableForms.form(of: function, x.operands) ?? formula(x.operands)
    default: return nil
    }
  }

  /// What a function of every entry means, with its constants worked out, unless that makes it the function
  /// again.
  private static func written(
    _ formula: Entrywise, of function: Function, at x: Expression
  ) -> Expression {
    let z = x.operands[0]
    let (argument, value) = (Variable("⟨z⟩", z.shape), Variable("⟨y⟩", x.shape))
    let lifted = formula.lifted(z: .variable(argument), y: .variable(value))
    let short = lifted.simplified
    let isSame = short.postorder.contains { $0.operation == .apply(function) }
    return (isSame ? lifted : short).substituting([argument: z, value: x])
  }

  /// The name a function of matrices has in `whole`, with its axis: `max 1`; `diag` has two.
  static func key(_ function: MatrixFunction, _ x: Expression) -> String {
    switch function {
    case .columnSums: return "sum 1"
    case .rowSums: return "sum 2"
    case .diag: return x.operands[0].shape.isColumn ? "diag of column" : "diag"
    default:
      let family = MatrixFunctionFamily.named(function.name)
      guard family?.parameters == .axis, let axis = function.parameters.first else {
        return function.name
      }
      return "\(function.name) \(axis)"
    }
  }
}
