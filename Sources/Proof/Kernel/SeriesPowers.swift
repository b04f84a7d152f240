import MatrixCalculus

/// Powers of every entry.
extension SeriesAlgebra {
  /// The reciprocals y = 1/u from u y = 1: y₀ = 1/u₀, yₖ = −y₀ Σ uⱼ yₖ₋ⱼ over 1 ≤ j ≤ k.
  func reciprocal(_ u: Matrix) throws(KernelError) -> Matrix {
    let n = u.count
    var y = Matrix(rows: u.rows, columns: u.columns, [])
    for entry in 0..<n { y.coefficients.append(try numbers.reciprocal(u.coefficients[entry])) }
    guard u.planes > 1, order > 0 else { return y }
    for k in 1...order {
      for entry in 0..<n {
        var total = numbers.zero
        for j in 1...k where j < u.planes {
          numbers.accumulate(
            &total, u.coefficients[j * n + entry], y.coefficients[(k - j) * n + entry])
        }
        let product = numbers.multiply(total, y.coefficients[entry])
        y.coefficients.append(numbers.subtract(numbers.zero, product))
      }
    }
    return y
  }

  /// The entrywise power with a constant exponent; u⁰ = 1.
  func power(_ u: Matrix, _ exponent: Rational) throws(KernelError) -> Matrix {
    guard exponent.isInteger else { return try brokenPower(u, exponent) }
    let base = exponent.isNegative ? try reciprocal(u) : u
    return repeated(
      base, exponent.numerator.magnitude,
      one: constant(numbers.one, rows: u.rows, columns: u.columns)
    ) { hadamard($0, $1) }
  }

  /// The product of `count` equal factors, by repeated squaring.
  private func repeated(
    _ base: Matrix, _ count: UInt, one: Matrix, _ multiply: (Matrix, Matrix) -> Matrix
  ) -> Matrix {
    var (result, square, left) = (Matrix?.none, base, count)
    while left != 0 {
      if left & 1 == 1 { result = result.map { multiply($0, square) } ?? square }
      left >>= 1
      if left != 0 { square = multiply(square, square) }
    }
    return result ?? one
  }

  /// The powers y = uʳ from u y′ = r u′ y: yₖ = 1/(k u₀) Σ (r j − k + j) uⱼ yₖ₋ⱼ over 1 ≤ j ≤ k.
  private func brokenPower(_ u: Matrix, _ r: Rational) throws(KernelError) -> Matrix {
    let n = u.count
    var y = Matrix(rows: u.rows, columns: u.columns, [])
    for entry in 0..<n { y.coefficients.append(try numbers.brokenPower(u.coefficients[entry], r)) }
    guard u.planes > 1, order > 0 else { return y }
    let base = try reciprocal(Matrix(rows: u.rows, columns: u.columns, Array(u.plane(0))))
    for k in 1...order {
      let total = try convolution(u, y, k) { j in
        r.multiplied(by: Rational(j))?.adding(Rational(j - k))
      }
      for entry in 0..<n {
        y.coefficients.append(numbers.multiply(total[entry], base.coefficients[entry]))
      }
    }
    return y
  }

  /// 1/k Σ w(j) uⱼ yₖ₋ⱼ over 1 ≤ j ≤ k, entry by entry.
  func convolution(
    _ u: Matrix, _ y: Matrix, _ k: Int, weight: (Int) -> Rational?
  ) throws(KernelError) -> [Numbers.Element] {
    let n = u.count
    var total = Array(repeating: numbers.zero, count: n)
    for j in 1...k where j < u.planes && k - j < y.planes {
      guard let weight = weight(j), let share = Rational(1, k)?.multiplied(by: weight) else {
        throw .tooLarge
      }
      let factor = try numbers.number(share)
      for entry in 0..<n {
        let term = numbers.multiply(factor, u.coefficients[j * n + entry])
        numbers.accumulate(&total[entry], term, y.coefficients[(k - j) * n + entry])
      }
    }
    return total
  }

  /// The entrywise power bᵉ = exp(e log b) with a `1×1` exponent that varies, for b > 0.
  func power(_ base: Matrix, _ exponent: Matrix) throws(KernelError) -> Matrix {
    try value(.exp, at: scaled(value(.log, at: base), by: exponent))
  }

  /// The principal power exp(e log A) of a square matrix, with a `1×1` exponent.
  ///
  /// Source: N. Higham, "Functions of Matrices" (2008), (7.1).
  func matrixPower(_ a: Matrix, _ exponent: Matrix) throws(KernelError) -> Matrix {
    try exponential(ofMatrix: scaled(try logarithm(ofMatrix: a), by: exponent))
  }

  /// The power of a square matrix with an integer exponent; A⁰ = I.
  func matrixPower(_ a: Matrix, _ exponent: Int) throws(KernelError) -> Matrix {
    let base = exponent < 0 ? try inverse(a) : a
    return repeated(base, exponent.magnitude, one: identity(a.rows)) { product($0, $1) }
  }
}
