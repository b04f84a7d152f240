import MatrixCalculus

/// A term of a sum as a number times powers of entries, and times a product of two columns or two matrices where it
/// is one: x′ S y, tr X′ Y, Σ x ∘ y.
struct PairedTerm {
  /// What two of may be multiplied.
  struct Part: Hashable {
    /// Entries and their exponents.
    var powers: [Expression: Int] = [:]
    /// The factors of a column or a matrix; none where it is only entries.
    var factors: [Expression] = []
    /// What stands between two such columns.
    var middle: Expression?

    var isOne: Bool { powers.isEmpty && factors.isEmpty }
  }

  private(set) var coefficient = Rational.one
  private var powers: [Expression: Int] = [:]
  /// The factors of a product that is a number.
  private var chain: [Expression] = []
  /// Whether the first factor may be moved to the end, as in a trace.
  private var isCyclic = false

  /// The terms of a sum, those of sums within it as well.
  static func terms(of sum: Expression, limit: Int) -> [PairedTerm]? {
    var (terms, open): ([PairedTerm], [(Rational, Expression)]) = ([], [(.one, sum)])
    while let (factor, node) = open.popLast() {
      guard terms.count + open.count < limit else { return nil }
      if node.operation == .sum {
        open += node.operands.reversed().map { (factor, $0) }
        continue
      }
      if let products = node.distributed {
        open += products.reversed().map { (factor, $0) }
        continue
      }
      var term = PairedTerm()
      term.coefficient = factor
      if let inner = node.multipleOfSum {
        guard let product = factor.multiplied(by: inner.factor) else { return nil }
        open.append((product, inner.sum))
      } else if term.take(node) {
        terms.append(term)
      } else {
        return nil
      }
    }
    return terms
  }

  // MARK: Reading

  private mutating func take(_ node: Expression, exponent: Int = 1) -> Bool {
    switch node.operation {
    case .number(let value):
      for _ in 0..<exponent {
        guard let product = coefficient.multiplied(by: value) else { return false }
        coefficient = product
      }
      return true
    case .ones where exponent == 1: return true
    case .hadamard: return node.operands.allSatisfy { take($0, exponent: exponent) }
    case .product: return take(product: node, exponent)
    case .apply(.square): return take(node.operands[0], exponent: 2 * exponent)
    case .power:
      if let inner = node.operands[1].rational, inner.isInteger, (1...8).contains(inner.numerator) {
        let (base, total) = (node.operands[0], inner.numerator * exponent)
        if base.operation == .call(.norm2), total == 2 { return take(squaresOf: base.operands[0]) }
        return take(base, exponent: total)
      }
    case .call(.sum) where exponent == 1 && take(summed: node.operands[0]): return true
    case .call(.trace) where exponent == 1 && chain.isEmpty:
      chain = node.operands[0].flatFactors
      isCyclic = true
      return chain.count > 1
    default: break
    }
    powers[node, default: 0] += exponent
    return exponent <= 64
  }

  private mutating func take(product node: Expression, _ exponent: Int) -> Bool {
    let scalars = node.operands.filter(\.shape.isScalar)
    let matrices = node.operands.filter { !$0.shape.isScalar && $0.operation != .ones }
    let isEntrywise =
      matrices.count <= 1 && matrices.allSatisfy { $0.shape == node.shape }
      && node.operands.count - scalars.count - matrices.count <= 1
    if !isEntrywise {
      guard node.shape.isScalar, exponent == 1, chain.isEmpty else {
        powers[node, default: 0] += exponent
        return true
      }
      chain = node.operands.filter { !$0.shape.isScalar }.flatMap(\.flatFactors)
    }
    return (isEntrywise ? scalars + matrices : scalars).allSatisfy { take($0, exponent: exponent) }
  }

  /// Σ X ∘ Y is tr X′ Y.
  private mutating func take(summed entries: Expression) -> Bool {
    guard chain.isEmpty else { return false }
    if entries.operation == .power, entries.operands[1].rational == Rational(2) {
      return take(squaresOf: entries.operands[0])
    }
    guard entries.operation == .hadamard, entries.operands.count == 2 else { return false }
    chain = entries.operands[0].turned.flatFactors + entries.operands[1].flatFactors
    isCyclic = !entries.shape.isColumn
    return true
  }

