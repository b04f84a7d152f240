package import MatrixCalculus
import Notation

/// What must hold for a claim or a result to make sense.
package struct Conditions {
  private var reader = SignReader()
  private var found: [Condition] = []
  /// What has been read.
  private var known: Set<Expression> = []
  /// How often the results are differentiated.
  private let maximalOrder: Int
  /// What they are differentiated by; nil where everything moves.
  private let moving: Set<Variable>?
  /// The nodes that have been read and do not move.
  private var still: Set<Expression> = []
  /// How often what is read now is differentiated.
  private var order: Int
  /// Whether what stands for pseudoinverses that are not differentiated is known to hold at any rank.
  private let isAtAnyRank: Bool

  /// The conditions under which an expression is defined, and differentiable where asked, in the
  /// order of its parts: `x > 0`, `A invertible`, `z != 0`.
  ///
  /// What is declared of variables, plain from the form, or follows from the other conditions is left out.
  package static func of(_ expression: Expression, isDifferentiated: Bool) -> [String] {
    found(in: [(expression, isDifferentiated ? 1 : 0)]).map { $0.text() }.unique
  }

  /// The conditions of expressions that are differentiated so often each.
  ///
  /// - Parameters:
  ///   - variable: what they are differentiated by; kinks of what does not hold it do not matter.
  ///   - isAtAnyRank: whether what is said of pseudoinverses that are not differentiated holds at any rank.
  static func found(
    in expressions: [(value: Expression, order: Int)], wrt variable: Variable? = nil,
    atAnyRank isAtAnyRank: Bool = false
  ) -> [Condition] {
    var all: [Condition] = []
    for (value, order) in expressions {
      let found = read(
        value, order: order, wrt: variable.map { [$0] }, atAnyRank: isAtAnyRank)
      all += found.filter { !all.contains($0) }
    }
    return all.withoutImplied
  }

  /// The conditions of derivatives taken one after the other, and of the result.
  package static func of(
    _ result: Expression, derivedBy steps: [(function: Expression, variable: Variable)]
  ) -> [String] {
    let found = steps.flatMap { read($0.function, order: 1, wrt: [$0.variable]) }
    return (found + read(result, order: 0, wrt: nil)).withoutImplied.map { $0.text() }.unique
  }

  /// Those of one expression. What it simplifies to has the same values wherever it has one, so that it is enough
  /// where that has derivatives: relu(x) − relu(−x) is x.
  private static func read(
    _ value: Expression, order: Int, wrt variables: [Variable]?, atAnyRank isAtAnyRank: Bool = true
  ) -> [Condition] {
    func found(_ expression: Expression, _ order: Int) -> [Condition] {
      var conditions = Conditions(order: order, wrt: variables, atAnyRank: isAtAnyRank)
      conditions.read(expression)
      return conditions.found
    }
    let whole = found(value, order)
    guard order > 0, !whole.isEmpty else { return whole }
    let same = ([value.simplified] + [value.withoutIdleMaxima].compactMap { $0 })
      .filter { $0 != value }
    guard !same.isEmpty else { return whole }
    let domain = found(value, 0)
    let apart = same.map { other in
      domain + found(other, order).filter { !domain.contains($0) }
    }
    return ([whole] + apart).min { $0.withoutImplied.burden < $1.withoutImplied.burden } ?? whole
  }

  /// Under which conditions a function has the derivatives asked for, in the order of its parts.
  package static func ofSlope(
    of function: Expression, wrt variables: [Variable], order: Int = 1
  ) -> [String] {
    read(function, order: order, wrt: variables).withoutImplied.map { $0.text() }.unique
  }

  /// The conditions of a result derived from a function: those of the function, and those that it brings.
  ///
  /// - Complexity: O(n) for n distinct nodes.
  package static func of(
    derived result: Expression, from function: Expression, wrt variables: [Variable]
  ) -> [String] {
    of(derived: [result], from: function, wrt: variables, naming: [:]).common
  }

  /// The conditions of several results derived from one function: those of the function and of the first result,
  /// and for each other those that it brings besides, or one before it.
  ///
  /// - Parameter letters: what parts of the function are called in what is shown.
  /// - Complexity: O(n) for n distinct nodes in all, beside O(c²) for c conditions.
  package static func of(
    derived results: [Expression], from function: Expression, wrt variables: [Variable],
    naming letters: [Expression: Variable]
  ) -> (common: [String], own: [[String]]) {
    let found = found(results, function, variables)
    let common = (found.first ?? []).withoutImplied
    let own = found.map { $0.filter { !common.contains($0) }.withoutImplied(by: common) }
    return (
      common.map { $0.text(letters) }.unique, own.map { $0.map { $0.text(letters) }.unique }
    )
  }

  /// For each result the conditions of the function, its own and those of the results before it.
  private static func found(
    _ results: [Expression], _ function: Expression, _ variables: [Variable]
  ) -> [[Condition]] {
    let common = read(function, order: 1, wrt: variables)
    var conditions = Conditions(order: 0, wrt: nil, atAnyRank: true)
    return results.map { result in
      conditions.read(result)
      return common + conditions.found.filter { !common.contains($0) }
    }
  }

  private init(order: Int, wrt variables: [Variable]?, atAnyRank isAtAnyRank: Bool) {
    (maximalOrder, self.order, moving) = (order, order, variables.map { Set($0) })
    self.isAtAnyRank = isAtAnyRank
  }

  private var isDifferentiated: Bool { order > 0 }

  private mutating func read(_ expression: Expression) {
    let nodes = expression.postorder { known.contains($0) }
    noteStill(nodes)
    let absorbed = absorbed(nodes, expression)
    known.formUnion(nodes.filter { !absorbed.contains($0) })
    for node in nodes where !absorbed.contains(node) {
      order = order(at: node)
      switch node.operation {
      case .power: readPower(node)
      case .matrixPower: readMatrixPower(node)
      case .apply(let function): read(function, node.operands[0])
      case .call(let function): read(function, node)
      default: continue
      }
    }
  }

  /// Notes which nodes do not move; what they are made of comes first.
  private mutating func noteStill(_ nodes: [Expression]) {
    guard let moving else { return }
    for node in nodes {
      let isMoving =
        if case .variable(let variable) = node.operation {
          moving.contains(variable)
        } else {
          node.operands.contains { !still.contains($0) }
        }
      if !isMoving { still.insert(node) }
    }
  }

  private func order(at node: Expression) -> Int { still.contains(node) ? 0 : maximalOrder }

  /// Roots and kinks that only occur in powers that smooth them: ‖X‖² needs no condition where ‖X‖ does.
  private func absorbed(_ nodes: [Expression], _ root: Expression) -> Set<Expression> {
    var (smoothed, bare): (Set<Expression>, Set<Expression>) = ([], [root])
    for node in nodes {
      for (index, operand) in node.operands.enumerated() {
        if index == 0, node.operation == .power, let exponent = node.operands[1].rational,
          operand.isSmoothed(by: exponent, order(at: operand))
        {
          smoothed.insert(operand)
        } else if node.isEntrywiseProduct,
          operand.isSmoothed(beside: node.operands, order(at: operand))
        {
          smoothed.insert(operand)
        } else {
          bare.insert(operand)
        }
      }
    }
    return smoothed.subtracting(bare)
  }

  private mutating func readPower(_ node: Expression) {
    let base = node.operands[0]
    guard let exponent = node.operands[1].rational else {
      if (node.operands[1].leastWhole ?? -1) < 0 { require(base, .positive) }
      return
    }
    let isSmooth = exponent.isInteger || exponent > Rational(order)
    if let root = Self.squared(base) {
      if exponent.isNegative || isDifferentiated && !isSmooth { requireSome(root) }
    } else if exponent.isInteger {
      if exponent.isNegative { requireNonZero(base) }
    } else {
      require(
        base, exponent.isNegative || isDifferentiated && !isSmooth ? .positive : .nonNegative)
    }
  }

  private mutating func readMatrixPower(_ node: Expression) {
    let (base, exponent) = (node.operands[0], node.operands[1])
    if let least = exponent.leastWhole {
      if least < 0 { require(invertible: base) }
    } else {
      require(offNegativeAxis: base)
    }
  }

  private mutating func read(_ function: Function, _ argument: Expression) {
    if let formula = function.writtenOut(argument) {
      return readFormula(formula, above: [argument])
    }
    let hasKink = order > function.smoothness && function.kinks.contains(0)
    switch function.domain {
    case .everywhere: if hasKink { requireNoKink(of: function, at: argument) }
    case .positive: require(argument, .positive)
    case .nonNegative: require(argument, hasKink ? .positive : .nonNegative)
    case .nonZero: requireNonZero(argument)
    case .unitInterval: requireUnit(argument)
    case .nonZeroCosine: requireNonZero(.apply(.cos, argument))
    }
  }

  private mutating func read(_ function: MatrixFunction, _ node: Expression) {
    switch function.meaning {
    case .primitive(.inverse): require(invertible: node.operands[0])
    case .primitive(.pseudoinverse): require(rankOf: node.operands[0])
    case .primitive(.logarithm), .primitive(.squareRoot):
      require(offNegativeAxis: node.operands[0])
    case .primitive(.largest):
      if isDifferentiated { note(node.operands[0].largestApart) }
    case .primitive: return
    case .formula where function == .normInf: readLargestNorm(node.operands[0])
    case .formula where function.everywhere != nil: return
    case .formula(let formula): readFormula(formula(node.operands), above: node.operands)
    }
  }

  /// The largest sum of sizes of a row has a slope where it is one row alone, and its entries are not zero.
  private mutating func readLargestNorm(_ a: Expression) {
    guard isDifferentiated else { return }
    guard a.shape.isColumn else {
      note("no entry of the row of \(a.text) with the largest sum of sizes is 0")
      return note(MatrixFunction.rowSums(.apply(.abs, a)).largestApart)
    }
    requireSome(a)
    note(Expression.apply(.abs, a).largestApart)
  }

  /// A variable has full rank almost everywhere, what is made of others may not be able to. Without derivatives the
  /// pseudoinverse has a value at any rank.
  private mutating func require(rankOf a: Expression) {
    let isVariable = a.variables.count == 1 && a.postorder.count <= 2
    if let parts = a.simplified.rankOneParts {
      // The simplifier writes it out, dividing by these.
      parts.scalars.forEach { requireNonZero($0) }
      return parts.vectors.forEach { requireSome($0) }
    }
    if !isDifferentiated, isAtAnyRank { return }
    let isFull =
      (isVariable || isDifferentiated && !a.isMadeOfColumns)
      && !a.variables.contains(where: \.isNowhereInvertible)
    if a.shape.isSquare, isFull { return require(invertible: a) }
    note("\(a.text) of \(isFull ? "full" : "the greatest") rank")
  }

  /// The conditions of what a function abbreviates, without those of its arguments.
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
        if isDifferentiated { requireSome(arguments[0]) }
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

  private mutating func note(_ condition: String) { note(.other(condition)) }

  private mutating func note(_ condition: Condition) {
    if !found.contains(condition) { found.append(condition) }
  }
}

