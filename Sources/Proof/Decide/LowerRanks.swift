import MatrixCalculus

/// Claims about pseudoinverses, which have values at any rank.
extension Prover {
  /// Whether a claim holds as well where what stands under its pseudoinverses has not full rank: with products
  /// of lower rank in the place of variables. What is differentiated by them has no slope there.
  func holdsAtLowerRanks(_ claim: Claim) -> Bool {
    guard let claim = claim.withVariablesForSums else { return false }
    let variables = claim.variablesUnderPseudoinverses
    guard !variables.isEmpty, variables.count <= 3, !claim.moves(any: variables) else {
      return false
    }
    let ranks = variables.indices.map { Dimension("⟨rank \($0)⟩") }
    var products: [Variable: Expression] = [:]
    for (place, variable) in variables.enumerated() {
      guard let product = variable.product(ofRank: ranks[place], place) else { return false }
      products[variable] = product
    }
    let lowered = claim.substituting(products)
    let bounds = zip(ranks, variables).flatMap { rank, variable in
      [variable.shape.rows, variable.shape.columns].map { SizeOrder(rank + .one, atMost: $0) }
    }
    return Self.turns(of: ranks).allSatisfy { turn in
      var prover = self
      prover.orders += bounds + zip(turn, turn.dropFirst()).map { SizeOrder($0 + .one, atMost: $1) }
      return prover.decideValues(lowered).verdict.holds
    }
  }

  /// Orders of ranks in which each is the least, and each the largest, once: laws may need one matrix to have no
  /// lower rank than another.
  private static func turns(of ranks: [Dimension]) -> [[Dimension]] {
    ranks.indices.map { Array(ranks[$0...] + ranks[..<$0]) }
  }
}

extension Claim {
  /// What stands under pseudoinverses.
  var pseudoinverted: [Expression] {
    Expression.postorder(of: expressions)
      .filter { $0.operation == .call(.pinv) }.map { $0.operands[0].simplified }
  }

  /// The variables in it.
  fileprivate var variablesUnderPseudoinverses: [Variable] {
    var found: [Variable] = []
    for part in pseudoinverted { found += part.variables.filter { !found.contains($0) } }
    return found
  }

  private var expressions: [Expression] {
    switch kind {
    case .identity(let right): [claimed, right]
    case .gradient(let function, _), .jacobian(let function, _), .hessian(let function, _),
      .differential(let function, _, _):
      [claimed, function]
    }
  }

  func moves(any variables: [Variable]) -> Bool {
    switch kind {
    case .identity: false
    case .gradient(_, let variable), .jacobian(_, let variable), .hessian(_, let variable):
      variables.contains(variable)
    case .differential(_, let variable, let direction):
      variables.contains(variable) || variables.contains(direction)
    }
  }

  func substituting(_ values: [Variable: Expression]) -> Claim {
    func filled(_ expression: Expression) -> Expression { expression.substituting(values) }
    let kind: Kind =
      switch self.kind {
      case .identity(let right): .identity(filled(right))
      case .gradient(let function, let variable): .gradient(of: filled(function), wrt: variable)
      case .jacobian(let function, let variable): .jacobian(of: filled(function), wrt: variable)
      case .hessian(let function, let variable): .hessian(of: filled(function), wrt: variable)
      case .differential(let function, let variable, let direction):
        .differential(of: filled(function), wrt: variable, along: direction)
      }
    return Claim(kind, claimed: filled(claimed), derived: derived.map(filled))
  }
}

extension Variable {
  /// Whether no value of it has an inverse: of odd order the determinant of a skew matrix is its own opposite.
  var isNowhereInvertible: Bool {
    properties.contains(.skew) && !(shape.rows.count ?? 2).isMultiple(of: 2)
  }

  /// Any matrix of a rank that has what is declared of it; nil where it is not known what those are.
  fileprivate func product(ofRank rank: Dimension, _ place: Int) -> Expression? {
    guard range == nil, shape.rows != .one, shape.columns != .one else { return nil }
    func part(_ name: String, _ rows: Dimension, _ columns: Dimension, _ has: Properties = [])
      -> Expression
    {
      .variable(Variable("⟨\(name) \(place)⟩", Shape(rows, columns), has))
    }
    let left = part("left", shape.rows, rank)
    /// Columns of the identity in any places.
    var chosen: Expression {
      MatrixFunction.columns(from: .one, to: rank)(
        part("order", shape.rows, shape.rows, .permutation))
    }
    switch properties.subtracting(.constant) {
    case []: return left * part("right", rank, shape.columns)
    case .symmetric, .skew:
      let middle = part("middle", rank, rank, properties.subtracting(.constant))
      return .product([left, middle, left.transposed])
    case Properties.positiveSemidefinite.completed: return left * left.transposed
    case Properties.diagonal.completed:
      let middle = part("middle", rank, rank, .diagonal)
      return .product([chosen, middle, chosen.transposed])
    case Properties.lowerTriangular.completed, Properties.upperTriangular.completed:
      // Each has that rank, and they are dense among all that have it.
      let kind = properties.subtracting(.constant)
      let (first, last) = (
        part("left", shape.rows, shape.rows, kind), part("right", shape.rows, shape.rows, kind)
      )
      return .product([first, chosen, chosen.transposed, last])
    default: return nil
    }
  }
}
