import MatrixCalculus

/// Inequalities of products of columns and of matrices.
extension KnownInequalities {
  /// A product x′ M y of columns, or tr X′ Y, by all its cuts.
  mutating func readProduct(_ node: Expression) {
    for (x, y) in node.halves.prefix(Self.mostParts) {
      let (a, b) = (MatrixFunction.norm2(x), MatrixFunction.norm2(y))
      let product = MatrixFunction.sum(.hadamard([x, y]))
      noteBetween(product, a * b)
      note(a * b - .apply(.abs, product))
      note(.power(a * b, Rational(2)) - .power(product, Rational(2)))
      noteBetween(
        product, .product((x.flatFactors + y.flatFactors).map { MatrixFunction.norm2($0) }))
      note(.power(a, Rational(2)))
      note(.power(b, Rational(2)))
      readWeights(x, y)
      readWeights(y, x)
    }
    for (x, middle, y) in node.thirds.prefix(Self.mostParts) { readForm(x, middle, y) }
  }

  /// A mean with weights lies between the least and the largest.
  mutating func readWeights(_ weights: Expression, _ y: Expression) {
    let has: [Properties] = [.nonNegative, .columnsSumToOne]
    guard y.shape.isColumn, has.allSatisfy({ weights.isKnown($0) == true }) else {
      return
    }
    let mean = MatrixFunction.sum(.hadamard([weights, y]))
    note(MatrixFunction.max()(y) - mean)
    note(mean - MatrixFunction.min()(y))
  }

  /// x′ M y of a semidefinite matrix, and of a projection.
  mutating func readForm(_ x: Expression, _ middle: Expression, _ y: Expression) {
    guard middle.isKnown(.positiveSemidefinite) == true else { return }
    func form(_ a: Expression, _ b: Expression) -> Expression {
      .product([a.transposed, middle, b])
    }
    for side in x == y ? [x] : [x, y] {
      note(form(side, side))
      guard middle.isProjection || middle.isCentering else { continue }
      note(.power(MatrixFunction.norm2(side), Rational(2)) - form(side, side))
    }
    if x != y {
      note(form(x, x) * form(y, y) - .power(form(x, y), Rational(2)))
      let roots = Expression.apply(.sqrt, form(x, x)) * .apply(.sqrt, form(y, y))
      noteBetween(form(x, y), roots)
    }
  }
}

extension Expression {
  fileprivate var isCentering: Bool {
    if case .call(let function) = operation { function.isCentering } else { false }
  }

  /// What an entry or another abbreviation stands for.
  var writtenOut: Expression {
    guard case .call(let function) = operation, case .formula(let formula) = function.meaning
    else { return self }
    return formula(operands)
  }

  /// The factors of a product that is a number, or of what a trace is taken of.
  private var scalarChain: (factors: [Expression], isCyclic: Bool) {
    switch operation {
    case .product where shape.isScalar:
      (operands.filter { !$0.shape.isScalar }.flatMap(\.flatFactors), false)
    case .call(.trace): (operands[0].flatFactors, true)
    default: ([], false)
    }
  }

  /// X and Y for each way to write it as Σ X ∘ Y by cutting a product in two.
  fileprivate var halves: [(Expression, Expression)] {
    if operation == .call(.sum), operands[0].operation == .hadamard, operands[0].operands.count == 2
    {
      return [(operands[0].operands[0], operands[0].operands[1])]
    }
    let (chain, isCyclic) = scalarChain
    guard chain.count > 1, chain.count < 9 else { return [] }
    let starts = isCyclic ? Array(chain.indices) : [0]
    return starts.flatMap { start -> [(Expression, Expression)] in
      let cycle = Array(chain[start...] + chain[..<start])
      return (1..<cycle.count).map { (cycle.turnedProduct(upTo: $0), cycle.product(from: $0)) }
    }
  }

  /// x, M and y for each way to write a number as x′ M y with a square matrix M.
  fileprivate var thirds: [(Expression, Expression, Expression)] {
    let (chain, isCyclic) = scalarChain
    guard chain.count > 2, chain.count < 9, !isCyclic else { return [] }
    let cuts = (1..<chain.count - 1).flatMap { first in
      (first + 1..<chain.count).map { (first, $0) }
    }
    return cuts.compactMap { first, last in
      let middle = Expression.product(Array(chain[first..<last]))
      guard middle.shape.isSquare else { return nil }
      return (chain.turnedProduct(upTo: first), middle, chain.product(from: last))
    }
  }
}

extension [Expression] {
  /// (A B …)′ of the first so many.
  fileprivate func turnedProduct(upTo cut: Int) -> Expression {
    .product(self[..<cut].reversed().map(\.turned))
  }

  fileprivate func product(from cut: Int) -> Expression { .product(Array(self[cut...])) }
}