// MARK: Signs

extension Conditions {
  /// A condition on the sign of every entry. What is known to be positive is left out of a product, and a
  /// product of what is never negative is positive where each factor is.
  private mutating func require(_ part: Expression, _ sign: SignByForm) {
    let isLoose = part.isAbbreviation || part.operation == .sum
    let a = isLoose && part.isBrief ? part.simplified : part
    guard reader.sign(of: a) < sign else { return }
    if let factors = entrywiseFactors(of: a) {
      let open = factors.filter { reader.sign(of: $0) < .positive }
      if open.allSatisfy({ reader.sign(of: $0) == .nonNegative }) {
        return open.forEach { require($0, sign) }
      }
      if open.count < factors.count, open.contains(where: { $0.rational == nil }) {
        return require(a.operation == .hadamard ? .hadamard(open) : .product(open), sign)
      }
    }
    if let root = vanishing(a) { return requireSome(root) }
    if reader.sign(of: a) == .nonNegative, a.isMagnitude { return requireNonZero(a) }
    if a.isOddFunction || a.operation == .apply(.relu) { return require(a.operands[0], sign) }
    if sign == .positive, let base = a.complementOfSquare { return requireUnit(base) }
    note(sign == .positive ? .positive(a.signNormalized) : .nonNegative(a.signNormalized))
  }

