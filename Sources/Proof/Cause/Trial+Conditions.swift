import MatrixCalculus

/// Claims that lack a condition.
extension Trial {
  /// The claim is true for matrices of some structure only, for positive or for square ones.
  mutating func condition() -> Cause? {
    guard let own else { return nil }
    let claim = search.claim(own)
    return structuredOnly(claim, Self.structures) ?? summedOnly(claim) { _ in true }
      ?? shareRepeated(own) ?? positiveOnly(claim) ?? commutingOnly(claim)
      ?? structuredOnly(claim, Self.rarerStructures) ?? squareOnly(claim)
  }

  /// The claim is true where the columns or rows of a matrix sum to one, which what it is about does not add up
  /// itself: likelier than that their sum is left out.
  mutating func sumLeftOut() -> Cause? {
    guard let own else { return nil }
    let claim = search.claim(own)
    let summed = claim.summedVariables
    return summedOnly(claim) { !summed.contains($0) }
  }

  private func square(_ claim: Claim) -> [Variable] {
    guard claim.claimed.shape == claim.expectedShape else { return [] }
    return claim.variables.filter { $0.shape.isSquare && !$0.shape.isScalar }
  }

  /// The claim with more declared of some variables.
  private func narrowed(
    _ claim: Claim, _ variables: [Variable], _ properties: Properties
  ) -> Claim {
    claim.replacing(
      Dictionary(
        variables.map {
          ($0, Variable($0.name, $0.shape, $0.properties.union(properties), range: $0.range))
        }
      ) { first, _ in first })
  }

  private mutating func holds(_ claim: Claim) -> Verdict? {
    search.prover.confirm(claim) == .confirmed ? decide(claim) : nil
  }

  /// Diagonal matrices commute; what is true of them and not of symmetric ones needs just that.
  private mutating func commutingOnly(_ claim: Claim) -> Cause? {
    let square = square(claim)
    guard square.count > 1, holds(narrowed(claim, square, .diagonal)) != nil else { return nil }
    let names = square.map(\.name).joined(separator: " and ")
    return cause("it treats \(names) as if they commuted; it is true of diagonal matrices")
  }

  private typealias Structure = (properties: Properties, word: String)

  /// The structures that claims are made about without saying so, the likelier first.
  private static let structures: [Structure] = [
    (.symmetric, "symmetric"), (.orthogonal, "orthogonal"), (.skew, "skew"),
  ]
  private static let rarerStructures: [Structure] = [
    (.invertible, "invertible"), (.positiveDefinite, "positive definite"),
    (.lowerTriangular, "lower triangular"), (.upperTriangular, "upper triangular"),
    (.diagonal, "diagonal"),
  ]

  /// The claim is true of symmetric, of orthogonal or of skew matrices.
  private mutating func structuredOnly(_ claim: Claim, _ structures: [Structure]) -> Cause? {
    structure(claim, structures).map { names, verdict in
      cause(
        "it is only true for \(names.adjective) \(names.matrices); with \(names.matrices) declared so the "
          + "claim is \(verdict.rawValue)")
    }
  }

  /// What is true of the author's own formula besides that an edit mends it: that it holds as it stands for
  /// matrices of some structure. Looked for where a transpose was moved or both sides are the author's.
  mutating func structureNote(_ mistake: Mistake) -> String {
    guard let own else { return "" }
    let claim = search.claim(own)
    var isIdentity = false
    if case .identity = claim.kind { isIdentity = true }
    guard isIdentity || mistake == .transpose || mistake == .layout,
      let (names, _) = structure(claim, Self.structures)
    else { return "" }
    return "; as it stands it is only true for \(names.adjective) \(names.matrices)"
  }

  private mutating func structure(
    _ claim: Claim, _ structures: [Structure]
  ) -> (names: (adjective: String, matrices: String), verdict: Verdict)? {
    for (properties, word) in structures {
      let square = square(claim).filter {
        $0.properties.isDisjoint(with: [.symmetric, .skew, .orthogonal])
          && !$0.properties.isSuperset(of: properties)
      }
      var choices = square.prefix(8).map { [$0] }
      if square.count > 1 { choices.append(square) }
      for choice in choices {
        guard let verdict = holds(narrowed(claim, choice, properties)) else { continue }
        return ((word, choice.map(\.name).joined(separator: " and ")), verdict)
      }
    }
    return nil
  }

