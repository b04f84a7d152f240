extension Simplifier {
  /// An entrywise function of a simplified argument; abbreviations are written out.
  static func apply(_ function: Function, _ x: Expression) -> Expression {
    if function.isTransparent, case .formula(let formula) = function.meaning {
      return formula.lifted(z: x, y: x).simplified
    }
    if x.operation == .transpose { return transpose(apply(function, x.operands[0])) }
    if let value = valueBySign(function, x) { return value }
    if let value = undone(function, x) { return value }
    if let value = withoutSign(function, x) { return value }
    if let value = x.rational, let result = exactValue(function, value) { return .number(result) }
    if let entry = x.commonEntry {
      return product([apply(function, entry), .ones(x.shape)])
    }
    return reshaping([x], to: x.shape) { apply(function, $0[0]) } ?? .apply(function, x)
  }

  /// log eᶻ is z, and so is e^{log z} where it is defined.
  private static func undone(_ function: Function, _ x: Expression) -> Expression? {
    guard case .apply(let inner) = x.operation else { return nil }
    return (function, inner) == (.log, .exp) || (function, inner) == (.exp, .log)
      ? x.operands[0] : nil
  }

  /// The value where the signs of all entries are known.
  private static func valueBySign(_ function: Function, _ x: Expression) -> Expression? {
    switch function {
    case .abs where x.operation == .call(.det): valueOfDeterminant(x)
    case .step where x.operation == .sum: Clipped(x)?.step ?? valueOfSign(function, x)
    case .abs, .relu, .sign, .step: valueOfSign(function, x)
    default: nil
    }
  }

  private static func valueOfSign(_ function: Function, _ x: Expression) -> Expression? {
    let isMagnitude = function == .abs || function == .relu
    if isMagnitude ? x.isNonNegative : x.isPositive { return isMagnitude ? x : .ones(x.shape) }
    let opposite = scale(.minusOne, x)
    switch function {
    case .abs: return opposite.isNonNegative ? opposite : nil
    case .sign: return opposite.isPositive ? scale(.minusOne, .ones(x.shape)) : nil
    default: return opposite.isNonNegative ? .zeros(x.shape) : nil
    }
  }

  /// |det(Q X)| is |det X| for orthogonal Q, and that of Q itself is one.
  private static func valueOfDeterminant(_ x: Expression) -> Expression? {
    if x.isNonNegative { return x }
    if x.operands[0].has(.orthogonal) { return .number(1) }
    return withoutOrthogonalFactors(x.operands[0]).map { rest in
      apply(.abs, call(.det, [rest], MatrixFunction.det(rest)))
    }
  }

  /// f(−z) as −f(z) for odd and as f(z) for even functions.
  private static func withoutSign(_ function: Function, _ x: Expression) -> Expression? {
    guard x.rational == nil, split(x).coefficient.isNegative else { return nil }
    let odd: [Function] = [.arcsin, .arctan, .erf, .sign, .sin, .sinh, .tan, .tanh]
    let isOdd = odd.contains(function)
    guard isOdd || [.abs, .cos, .cosh].contains(function) else { return nil }
    let value = apply(function, scale(.minusOne, x))
    return isOdd ? scale(.minusOne, value) : value
  }

  /// The value at a number, where it is rational and plain.
  private static func exactValue(_ function: Function, _ x: Rational) -> Rational? {
    switch function {
    case .abs: x.magnitude
    case .sign: x == .zero ? .zero : x.isNegative ? .minusOne : .one
    case .step: x > .zero ? .one : .zero
    case .exp where x == .zero, .cos where x == .zero, .cosh where x == .zero: .one
    case .log where x == .one: .zero
    case .sin where x == .zero, .sinh where x == .zero, .tanh where x == .zero: .zero
    default: nil
    }
  }

  /// A function of whole matrices with simplified arguments.
  static func call(
    _ function: MatrixFunction, _ arguments: [Expression], _ node: Expression
  ) -> Expression {
    if function.isTransparent, case .formula(let formula) = function.meaning {
      return formula(arguments).simplified
    }
    switch function {
    case .sum, .trace: return total(function, arguments[0])
    case .columnSums, .rowSums: return partialSums(function, arguments[0], node)
    case .diag: return diagonal(arguments[0], node)
    case .inv: return inverse(arguments[0])
    case .kron: return kronecker(arguments[0], arguments[1])
    case .pinv: return pseudoinverse(arguments[0])
    case .lowerPart, .upperPart: return triangle(function, arguments[0])
    case .det where arguments[0].operation == .transpose:
      return Expression(node.operation, arguments[0].operands, node.shape)
    case .det where arguments[0].operation == .eye: return .number(1)
    case .logdet where arguments[0].has(.orthogonal): return .number(0)
    case .det, .logdet:
      if let value = kroneckerDeterminant(function, arguments[0]) { return value }
      guard function == .logdet, let rest = withoutOrthogonalFactors(arguments[0]) else { break }
      return call(function, [rest], function(rest))
    case .prod where arguments[0].shape.isScalar: return arguments[0]
    case .prod where arguments[0].operation == .transpose:
      return MatrixFunction.prod(arguments[0].operands[0])
    case .max(), .min(), .prod, .logSumExp(.columns), .logSumExp(.rows):
      if let same = permutationInvariant(function, arguments[0], node) { return same }
    case .maximum where arguments[0].isZero && arguments[1].shape == node.shape:
      return apply(.relu, arguments[1])
    case .maximum where arguments[1].isZero && arguments[0].shape == node.shape:
      return apply(.relu, arguments[0])
    case .beside, .above: return arguments.count == 1 ? arguments[0] : node.with(arguments)
    default: break
    }
    if let part = part(function, arguments, node) { return part }
    switch function.meaning {
    case .primitive(.reshape): return reshaped(arguments[0], to: node.shape)
    case .primitive(.commutation) where function.parameters.contains(.one):
      return .eye(node.shape.rows)
    default: return node.with(arguments)
    }
  }

  /// A function that does not depend on the order of entries, or of rows.
  private static func permutationInvariant(
    _ function: MatrixFunction, _ x: Expression, _ node: Expression
  ) -> Expression? {
    let ends: [Factors.End] =
      switch function {
      case .logSumExp(.columns): [.first]
      case .logSumExp(.rows): [.last]
      default: [.first, .last]
      }
    return unpermuted(x, ends).map {
      call(function, [$0], Expression(node.operation, [$0], node.shape))
    }
  }

  /// A sum of all entries or a trace: scalars come out, transposes do not matter.
  static func total(_ function: MatrixFunction, _ x: Expression) -> Expression {
    if x.shape.isScalar { return x }
    switch x.operation {
    case .zeros: return .number(0)
    case .eye: return .size(x.shape.rows)
    case .ones:
      let columns = function == .sum ? Expression.size(x.shape.columns) : .number(1)
      return product([.size(x.shape.rows), columns])
    case .hadamard where function == .sum:
      return diagonalTotal(x) ?? totalOfFrechet(x.operands) ?? totalByStructure(function, x)
        ?? function(x)
    case .call(.diag) where x.operands[0].shape.isColumn:
      return totalOfRankOne(function, x) ?? function(x)
    case .call where function == .sum && x.isReshaped: return total(function, x.operands[0])
    case .transpose: return total(function, x.operands[0])
    case .call(let inner) where inner.isCentering:
      return function == .sum ? .number(0) : sum([.size(x.shape.rows), .number(.minusOne)])
    case .product:
      return scaledOut(x) { function($0) } ?? totalOfProduct(function, x)
        ?? totalOfRankOne(function, x) ?? function(x)
    case .power, .apply:
      let isOfSquares = x.operation == .power && x.operands[1].rational == Rational(2)
      guard function == .sum else { return totalByStructure(function, x) ?? function(x) }
      if x.operands[0].operation == .transpose {
        return total(.sum, node(x, [x.operands[0].operands[0]] + x.operands.dropFirst()))
      }
      if isOfSquares, let turned = unturned(x.operands[0]) {
        return total(.sum, power(turned, x.operands[1]))
      }
      return unpermuted(x).map { total(.sum, $0) } ?? totalByStructure(function, x) ?? function(x)
    case .sum where function == .trace:
      return traceWithRankOne(x) ?? totalByStructure(function, x) ?? function(x)
    case .call(.kron): return kroneckerTotal(function, x) ?? function(x)
    default: return totalByStructure(function, x) ?? function(x)
    }
  }

  private static func totalOfProduct(_ function: MatrixFunction, _ x: Expression) -> Expression? {
    if function == .trace { return cyclicTrace(x) ?? totalByStructure(function, x) }
    return stochasticTotal(x) ?? unpermuted(x).map { total(.sum, $0) }
  }

  /// The sum of A ∘ I is the trace of A, that of (A⁻¹)ᵀ ∘ A the number of its rows.
  private static func diagonalTotal(_ x: Expression) -> Expression? {
    if x.operands.count == 2, x.shape.isSquare,
      x.operands.contains(where: { $0.isInverse }),
      product([transpose(x.operands[0]), x.operands[1]]).operation == .eye
    {
      return .size(x.shape.rows)
    }
    guard let place = x.operands.firstIndex(where: { $0.operation == .eye }) else { return nil }
    var others = x.operands
    others.remove(at: place)
    return total(.trace, hadamard(others))
  }

  /// The trace of a skew matrix is 0; a matrix whose columns sum to one has as many as columns.
  private static func totalByStructure(_ function: MatrixFunction, _ x: Expression) -> Expression? {
    let structure = x.structure
    if function == .trace { return structure.has.contains(.skew) ? .number(0) : nil }
    if structure.has.contains(.columnsSumToOne) { return .size(x.shape.columns) }
    return structure.has.contains(.rowsSumToOne) ? .size(x.shape.rows) : nil
  }

  /// tr(A ⊗ B) = tr A tr B for square A and B, and so for the sums of all entries.
  private static func kroneckerTotal(_ function: MatrixFunction, _ x: Expression) -> Expression? {
    guard function == .sum || x.operands.allSatisfy(\.shape.isSquare) else { return nil }
    return product(x.operands.map { total(function, $0) })
  }

  /// f(s A) = s f(A) for linear f, where there are scalars s.
  static func scaledOut(
    _ x: Expression, _ function: (Expression) -> Expression
  ) -> Expression? {
    let scalars = x.operands.filter(\.shape.isScalar)
    guard !scalars.isEmpty else { return nil }
    let rest = Expression.product(x.operands.filter { !$0.shape.isScalar })
    return product(scalars + [Simplifier.node(function(rest), [rest])])
  }

  private static func partialSums(
    _ function: MatrixFunction, _ x: Expression, _ node: Expression
  ) -> Expression {
    if x.operation == .zeros { return .zeros(node.shape) }
    if function == .columnSums ? x.shape.isRow : x.shape.isColumn { return x }
    if function == .columnSums ? x.shape.isColumn : x.shape.isRow { return total(.sum, x) }
    if x.operation == .transpose {
      let other: MatrixFunction = function == .columnSums ? .rowSums : .columnSums
      return transpose(other(x.operands[0]))
    }
    let sums: Properties = function == .columnSums ? .columnsSumToOne : .rowsSumToOne
    if x.has(sums) { return .ones(node.shape) }
    if x.operation == .ones {
      let count = function == .columnSums ? x.shape.rows : x.shape.columns
      return product([.size(count), .ones(node.shape)])
    }
    if let same = unpermuted(x, [function == .columnSums ? .first : .last]) {
      return partialSums(function, same, node)
    }
    if let simpler = partialSumsOfRankOne(function, x) { return simpler }
    guard x.operation == .product else { return function(x) }
    return scaledOut(x) { function($0) } ?? function(x)
  }

  private static func inverse(_ x: Expression) -> Expression {
    if x.shape.isScalar { return power(x, .number(-1)) }
    switch x.operation {
    case .eye: return x
    case .call(.inv): return x.operands[0]
    case .product where !x.scalarFactors.isEmpty:
      let scalars = x.scalarFactors.map { power($0, .number(.minusOne)) }
      return product(scalars + [inverse(x.matrixPart)])
    case .transpose: return transpose(inverse(x.operands[0]))
    case .call(.diag) where x.operands[0].shape.isColumn:
      return MatrixFunction.diag(power(x.operands[0], .number(.minusOne)))
    case .call(.kron) where x.operands.allSatisfy(\.shape.isSquare):
      return kronecker(inverse(x.operands[0]), inverse(x.operands[1]))
    default:
      return x.has(.orthogonal) ? transpose(x) : MatrixFunction.inv(x)
    }
  }

  /// A ⊗ B: numbers scale, identities and ones of both make one.
  static func kronecker(_ a: Expression, _ b: Expression) -> Expression {
    let node = MatrixFunction.kron([a, b])
    if a.shape.isScalar || b.shape.isScalar { return product([a, b]) }
    if a.isZero || b.isZero { return .zeros(node.shape) }
    if a.operation == b.operation {
      if a.operation == .eye { return .eye(node.shape.rows) }
      if a.operation == .ones { return .ones(node.shape) }
    }
    let scalars = (a.scalarFactors + b.scalarFactors)
    guard !scalars.isEmpty else { return node }
    return product(scalars + [kronecker(a.matrixPart, b.matrixPart)])
  }

  private static func pseudoinverse(_ x: Expression) -> Expression {
    if x.shape.isScalar || x.has(.invertible) { return inverse(x) }
    switch x.operation {
    case .call(.pinv): return x.operands[0]
    case .transpose: return transpose(pseudoinverse(x.operands[0]))
    default: return pseudoinverseOfRankOne(x) ?? MatrixFunction.pinv(x)
    }
  }

  /// The entries in another shape: only the last shape counts.
  static func reshaped(_ x: Expression, to shape: Shape) -> Expression {
    if x.shape == shape { return x }
    switch x.operation {
    case .zeros: return .zeros(shape)
    case .ones: return .ones(shape)
    case .transpose where x.shape.isRow || x.shape.isColumn:
      return reshaped(x.operands[0], to: shape)
    case .call where x.isReshaped: return reshaped(x.operands[0], to: shape)
    default:
      let scalars = x.scalarFactors
      guard !scalars.isEmpty else { return shaped(x, shape) }
      return product(scalars + [reshaped(x.matrixPart, to: shape)])
    }
  }

  private static func shaped(_ x: Expression, _ shape: Shape) -> Expression {
    shape.isColumn ? MatrixFunction.vec(x) : MatrixFunction.reshape(to: shape)(x)
  }
}

extension Expression {
  fileprivate var isInverse: Bool {
    operation == .transpose ? operands[0].isInverse : operation == .call(.inv)
  }

  /// The `1×1` factors of a product of matrices.
  var scalarFactors: [Expression] {
    operation == .product && !shape.isScalar ? operands.filter(\.shape.isScalar) : []
  }

  /// What they multiply.
  var matrixPart: Expression {
    scalarFactors.isEmpty ? self : .product(operands.filter { !$0.shape.isScalar })
  }
}
