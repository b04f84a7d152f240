import MatrixCalculus

/// Draws values for variables that have the declared properties.
struct PointMaker<Numbers: Arithmetic> {
  typealias Matrix = SeriesMatrix<Numbers.Element>

  let algebra: SeriesAlgebra<Numbers>
  let manner: Manner
  let sizes: [String: Int]
  /// Which orthogonal matrices are drawn with determinant −1: a bit for each, in their order.
  var reflections: Int
  /// An element of the prime field from a random word, for the manner that asks for it.
  private let element: (inout SplitMix64) -> Numbers.Element?

  init(
    _ numbers: Numbers, _ manner: Manner, sizes: [String: Int], reflections: Int = 0,
    element: @escaping (inout SplitMix64) -> Numbers.Element? = { _ in nil }
  ) {
    algebra = SeriesAlgebra(numbers: numbers, order: 0)
    self.manner = manner
    self.sizes = sizes
    self.reflections = reflections
    self.element = element
  }

  private var numbers: Numbers { algebra.numbers }

  /// A matrix of the variable's size with its properties.
  ///
  /// - Throws: `singular` where an invertible matrix was asked for and none was found.
  func value(
    of variable: Variable, using generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let (rows, columns) = try size(variable.shape)
    let properties = variable.properties
    if properties.contains(.permutation) { return permutation(rows, &generator) }
    if properties.contains(.orthogonal) { return try orthogonal(rows, &generator) }
    if properties.contains([.columnsSumToOne, .rowsSumToOne]) {
      return try doublyStochastic(variable, rows, columns, &generator)
    }
    if properties.contains(.columnsSumToOne) {
      return try stochastic(variable, rows, columns, &generator)
    }
    if properties.contains(.rowsSumToOne) {
      return algebra.transposed(try stochastic(variable, columns, rows, &generator))
    }
    for _ in 0..<20 {
      let value = try structured(
        free(variable, rows, columns, &generator), variable, &generator)
      if !properties.contains(.invertible) || (try? algebra.inverse(value)) != nil { return value }
    }
    throw .singular
  }

  /// A direction to differentiate along: all entries free, whatever is declared.
  func direction(
    for variable: Variable, using generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let (rows, columns) = try size(variable.shape)
    return try free(Variable(variable.name, variable.shape), rows, columns, &generator)
  }

  private func size(_ shape: Shape) throws(KernelError) -> (Int, Int) {
    guard let rows = shape.rows.value(sizes), let columns = shape.columns.value(sizes),
      rows >= 1, columns >= 1, rows <= 4096, columns <= 4096
    else { throw .undefined("a size below one") }
    return (rows, columns)
  }

  /// A matrix of free entries in the variable's range.
  private func free(
    _ variable: Variable, _ rows: Int, _ columns: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    var entries: [Numbers.Element] = []
    for _ in 0..<rows * columns { entries.append(try entry(variable, &generator)) }
    return Matrix(rows: rows, columns: columns, entries)
  }

  private func entry(
    _ variable: Variable, _ generator: inout SplitMix64
  ) throws(KernelError) -> Numbers.Element {
    if manner == .uniform, let element = element(&generator) { return element }
    let declared = variable.range ?? -.infinity ... .infinity
    let low = variable.properties.contains(.nonNegative) ? 0 : declared.lowerBound
    let range = max(low, declared.lowerBound)...max(low, declared.upperBound)
    let isPositive = variable.properties.contains(.positive)
    return try numbers.number(
      manner.rational(in: range, isPositive: isPositive, using: &generator))
  }

  /// The free matrix brought into the declared form.
  private func structured(
    _ a: Matrix, _ variable: Variable, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let properties = variable.properties
    if properties.contains(.diagonal) { return filtered(a) { $0 == $1 } }
    if manner != .uniform, properties.contains(.positiveSemidefinite) {
      let square = algebra.product(algebra.transposed(a), a)
      guard properties.contains(.positiveDefinite) else { return square }
      return try definite(square, &generator)
    }
    if properties.contains(.skew) {
      let upper = filtered(a) { $0 < $1 }
      return algebra.sum([upper, algebra.negated(algebra.transposed(upper))])
    }
    if properties.contains(.symmetric) {
      let upper = filtered(a) { $0 <= $1 }
      let lower = filtered(algebra.transposed(a)) { $0 > $1 }
      return algebra.sum([upper, lower])
    }
    if properties.contains(.lowerTriangular) { return filtered(a) { $0 >= $1 } }
    if properties.contains(.upperTriangular) { return filtered(a) { $0 <= $1 } }
    return a
  }

  /// c (A′A + d I) for positive c and d of various sizes, so that eigenvalues lie on both sides of one;
  /// A′A + I where people read it.
  private func definite(
    _ square: Matrix, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    var (scale, shift) = (Rational.one, Rational.one)
    if case .integers = manner {
    } else {
      scale = Rational(1, 1 << generator.below(5)) ?? .one
      shift = Rational(1, 1 << generator.below(5)) ?? .one
    }
    let sum = algebra.sum([
      square,
      algebra.scaled(
        algebra.identity(square.rows), by: algebra.constant(try numbers.number(shift))),
    ])
    return algebra.scaled(sum, by: algebra.constant(try numbers.number(scale)))
  }