  /// A condition on every entry.
  private mutating func requireNonZero(_ a: Expression) {
    if let value = a.rational, value != .zero { return }
    guard reader.sign(of: a) < .positive else { return }
    if a.isAbbreviation, a.isBrief, case let written = a.simplified, written != a {
      return requireNonZero(written)
    }
    if let factors = entrywiseFactors(of: a) { return factors.forEach { requireNonZero($0) } }
    if a.operation == .power || a.operation == .transpose || a.vanishesWithArgument {
      return requireNonZero(a.operands[0])
    }
    if let root = vanishing(a) { return requireSome(root) }
    if let same = a.without(.permutation) { return requireNonZero(same) }
    note(.nonZero(a.withoutSign))
  }

  /// Of a skew matrix the diagonal is zero all around, and no kink matters there: only the other entries count.
  private func skewCondition(_ a: Expression) -> String? {
    guard a.isBrief, a.shape.isSquare, !a.shape.isScalar else { return nil }
    let whole = a.simplified
    guard whole.isKnown(.skew) == true else { return nil }
    return whole.differences.map { "no two entries of \($0.text) equal" }
      ?? "no entry of \(whole.text) beside the diagonal is 0"
  }

  /// That a function with a kink at zero has a derivative: of what is never negative the positive part is the
  /// thing itself, and where a positive part is zero it stays so nearby.
  private mutating func requireNoKink(of function: Function, at a: Expression) {
    if function.isIdentityAboveZero, reader.sign(of: a) >= .nonNegative { return }
    if let condition = skewCondition(a) { return note(condition) }
    if a.operation == .apply(.relu) || a.operation == .apply(.step) {
      return requireNonZero(a.operands[0])
    }
    let clipped = Clipped(a.isBrief ? a.simplified : a)
    if clipped?.isNowhereZero ?? false { return }
    requireNonZero(clipped?.zero ?? a)
  }