  private mutating func take(squaresOf root: Expression) -> Bool {
    guard chain.isEmpty else { return false }
    chain = root.turned.flatFactors + root.flatFactors
    isCyclic = !root.shape.isColumn
    return true
  }

  // MARK: Halves

  /// What it is a multiple of the square of.
  var root: Part? {
    guard powers.values.allSatisfy({ $0.isMultiple(of: 2) }) else { return nil }
    var root = Part(powers: powers.mapValues { $0 / 2 })
    guard !chain.isEmpty else { return root }
    // Of X and X′, which have the same squares summed, the one without the sign of the transpose.
    let halves = splits.filter { $0.left == $0.right }
    guard let half = halves.min(by: { $0.right.turns < $1.right.turns }) else { return nil }
    (root.factors, root.middle) = (half.right, half.middle)
    return root
  }

  /// Whether it is a multiple of the product of two parts.
  func isProduct(of a: Part, and b: Part) -> Bool {
    guard a.middle == b.middle, a.powers.merging(b.powers, uniquingKeysWith: +) == powers else {
      return false
    }
    if chain.isEmpty { return a.factors.isEmpty && b.factors.isEmpty }
    return splits.contains { left, middle, right in
      middle == a.middle
        && (left == a.factors && right == b.factors || left == b.factors && right == a.factors)
    }
  }

  /// All ways to cut the chain into x′ and y, or into x′, a semidefinite matrix and y.
  private var splits: [(left: [Expression], middle: Expression?, right: [Expression])] {
    let starts = isCyclic ? Array(chain.indices) : [0]
    return starts.flatMap { start in
      let cycle = Array(chain[start...] + chain[..<start])
      return (1..<max(cycle.count, 1)).flatMap { cut in
        let left = cycle[..<cut].reversed().map(\.turned)
        let plain = (left: left, middle: Expression?.none, right: Array(cycle[cut...]))
        guard cut + 1 < cycle.count, cycle[cut].isKnown(.positiveSemidefinite) == true else {
          return [plain]
        }
        return [plain, (left, cycle[cut], Array(cycle[(cut + 1)...]))]
      }
    }
  }
}

extension [Expression] {
  fileprivate var turns: Int { count { $0.operation == .transpose } }
}

extension Expression {
  /// The transpose; a symmetric matrix is its own.
  var turned: Expression {
    if operation == .transpose { return operands[0] }
    if isChain { return .product(operands.reversed().map(\.turned)) }
    return shape.isScalar || isKnown(.symmetric) == true ? self : transposed
  }

  /// Whether it is a product without numbers among its factors.
  private var isChain: Bool {
    operation == .product && operands.allSatisfy { !$0.shape.isScalar }
  }

  /// The factors of a product of matrices, its own transposes taken apart.
  var flatFactors: [Expression] {
    if isChain { return operands.flatMap(\.flatFactors) }
    guard operation == .transpose else { return [self] }
    let inner = operands[0]
    if inner.isChain || inner.operation == .transpose {
      return inner.turned.flatFactors
    }
    return inner.isKnown(.symmetric) == true ? [inner] : [self]
  }

  /// Its terms, where it is a product entry by entry with a sum in it.
  fileprivate var distributed: [Expression]? {
    guard isEntrywiseProduct, rational == nil,
      let place = operands.firstIndex(where: { $0.operation == .sum })
    else { return nil }
    return operands[place].operands.map { term in
      var factors = operands
      factors[place] = term
      return operation == .hadamard ? .hadamard(factors) : .product(factors)
    }
  }

  /// c and S where it is c S for a sum S.
  fileprivate var multipleOfSum: (factor: Rational, sum: Expression)? {
    guard operation == .product, let sum = operands.last, operands.count > 1,
      sum.operation == .sum || sum.multipleOfSum != nil
    else { return nil }
    var factor = Rational.one
    for operand in operands.dropLast() {
      guard let value = operand.rational, let product = factor.multiplied(by: value) else {
        return nil
      }
      factor = product
    }
    return (factor, sum)
  }
}
