import MatrixCalculus

/// What the form of an expression says of the signs of its entries.
enum SignByForm: Int, Comparable {
  case unknown
  case nonNegative
  case positive

  static func < (a: SignByForm, b: SignByForm) -> Bool { a.rawValue < b.rawValue }
}

/// Reads signs off expressions, node by node.
struct SignReader {
  private var signs: [Expression: SignByForm] = [:]
  /// What is known of parts beside their form.
  private let assumed: [Expression: Bounds]

  /// - Parameter seeksInequalities: whether known inequalities are sought for sums, which takes a while.
  init(assuming assumed: [Expression: Bounds] = [:], seeksInequalities: Bool = true) {
    self.assumed = assumed
    self.seeksInequalities = seeksInequalities
  }

  private let seeksInequalities: Bool

  /// Whether what is read is short enough for known inequalities to be sought for its parts.
  private var isShort = true
  /// So many nodes, written out as a tree, may have what inequalities are sought for.
  private static let longest = 128

  /// - Complexity: O(n) for n distinct nodes not read before.
  mutating func sign(of expression: Expression) -> SignByForm {
    isShort = seeksInequalities && expression.treeSize(limit: Self.longest) < Self.longest
    for node in expression.postorder where signs[node] == nil {
      let sign = read(node, node.operands.map { signs[$0] ?? .unknown })
      signs[node] = max(sign, assumed[node]?.low.sign ?? .unknown)
    }
    return signs[expression] ?? .unknown
  }

  private mutating func read(_ node: Expression, _ operands: [SignByForm]) -> SignByForm {
    switch node.operation {
    case .number(let value): Self.sign(value)
    case .size, .ones: .positive
    case .zeros, .eye: .nonNegative
    case .variable(let variable): Self.sign(variable)
    case .sum: sum(node, operands)
    case .product: max(product(node, operands), node.bounds(assuming: assumed).low.sign)
    case .hadamard: product(node, operands)
    case .transpose: operands[0]
    case .power: Self.power(operands[0], node.operands[1].rational)
    case .matrixPower: .unknown
    case .apply(.relu): max(operands[0], .nonNegative)
    case .apply(.log): sign(ofLogarithm: node.operands[0])
    case .apply(.cos): node.bounds(assuming: assumed).low.sign
    case .apply(let function): Self.sign(function, operands[0])
    case .call(let function): call(function, node, operands)
    }
  }

  /// That of what the argument exceeds one by.
  private mutating func sign(ofLogarithm argument: Expression) -> SignByForm {
    guard argument.isBrief else { return .unknown }
    let excess = (argument - .ones(argument.shape)).simplified
    return excess.treeSize(limit: 64) < 64 && excess != argument ? sign(of: excess) : .unknown
  }

  private func sumBounds(_ node: Expression) -> Bounds {
    let bounds = node.bounds(assuming: assumed)
    guard bounds.low.sign == .unknown, let share = node.bySize else { return bounds }
    return share.bounds(assuming: assumed)
  }

  private static func sign(_ value: Rational) -> SignByForm {
    value > .zero ? .positive : (value == .zero ? .nonNegative : .unknown)
  }

  private static func sign(_ variable: Variable) -> SignByForm {
    let low = variable.range?.lowerBound ?? -.infinity
    if variable.properties.contains(.positive) || low > 0 { return .positive }
    return variable.properties.contains(.nonNegative) || low >= 0 ? .nonNegative : .unknown
  }

  private func sum(_ node: Expression, _ operands: [SignByForm]) -> SignByForm {
    let plain = max(Self.sum(operands), sumBounds(node).low.sign)
    guard plain == .unknown, node.isBrief else { return plain }
    let squares = CompletedSquares.sign(of: node)
    return squares == .unknown && isShort ? Inequalities.sign(of: node) : squares
  }

  /// One positive term makes a sum of terms that are not negative positive.
  private static func sum(_ terms: [SignByForm]) -> SignByForm {
    terms.contains(.unknown) ? .unknown : (terms.max() ?? .nonNegative)
  }

  private func product(_ node: Expression, _ operands: [SignByForm]) -> SignByForm {
    let least = operands.min() ?? .unknown
    guard least == .unknown else { return least }
    if node.isPositive { return .positive }
    if node.isNonNegative { return .nonNegative }
    // A quadratic form: x'*S*x of a positive semidefinite S.
    if node.shape.isScalar, node.isKnown(.positiveSemidefinite) == true { return .nonNegative }
    if node.isSquare { return .nonNegative }
    let isMultiple = node.shape.isScalar || node.operands[0].rational != nil
    return isMultiple && isShort && node.isBrief ? Inequalities.sign(of: node) : .unknown
  }

