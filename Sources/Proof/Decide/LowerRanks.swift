import MatrixCalculus

/// Claims about pseudoinverses, which have values at any rank.
extension Prover {
  /// Whether a claim holds as well where what stands under its pseudoinverses has not full rank: with products
  /// B C of lower rank in the place of variables. What is differentiated by them has no slope there.
  func holdsAtLowerRanks(_ claim: Claim) -> Bool {
    let variables = claim.variablesUnderPseudoinverses
    guard !variables.isEmpty, variables.allSatisfy(\.isGeneral), variables.count <= 3,
      !claim.moves(any: variables)
    else { return false }
    var prover = self
    var products: [Variable: Expression] = [:]
    for (place, variable) in variables.enumerated() {
      let rank = Dimension("⟨rank \(place)⟩")
      let (rows, columns) = (variable.shape.rows, variable.shape.columns)
      let left = Variable("⟨left \(place)⟩", Shape(rows, rank))
      let right = Variable("⟨right \(place)⟩", Shape(rank, columns))
      products[variable] = .variable(left) * .variable(right)
      prover.orders += [rows, columns].map { SizeOrder(rank + .one, atMost: $0) }
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
  /// Whether any matrix of its shape may stand for it, one of lower rank too.
  fileprivate var isGeneral: Bool {
    properties.subtracting(.constant).isEmpty && range == nil && shape.rows != .one
      && shape.columns != .one
  }
}
