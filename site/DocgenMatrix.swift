import Foundation

struct Matrix {
  var rows: Int, columns: Int
  var entries: [Double]  // row after row

  init(_ rows: Int, _ columns: Int, _ entry: (Int, Int) -> Double) {
    self.rows = rows
    self.columns = columns
    entries = (0..<rows * columns).map { entry($0 / columns, $0 % columns) }
  }

  subscript(row: Int, column: Int) -> Double { entries[row * columns + column] }

  var transposed: Matrix { Matrix(columns, rows) { self[$1, $0] } }
  var columnSums: Matrix { Matrix(1, columns) { _, j in (0..<rows).reduce(0) { $0 + self[$1, j] } } }

  var columnMaxima: Matrix { Matrix(1, columns) { _, j in (0..<rows).map { self[$0, j] }.max() ?? 0 } }

  static func identity(_ n: Int) -> Matrix { Matrix(n, n) { $0 == $1 ? 1 : 0 } }
  static func diagonal(_ x: Matrix) -> Matrix { Matrix(x.rows, x.rows) { $0 == $1 ? x[$0, 0] : 0 } }

  func columns(_ first: Int, to last: Int) -> Matrix { Matrix(rows, last - first) { self[$0, first + $1] } }
  func reshaped(_ m: Int, _ n: Int) -> Matrix {
    Matrix(m, n) { self[($1 * m + $0) % rows, ($1 * m + $0) / rows] }
  }
  func power(_ exponent: Double) -> Matrix {
    let base = exponent < 0 ? inverse : self
    return (0..<Int(exponent.magnitude)).reduce(.identity(rows)) { product, _ in product * base }
  }

  static func beside(_ parts: [Matrix]) -> Matrix {
    parts.dropFirst().reduce(parts[0]) { a, b in
      Matrix(a.rows, a.columns + b.columns) { $1 < a.columns ? a[$0, $1] : b[$0, $1 - a.columns] }
    }
  }
  static func above(_ parts: [Matrix]) -> Matrix { beside(parts.map(\.transposed)).transposed }

  static func kron(_ a: Matrix, _ b: Matrix) -> Matrix {
    Matrix(a.rows * b.rows, a.columns * b.columns) {
      a[$0 / b.rows, $1 / b.columns] * b[$0 % b.rows, $1 % b.columns]
    }
  }
  static func commutation(_ m: Int, _ n: Int) -> Matrix {
    Matrix(m * n, m * n) { $0 / n == $1 % m && $0 % n == $1 / m ? 1 : 0 }
  }

  /// One at the first largest entry of each column.
  var largest: Matrix {
    let first = (0..<columns).map { j in (0..<rows).max { self[$0, j] < self[$1, j] } ?? 0 }
    return Matrix(rows, columns) { $0 == first[$1] ? 1 : 0 }
  }

  var determinant: Double {
    var a = (0..<rows).map { i in (0..<columns).map { self[i, $0] } }
    var result = 1.0
    for k in 0..<rows {
      let pivot = (k..<rows).max { a[$0][k].magnitude < a[$1][k].magnitude } ?? k
      if a[pivot][k] == 0 { return 0 }
      if pivot != k { result = -result }
      a.swapAt(k, pivot)
      result *= a[k][k]
      for i in k + 1..<rows {
        let factor = a[i][k] / a[k][k]
        a[i] = zip(a[i], a[k]).map { $0 - factor * $1 }
      }
    }
    return result
  }

  /// By elimination with the largest pivot of each column.
  var inverse: Matrix {
    var a = (0..<rows).map { i in (0..<2 * rows).map { j in j < rows ? self[i, j] : j - rows == i ? 1 : 0 } }
    for k in 0..<rows {
      let pivot = (k..<rows).max { a[$0][k].magnitude < a[$1][k].magnitude } ?? k
      a.swapAt(k, pivot)
      let scale = a[k][k]
      a[k] = a[k].map { $0 / scale }
      for i in 0..<rows where i != k {
        let factor = a[i][k]
        a[i] = zip(a[i], a[k]).map { $0 - factor * $1 }
      }
    }
    return Matrix(rows, rows) { a[$0][rows + $1] }
  }
}

infix operator .* : MultiplicationPrecedence

func + (a: Matrix, b: Matrix) -> Matrix { Matrix(a.rows, a.columns) { a[$0, $1] + b[$0, $1] } }
func - (a: Matrix, b: Matrix) -> Matrix { Matrix(a.rows, a.columns) { a[$0, $1] - b[$0, $1] } }
func * (a: Matrix, b: Matrix) -> Matrix {
  Matrix(a.rows, b.columns) { i, j in (0..<a.columns).reduce(0) { $0 + a[i, $1] * b[$1, j] } }
}
func .* (a: Matrix, b: Matrix) -> Matrix { Matrix(a.rows, a.columns) { a[$0, $1] * b[$0, $1] } }
func .* (a: Double, b: Double) -> Double { a * b }
func * (a: Double, b: Matrix) -> Matrix { map(b) { a * $0 } }
func / (a: Matrix, b: Double) -> Matrix { map(a) { $0 / b } }
prefix func - (a: Matrix) -> Matrix { map(a) { -$0 } }
func pow(_ a: Matrix, _ b: Double) -> Matrix { map(a) { pow($0, b) } }
func map(_ a: Matrix, _ f: (Double) -> Double) -> Matrix { Matrix(a.rows, a.columns) { f(a[$0, $1]) } }
func map(_ a: Double, _ f: (Double) -> Double) -> Double { f(a) }
