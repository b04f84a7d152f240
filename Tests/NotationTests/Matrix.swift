import Foundation
import MatrixCalculus

/// A matrix of numbers, for checking values in the plainest way.
struct Matrix: Equatable {
  let rows: Int
  let columns: Int
  var entries: [Double]

  init(_ rows: Int, _ columns: Int, _ entry: (Int, Int) -> Double) {
    self.rows = rows
    self.columns = columns
    entries = (0..<rows).flatMap { i in (0..<columns).map { j in entry(i, j) } }
  }

  init(_ number: Double) { self.init(1, 1) { _, _ in number } }

  subscript(i: Int, j: Int) -> Double { entries[i * columns + j] }

  var isScalar: Bool { rows == 1 && columns == 1 }
  var transposed: Matrix { Matrix(columns, rows) { self[$1, $0] } }
  var total: Double { entries.reduce(0, +) }

  func map(_ f: (Double) -> Double) -> Matrix { Matrix(rows, columns) { f(self[$0, $1]) } }

  /// Entry by entry; one entry, column or row is repeated.
  func zip(_ other: Matrix, _ f: (Double, Double) -> Double) -> Matrix {
    Matrix(max(rows, other.rows), max(columns, other.columns)) { i, j in
      f(repeating(i, j), other.repeating(i, j))
    }
  }

  private func repeating(_ i: Int, _ j: Int) -> Double {
    self[rows == 1 ? 0 : i, columns == 1 ? 0 : j]
  }

  static func * (a: Matrix, b: Matrix) -> Matrix {
    if a.isScalar || b.isScalar { return a.zip(b, *) }
    return Matrix(a.rows, b.columns) { i, j in
      (0..<a.columns).reduce(0) { $0 + a[i, $1] * b[$1, j] }
    }
  }

  /// Whether all entries agree to about ten digits of the largest: the sums are in different orders.
  func isClose(to other: Matrix) -> Bool {
    let scale = (entries + other.entries).reduce(1) { max($0, abs($1)) }
    return rows == other.rows && columns == other.columns
      && Swift.zip(entries, other.entries).allSatisfy { abs($0 - $1) <= 1e-10 * scale }
  }
}

/// Numbers for sizes and variables.
struct Point {
  var sizes: [String: Int]
  var values: [String: Matrix]

  /// The value of an expression, node by node, straight from the meaning of each operation.
  func value(_ x: MatrixCalculus.Expression) -> Matrix {
    let operands = x.operands.map { value($0) }
    let rows = x.shape.rows.value(sizes) ?? 0
    let columns = x.shape.columns.value(sizes) ?? 0
    switch x.operation {
    case .number(let number):
      return Matrix(Double(number.numerator) / Double(number.denominator))
    case .size(let size): return Matrix(Double(size.value(sizes) ?? 0))
    case .variable(let variable):
      return values[variable.name] ?? Matrix(rows, columns) { _, _ in .nan }
    case .eye: return Matrix(rows, columns) { $0 == $1 ? 1 : 0 }
    case .ones: return Matrix(rows, columns) { _, _ in 1 }
    case .zeros: return Matrix(rows, columns) { _, _ in 0 }
    case .sum: return operands.dropFirst().reduce(operands[0]) { $0.zip($1, +) }
    case .product: return product(operands)
    case .hadamard: return operands.dropFirst().reduce(operands[0]) { $0.zip($1, *) }
    case .transpose: return operands[0].transposed
    case .power: return operands[0].zip(operands[1]) { Foundation.pow($0, $1) }
    case .matrixPower:
      return (1..<max(1, Int(operands[1][0, 0]))).reduce(operands[0]) { power, _ in
        power * operands[0]
      }
    case .apply(let function): return operands[0].map { Point.result(function, $0) }
    case .call(let function): return Point.result(function, operands[0])
    }
  }

  /// Scalars scale, the others are multiplied in order.
  private func product(_ factors: [Matrix]) -> Matrix {
    let scale = factors.filter(\.isScalar).reduce(1) { $0 * $1[0, 0] }
    let chain = factors.filter { !$0.isScalar }
    guard let first = chain.first else { return Matrix(scale) }
    return Matrix(scale) * chain.dropFirst().reduce(first, *)
  }

  private static func result(_ function: Function, _ z: Double) -> Double {
    switch function.name {
    case "exp": exp(z)
    case "tanh": tanh(z)
    case "sigmoid": 1 / (1 + exp(-z))
    case "sin": sin(z)
    case "sqrt": z.squareRoot()
    case "f": z * z / (1 + z * z)
    default: .nan
    }
  }

  private static func result(_ function: MatrixFunction, _ x: Matrix) -> Matrix {
    switch function.name {
    case "sum": Matrix(x.total)
    case "tr": Matrix((0..<x.rows).reduce(0) { $0 + x[$1, $1] })
    case "norm2": Matrix(x.map { $0 * $0 }.total.squareRoot())
    case "colsums": Matrix(1, x.columns) { _, j in (0..<x.rows).reduce(0) { $0 + x[$1, j] } }
    case "rowsums": Matrix(x.rows, 1) { i, _ in (0..<x.columns).reduce(0) { $0 + x[i, $1] } }
    default: Matrix(.nan)
    }
  }
}
