import MatrixCalculus

/// The values of expressions at one fixed point, each part computed once: the repairs of one formula
/// differ in few parts.
struct PointValues {
  typealias Matrix = SeriesMatrix<Double>

  /// Two entries count as equal if they differ by less than this share of the largest: far above
  /// rounding, far below what a mistake changes.
  private static let tolerance = 1e-7

  /// Larger matrices have no value here.
  private static let mostEntries = 1 << 20

  private let algebra = SeriesAlgebra(numbers: DoubleArithmetic(), order: 0)
  private let sizes: [String: Int]
  private var inputs: [Variable: Matrix]
  /// What was computed; nil where there is no value.
  private var known: [Expression: Matrix?] = [:]

  init(_ inputs: [Variable: Matrix], sizes: [String: Int]) {
    self.inputs = inputs
    self.sizes = sizes
  }

  /// The value of an expression; nil where it has none at the point.
  ///
  /// - Complexity: one operation for each part not met before.
  mutating func value(_ expression: Expression) -> Matrix? {
    var stack: [(node: Expression, next: Int)] = [(expression, 0)]
    while let (node, next) = stack.last {
      if next < node.operands.count {
        stack[stack.count - 1].next += 1
        let operand = node.operands[next]
        if known[operand] == nil { stack.append((operand, 0)) }
      } else {
        stack.removeLast()
        if known[node] == nil { known[node] = .some(compute(node)) }
      }
    }
    return known[expression] ?? nil
  }

  /// Whether two matrices are equal up to rounding.
  static func nearlyEqual(_ a: Matrix, _ b: Matrix) -> Bool {
    guard a.rows == b.rows, a.columns == b.columns else { return false }
    let scale = (a.coefficients + b.coefficients).reduce(1e-100) { max($0, Swift.abs($1)) }
    return zip(a.coefficients, b.coefficients).allSatisfy {
      Swift.abs($0 - $1) <= tolerance * scale
    }
  }

  private mutating func compute(_ node: Expression) -> Matrix? {
    var operands: [Matrix] = []
    for operand in node.operands {
      guard let value = known[operand] ?? nil else { return nil }
      operands.append(value)
    }
    let result = try? step(node, operands)
    return result.flatMap { $0.coefficients.allSatisfy(\.isFinite) ? $0 : nil }
  }

  private mutating func step(
    _ node: Expression, _ x: [Matrix]
  ) throws(KernelError) -> Matrix? {
    switch node.operation {
    case .number(let value): return algebra.constant(try algebra.numbers.number(value))
    case .size(let size): return size.value(sizes).map { algebra.constant(Double($0)) }
    case .variable(let variable): return inputs[variable]
    case .eye: return filled(0, node.shape).map { algebra.identity($0.rows) }
    case .ones: return filled(1, node.shape)
    case .zeros: return filled(0, node.shape)
    case .sum: return algebra.sum(x)
    case .product: return product(x)
    case .hadamard: return x.dropFirst().reduce(x[0]) { algebra.hadamard($0, $1) }
    case .transpose: return algebra.transposed(x[0])
    case .power:
      guard let exponent = node.operands[1].rational else { return try algebra.power(x[0], x[1]) }
      return try algebra.power(x[0], exponent)
    case .matrixPower: return try matrixPower(x[0], node.operands[1], x[1])
    case .apply(let function): return try apply(function, node, x[0])
    case .call(let function): return try call(function, node, x)
    }
  }

  private func filled(_ number: Double, _ shape: Shape) -> Matrix? {
    guard let rows = shape.rows.value(sizes), let columns = shape.columns.value(sizes), rows > 0,
      columns > 0, rows <= Self.mostEntries / columns
    else { return nil }
    return algebra.constant(number, rows: rows, columns: columns)
  }

  private func product(_ x: [Matrix]) -> Matrix {
    let scale = x.filter { $0.count == 1 }.reduce(1) { $0 * $1.coefficients[0] }
    let chain = x.filter { $0.count > 1 }
    guard let first = chain.first else { return algebra.constant(scale) }
    let result = chain.dropFirst().reduce(first) { algebra.product($0, $1) }
    return algebra.scaled(result, by: algebra.constant(scale))
  }

  private func matrixPower(
    _ base: Matrix, _ exponent: Expression, _ value: Matrix
  ) throws(KernelError) -> Matrix? {
    guard exponent.isWhole else { return try algebra.matrixPower(base, value) }
    guard let whole = Int(exactly: value.coefficients[0]), Swift.abs(whole) <= 64 else {
      return nil
    }
    return try algebra.matrixPower(base, whole)
  }

  private mutating func apply(
    _ function: Function, _ node: Expression, _ x: Matrix
  ) throws(KernelError) -> Matrix? {
    switch function.meaning {
    case .primitive(let primitive): return try algebra.value(primitive, at: x)
    case .formula(let formula): return value(formula.lifted(z: node.operands[0], y: node))
    }
  }

  private mutating func call(
    _ function: MatrixFunction, _ node: Expression, _ x: [Matrix]
  ) throws(KernelError) -> Matrix? {
    switch function.everywhere.map(MatrixFunction.Meaning.primitive) ?? function.meaning {
    case .primitive(let primitive):
      guard let rows = node.shape.rows.value(sizes), let columns = node.shape.columns.value(sizes),
        rows > 0, columns > 0, rows <= Self.mostEntries / columns
      else { return nil }
      return try algebra.value(of: primitive, at: x, rows: rows, columns: columns, sizes: sizes)
    case .formula(let formula): return value(formula(node.operands))
    }
  }
}
