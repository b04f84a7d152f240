package import MatrixCalculus
import Notation

/// What must hold for a claim or a result to make sense.
package struct Conditions {
  private var reader = SignReader()
  private var found: [String] = []
  /// What has been read.
  private var known: Set<Expression> = []
  private let isDifferentiated: Bool

  /// The conditions under which an expression is defined, and differentiable where asked, in the
  /// order of its parts: `x > 0`, `A invertible`, `z != 0`.
  ///
  /// What is declared of variables, or plain from the form, is left out.
  package static func of(_ expression: Expression, isDifferentiated: Bool) -> [String] {
    var conditions = Conditions(isDifferentiated: isDifferentiated)
    conditions.read(expression)
    return conditions.found
  }

  /// The conditions of several results derived from one function: for each those of the function, and
  /// those that it or one before it brings.
  ///
  /// - Complexity: O(n) for n distinct nodes in all.
  package static func of(derived results: [Expression], from function: Expression) -> [[String]] {
    var conditions = Conditions(isDifferentiated: true)
    conditions.read(function)
    let common = conditions.found
    conditions = Conditions(isDifferentiated: false)
    return results.map { result in
      conditions.read(result)
      return common + conditions.found.filter { !common.contains($0) }
    }
  }

  private init(isDifferentiated: Bool) { self.isDifferentiated = isDifferentiated }

  private mutating func read(_ expression: Expression) {
    let order = expression.postorder { known.contains($0) }
    let absorbed = Self.absorbed(order, expression)
    known.formUnion(order.filter { !absorbed.contains($0) })
    for node in order where !absorbed.contains(node) {
      switch node.operation {
      case .power: readPower(node)
      case .matrixPower:
        if node.operands[1].rational?.isNegative ?? true { require(invertible: node.operands[0]) }
      case .apply(let function): read(function, node.operands[0])
      case .call(let function): read(function, node)
      default: continue
      }
    }
  }

  /// Roots that only occur squared: ‖X‖² needs no condition where ‖X‖ does.
  private static func absorbed(_ order: [Expression], _ root: Expression) -> Set<Expression> {
    var (squared, bare): (Set<Expression>, Set<Expression>) = ([], [root])
    for node in order {
      for (index, operand) in node.operands.enumerated() {
        if index == 0, node.operation == .power, let exponent = node.operands[1].rational,
          exponent.isInteger, exponent.numerator > 0, exponent.numerator.isMultiple(of: 2)
        {
          squared.insert(operand)
        } else {
          bare.insert(operand)
        }
      }
    }
    return squared.subtracting(bare)
  }

  private mutating func readPower(_ node: Expression) {
    let base = node.operands[0]
    if let exponent = node.operands[1].rational, let root = Self.squared(base) {
      let isSmooth = exponent.isInteger || exponent > .one
      if exponent.isNegative || isDifferentiated && !isSmooth { requireNonZero(root) }
      return
    }
    guard let exponent = node.operands[1].rational else {
      return node.operands[1].isWhole ? () : require(base, ">", .positive)
    }
    let isSmooth = exponent.isInteger || exponent > .one
    if exponent.isInteger {
      if exponent.isNegative { requireNonZero(base) }
    } else if exponent.isNegative || (isDifferentiated && !isSmooth) {
      require(base, ">", .positive)
    } else {
      require(base, ">=", .nonNegative)
    }
  }

  private mutating func read(_ function: Function, _ argument: Expression) {
    switch function.domain {
    case .everywhere: break
    case .positive: require(argument, ">", .positive)
    case .nonNegative:
      if isDifferentiated, function.kinks.contains(0) {
        require(argument, ">", .positive)
      } else {
        require(argument, ">=", .nonNegative)
      }
    case .nonZero: requireNonZero(argument)
    case .unitInterval: note("-1 < \(name(argument)) < 1")
    }
    if isDifferentiated, function.domain == .everywhere, function.kinks.contains(0) {
      requireNonZero(argument)
    }
  }

  private mutating func read(_ function: MatrixFunction, _ node: Expression) {
    switch function.meaning {
    case .primitive(.inverse): require(invertible: node.operands[0])
    case .primitive(.pseudoinverse): require(rankOf: node.operands[0])
    case .primitive(.logarithm), .primitive(.squareRoot):
      require(offNegativeAxis: node.operands[0])
    case .primitive(.largest):
      if isDifferentiated { note("no two largest entries of \(node.operands[0].text) equal") }
    case .primitive: return
    case .formula where function.everywhere != nil && !isDifferentiated: return
    case .formula(let formula): readFormula(formula(node.operands), above: node.operands)
    }
  }

  /// A variable has full rank almost everywhere, what is made of others may not be able to.
  private mutating func require(rankOf a: Expression) {
    let isVariable = a.variables.count == 1 && a.postorder.count <= 2
    note("\(a.text) of \(isVariable || isDifferentiated ? "full" : "the greatest") rank")
  }

  /// The conditions of what a matrix function abbreviates, without those of its arguments.
  private mutating func readFormula(_ formula: Expression, above arguments: [Expression]) {
    let known = Set(arguments.flatMap(\.postorder))
    let nodes = formula.postorder.filter { !known.contains($0) }
    if formula.operation != .call(.det), let determinant = nodes.first(where: Self.isDeterminant) {
      // What is made of a determinant in the language asks that it does not vanish.
      return require(invertible: determinant.operands[0])
    }
    for node in nodes {
      switch node.operation {
      case .power where Self.isRootOfSquares(node):
        if isDifferentiated { requireNonZero(arguments[0]) }
      case .power: readPower(node)
      case .apply(let function): read(function, node.operands[0])
      case .call(let function): read(function, node)
      default: continue
      }
    }
  }

  /// X where the expression is the sum of the squares of the entries of X.
  private static func squared(_ base: Expression) -> Expression? {
    guard case .call(.sum) = base.operation, let squares = base.operands.first,
      case .power = squares.operation, squares.operands[1].rational == Rational(2)
    else { return nil }
    return squares.operands[0]
  }

  private static func isDeterminant(_ node: Expression) -> Bool {
    guard case .call(let function) = node.operation,
      case .primitive(.determinant) = function.meaning
    else { return false }
    return true
  }

  /// Whether it is a root of a sum of squares, which vanishes only where all entries do.
  private static func isRootOfSquares(_ node: Expression) -> Bool {
    guard node.operands[1].rational == .half, case .call(.sum) = node.operands[0].operation,
      let squares = node.operands[0].operands.first, case .power = squares.operation
    else { return false }
    return squares.operands[1].rational == Rational(2)
  }

  /// A condition on the sign of every entry. What is known to be positive is left out of a product, and a
  /// product of what is never negative is positive where each factor is.
  private mutating func require(_ a: Expression, _ relation: String, _ sign: SignByForm) {
    guard reader.sign(of: a) < sign else { return }
    if let factors = scalarFactors(of: a) {
      let open = factors.filter { reader.sign(of: $0) < .positive }
      if open.allSatisfy({ reader.sign(of: $0) == .nonNegative }) {
        return open.forEach { require($0, relation, sign) }
      }
      if !open.isEmpty, open.count < factors.count {
        return note("\(name(.product(open))) \(relation) 0")
      }
    }
    if let root = vanishing(a) { return requireSome(root) }
    note("\(name(a)) \(relation) 0")
  }

  /// A condition on every entry.
  private mutating func requireNonZero(_ a: Expression) {
    if let value = a.rational, value != .zero { return }
    guard reader.sign(of: a) < .positive else { return }
    if let factors = scalarFactors(of: a) { return factors.forEach { requireNonZero($0) } }
    if [.power, .apply(.sqrt), .apply(.abs)].contains(a.operation) {
      return requireNonZero(a.operands[0])
    }
    if let root = vanishing(a) { return requireSome(root) }
    let bare = a.withoutNumbers
    let positive = "\(name(bare)) > 0"
    if !found.contains(positive) { note("\(name(bare)) != 0") }
  }

  /// That not all entries of a matrix are zero.
  private mutating func requireSome(_ root: Expression) {
    if root.shape.isScalar {
      requireNonZero(root)
    } else {
      note("\(name(root.withoutNumbers)) != 0")
    }
  }

  /// The factors of a number.
  private func scalarFactors(of a: Expression) -> [Expression]? {
    guard a.operation == .product, a.operands.allSatisfy(\.shape.isScalar) else { return nil }
    return a.operands
  }

  /// X where a number is zero only where all entries of X are: ‖X‖, the sum of the squares of X, and
  /// quadratic forms of positive definite matrices.
  private func vanishing(_ a: Expression) -> Expression? {
    if a.operation == .call(.norm2) { return a.operands[0] }
    return Self.squared(a) ?? a.quadraticRoot
  }

  private mutating func require(invertible matrix: Expression) {
    let a = matrix.repeatedBlock ?? matrix
    if a.isKnown(.invertible) != true { note("\(name(a)) invertible") }
  }

  /// A part as its text, where that can be read: the conditions of a deep function stay linear in its depth.
  private func name(_ part: Expression) -> String {
    part.treeSize(limit: 64) < 64 ? part.simplified.text : "a part of shape \(part.shape)"
  }

  private mutating func require(offNegativeAxis matrix: Expression) {
    let a = matrix.repeatedBlock ?? matrix
    if a.isKnown(.positiveDefinite) == true { return }
    note("no eigenvalue of \(a.text) real and <= 0")
  }

  private mutating func note(_ condition: String) {
    if !found.contains(condition) { found.append(condition) }
  }
}