  private static func power(_ base: SignByForm, _ exponent: Rational?) -> SignByForm {
    if base == .positive { return .positive }
    guard let exponent, !exponent.isNegative else { return .unknown }
    let isEven = exponent.isInteger && exponent.numerator.isMultiple(of: 2)
    return isEven || base == .nonNegative || !exponent.isInteger ? .nonNegative : .unknown
  }

  private static func sign(_ function: Function, _ argument: SignByForm) -> SignByForm {
    switch function.meaning {
    case .primitive(.exp): .positive
    case .primitive(.abs), .primitive(.step): argument == .positive ? .positive : .nonNegative
    case .primitive(.sign), .primitive(.arctan), .primitive(.erf), .primitive(.arcsin): argument
    case .primitive(.log), .primitive(.sin), .primitive(.cos), .primitive(.arccos): .unknown
    case .formula(let formula): sign(formula, argument)
    }
  }

  private static func sign(_ formula: Entrywise, _ argument: SignByForm) -> SignByForm {
    switch formula {
    case .number(let value): return sign(value)
    case .argument: return argument
    case .result: return .unknown
    case .constant(let value):
      var reader = SignReader()
      return reader.sign(of: value)
    case .sum(let a, let b): return sum([sign(a, argument), sign(b, argument)])
    case .product(let a, let b):
      return a == b ? .nonNegative : min(sign(a, argument), sign(b, argument))
    case .power(let base, let exponent): return power(sign(base, argument), exponent)
    case .apply(let function, let inner): return sign(function, sign(inner, argument))
    }
  }

  private mutating func call(
    _ function: MatrixFunction, _ node: Expression, _ operands: [SignByForm]
  ) -> SignByForm {
    switch function.meaning {
    case .primitive(.trace): return max(operands[0], node.operands[0].signOfTrace)
    case .primitive(.determinant) where node.operands[0].hasSquareAsDeterminant: return .nonNegative
    case .primitive(.determinant):
      // det exp A = exp tr A.
      if node.operands[0].operation == .call(.expm) { return .positive }
      let structure = node.operands[0].structure
      return structure.has.contains(.positiveDefinite)
        ? .positive : structure.has.contains(.positiveSemidefinite) ? .nonNegative : .unknown
    case .primitive(.columnSums), .primitive(.rowSums):
      // Each row and column of a triangle has an entry of the diagonal.
      let triangle = node.operands[0].triangle
      return triangle.map { sign(of: $0) == .positive } ?? false ? .positive : operands[0]
    case .primitive(.sum): return max(operands[0], node.operands[0].signByDefiniteness)
    case .primitive(.diagonal), .primitive(.lowerTriangle): return min(operands[0], .nonNegative)
    case .primitive(.reshape): return operands[0]
    case .primitive(.kronecker): return min(operands[0], operands[1])
    case .primitive(.selection), .primitive(.commutation), .primitive(.largest): return .nonNegative
    case .primitive(.inverse), .primitive(.pseudoinverse), .primitive(.exponential),
      .primitive(.adjugate),
      .primitive(.sine), .primitive(.cosine), .primitive(.logarithm),
      .primitive(.squareRoot):
      return .unknown
    case .formula(let formula): return sign(of: formula(node.operands))
    }
  }
}

extension Expression {
  /// Whether it is a square, entry by entry or of a column: x ⊙ x, x'*x.
  fileprivate var isSquare: Bool {
    guard operands.count == 2 else { return false }
    let (a, b) = (operands[0], operands[1])
    return operation == .hadamard
      ? a == b || a == b.transposed : shape.isScalar && a == b.transposed
  }

  /// Whether its determinant is a square, as that of an even power and of a product of each factor twice.
  fileprivate var hasSquareAsDeterminant: Bool {
    if operation == .matrixPower, let exponent = operands[1].rational {
      return exponent.isInteger && exponent.numerator.isMultiple(of: 2)
    }
    guard operation == .product, operands.allSatisfy({ $0.shape == shape && $0.shape.isSquare })
    else { return false }
    let factors = operands.map { $0.operation == .transpose ? $0.operands[0] : $0 }
    return Dictionary(grouping: factors) { $0 }.values.allSatisfy { $0.count.isMultiple(of: 2) }
  }

  /// The square matrix of which it is the lower or the upper triangle.
  fileprivate var triangle: Expression? {
    switch operation {
    case .transpose: operands[0].triangle
    case .call(.lowerPart), .call(.upperPart): operands[0]
    default: nil
    }
  }
}