  /// The matrix with zeros where `keeps` says no of row and column.
  private func filtered(_ a: Matrix, _ keeps: (Int, Int) -> Bool) -> Matrix {
    algebra.gathered(a, rows: a.rows, columns: a.columns) { row, column in
      keeps(row, column) ? column * a.rows + row : nil
    }
  }

  private func permutation(_ n: Int, _ generator: inout SplitMix64) -> Matrix {
    var images = Array(0..<n)
    for last in images.indices.dropFirst().reversed() {
      images.swapAt(last, generator.below(last + 1))
    }
    return algebra.gathered(algebra.identity(n), rows: n, columns: n) { row, column in
      row == column ? column * n + images[column] : nil
    }
  }

  /// Cayley's map (I − S)(I + S)⁻¹ of a skew matrix; with the first column negated where the first bit says so.
  private func orthogonal(
    _ n: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let plain = Variable("", Shape(Dimension(n), Dimension(n)))
    for _ in 0..<20 {
      let upper = filtered(try free(plain, n, n, &generator)) { $0 < $1 }
      let skew = algebra.sum([upper, algebra.negated(algebra.transposed(upper))])
      let one = algebra.identity(n)
      guard let inverse = try? algebra.inverse(algebra.sum([one, skew])) else { continue }
      let rotation = algebra.product(algebra.sum([one, algebra.negated(skew)]), inverse)
      return reflections & 1 == 1 ? reflected(rotation) : rotation
    }
    throw .singular
  }

  private func reflected(_ a: Matrix) -> Matrix {
    var result = a
    for row in 0..<a.rows {
      result.coefficients[row] = numbers.subtract(numbers.zero, a.coefficients[row])
    }
    return result
  }

  /// Columns that sum to one: non-negative ones are divided by their sum, of others the last entry
  /// makes up for the rest.
  private func stochastic(
    _ variable: Variable, _ rows: Int, _ columns: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let isPositive =
      variable.properties.contains(.nonNegative) || (variable.range?.lowerBound ?? -1) >= 0
    guard manner != .uniform, isPositive else {
      var a = try free(variable, rows, columns, &generator)
      for column in 0..<columns {
        let rest = a.coefficients[column * rows..<(column + 1) * rows - 1]
        a.coefficients[(column + 1) * rows - 1] = rest.reduce(numbers.one, numbers.subtract)
      }
      return a
    }
    let positive = Variable(variable.name, variable.shape, .positive)
    var a = try free(positive, rows, columns, &generator)
    for column in 0..<columns {
      let entries = column * rows..<(column + 1) * rows
      let share = try numbers.reciprocal(
        a.coefficients[entries].reduce(numbers.zero, numbers.add))
      for entry in entries {
        a.coefficients[entry] = numbers.multiply(a.coefficients[entry], share)
      }
    }
    return a
  }
}

extension PointMaker {
  /// Rows and columns that sum to one: non-negative ones are an average of permutations and of the matrix
  /// whose entries are all alike, others that matrix with a free part whose rows and columns sum to zero.
  ///
  /// Source: R. Horn, C. Johnson, "Matrix Analysis" (2013), Theorem 8.7.2.
  private func doublyStochastic(
    _ variable: Variable, _ rows: Int, _ columns: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    // The sum of all entries is the number of rows and of columns.
    guard rows == columns else { throw .undefined("a doubly stochastic matrix that is not square") }
    let share = try numbers.reciprocal(numbers.number(Rational(rows)))
    let even = algebra.constant(share, rows: rows, columns: rows)
    guard manner != .uniform, variable.properties.contains(.nonNegative) else {
      return algebra.sum([even, try centred(rows, &generator)])
    }
    let half = algebra.constant(try numbers.number(.half))
    var result = even
    for _ in 0..<4 {
      let average = algebra.sum([result, permutation(rows, &generator)])
      result = algebra.scaled(average, by: half)
    }
    return result
  }

  /// C A C for free A, where C subtracts the mean.
  private func centred(
    _ n: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let share = try numbers.reciprocal(numbers.number(Rational(n)))
    let mean = algebra.constant(share, rows: n, columns: n)
    let centring = algebra.sum([algebra.identity(n), algebra.negated(mean)])
    let plain = Variable("", Shape(Dimension(n), Dimension(n)))
    let middle = try free(plain, n, n, &generator)
    return algebra.product(algebra.product(centring, middle), centring)
  }
}

extension PointMaker where Numbers == PrimeField {
  /// Points of the prime field, all equally likely.
  init(uniform sizes: [String: Int], reflections: Int) {
    self.init(PrimeField(), .uniform, sizes: sizes, reflections: reflections) { generator in
      UInt64(generator.below(Int(PrimeField.p)))
    }
  }
}
