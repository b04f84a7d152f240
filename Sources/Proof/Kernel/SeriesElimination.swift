/// Inverses and determinants.
extension SeriesAlgebra {
  /// Y = A⁻¹ from A Y = I: Y₀ = A₀⁻¹, Yₖ = −Y₀ Σ Aⱼ Yₖ₋ⱼ over 1 ≤ j ≤ k.
  func inverse(_ a: Matrix) throws(KernelError) -> Matrix {
    let n = a.rows
    let first = try constantInverse(Array(a.plane(0)), n)
    var y = Matrix(rows: n, columns: n, first)
    guard a.planes > 1, order > 0 else { return y }
    let plain = SeriesAlgebra(numbers: numbers, order: 0)
    let base = y
    for k in 1...order {
      let terms = (1...k).filter { $0 < a.planes }.map { j in
        plain.product(
          Matrix(rows: n, columns: n, Array(a.plane(j))),
          Matrix(rows: n, columns: n, Array(y.plane(k - j))))
      }
      y.coefficients += plain.negated(plain.product(base, plain.sum(terms))).coefficients
    }
    return y
  }

  /// Gauss–Jordan elimination of a matrix of numbers, column after column.
  ///
  /// - Complexity: O(n³).
  private func constantInverse(
    _ matrix: [Numbers.Element], _ n: Int
  ) throws(KernelError) -> [Numbers.Element] {
    var (a, b) = (matrix, identity(n).coefficients)
    for step in 0..<n {
      let pivot = try pivotRow(step, n) { a[step * n + $0] }
      for column in 0..<n where pivot != step {
        a.swapAt(column * n + step, column * n + pivot)
        b.swapAt(column * n + step, column * n + pivot)
      }
      let inverse = try numbers.reciprocal(a[step * n + step])
      for column in 0..<n {
        a[column * n + step] = numbers.multiply(a[column * n + step], inverse)
        b[column * n + step] = numbers.multiply(b[column * n + step], inverse)
      }
      for row in 0..<n where row != step {
        let factor = a[step * n + row]
        for column in 0..<n {
          a[column * n + row] = numbers.subtract(
            a[column * n + row], numbers.multiply(factor, a[column * n + step]))
          b[column * n + row] = numbers.subtract(
            b[column * n + row], numbers.multiply(factor, b[column * n + step]))
        }
      }
    }
    return b
  }

  /// The row from `step` on whose entry is largest.
  private func pivotRow(
    _ step: Int, _ n: Int, _ entry: (Int) -> Numbers.Element
  ) throws(KernelError) -> Int {
    var (best, size) = (step, 0.0)
    for row in step..<n {
      let candidate = numbers.pivotSize(entry(row))
      if candidate > size { (best, size) = (row, candidate) }
    }
    guard size > 0 else { throw .singular }
    return best
  }

  /// The determinant; without divisions where the matrix has no pivot, as a singular one.
  func determinant(_ a: Matrix) throws(KernelError) -> Matrix {
    do throws(KernelError) { return try eliminatedDeterminant(a) } catch {
      guard error == .singular, a.rows <= 16 else { throw error }
      return undividedDeterminant(a)
    }
  }

  /// The last coefficient of the characteristic polynomial, from those of the leading submatrices.
  ///
  /// - Complexity: O(n⁴) products of series, and no divisions.
  ///
  /// Source: S. Berkowitz, "On computing the determinant in small parallel time using a small number of
  /// processors" (1984).
  private func undividedDeterminant(_ a: Matrix) -> Matrix {
    var polynomial = [constant(numbers.one)]
    for order in 1...a.rows {
      let shifts = [constant(numbers.one)] + bordering(a, order)
      polynomial = (0...order).map { power in
        sum(
          polynomial.indices.compactMap { index in
            let shift = power - index
            return shifts.indices.contains(shift)
              ? hadamard(shifts[shift], polynomial[index]) : nil
          })
      }
    }
    let last = polynomial[a.rows]
    return a.rows.isMultiple(of: 2) ? last : negated(last)
  }

  /// −d, −R C, −R A C, −R A² C, … for the leading submatrix of that order with the blocks A, C, R, d.
  private func bordering(_ a: Matrix, _ order: Int) -> [Matrix] {
    let last = order - 1
    var result = [negated(block(a, last, last, 1, 1))]
    guard last > 0 else { return result }
    let (inner, row) = (block(a, 0, 0, last, last), block(a, last, 0, 1, last))
    var column = block(a, 0, last, last, 1)
    for _ in 0..<last {
      result.append(negated(product(row, column)))
      column = product(inner, column)
    }
    return result
  }

  private func block(_ a: Matrix, _ top: Int, _ left: Int, _ rows: Int, _ columns: Int) -> Matrix {
    gathered(a, rows: rows, columns: columns) { row, column in
      let (i, j) = (row - top, column - left)
      return (0..<rows).contains(i) && (0..<columns).contains(j) ? j * rows + i : nil
    }
  }

  /// By Gaussian elimination over the series themselves.
  ///
  /// - Complexity: O(n³) products of series.
  private func eliminatedDeterminant(_ a: Matrix) throws(KernelError) -> Matrix {
    let n = a.rows
    var work = entries(a)
    var (result, swapped) = (constant(numbers.one), false)
    for step in 0..<n {
      let pivot = try pivotRow(step, n) { work[step * n + $0].coefficients[0] }
      if pivot != step {
        swapped.toggle()
        for column in step..<n { work.swapAt(column * n + step, column * n + pivot) }
      }
      result = hadamard(result, work[step * n + step])
      try eliminate(step, n, &work)
    }
    return swapped ? negated(result) : result
  }

  /// Every entry as a `1×1` series, column after column.
  private func entries(_ a: Matrix) -> [Matrix] {
    (0..<a.count).map { entry in
      Matrix(rows: 1, columns: 1, (0..<a.planes).map { a.coefficients[$0 * a.count + entry] })
    }
  }

  /// Clears the column below the pivot.
  private func eliminate(_ step: Int, _ n: Int, _ work: inout [Matrix]) throws(KernelError) {
    guard step + 1 < n else { return }
    let inverse = try reciprocal(work[step * n + step])
    for row in step + 1..<n {
      let factor = negated(hadamard(work[step * n + row], inverse))
      for column in step + 1..<n {
        let change = hadamard(factor, work[column * n + step])
        work[column * n + row] = sum([work[column * n + row], change])
      }
    }
  }
}
