extension Simplifier {
  /// The transpose of a simplified expression, pushed inwards where that saves a transpose.
  static func transpose(_ x: Expression) -> Expression {
    if x.shape.isScalar { return x }
    switch x.operation {
    case .transpose: return x.operands[0]
    case .eye: return x
    case .ones: return .ones(x.shape.transposed)
    case .zeros: return .zeros(x.shape.transposed)
    case .variable(let variable):
      if variable.properties.contains(.symmetric) { return x }
      return variable.properties.contains(.skew) ? scale(.minusOne, x) : x.transposed
    case .product where x.isProjection: return x
    case .product: return transposes(x) == nil ? x.transposed : transposedProduct(x)
    case .sum, .hadamard, .power:
      if isPairedSum(x) { return x }
      guard let outside = transposes(x) else { return x.transposed }
      let inside = distributed(x)
      return transposes(inside) ?? .max < outside + 1 ? inside : x.transposed
    case .call(.inv) where isSymmetric(x.operands[0]): return x
    case .call(.diag) where !x.shape.isColumn: return x
    case .call(.kron) where x.treeSize(limit: reach) < reach:
      return call(.kron, x.operands.map(transpose), MatrixFunction.kron(x.operands))
    case .call(let function) where function.isPrimary:
      return turnedByStructure(x) ?? turnedArgument(x) ?? x.transposed
    case .matrixPower, .apply, .call: return turnedByStructure(x) ?? x.transposed
    case .number, .size: return x.transposed
    }
  }

  /// Whether a sum has the transpose of each of its terms, as A + A′ has.
  private static func isPairedSum(_ x: Expression) -> Bool {
    guard x.operation == .sum, x.shape.isSquare, x.operands.count <= 8 else { return false }
    let terms = Set(x.operands)
    return x.operands.allSatisfy { term in
      let (coefficient, core) = split(term)
      return terms.contains(
        scale(coefficient, core.operation == .transpose ? core.operands[0] : core.transposed))
        || core.operation == .eye || core.isProjection
    }
  }

  /// f(X)ᵀ as f(Xᵀ) for a power series f, where that saves transposes.
  private static func turnedArgument(_ x: Expression) -> Expression? {
    guard let outside = transposes(x.operands[0]) else { return nil }
    let inside = transpose(x.operands[0])
    return transposes(inside) ?? .max < outside ? x.with([inside]) : nil
  }

  /// The transpose of a function of matrices that is symmetric or skew.
  private static func turnedByStructure(_ x: Expression) -> Expression? {
    guard x.shape.isSquare else { return nil }
    let structure = x.structure
    if structure.has.contains(.symmetric) { return x }
    return structure.has.contains(.skew) ? scale(.minusOne, x) : nil
  }

  /// (s A B)ᵀ = s Bᵀ Aᵀ.
  private static func transposedProduct(_ x: Expression) -> Expression {
    let scalars = x.operands.filter(\.shape.isScalar)
    let chain = x.operands.filter { !$0.shape.isScalar }
    return product(scalars + chain.reversed().map(transpose))
  }

  private static func isSymmetric(_ x: Expression) -> Bool {
    x.treeSize(limit: 200) < 200 && transpose(x) == x
  }

  /// A sum, entrywise product or power with every matrix operand transposed.
  private static func distributed(_ x: Expression) -> Expression {
    switch x.operation {
    case .sum: sum(x.operands.map(transpose))
    case .hadamard: hadamard(x.operands.map(transpose))
    default: power(transpose(x.operands[0]), x.operands[1])
    }
  }

  /// How many nodes are looked at before a transpose is left where it stands.
  static let reach = 2_000

  /// The number of transposes on the way to leaves, functions counting as leaves; nil where the way
  /// is too long, as it may be where parts are shared.
  private static func transposes(_ x: Expression) -> Int? {
    var (count, seen) = (0, 0)
    var stack = [x]
    while let node = stack.popLast() {
      seen += 1
      guard seen <= reach else { return nil }
      switch node.operation {
      case .transpose:
        count += 1
        stack.append(node.operands[0])
      case .sum, .product, .hadamard, .power: stack += node.operands
      default: continue
      }
    }
    return count
  }
}
