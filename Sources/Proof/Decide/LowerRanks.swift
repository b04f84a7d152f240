import MatrixCalculus

/// Claims about pseudoinverses, which have values at any rank.
extension Prover {
  /// Whether a claim holds as well where what stands under its pseudoinverses has not full rank: with products
  /// of lower rank in the place of variables. What is differentiated by them has no slope there.
  func holdsAtLowerRanks(_ claim: Claim) -> Bool {
    let variables = claim.variablesUnderPseudoinverses
    guard !variables.isEmpty, variables.count <= 3, !claim.moves(any: variables) else {
      return false
    }
    var prover = self
    var products: [Variable: Expression] = [:]
    for (place, variable) in variables.enumerated() {
      let rank = Dimension("⟨rank \(place)⟩")
      guard let product = variable.product(ofRank: rank, place) else { return false }
      products[variable] = product
      prover.orders += [variable.shape.rows, variable.shape.columns].map {
        SizeOrder(rank + .one, atMost: $0)
      }
    }
    return prover.decideValues(claim.substituting(products)).verdict.holds
  }
}

extension Claim {
  /// The variables in what stands under pseudoinverses.
  fileprivate var variablesUnderPseudoinverses: [Variable] {
    var found: [Variable] = []
    for node in Expression.postorder(of: expressions) where node.operation == .call(.pinv) {
      found += node.variables.filter { !found.contains($0) }
    }
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

  fileprivate func moves(any variables: [Variable]) -> Bool {
    switch kind {
    case .identity: false
    case .gradient(_, let variable), .jacobian(_, let variable), .hessian(_, let variable):
      variables.contains(variable)
    case .differential(_, let variable, let direction):
      variables.contains(variable) || variables.contains(direction)
    }
  }

  fileprivate func substituting(_ values: [Variable: Expression]) -> Claim {
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
    switch properties.subtracting(.constant) {
    case []: return left * part("right", rank, shape.columns)
    case .symmetric, .skew:
      let middle = part("middle", rank, rank, properties.subtracting(.constant))
      return .product([left, middle, left.transposed])
    case Properties.positiveSemidefinite.completed: return left * left.transposed
    case Properties.diagonal.completed:
      let order = part("order", shape.rows, shape.rows, .permutation)
      let chosen = MatrixFunction.columns(from: .one, to: rank)(order)
      let middle = part("middle", rank, rank, .diagonal)
      return .product([chosen, middle, chosen.transposed])
    default: return nil
    }
  }
}
