/// The matrix of an expression that is linear in a variable: M with vec L(V) = M vec V.
///
/// Source: J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), §2.4: vec(A V B) =
/// (Bᵀ ⊗ A) vec V; §3.7 for the commutation matrix.
package struct LinearMap {
  private let variable: Variable

  /// - Parameter expression: linear in the variable, as a derivative along it is.
  /// - Returns: the matrix, simplified; nil where the language has no form for it.
  package static func matrix(of expression: Expression, in variable: Variable) -> Expression? {
    let size = variable.shape.rows * variable.shape.columns
    let simplified = expression.simplified
    guard simplified.contains(variable) else {
      return .zeros(Shape(expression.shape.rows * expression.shape.columns, size))
    }
    return LinearMap(variable: variable).matrix(simplified)?.simplified.factored(
      leavingIdentity: true)
  }

  private init(variable: Variable) { self.variable = variable }

  private func matrix(_ x: Expression) -> Expression? {
    switch x.operation {
    case .variable(variable): return .eye(x.shape.rows * x.shape.columns)
    case .sum: return sum(x.operands)
    case .product: return product(x.operands)
    case .hadamard: return hadamard(x)
    case .transpose: return transpose(x.operands[0])
    case .call(let function): return call(function, x)
    case .number, .size, .variable, .eye, .ones, .zeros, .power, .matrixPower, .apply: return nil
    }
  }

  private func sum(_ terms: [Expression]) -> Expression? {
    var matrices: [Expression] = []
    for term in terms {
      guard let matrix = matrix(term) else { return nil }
      matrices.append(matrix.simplified)
    }
    return joined(matrices.flatMap { $0.operation == .sum ? $0.operands : [$0] })
  }

  /// diag(a) M + diag(b) M = diag(a + b) M.
  private func joined(_ terms: [Expression]) -> Expression {
    var order: [Expression] = []
    var weights: [Expression: [Expression]] = [:]
    var others: [Expression] = []
    for term in terms {
      if let (weight, rest) = term.rowsScaled {
        if weights[rest] == nil { order.append(rest) }
        weights[rest, default: []].append(weight)
      } else {
        others.append(term)
      }
    }
    let scaled = order.map { rest in
      MatrixFunction.diag(.sum(weights[rest] ?? [])).simplified * rest
    }
    return .sum(scaled + others)
  }

  /// diag(r) M.
  private func scalingRows(_ r: Expression, _ m: Expression) -> Expression {
    switch m.operation {
    case .sum: return .sum(m.operands.map { scalingRows(r, $0) })
    case .product:
      let scalars = m.operands.filter(\.shape.isScalar)
      let chain = m.operands.filter { !$0.shape.isScalar }
      guard let first = chain.first, first.shape.isColumn, !first.contains(variable) else { break }
      // diag(r) c s' = (r ∘ c) s'.
      return .product(scalars + [.hadamard([r, first])] + chain.dropFirst())
    case .ones where m.shape.isColumn: return r
    default: break
    }
    if let (weight, rest) = m.rowsScaled {
      return MatrixFunction.diag(.hadamard([r, weight])).simplified * rest
    }
    return MatrixFunction.diag(r) * m
  }

  /// The place of the one factor that moves.
  private func moving(_ factors: [Expression]) -> Int? {
    let places = factors.indices.filter { factors[$0].contains(variable) }
    return places.count == 1 ? places[0] : nil
  }

  private func product(_ factors: [Expression]) -> Expression? {
    guard let place = moving(factors) else { return nil }
    let core = factors[place]
    var others = factors
    others.remove(at: place)
    if core.shape.isScalar {
      guard let row = matrix(core) else { return nil }
      return vec(.product(others)) * row
    }
    let scalars = others.filter(\.shape.isScalar)
    let before = factors[..<place].filter { !$0.shape.isScalar }
    let after = factors[(place + 1)...].filter { !$0.shape.isScalar }
    guard let chain = chain(before, core, after) else { return nil }
    return .product(scalars + [chain])
  }

  /// vec(P L Q) = (Qᵀ ⊗ P) vec L.
  private func chain(
    _ before: [Expression], _ core: Expression, _ after: [Expression]
  ) -> Expression? {
    let p = before.isEmpty ? nil : Expression.product(before)
    let q = after.isEmpty ? nil : Expression.product(after)
    if core.isDiagonalOfColumn, let q, q.shape.isColumn, !core.operands[0].holdsDiagonal {
      // P diag(L) q = P diag(q) L.
      return matrix(core.operands[0]).map {
        .product([p, MatrixFunction.diag(q), $0].compactMap { $0 })
      }
    }
    guard let inner = matrix(core) else { return nil }
    if core.shape.isColumn, q == nil { return p.map { $0 * inner } ?? inner }
    if core.shape.isRow, p == nil { return q.map { $0.transposed * inner } ?? inner }
    let right = q?.transposed ?? .eye(core.shape.columns)
    return kron(right, p ?? .eye(core.shape.rows)) * inner
  }

  /// A ⊗ B, written as a product where both are vectors that make one.
  private func kron(_ a: Expression, _ b: Expression) -> Expression {
    if a.shape.isScalar || b.shape.isScalar { return .product([a, b]) }
    if a.shape.isRow, b.shape.isColumn { return b * a }
    if a.shape.isColumn, b.shape.isRow { return a * b }
    return MatrixFunction.kron([a, b])
  }

  private func hadamard(_ x: Expression) -> Expression? {
    guard let place = moving(x.operands), let inner = matrix(x.operands[place]) else { return nil }
    return scalingRows(vec(rest(of: x, without: place)).simplified, inner.simplified)
  }

  private func rest(of x: Expression, without place: Int) -> Expression {
    var others = x.operands
    others.remove(at: place)
    return .hadamard(others)
  }

  private func transpose(_ x: Expression) -> Expression? {
    guard let inner = matrix(x) else { return nil }
    if x.shape.isRow || x.shape.isColumn { return inner }
    return MatrixFunction.commutation(rows: x.shape.rows, columns: x.shape.columns)([]) * inner
  }

  private func vec(_ x: Expression) -> Expression {
    x.shape.isColumn ? x : x.shape.isRow ? x.transposed : MatrixFunction.vec(x)
  }

  // MARK: Functions

  private func call(_ function: MatrixFunction, _ x: Expression) -> Expression? {
    guard let first = x.operands.first else { return nil }
    let (m, n) = (first.shape.rows, first.shape.columns)
    switch function {
    case .sum: return total(first)
    case .rowSums: return matrix((first * .ones(Shape(n, .one))).simplified)
    case .columnSums: return matrix((.ones(Shape(.one, m)) * first).simplified)
    case .trace: return trace(first)
    case .diag: return diagonal(first)
    case .lowerPart, .upperPart:
      return matrix(first).map { scalingRows(vec(function(.ones(first.shape))), $0.simplified) }
    case .beside: return stacked(x.operands)
    case .above where x.shape.isColumn: return stacked(x.operands)
    case .kron where x.shape.isColumn: return kroneckerOfColumns(x.operands[0], x.operands[1])
    case .kron: return kronecker(x.operands[0], x.operands[1])
    default: return part(function, first)
    }
  }

  /// vec diag(x) = diag(vec I) (1 ⊗ I) x, and diag(L) = (1ᵀ ⊗ I) diag(vec I) vec L of a square matrix. Of a
  /// column with a diagonal among its factors, vec diag(c ∘ diag(L)) = diag(vec diag(c)) vec L.
  private func diagonal(_ x: Expression) -> Expression? {
    let n = x.shape.rows
    if x.shape.isColumn, x.operation == .sum, x.holdsDiagonal {
      return sum(x.operands.map { MatrixFunction.diag($0).simplified })
    }
    if x.shape.isColumn, let (weights, square) = x.weightedDiagonal(of: variable) {
      let weight = MatrixFunction.diag(weights.isEmpty ? .ones(x.shape) : .hadamard(weights))
      return matrix(square).map { scalingRows(vec(weight).simplified, $0.simplified) }
    }
    guard let inner = matrix(x) else { return nil }
    let places = MatrixFunction.diag(MatrixFunction.vec(.eye(n)))
    return x.shape.isColumn
      ? .product([places, MatrixFunction.kron([.ones(Shape(n, .one)), .eye(n)]), inner])
      : .product([MatrixFunction.kron([.ones(Shape(.one, n)), .eye(n)]), places, inner])
  }

  /// vec(A ⊗ B) = (I ⊗ K ⊗ I) (vec A ⊗ vec B) for the commutation matrix K between the columns of A and B.
  ///
  /// Source: J. Magnus, H. Neudecker, "Matrix Differential Calculus" (2019), §3.7, theorem 3.10.
  private func kronecker(_ a: Expression, _ b: Expression) -> Expression? {
    guard a.contains(variable) != b.contains(variable) else { return nil }
    let middle = MatrixFunction.commutation(rows: b.shape.columns, columns: a.shape.rows)([])
    let turning = kron(kron(.eye(a.shape.columns), middle), .eye(b.shape.rows))
    let stacked =
      a.contains(variable)
      ? matrix(a).map { kron(.eye(a.shape.rows * a.shape.columns), vec(b)) * $0 }
      : matrix(b).map { kron(vec(a), .eye(b.shape.rows * b.shape.columns)) * $0 }
    return stacked.map { turning * $0 }
  }

  /// L ⊗ b is (I ⊗ b) L for columns, b ⊗ L is (b ⊗ I) L.
  private func kroneckerOfColumns(_ a: Expression, _ b: Expression) -> Expression? {
    guard a.contains(variable) != b.contains(variable) else { return nil }
    return a.contains(variable)
      ? matrix(a).map { kron(.eye(a.shape.rows), b) * $0 }
      : matrix(b).map { kron(a, .eye(b.shape.rows)) * $0 }
  }

  /// The entries in another shape, or whole columns of them.
  private func part(_ function: MatrixFunction, _ x: Expression) -> Expression? {
    if case .primitive(.reshape) = function.meaning { return matrix(x) }
    guard let stretch = function.stretch, stretch.isColumns || x.shape.isColumn,
      let inner = matrix(x)
    else { return nil }
    let height = stretch.isColumns ? x.shape.rows : .one
    let skipped = (stretch.first - .one) * height
    return MatrixFunction.rows(from: skipped + .one, to: stretch.last * height)(inner)
  }

  private func total(_ x: Expression) -> Expression? {
    if x.operation == .hadamard, let place = moving(x.operands),
      let inner = matrix(x.operands[place])
    {
      return vec(rest(of: x, without: place)).transposed * inner
    }
    let (m, n) = (x.shape.rows, x.shape.columns)
    let whole = Expression.product(
      (m == .one ? [] : [.ones(Shape(.one, m))]) + [x] + (n == .one ? [] : [.ones(Shape(n, .one))]))
    return whole == x ? matrix(x) : matrix(Simplifier.product(flat(whole)))
  }

  private func flat(_ x: Expression) -> [Expression] {
    x.operands.flatMap { $0.operation == .product ? $0.operands : [$0] }
  }

  /// tr(P L Q) = vec((Q P)ᵀ)ᵀ vec L.
  private func trace(_ x: Expression) -> Expression? {
    guard x.operation == .product, let place = moving(x.operands),
      !x.operands[place].shape.isScalar
    else {
      if x.operation == .sum { return sum(x.operands.map { MatrixFunction.trace($0).simplified }) }
      return matrix(x).map { vec(.eye(x.shape.rows)).transposed * $0 }
    }
    let core = x.operands[place]
    guard let inner = matrix(core) else { return nil }
    let scalars = x.operands.filter(\.shape.isScalar)
    let around =
      x.operands[(place + 1)...].filter { !$0.shape.isScalar }
      + x.operands[..<place].filter { !$0.shape.isScalar }
    let weight = around.isEmpty ? Expression.eye(x.shape.rows) : .product(around)
    return .product(scalars + [vec(weight.transposed).transposed, inner])
  }

  /// One under the other, with zeros for what does not move.
  private func stacked(_ parts: [Expression]) -> Expression? {
    let width = variable.shape.rows * variable.shape.columns
    var rows: [Expression] = []
    for part in parts {
      if part.contains(variable) {
        guard let inner = matrix(part) else { return nil }
        rows.append(inner)
      } else {
        guard part.isZero else { return nil }
        rows.append(.zeros(Shape(part.shape.rows * part.shape.columns, width)))
      }
    }
    return MatrixFunction.above(rows)
  }
}