  /// The claim is true where the columns, or the rows, of a matrix sum to one. A row of ones is no likely column
  /// of sums.
  private mutating func summedOnly(_ claim: Claim, _ isLikely: (Variable) -> Bool) -> Cause? {
    for variable in claim.variables.filter({ !$0.shape.isScalar && isLikely($0) }).prefix(6) {
      let shape = variable.shape
      let sums: [Structure] =
        (shape.isRow ? [] : [(.columnsSumToOne, "columns")])
        + (shape.isColumn ? [] : [(.rowsSumToOne, "rows")])
      for (properties, word) in sums where !variable.properties.isSuperset(of: properties) {
        guard let verdict = holds(narrowed(claim, [variable], properties)) else { continue }
        return cause(
          "it is only true where the \(shape.isColumn || shape.isRow ? "entries" : word) of "
            + "\(variable.name) sum to 1; with \(word) sum to 1 declared of \(variable.name) the "
            + "claim is \(verdict.rawValue)")
      }
    }
    return nil
  }

  /// The claim is true of positive entries.
  private mutating func positiveOnly(_ claim: Claim) -> Cause? {
    let free = claim.variables.filter { $0.properties.isEmpty && $0.range == nil }
    var choices = free.prefix(6).map { [$0] }
    if free.count > 1 { choices.append(free) }
    for choice in choices {
      guard let verdict = holds(narrowed(claim, choice, .positive)) else { continue }
      let names = choice.map(\.name).joined(separator: " and ")
      return cause(
        "it is only true for positive \(names); with \(names) declared so the claim is "
          + verdict.rawValue)
    }
    return nil
  }

  /// The claim takes an inverse that exists only where one size is not below another.
  mutating func orderedOnly() -> Cause? {
    guard let own else { return nil }
    let claim = search.claim(own)
    let names = claim.sizeNames
    guard (2...4).contains(names.count), claim.takesInverse,
      claim.claimed.shape == claim.expectedShape
    else { return nil }
    for lesser in names {
      for greater in names where greater != lesser && !isOrdered(lesser, greater) {
        var prover = search.prover
        prover.orders.append(SizeOrder(Dimension(lesser), atMost: Dimension(greater)))
        guard prover.confirm(claim) == .confirmed, prover.decide(claim).verdict.holds else {
          continue
        }
        let order = "\(lesser) <= \(greater)"
        return cause("it is only true for \(order); with assume \(order) the claim holds")
      }
    }
    return nil
  }

  /// Whether an order of two sizes is declared: with the other one as well they would be equal.
  private func isOrdered(_ a: String, _ b: String) -> Bool {
    search.prover.orders.contains { order in
      let names = order.lesser.names + order.greater.names
      return names.contains(a) && names.contains(b)
    }
  }

  private mutating func squareOnly(_ claim: Claim) -> Cause? {
    let distinct = claim.sizeNames
    guard let first = distinct.first, distinct.count > 1 else { return nil }
    let sizes = Dictionary(uniqueKeysWithValues: distinct.map { ($0, Dimension(first)) })
    let narrowed = claim.resized(sizes)
    guard narrowed.claimed.shape == narrowed.expectedShape,
      let verdict = holds(narrowed)
    else { return nil }
    return cause(
      "it is only true for square matrices; with \(distinct.joined(separator: " = ")) the claim is "
        + verdict.rawValue)
  }
}

extension Claim {
  /// The variables whose entries what it is about adds up.
  fileprivate var summedVariables: Set<Variable> {
    let sums: Set<MatrixFunction> = [.sum, .columnSums, .rowSums]
    return Set(
      stated.flatMap(\.postorder).compactMap { node in
        guard case .call(let function) = node.operation, sums.contains(function),
          case .variable(let variable) = node.operands[0].operation
        else { return nil }
        return variable
      })
  }

  /// The names of sizes in its variables, in the order of their first use.
  fileprivate var sizeNames: [String] {
    let names = variables.flatMap { $0.shape.rows.names + $0.shape.columns.names }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The functions and sides it speaks of besides the claimed side.
  private var stated: [Expression] {
    switch kind {
    case .identity(let right): [right]
    case .gradient(let function, _), .jacobian(let function, _), .hessian(let function, _),
      .differential(let function, _, _):
      [function]
    }
  }

  fileprivate var takesInverse: Bool {
    (stated + [claimed]).contains { side in
      side.postorder.contains { node in
        guard case .call(let function) = node.operation else { return false }
        return ["inv", "pinv", "solve"].contains(function.name)
      }
    }
  }
}