  /// That not all entries of a matrix are zero.
  private mutating func requireSome(_ root: Expression) {
    if root.shape.isScalar {
      requireNonZero(root)
    } else if let same = root.without(.invertible) ?? root.zeroArgument {
      requireSome(same)
    } else if let parts = root.inShortForm.rankOneParts, parts.vectors.count > 1 {
      parts.scalars.forEach { requireNonZero($0) }
      parts.vectors.forEach { requireSome($0) }
    } else {
      note(.some(root.withoutSign))
    }
  }

  private mutating func requireUnit(_ a: Expression) {
    if !a.bounds().isWithinUnit { note(.unit(a.withoutLeadingSign)) }
  }

  /// The factors of a number, or of an entrywise product.
  private func entrywiseFactors(of a: Expression) -> [Expression]? {
    let matrices = a.operands.filter { !$0.shape.isScalar }
    let isSplit = a.operation == .hadamard || a.operation == .product && matrices.count <= 1
    return isSplit && a.operands.count > 1 ? a.operands : nil
  }

  /// X where a number is zero only where all entries of X are: ‖X‖, sums of what is never negative, and
  /// quadratic forms of positive definite matrices.
  private mutating func vanishing(_ a: Expression) -> Expression? {
    if a.operation == .call(.norm2) { return a.operands[0] }
    if a.operation == .call(.sum), reader.sign(of: a.operands[0]) >= .nonNegative {
      return a.operands[0]
    }
    return Self.squared(a) ?? a.quadraticRoot
  }
}

// MARK: Spectra

extension Conditions {
  private mutating func require(invertible matrix: Expression) {
    let block = matrix.repeatedBlock ?? matrix
    let a = block.isBrief ? block.simplified : block
    guard a.isKnown(.invertible) != true else { return }
    switch a.operation {
    case .transpose, .matrixPower, .call(.inv): require(invertible: a.operands[0])
    case .call(.diag) where a.operands[0].shape.isColumn: requireNonZero(a.operands[0])
    case .product: require(invertibleProduct: a)
    default: note(.invertible(a))
    }
  }

  /// Numbers must not be zero, and factors that are known to have inverses do not matter.
  private mutating func require(invertibleProduct a: Expression) {
    for scalar in a.operands where scalar.shape.isScalar { requireNonZero(scalar) }
    let chain = a.operands.filter { !$0.shape.isScalar }
    let open = chain.filter { $0.shape != a.shape || $0.isKnown(.invertible) != true }
    let bases = Set(open.map { $0.operation == .transpose ? $0.operands[0] : $0 })
    if bases.count == 1, open[0].shape == a.shape {
      require(invertible: open[0])
    } else if !open.isEmpty {
      note(.invertible(.product(chain)))
    }
  }

  private mutating func require(offNegativeAxis matrix: Expression) {
    let a = matrix.repeatedBlock ?? matrix
    if a.operation == .transpose { return require(offNegativeAxis: a.operands[0]) }
    if a.isKnown(.positiveDefinite) != true { note(.offNegativeAxis(a)) }
  }
}

extension Conditions {
  /// A condition for an expression to have a value that is met nowhere; nil where none is found.
  package static func emptiness(of expression: Expression) -> String? {
    read(expression, order: 0, wrt: nil).first(where: \.isMetNowhere)?.text()
  }
}

extension Expression {
  /// X where it is [X V; 0 X], which has the eigenvalues of X, or that of X′.
  fileprivate var repeatedBlock: Expression? {
    repeatedBlocks.map { $0.x.operation == .transpose ? $0.x.operands[0] : $0.x }
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
}
