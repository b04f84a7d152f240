import MatrixCalculus

/// Names for the sizes that are given as large numbers: what holds for matrices of any size holds for
/// those of 60000 rows, and needs no evaluation of that size.
///
/// Nothing follows from a claim that fails for other sizes.
struct NamedSizes {
  /// Smaller sizes are evaluated as they are.
  private static let least = 17

  /// By the numeral each name stands for.
  private let names: [String: Dimension]
  /// What the numbers say of the names.
  let orders: [SizeOrder]

  /// - Returns: nil where no size is large, or where sizes are added or multiplied, so that names might not fit
  ///   together.
  init?(_ expressions: [Expression], _ variables: [Variable]) {
    let nodes = Expression.postorder(of: expressions)
    let shapes = (nodes.map(\.shape) + variables.map(\.shape)).filter(Self.isLarge)
    guard !shapes.isEmpty, nodes.allSatisfy(\.passesSizesOn) else { return nil }
    let counts = Set(shapes.flatMap(\.dimensions).compactMap(\.count).filter { $0 >= Self.least })
    let sorted = counts.sorted()
    names = Dictionary(uniqueKeysWithValues: sorted.map { ("\($0)", Self.name(of: $0)) })
    orders = zip(sorted, sorted.dropFirst()).map {
      SizeOrder(Self.name(of: $0), atMost: Self.name(of: $1))
    }
  }

  private static func isLarge(_ shape: Shape) -> Bool {
    (shape.rows.count ?? 0) >= least || (shape.columns.count ?? 0) >= least
  }

  /// No author can write it.
  private static func name(of count: Int) -> Dimension { Dimension("\(Self.prefix)\(count)") }

  private static let prefix = "size "

  /// Whether a condition speaks of a size by such a name.
  func isNamed(in condition: String) -> Bool { condition.contains(Self.prefix) }

  /// A witness of smaller sizes as the corner of matrices of the right ones that are zero elsewhere; and what
  /// those sizes are, in words.
  func corner(_ witness: Witness) -> (Witness, String) {
    var corner = witness
    let small = witness.shapes.filter { $0.name.hasPrefix(Self.prefix) }
    corner.shapes.removeAll { small.contains($0) }
    let words = small.map { "\($0.count) in place of \($0.name.dropFirst(Self.prefix.count))" }
      .joined(separator: ", ")
    let said = "all entries are zero besides those of a corner, \(words)"
    corner.remark = witness.remark.map { "\($0); \(said)" } ?? said
    return (corner, words)
  }

  func callAsFunction(_ expression: Expression) -> Expression { expression.resized(names) }

  func callAsFunction(_ variable: Variable) -> Variable { variable.resized(names) }

  func callAsFunction(_ claim: Claim) -> Claim { claim.resized(names) }
}

extension NamedSizes {
  /// Those of a claim.
  init?(_ claim: Claim) {
    var expressions = [claim.claimed] + [claim.derived].compactMap { $0 }
    switch claim.kind {
    case .identity(let right): expressions.append(right)
    case .gradient(let function, let variable): expressions += [function, .variable(variable)]
    case .jacobian(let function, let variable), .hessian(let function, let variable):
      guard function.shape.columns == .one, variable.shape.columns == .one else { return nil }
      expressions += [function, .variable(variable)]
    case .differential(let function, let variable, let direction):
      expressions += [function, .variable(variable), .variable(direction)]
    }
    self.init(expressions, [])
  }
}

extension Expression {
  /// Whether each of its sizes is one of an operand's, or 1.
  fileprivate var passesSizesOn: Bool {
    guard case .call(let function) = operation else { return true }
    let known = [.one] + operands.flatMap(\.shape.dimensions)
    return function.parameters.allSatisfy { $0.count.map { $0 < 3 } ?? false }
      && shape.dimensions.allSatisfy(known.contains)
  }
}
