import MatrixCalculus

/// Orthogonal matrices of all kinds.
extension PointMaker {
  func permutation(_ n: Int, _ generator: inout SplitMix64) -> Matrix {
    permuted(shuffled(n, &generator))
  }

  /// A permutation that exchanges some places in pairs.
  func involution(_ n: Int, _ generator: inout SplitMix64) -> Matrix {
    var images = Array(0..<n)
    let order = shuffled(n, &generator)
    let pairs = generator.below(n / 2 + 1)
    for pair in 0..<pairs { images.swapAt(order[2 * pair], order[2 * pair + 1]) }
    return permuted(images)
  }

  private func shuffled(_ n: Int, _ generator: inout SplitMix64) -> [Int] {
    var images = Array(0..<n)
    for last in images.indices.dropFirst().reversed() {
      images.swapAt(last, generator.below(last + 1))
    }
    return images
  }

  private func permuted(_ images: [Int]) -> Matrix {
    let n = images.count
    return algebra.gathered(algebra.identity(n), rows: n, columns: n) { row, column in
      row == column ? column * n + images[column] : nil
    }
  }

  func signs(_ n: Int, _ generator: inout SplitMix64) -> Matrix {
    var result = algebra.identity(n)
    for i in 0..<n where generator.below(2) == 1 {
      result.coefficients[i * n + i] = numbers.subtract(numbers.zero, numbers.one)
    }
    return result
  }

  /// Cayley's map of a skew matrix; with the first column negated where the first bit says so.
  func orthogonal(_ n: Int, _ generator: inout SplitMix64) throws(KernelError) -> Matrix {
    for _ in 0..<20 {
      guard let rotation = try? algebra.cayley(skew(n, &generator)) else { continue }
      return reflections & 1 == 1 ? reflected(rotation) : rotation
    }
    throw .singular
  }

  private func skew(_ n: Int, _ generator: inout SplitMix64) throws(KernelError) -> Matrix {
    let upper = filtered(try plain(n, n, &generator)) { $0 < $1 }
    return algebra.sum([upper, algebra.negated(algebra.transposed(upper))])
  }

  /// A matrix of free entries without declared properties.
  func plain(
    _ rows: Int, _ columns: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    try free(
      Variable("", Shape(Dimension(rows), Dimension(columns))), rows, columns, &generator)
  }

  private func reflected(_ a: Matrix) -> Matrix {
    var result = a
    for row in 0..<a.rows {
      result.coefficients[row] = numbers.subtract(numbers.zero, a.coefficients[row])
    }
    return result
  }

  /// I − 2 W (W′W)⁻¹ W′ for free W of up to n columns, which sum to zero where rows of the result must sum to
  /// one.
  func reflection(
    _ variable: Variable, _ n: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    let sums =
      variable.properties.contains(.columnsSumToOne)
      || variable.properties.contains(.rowsSumToOne)
    let rank = generator.below(sums ? n : n + 1)
    let one = algebra.identity(n)
    guard rank > 0 else { return one }
    guard rank < n else { return algebra.negated(one) }
    var w = try plain(n, rank, &generator)
    if sums { w = algebra.product(try centring(n), w) }
    return try reflection(across: w)
  }

  private func reflection(across w: Matrix) throws(KernelError) -> Matrix {
    let back = algebra.transposed(w)
    let middle = try algebra.inverse(algebra.product(back, w))
    let projection = algebra.product(w, algebra.product(middle, back))
    return algebra.sum([
      algebra.identity(w.rows), algebra.negated(projection), algebra.negated(projection),
    ])
  }

  /// Q J Q′ for orthogonal Q and the J that turns every pair of axes by a right angle.
  func quarterTurn(
    _ variable: Variable, _ n: Int, _ generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    guard n.isMultiple(of: 2) else { throw .noValue(variable.name) }
    var turn = algebra.constant(numbers.zero, rows: n, columns: n)
    for i in stride(from: 0, to: n, by: 2) {
      turn.coefficients[(i + 1) * n + i] = numbers.one
      turn.coefficients[i * n + i + 1] = numbers.subtract(numbers.zero, numbers.one)
    }
    let q = try orthogonal(n, &generator)
    return algebra.product(algebra.product(q, turn), algebra.transposed(q))
  }

  /// Cayley's map of C S C for skew S, where C subtracts the mean; where the first bit says so, after a
  /// reflection that keeps the column of ones.
  func turnAboutOnes(_ n: Int, _ generator: inout SplitMix64) throws(KernelError) -> Matrix {
    let c = try centring(n)
    let rotation = try algebra.cayley(algebra.product(algebra.product(c, skew(n, &generator)), c))
    guard n > 1, reflections & 1 == 1 else { return rotation }
    let mirror = try reflection(across: algebra.product(c, plain(n, 1, &generator)))
    return algebra.product(rotation, mirror)
  }
}
