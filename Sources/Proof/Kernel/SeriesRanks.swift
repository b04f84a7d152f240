/// Functions of matrices that need not have full rank.
extension SeriesAlgebra {
  /// (A′A)⁻¹A′ where there are not fewer rows than columns, else A′(AA′)⁻¹; of lower rank, without derivatives,
  /// R′(RR′)⁻¹(C′C)⁻¹C′ from A = C R with C and R of full rank.
  ///
  /// Source: A. Ben-Israel, T. Greville, "Generalized Inverses" (2003), §1.6, theorem 5.
  func pseudoinverse(_ a: Matrix) throws(KernelError) -> Matrix {
    do throws(KernelError) { return try fullRankInverse(a) } catch {
      guard error == .singular, a.planes == 1 else { throw error }
    }
    guard let (c, r) = try factors(a) else {
      return constant(numbers.zero, rows: a.columns, columns: a.rows)
    }
    return product(try fullRankInverse(r), try fullRankInverse(c))
  }

  /// (A′A)⁻¹A′ or A′(AA′)⁻¹; what has not full rank has no value.
  func fullRankInverse(_ a: Matrix) throws(KernelError) -> Matrix {
    let back = transposed(a)
    return a.rows >= a.columns
      ? product(try inverse(product(back, a)), back)
      : product(back, try inverse(product(a, back)))
  }

  /// R⁺C⁺ from A = C R with as many columns C of A as its rank can be, and R = C⁺A. Where the rank is that, it is so
  /// in a neighbourhood, and the series are those of the pseudoinverse.
  ///
  /// - Parameter most: what the rank cannot exceed, whatever the point.
  func pseudoinverse(_ a: Matrix, ofRankAtMost most: Int) throws(KernelError) -> Matrix {
    guard most < min(a.rows, a.columns) else { return try pseudoinverse(a) }
    let constant = Matrix(rows: a.rows, columns: a.columns, Array(a.plane(0)))
    let (pivots, _) = try eliminated(constant, atMost: most)
    guard pivots.count == most else {
      if a.planes > 1 { throw .singular }
      return try pseudoinverse(a)
    }
    let places = Dictionary(uniqueKeysWithValues: zip(pivots, pivots.indices))
    let c = gathered(a, rows: a.rows, columns: most) { row, column in
      places[column].map { $0 * a.rows + row }
    }
    let left = try fullRankInverse(c)
    return product(try fullRankInverse(product(left, a)), left)
  }

  /// C, the columns of A that have a pivot, and R, the rows of the reduced echelon form that have one; nil for a
  /// zero matrix.
  ///
  /// - Throws: `singular` where the numbers do not tell zeros for certain.
  private func factors(_ a: Matrix) throws(KernelError) -> (c: Matrix, r: Matrix)? {
    let (pivots, work) = try eliminated(a, atMost: a.rows)
    guard !pivots.isEmpty else { return nil }
    let c = pivots.flatMap { a.coefficients[$0 * a.rows..<($0 + 1) * a.rows] }
    let r = (0..<a.columns).flatMap {
      work.coefficients[$0 * a.rows..<$0 * a.rows + pivots.count]
    }
    return (
      Matrix(rows: a.rows, columns: pivots.count, c),
      Matrix(rows: pivots.count, columns: a.columns, r)
    )
  }

  /// The columns of a matrix of numbers that have a pivot, no more than asked for, and its reduced echelon form.
  private func eliminated(
    _ a: Matrix, atMost most: Int
  ) throws(KernelError) -> (pivots: [Int], work: Matrix) {
    var work = a
    var pivots: [Int] = []
    for column in 0..<a.columns where pivots.count < most {
      let rows = pivots.count..<a.rows
      let sizes = rows.map { numbers.pivotSize(work.coefficients[column * a.rows + $0]) }
      guard let best = sizes.indices.max(by: { sizes[$0] < sizes[$1] }), sizes[best] > 0 else {
        try checkZero(rows.map { work.coefficients[column * a.rows + $0] })
        continue
      }
      try reduce(&work, pivots.count, pivots.count + best, column)
      pivots.append(column)
    }
    return (pivots, work)
  }

  private func checkZero(_ entries: [Numbers.Element]) throws(KernelError) {
    guard entries.allSatisfy({ numbers.magnitude($0) == 0 || numbers.isExact }) else {
      throw .singular
    }
  }

  /// Brings the pivot to its row, makes it one and clears the rest of its column.
  private func reduce(
    _ work: inout Matrix, _ step: Int, _ pivot: Int, _ column: Int
  ) throws(KernelError) {
    let m = work.rows
    for j in 0..<work.columns where pivot != step {
      work.coefficients.swapAt(j * m + step, j * m + pivot)
    }
    let inverse = try numbers.reciprocal(work.coefficients[column * m + step])
    for j in 0..<work.columns {
      work.coefficients[j * m + step] = numbers.multiply(work.coefficients[j * m + step], inverse)
    }
    for row in 0..<m where row != step {
      let factor = work.coefficients[column * m + row]
      for j in 0..<work.columns {
        work.coefficients[j * m + row] = numbers.subtract(
          work.coefficients[j * m + row],
          numbers.multiply(factor, work.coefficients[j * m + step]))
      }
    }
  }

  /// By the coefficients of the characteristic polynomial, without an inverse: M₁ = I, cₖ = −tr(A Mₖ)/k,
  /// Mₖ₊₁ = A Mₖ + cₖ I, adj A = (−1)ⁿ⁻¹ Mₙ.
  ///
  /// - Complexity: O(n⁴) products of series.
  ///
  /// Source: D. Faddeev, V. Faddeeva, "Computational Methods of Linear Algebra" (1963), §47.
  func adjugate(_ a: Matrix) throws(KernelError) -> Matrix {
    let n = a.rows
    var m = identity(n)
    for k in 1..<max(n, 1) {
      let next = product(a, m)
      let trace = gathered(next, rows: 1, columns: 1) { $0 == $1 ? 0 : nil }
      let shift = scaled(identity(n), by: hadamard(trace, try fraction(-1, k)))
      m = sum([next, shift])
    }
    return n.isMultiple(of: 2) ? negated(m) : m
  }
}