extension Expression {
  /// Whether it is the diagonal of a square matrix, or an entrywise product or a sum with one.
  fileprivate var holdsDiagonal: Bool {
    switch operation {
    case .call(.diag): !operands[0].shape.isColumn
    case .hadamard, .sum, .product: operands.contains { $0.shape == shape && $0.holdsDiagonal }
    default: false
    }
  }

  /// The factors of an entrywise product beside the diagonal of a square matrix that holds the variable, and
  /// that matrix.
  fileprivate func weightedDiagonal(
    of variable: Variable
  ) -> (weights: [Expression], square: Expression)? {
    let factors = operation == .hadamard ? operands : [self]
    let places = factors.indices.filter { factors[$0].contains(variable) }
    guard places.count == 1, factors[places[0]].operation == .call(.diag),
      !factors[places[0]].operands[0].shape.isColumn
    else { return nil }
    var weights = factors
    weights.remove(at: places[0])
    return (weights, factors[places[0]].operands[0])
  }

  /// r and M where the matrix is diag(r) M, scalars counted to r; M is the identity for diag(r) itself.
  fileprivate var rowsScaled: (weight: Expression, rest: Expression)? {
    let factors = operation == .product ? operands : [self]
    let scalars = factors.filter(\.shape.isScalar)
    let chain = factors.filter { !$0.shape.isScalar }
    guard let first = chain.first, first.operation == .call(.diag),
      first.operands[0].shape.isColumn
    else { return nil }
    let rest =
      chain.count > 1 ? .product(Array(chain.dropFirst())) : Expression.eye(first.shape.rows)
    return (.product(scalars + [first.operands[0]]), rest)
  }
}
