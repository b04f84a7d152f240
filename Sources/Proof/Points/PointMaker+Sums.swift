import MatrixCalculus

/// Matrices whose columns or rows sum to one.
extension PointMaker {
  /// Columns that sum to one: non-negative ones are divided by their sum, of others the last entry
  /// makes up for the rest.
  func stochastic(
    _ variable: Variable, _ rows: Int, _ columns: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    guard manner != .uniform, variable.isNonNegative else {
      var a = try free(variable, rows, columns, &generator)
      balance(&a) { _ in (0..<rows, rows - 1) }
      return a
    }
    let positive = Variable(variable.name, variable.shape, .positive)
    var a = try free(positive, rows, columns, &generator)
    try divide(&a)
    return a
  }

  /// The columns divided by their sums.
  private func divide(_ a: inout Matrix) throws(KernelError) {
    for column in 0..<a.columns {
      let entries = column * a.rows..<(column + 1) * a.rows
      let share = try numbers.reciprocal(
        a.coefficients[entries].reduce(numbers.zero, numbers.add))
      for entry in entries {
        a.coefficients[entry] = numbers.multiply(a.coefficients[entry], share)
      }
    }
  }

  /// Columns that sum to one by one entry of each.
  ///
  /// - Parameter places: the rows that count in a column, and the one that makes up for the others.
  private func balance(_ a: inout Matrix, _ places: (Int) -> (rows: Range<Int>, last: Int)) {
    for column in 0..<a.columns {
      let (rows, last) = places(column)
      let rest = rows.filter { $0 != last }.map { a.coefficients[column * a.rows + $0] }
      a.coefficients[column * a.rows + last] = rest.reduce(numbers.one, numbers.subtract)
    }
  }

  func triangularStochastic(
    _ variable: Variable, _ n: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let byRows = !variable.properties.contains(.columnsSumToOne)
    let isUpper = variable.properties.contains(.upperTriangular) != byRows
    let isDivided = manner != .uniform && variable.isNonNegative
    let entries = isDivided ? Variable("", variable.shape, .positive) : variable
    let drawn = try free(entries, n, n, &generator)
    var a = filtered(drawn) { isUpper ? $0 <= $1 : $0 >= $1 }
    if isDivided {
      try divide(&a)
    } else {
      balance(&a) { (isUpper ? 0..<$0 + 1 : $0..<n, $0) }
    }
    return byRows ? algebra.transposed(a) : a
  }

  /// Rows and columns that sum to one: non-negative ones are an average of permutations and of the matrix
  /// whose entries are all alike, others that matrix with a free part whose rows and columns sum to zero.
  ///
  /// Source: R. Horn, C. Johnson, "Matrix Analysis" (2013), Theorem 8.7.2.
  func doublyStochastic(
    _ variable: Variable, _ rows: Int, _ columns: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    // The sum of all entries is the number of rows and of columns.
    guard rows == columns else { throw .undefined("a doubly stochastic matrix that is not square") }
    guard manner != .uniform, variable.isNonNegative else {
      return algebra.sum([try mean(rows), try centred(plain(rows, rows, &generator))])
    }
    let half = algebra.constant(try numbers.number(.half))
    var result = try mean(rows)
    for _ in 0..<4 {
      let average = algebra.sum([result, permutation(rows, &generator)])
      result = algebra.scaled(average, by: half)
    }
    return result
  }

  /// The symmetric part of a doubly stochastic matrix; definite ones are nearer to the identity, or have a
  /// definite part besides the mean.
  func symmetricStochastic(
    _ variable: Variable, _ n: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let isDefinite = variable.properties.contains(.positiveSemidefinite) && manner != .uniform
    if isDefinite, !variable.isNonNegative {
      let a = try plain(n, n, &generator)
      let square = try definite(algebra.product(algebra.transposed(a), a), &generator)
      return algebra.sum([try mean(n), try centred(square)])
    }
    let a = try doublyStochastic(variable, n, n, &generator)
    let half = algebra.constant(try numbers.number(.half))
    let even = algebra.scaled(algebra.sum([a, algebra.transposed(a)]), by: half)
    guard isDefinite else { return even }
    // No eigenvalue is below −1, so that a weight above one half on the identity makes it definite.
    let quarter = algebra.scaled(half, by: half)
    let rest = algebra.sum([algebra.constant(numbers.one), algebra.negated(quarter)])
    return algebra.sum([
      algebra.scaled(even, by: quarter), algebra.scaled(algebra.identity(n), by: rest),
    ])
  }

  /// The matrix whose entries are all 1/n.
  private func mean(_ n: Int) throws(KernelError) -> Matrix {
    let share = try numbers.reciprocal(numbers.number(Rational(n)))
    return algebra.constant(share, rows: n, columns: n)
  }

  /// The matrix that subtracts the mean.
  func centring(_ n: Int) throws(KernelError) -> Matrix {
    algebra.sum([algebra.identity(n), algebra.negated(try mean(n))])
  }

  /// C A C, where C subtracts the mean.
  private func centred(_ a: Matrix) throws(KernelError) -> Matrix {
    let c = try centring(a.rows)
    return algebra.product(algebra.product(c, a), c)
  }
}
