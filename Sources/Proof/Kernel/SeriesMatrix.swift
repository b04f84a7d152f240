/// A matrix of truncated power series c₀ + c₁ t + c₂ t² + ….
///
/// Stored plane by plane: first the constant coefficients of all entries, column after column, then
/// the coefficients of t, and so on. A constant has one plane.
struct SeriesMatrix<Element> {
  let rows: Int
  let columns: Int
  var coefficients: [Element]

  init(rows: Int, columns: Int, _ coefficients: [Element]) {
    self.rows = rows
    self.columns = columns
    self.coefficients = coefficients
  }

  /// Entries in a plane.
  var count: Int { rows * columns }
  var planes: Int { coefficients.count / count }

  /// The coefficients of tᵏ, column after column.
  func plane(_ k: Int) -> ArraySlice<Element> {
    coefficients[k * count..<(k + 1) * count]
  }

  /// The coefficients of tᵏ, which are `zero` where it is not stored.
  func plane(_ k: Int, or zero: Element) -> [Element] {
    k < planes ? Array(plane(k)) : Array(repeating: zero, count: count)
  }

  func map<Other>(_ transform: (Element) -> Other) -> SeriesMatrix<Other> {
    SeriesMatrix<Other>(rows: rows, columns: columns, coefficients.map(transform))
  }
}

extension SeriesMatrix: Sendable where Element: Sendable {}

/// Sums and products of matrices of power series truncated after t to the power `order`.
///
/// Source: A. Griewank, A. Walther, "Evaluating Derivatives" (2008), §13.2.
struct SeriesAlgebra<Numbers: Arithmetic> {
  typealias Matrix = SeriesMatrix<Numbers.Element>

  let numbers: Numbers
  let order: Int

  func constant(_ value: Numbers.Element, rows: Int = 1, columns: Int = 1) -> Matrix {
    Matrix(rows: rows, columns: columns, Array(repeating: value, count: rows * columns))
  }

  func identity(_ n: Int) -> Matrix {
    var result = constant(numbers.zero, rows: n, columns: n)
    for i in 0..<n { result.coefficients[i * n + i] = numbers.one }
    return result
  }

  /// The sum of matrices of one size.
  func sum(_ terms: [Matrix]) -> Matrix {
    var result = terms.max { $0.planes < $1.planes } ?? constant(numbers.zero)
    for i in result.coefficients.indices {
      var total = numbers.zero
      for term in terms where i < term.coefficients.count {
        total = numbers.add(total, term.coefficients[i])
      }
      result.coefficients[i] = total
    }
    return result
  }

  func negated(_ a: Matrix) -> Matrix {
    var result = a
    for i in a.coefficients.indices {
      result.coefficients[i] = numbers.subtract(numbers.zero, a.coefficients[i])
    }
    return result
  }

  private func zeros(_ rows: Int, _ columns: Int, planesOf a: Matrix, _ b: Matrix) -> Matrix {
    let planes = min(order + 1, a.planes + b.planes - 1)
    return Matrix(
      rows: rows, columns: columns,
      Array(repeating: numbers.zero, count: rows * columns * planes))
  }

  /// The pairs of planes whose product counts.
  private func pairs(_ a: Matrix, _ b: Matrix) -> [(Int, Int)] {
    (0..<a.planes).flatMap { i in
      (0..<b.planes).compactMap { j in i + j <= order ? (i, j) : nil }
    }
  }

  /// The product entry by entry: cₖ = Σ aᵢ bₖ₋ᵢ.
  func hadamard(_ a: Matrix, _ b: Matrix) -> Matrix {
    var result = zeros(a.rows, a.columns, planesOf: a, b)
    let n = a.count
    for (i, j) in pairs(a, b) {
      for entry in 0..<n {
        numbers.accumulate(
          &result.coefficients[(i + j) * n + entry], a.coefficients[i * n + entry],
          b.coefficients[j * n + entry])
      }
    }
    return result
  }

  /// The matrix with every entry multiplied by the one entry of `factor`.
  func scaled(_ a: Matrix, by factor: Matrix) -> Matrix {
    var result = zeros(a.rows, a.columns, planesOf: a, factor)
    let n = a.count
    for (i, j) in pairs(a, factor) {
      for entry in 0..<n {
        numbers.accumulate(
          &result.coefficients[(i + j) * n + entry], a.coefficients[i * n + entry],
          factor.coefficients[j])
      }
    }
    return result
  }

  /// The matrix product: Cₖ = Σ Aᵢ Bₖ₋ᵢ.
  ///
  /// - Complexity: O(m l n) for `m×l` times `l×n`, for each pair of planes.
  func product(_ a: Matrix, _ b: Matrix) -> Matrix {
    var result = zeros(a.rows, b.columns, planesOf: a, b)
    for (i, j) in pairs(a, b) {
      addProduct(
        to: &result.coefficients, at: (i + j) * result.count, a, at: i * a.count, b,
        at: j * b.count)
    }
    return result
  }

  private func addProduct(
    to result: inout [Numbers.Element], at start: Int, _ a: Matrix, at startA: Int, _ b: Matrix,
    at startB: Int
  ) {
    let (rows, inner) = (a.rows, a.columns)
    for column in 0..<b.columns {
      for l in 0..<inner {
        let factor = b.coefficients[startB + column * inner + l]
        for row in 0..<rows {
          numbers.accumulate(
            &result[start + column * rows + row], a.coefficients[startA + l * rows + row], factor)
        }
      }
    }
  }

  func transposed(_ a: Matrix) -> Matrix {
    var result = Matrix(rows: a.columns, columns: a.rows, a.coefficients)
    for k in 0..<a.planes {
      for row in 0..<a.rows {
        for column in 0..<a.columns {
          result.coefficients[k * a.count + row * a.columns + column] =
            a.coefficients[k * a.count + column * a.rows + row]
        }
      }
    }
    return result
  }

  /// A linear map of the entries of each plane: entry e of the argument is added to entry
  /// `target(row, column)` of the result, where there is one.
  func gathered(
    _ a: Matrix, rows: Int, columns: Int, _ target: (_ row: Int, _ column: Int) -> Int?
  ) -> Matrix {
    let size = rows * columns
    var result = Matrix(
      rows: rows, columns: columns, Array(repeating: numbers.zero, count: size * a.planes))
    for k in 0..<a.planes {
      for column in 0..<a.columns {
        for row in 0..<a.rows {
          guard let place = target(row, column) else { continue }
          let index = k * size + place
          result.coefficients[index] = numbers.add(
            result.coefficients[index], a.coefficients[k * a.count + column * a.rows + row])
        }
      }
    }
    return result
  }
}
