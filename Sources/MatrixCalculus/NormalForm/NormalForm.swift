/// A sum of monomials over index variables: the form in which two expressions are compared.
///
/// Sums, products, transposes, entrywise products, traces, diagonals and broadcasts are written out
/// as sums over indices, so that equality of such expressions over free entries is equality of
/// normal forms. Functions of composite arguments are atoms named by the normal form of their
/// argument.
///
/// Source: Y. Wang et al., "SPORES: Sum-Product Optimization via Relational Equality Saturation for
/// Large Scale Linear Algebra" (2020), §2.
package struct NormalForm {
  /// Monomials of one shape, no two with the same pattern.
  struct Polynomial: Sendable {
    var monomials: [Monomial]
  }

  /// The budget was reached: the form was not found, and nothing is known.
  struct OverBudget: Error {}

  /// Bounds on what is written out.
  static let monomialLimit = 2_000
  static let factorLimit = 2_000

  private var forms: [Expression: Polynomial] = [:]
  var numbers = Numbering()

  package init() {}

  /// Whether two expressions of one shape have the same normal form.
  ///
  /// - Returns: true if so, and they are equal wherever both are defined; false if the forms differ,
  ///   which proves nothing by itself where functions are involved; nil if the budget is reached.
  package mutating func equal(_ a: Expression, _ b: Expression) -> Bool? {
    guard a.shape == b.shape else { return false }
    let difference = Expression.sum([a, b.negated])
    let written = (try? polynomial(difference)).map(\.monomials.isEmpty)
    if written == true { return true }
    // The simplifier knows laws of functions that the form does not.
    let simplified = (try? polynomial(difference.simplified)).map(\.monomials.isEmpty)
    return simplified == true ? true : written
  }

  /// Whether an expression is zero by its normal form; nil if the budget is reached.
  package mutating func isZero(_ a: Expression) -> Bool? {
    (try? polynomial(a)).map(\.monomials.isEmpty)
  }

  mutating func polynomial(_ expression: Expression) throws(OverBudget) -> Polynomial {
    for node in expression.postorder where forms[node] == nil {
      forms[node] = try form(of: node)
    }
    return forms[expression] ?? Polynomial(monomials: [])
  }

  private func known(_ node: Expression) -> Polynomial {
    forms[node] ?? Polynomial(monomials: [])
  }

  private mutating func form(of node: Expression) throws(OverBudget) -> Polynomial {
    let operands = node.operands.map(known)
    switch node.operation {
    case .number(let value): return try collected(value == .zero ? [] : [Monomial(value)])
    case .size(let dimension): return try size(dimension)
    case .variable(let variable): return try collected([Monomial(.variable(variable), node.shape)])
    case .eye: return try collected([Monomial(identity: node.shape.rows)])
    case .ones: return try collected([Monomial(onesOf: node.shape)])
    case .zeros: return Polynomial(monomials: [])
    case .sum: return try collected(operands.flatMap(\.monomials))
    case .product: return try product(node, operands)
    case .hadamard: return try hadamard(operands)
    case .transpose: return try collected(operands[0].monomials.map(\.transposed))
    case .power: return try power(node, operands)
    case .matrixPower: return try matrixPower(node, operands)
    case .apply(let function): return try apply(function, node)
    case .call(let function): return try call(function, node, operands)
    }
  }

  // MARK: Kinds of nodes

  private mutating func size(_ dimension: Dimension) throws(OverBudget) -> Polynomial {
    try collected(
      dimension.terms.map { term in
        var monomial = Monomial(Rational(term.coefficient))
        monomial.factors = term.names.map { Factor(.size($0), []) }
        return monomial
      })
  }

  private mutating func product(
    _ node: Expression, _ operands: [Polynomial]
  ) throws(OverBudget) -> Polynomial {
    if operands.allSatisfy({ $0.monomials.count == 1 }) { return try chain(node, operands) }
    var result: Polynomial?
    for (operand, form) in zip(node.operands, operands) where !operand.shape.isScalar {
      result = try join(result, form, .chained)
    }
    for (operand, form) in zip(node.operands, operands) where operand.shape.isScalar {
      result = try join(result, form, .scaled)
    }
    return result ?? Polynomial(monomials: [])
  }

  /// A product of single monomials: nothing is collected before its end.
  private mutating func chain(
    _ node: Expression, _ operands: [Polynomial]
  ) throws(OverBudget) -> Polynomial {
    let factors = zip(node.operands, operands.map { $0.monomials[0] })
    let matrices = factors.filter { !$0.0.shape.isScalar }.map(\.1)
    let scalars = factors.filter { $0.0.shape.isScalar }.map(\.1)
    var result = matrices.first ?? Monomial(.one)
    for matrix in matrices.dropFirst() { result = try multiply(result, matrix, .chained) }
    for scalar in scalars { result = try multiply(result, scalar, .scaled) }
    return try collected([result])
  }

  private mutating func join(
    _ left: Polynomial?, _ right: Polynomial, _ meeting: Meeting
  ) throws(OverBudget) -> Polynomial {
    if let left { try multiply(left, right, meeting) } else { right }
  }

  private mutating func hadamard(_ operands: [Polynomial]) throws(OverBudget) -> Polynomial {
    var result = operands[0]
    for operand in operands.dropFirst() { result = try multiply(result, operand, .entrywise) }
    return result
  }

  private mutating func matrixPower(
    _ node: Expression, _ operands: [Polynomial]
  ) throws(OverBudget) -> Polynomial {
    let longest = operands[0].monomials.count == 1 ? 128 : 16
    guard let exponent = node.operands[1].rational, exponent.isInteger,
      (1...longest).contains(exponent.numerator)
    else { throw OverBudget() }
    var result = operands[0]
    for _ in 1..<exponent.numerator { result = try multiply(result, operands[0], .chained) }
    return result
  }

  private mutating func apply(
    _ function: Function, _ node: Expression
  ) throws(OverBudget) -> Polynomial {
    if function.isTransparent || function.isDefinedByPage,
      case .formula(let formula) = function.meaning
    {
      let x = node.operands[0]
      return try polynomial(formula.lifted(z: x, y: x))
    }
    let argument = known(node.operands[0])
    return try collected([try spread(argument, node.shape) { .apply(function, $0) }])
  }

  private mutating func call(
    _ function: MatrixFunction, _ node: Expression, _ operands: [Polynomial]
  ) throws(OverBudget) -> Polynomial {
    switch function.meaning {
    case .primitive(.sum):
      return try collected(operands[0].monomials.map { $0.closing(rows: true, columns: true) })
    case .primitive(.columnSums):
      return try collected(operands[0].monomials.map { $0.closing(rows: true) })
    case .primitive(.rowSums):
      return try collected(operands[0].monomials.map { $0.closing(columns: true) })
    case .primitive(.trace): return try collected(operands[0].monomials.map(\.traced))
    case .primitive(.diagonal):
      let toMatrix = node.operands[0].shape.isColumn
      return try collected(
        operands[0].monomials.map { toMatrix ? $0.onDiagonal : $0.diagonalPart })
    case .primitive(.inverse) where node.shape.isScalar:
      return try power(node.operands[0], operands[0], .minusOne)
    case .primitive(.pseudoinverse) where node.shape.isScalar:
      return try power(node.operands[0], operands[0], .minusOne)
    case .primitive(.reshape) where node.shape == node.operands[0].shape: return operands[0]
    case .primitive(.inverse), .primitive(.determinant), .primitive(.pseudoinverse),
      .primitive(.adjugate),
      .primitive(.kronecker), .primitive(.reshape), .primitive(.selection),
      .primitive(.commutation), .primitive(.largest), .primitive(.exponential), .primitive(.sine),
      .primitive(.cosine), .primitive(.logarithm), .primitive(.squareRoot),
      .primitive(.lowerTriangle):
      let key = numbers.number(ofAll: operands)
      return try collected([Monomial(.call(function, key), node.shape)])
    case .formula(let formula): return try polynomial(formula(node.operands))
    }
  }
}
