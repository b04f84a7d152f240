/// Variables to differentiate by, without what is declared of their structure.
///
/// All entries are free when a matrix is differentiated: of a symmetric S the transpose is not S before
/// the derivative has been taken. What is declared of signs and ranges, and that a matrix is
/// invertible, holds all around a point and stays.
struct FreeVariables {
  /// In the order of those they stand for.
  let variables: [Variable]
  private let freeing: [Variable: Expression]
  private let declaring: [Variable: Expression]

  init(_ variables: [Variable]) {
    self.variables = variables.map(\.freed)
    let pairs = zip(variables, self.variables).filter { $0 != $1 }
    freeing = Dictionary(pairs.map { ($0, .variable($1)) }) { first, _ in first }
    declaring = Dictionary(pairs.map { ($1, .variable($0)) }) { first, _ in first }
  }

  /// Whether any of them has a structure.
  var isNeeded: Bool { !freeing.isEmpty }

  /// The function of the free variables.
  func freed(_ function: Expression) -> Expression {
    isNeeded ? function.substituting(freeing) : function
  }

  /// The same of the variables as they were declared.
  func declared(_ gradient: Expression) -> Expression { gradient.substituting(declaring) }
}

extension Variable {
  /// The same with all its entries free.
  package var freed: Variable {
    let open = properties.intersection([.positive, .nonNegative, .invertible, .constant])
    return open == properties ? self : Variable(name, shape, open, range: range)
  }
}
