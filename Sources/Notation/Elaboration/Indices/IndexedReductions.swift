import Diagnostics
import MatrixCalculus

/// Sums, norms, largest entries and other functions of what has an index: at every place of it.
extension Elaboration {
  /// What a function makes of rows, columns and numbers at every place; nil where it has no such meaning.
  mutating func reduction(
    _ name: String, _ arguments: [IndexedValue], _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue? {
    let first = arguments[0]
    let axes = [first.row, first.column].compactMap { $0 }
    switch (name, arguments.count) {
    case ("norm", 1) where node.children.count == 2: return try norm(first, node)
    case ("norminf", 1): return try along("max", absolute(first, node), node)
    case ("norm2", 1), ("norm", 1):
      return try applying(to: squaredNorm(first, node), node) { (_, matrix) throws(Diagnostic) in
        .apply(.sqrt, matrix)
      }
    case ("norm1", 1):
      return try absolute(first, node).summing(axes)
    case ("sum", 1): return first.summing(axes)
    case ("tr", 1):
      guard unify(first.row, first.column) else {
        throw Diagnostic(
          .shapeMismatch, "tr of \(quoted(node.range)) is undefined; it needs a square matrix",
          at: place(node.range))
      }
      return first.renaming(first.column, to: first.row).summing(axes)
    case ("max", 2), ("maximum", 2): return try larger(first, arguments[1], node)
    case ("min", 2), ("minimum", 2):
      let opposites = arguments.map { $0.scaled(by: .number(-1)) }
      return try larger(opposites[0], opposites[1], node).scaled(by: .number(-1))
    case ("inner", 2):
      let product = try entrywise(first, arguments[1], node)
      return product.summing([product.row, product.column].compactMap { $0 })
    case (_, 1): return try along(name, first, node)
    case (_, 2) where node.children[1].kind == .number(first.row == nil ? Rational(2) : .one):
      return try along(name, first, node)
    default: return nil
    }
  }

  private mutating func absolute(
    _ value: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    try applying(to: value, node) { (_, matrix) throws(Diagnostic) in .apply(.abs, matrix) }
  }

  /// `norm(x, 1)`, `norm(x, 2)`, `norm(x, inf)` of a column or a row.
  private mutating func norm(
    _ value: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue? {
    let name: String? =
      switch node.children[1].kind {
      case .number(.one): "norm1"
      case .number(Rational(2)): "norm2"
      case .name("inf"), .name("Inf"), .name("∞"): "norminf"
      default: nil
      }
    guard let name, value.row == nil || value.column == nil else { return nil }
    let call = Syntax(.call(name, primes: 0), [node.children[0]], range: node.range)
    return try reduction(name, [value], call)
  }

  // MARK: Functions of a column or a row

  /// A function of the one column or row that a value is at every place: that of each column of a matrix.
  ///
  /// - Throws: `unsupported` where the value is a matrix at every place, or depends on two more indices.
  private mutating func along(
    _ name: String, _ value: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue? {
    guard Self.ofColumns[name] != nil || name == "prod", !value.isScalar else { return nil }
    let others = value.free.filter { $0 != value.row && $0 != value.column }
    guard let own = value.row ?? value.column, value.row == nil || value.column == nil,
      others.count <= 1
    else {
      throw unsupported(
        "\(name) is supported only of a row or a column with one index beside it", node)
    }
    guard let function = Self.ofColumns[name] else {
      return try product(of: value, along: [own], node)
    }
    let columns = function(try matrix(value, own, others.first, node))
    let keeps = Self.keepingShape.contains(name)
    let factor = IndexedValue.Factor(
      matrix: columns, row: keeps ? own : nil, column: others.first)
    return IndexedValue(
      terms: [IndexedValue.Term(factors: [factor])], row: keeps ? value.row : nil,
      column: keeps ? value.column : nil)
  }

  /// Functions of each column of a matrix.
  private static let ofColumns: [String: MatrixFunction] = [
    "logsumexp": .logSumExp(.columns), "softmax": .softmax(.columns),
    "logsoftmax": .logSoftmax(.columns), "hardmax": .hardmax, "max": .max(.columns),
    "min": .min(.columns), "mean": .mean(.columns),
  ]

  private static let keepingShape: Set<String> = ["softmax", "logsoftmax", "hardmax"]

  /// The product of a value over axes: of all that there is as it is, of positive ones at every place
  /// exp(Σ log).
  ///
  /// - Throws: `unsupported` of numbers that may not be positive.
  mutating func product(
    of value: IndexedValue, along axes: [Int], _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    if axes.count <= 2, Set(value.free) == Set(axes) {
      let product = MatrixFunction.prod(try matrix(value, axes[0], axes.dropFirst().first, node))
      return IndexedValue(terms: [IndexedValue.Term(scalars: [product])])
    }
    guard try isPositive(value, node) else { throw mayBeNegative(node) }
    let logarithm = try applying(to: value, node) { (_, matrix) throws(Diagnostic) in
      .apply(.log, matrix)
    }
    return try applying(to: logarithm.summing(axes), node) { (_, matrix) throws(Diagnostic) in
      .apply(.exp, matrix)
    }
  }

  func mayBeNegative(_ node: Syntax) -> Diagnostic {
    unsupported(
      "a product at every place of another index is supported only of numbers that are positive",
      node, hint: "say that they are, as in X : (m, n) > 0")
  }

  /// The larger of two numbers at every place, a + relu(b − a).
  private mutating func larger(
    _ a: IndexedValue, _ b: IndexedValue, _ node: Syntax
  ) throws(Diagnostic) -> IndexedValue {
    guard a.isScalar, b.isScalar else {
      throw unsupported("\(quoted(node.range)) is supported only of two numbers", node)
    }
    let above = try sum([b, fresh(a).scaled(by: .number(-1))], node)
    let excess = try applying(to: above, node) { (_, matrix) throws(Diagnostic) in
      .apply(.relu, matrix)
    }
    return try sum([a, excess], node)
  }
}