extension Claim {
  /// What must hold for the claim to make sense.
  package var conditions: [String] {
    let differentiated: [Expression] =
      switch kind {
      case .identity: []
      case .gradient(let function, _), .jacobian(let function, _), .hessian(let function, _),
        .differential(let function, _, _):
        [function]
      }
    let plain: [Expression] =
      if case .identity(let right) = kind { [claimed, right] } else { [claimed] }
    let all =
      differentiated.flatMap { Conditions.of($0, isDifferentiated: true) }
      + plain.flatMap { Conditions.of($0, isDifferentiated: false) }
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }
  }
}

extension Expression {
  /// X where it is [X V; 0 X], which has the eigenvalues of X, or that of X′.
  fileprivate var repeatedBlock: Expression? {
    repeatedBlocks.map { $0.x.operation == .transpose ? $0.x.operands[0] : $0.x }
  }

  /// The same without numbers in front.
  fileprivate var withoutNumbers: Expression {
    guard operation == .product else { return self }
    let rest = operands.filter { $0.rational == nil }
    return rest.isEmpty ? self : .product(rest)
  }

  /// x where it is x′ S x for a positive definite S, or x′ x.
  fileprivate var quadraticRoot: Expression? {
    guard operation == .product, shape.isScalar, operands.count >= 2, operands.count <= 16,
      operands.allSatisfy({ !$0.shape.isScalar })
    else { return nil }
    let half = operands.count / 2
    let (left, right) = (operands.prefix(half), operands.suffix(half))
    let isDefinite =
      operands.count.isMultiple(of: 2) || operands[half].isKnown(.positiveDefinite) == true
    let root = Expression.product(Array(right)).simplified
    guard isDefinite, Expression.product(Array(left)).transposed.simplified == root else {
      return nil
    }
    return root
  }

  /// Whether it is made of sizes and whole numbers, none negative, by sums and products.
  fileprivate var isWhole: Bool {
    postorder.allSatisfy { node in
      switch node.operation {
      case .size, .sum, .product: true
      case .number(let value): value.isInteger && !value.isNegative
      default: false
      }
    }
  }
}
