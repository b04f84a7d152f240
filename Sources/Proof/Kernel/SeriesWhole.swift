import MatrixCalculus

/// Functions of whole matrices.
extension SeriesAlgebra {
  /// - Parameters:
  ///   - rows: of the result.
  ///   - columns: of the result.
  ///   - sizes: what the function's parameters are.
  func value(
    of function: MatrixFunction.Primitive, at x: [Matrix], rows: Int, columns: Int,
    sizes: [String: Int]
  ) throws(KernelError) -> Matrix {
    switch function {
    case .selection(let skipped):
      return try selection(size(skipped, sizes), rows: rows, columns: columns)
    case .commutation(let rows): return try commutation(size(rows, sizes), columns)
    case .kronecker: return kronecker(x[0], x[1])
    case .reshape:
      guard rows * columns == x[0].count else { throw .undefined("a matrix of another size") }
      return Matrix(rows: rows, columns: columns, x[0].coefficients)
    case .inverse: return try inverse(x[0])
    case .determinant: return try determinant(x[0])
    case .adjugate: return try adjugate(x[0])
    case .pseudoinverse: return try pseudoinverse(x[0])
    case .largest: return try largest(x[0])
    case .exponential: return try exponential(ofMatrix: x[0])
    case .sine: return try sineAndCosine(ofMatrix: x[0]).sine
    case .cosine: return try sineAndCosine(ofMatrix: x[0]).cosine
    case .logarithm: return try logarithm(ofMatrix: x[0])
    case .squareRoot: return try squareRoot(ofMatrix: x[0])
    case .lowerTriangle:
      return gathered(x[0], rows: rows, columns: columns) { $0 >= $1 ? $1 * rows + $0 : nil }
    case .sum, .columnSums, .rowSums, .trace, .diagonal: return reduced(function, x[0])
    }
  }

  private func reduced(_ function: MatrixFunction.Primitive, _ a: Matrix) -> Matrix {
    let (m, n) = (a.rows, a.columns)
    switch function {
    case .columnSums: return gathered(a, rows: 1, columns: n) { _, column in column }
    case .rowSums: return gathered(a, rows: m, columns: 1) { row, _ in row }
    case .trace: return gathered(a, rows: 1, columns: 1) { $0 == $1 ? 0 : nil }
    case .diagonal where n == 1:
      return gathered(a, rows: m, columns: m) { row, _ in row * m + row }
    case .diagonal: return gathered(a, rows: m, columns: 1) { $0 == $1 ? $0 : nil }
    default: return gathered(a, rows: 1, columns: 1) { _, _ in 0 }
    }
  }

  private func size(_ dimension: Dimension, _ sizes: [String: Int]) throws(KernelError) -> Int {
    guard let count = dimension.value(sizes), count >= 0, count <= 1 << 20 else {
      throw .undefined("a place \(dimension)")
    }
    return count
  }

  /// Columns of the identity after `skipped` others.
  private func selection(
    _ skipped: Int, rows: Int, columns: Int
  ) throws(KernelError) -> Matrix {
    guard skipped + columns <= rows else { throw .undefined("a place beyond the last") }
    var result = constant(numbers.zero, rows: rows, columns: columns)
    for column in 0..<columns {
      result.coefficients[column * rows + skipped + column] = numbers.one
    }
    return result
  }

  /// K with K vec(X) = vec(X′) for X with so many rows and `order` entries: X[i,j] stands at j m + i of
  /// vec(X) and at i n + j of vec(X′).
  private func commutation(_ m: Int, _ order: Int) throws(KernelError) -> Matrix {
    guard m >= 1, order.isMultiple(of: m) else { throw .undefined("a matrix of \(m) rows") }
    var result = constant(numbers.zero, rows: order, columns: order)
    let n = order / m
    for i in 0..<m {
      for j in 0..<n { result.coefficients[(j * m + i) * order + i * n + j] = numbers.one }
    }
    return result
  }

  /// Blocks A[i,j] B, plane by plane.
  func kronecker(_ a: Matrix, _ b: Matrix) -> Matrix {
    let (rows, columns) = (a.rows * b.rows, a.columns * b.columns)
    let planes = min(order + 1, a.planes + b.planes - 1)
    let count = rows * columns
    var result = Array(repeating: numbers.zero, count: count * planes)
    for k in 0..<a.planes {
      for l in 0..<b.planes where k + l < planes {
        for entry in 0..<a.count {
          let factor = a.coefficients[k * a.count + entry]
          let corner = (entry / a.rows) * b.columns * rows + (entry % a.rows) * b.rows
          for inner in 0..<b.count {
            let place = corner + (inner / b.rows) * rows + inner % b.rows
            numbers.accumulate(
              &result[(k + l) * count + place], factor, b.coefficients[l * b.count + inner])
          }
        }
      }
    }
    return Matrix(rows: rows, columns: columns, result)
  }

  /// One at the first largest constant coefficient of each column; where a derivative is asked for, no
  /// two may be equal.
  private func largest(_ a: Matrix) throws(KernelError) -> Matrix {
    var result = constant(numbers.zero, rows: a.rows, columns: a.columns)
    for column in 0..<a.columns {
      var best = column * a.rows
      for entry in best..<(column + 1) * a.rows where entry != best {
        let change = numbers.subtract(a.coefficients[entry], a.coefficients[best])
        let sign = try numbers.sign(change)
        if sign == 0, a.planes > 1 { throw .undecidable("max") }
        if sign > 0 { best = entry }
      }
      result.coefficients[best] = numbers.one
    }
    return result
  }
}
