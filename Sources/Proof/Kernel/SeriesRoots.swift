import Foundation
import MatrixCalculus

/// The principal square root of a square matrix of power series, with proved bounds.
extension SeriesAlgebra {
  /// An iteration gives a root Y of the constant coefficients; the true root is Y + E with
  /// Y E + E Y + E² = R for the residual R. With β a bound of the inverse of E ↦ Y E + E Y in the
  /// largest entry, 4 β² n ‖R‖ ≤ 1 proves ‖E‖ ≤ 2 β ‖R‖ by Brouwer's theorem. The other coefficients
  /// solve Y₀ Yₖ + Yₖ Y₀ = Aₖ − Σ Yⱼ Yₖ₋ⱼ over 0 < j < k.
  ///
  /// Source: N. Higham, "Functions of Matrices" (2008), (6.15) and Theorem 6.9, for the iteration.
  func squareRoot(ofMatrix a: Matrix) throws(KernelError) -> Matrix {
    _ = try seriesPrecision("sqrtm")
    let plain = SeriesAlgebra(numbers: numbers, order: 0)
    let n = a.rows
    let first = Matrix(rows: n, columns: n, Array(a.plane(0)))
    var y = try plain.enclosedRoot(of: first)
    guard a.planes > 1, order > 0 else { return y }
    let base = y
    let solver = try plain.sylvesterInverse(base)
    for k in 1...order {
      var right = [Matrix(rows: n, columns: n, a.plane(k, or: numbers.zero))]
      for j in 1..<k {
        let (left, other) = (y.plane(j), y.plane(k - j))
        right.append(
          plain.negated(
            plain.product(
              Matrix(rows: n, columns: n, Array(left)), Matrix(rows: n, columns: n, Array(other)))))
      }
      let column = Matrix(rows: n * n, columns: 1, plain.sum(right).coefficients)
      y.coefficients += plain.product(solver, column).coefficients
    }
    return y
  }

  /// The root of a matrix of numbers, as a matrix of balls that holds it.
  private func enclosedRoot(of a: Matrix) throws(KernelError) -> Matrix {
    let y = try iteratedRoot(of: a)
    let residual = largestEntry(sum([a, negated(product(y, y))]))
    let beta = norm(try sylvesterInverse(y))
    let n = Double(a.rows)
    // The factor covers the rounding of these few operations.
    let slack = 1 + 1e-12
    guard 4 * beta * beta * n * residual * slack <= 1 else {
      throw .undefined("a square root of a matrix close to singular")
    }
    let radius = 2 * beta * residual * slack
    let enclosure = radius == 0 ? y : widened(y, Int(log2(radius).rounded(.up)) + 1)
    try checkPrincipal(enclosure)
    return enclosure
  }

  /// The product form of the Denman–Beavers iteration, with errors dropped at each step.
  private func iteratedRoot(of a: Matrix) throws(KernelError) -> Matrix {
    let half = try fraction(1, 2)
    var (y, z) = (centred(a), identity(a.rows))
    for _ in 0..<60 {
      let (inverseY, inverseZ) = (try inverse(y), try inverse(z))
      let next = centred(scaled(sum([y, inverseZ]), by: half))
      z = centred(scaled(sum([z, inverseY]), by: half))
      let change = largestEntry(sum([next, negated(y)]))
      y = next
      if change <= pow(2, -Double(try seriesPrecision("sqrtm")) / 2) * largestEntry(y) { break }
    }
    // Convergence is quadratic: one more step doubles the digits.
    return centred(scaled(sum([y, try inverse(z)]), by: half))
  }

  /// The inverse of I ⊗ Y + Y′ ⊗ I, which maps vec(E) to vec(Y E + E Y).
  private func sylvesterInverse(_ y: Matrix) throws(KernelError) -> Matrix {
    let one = identity(y.rows)
    return try inverse(sum([kronecker(one, y), kronecker(transposed(y), one)]))
  }

  /// All eigenvalues of Y have a positive real part if and only if those of its Cayley transform
  /// (I − Y)(I + Y)⁻¹ lie inside the unit circle, which some power with a norm below one proves.
  private func checkPrincipal(_ y: Matrix) throws(KernelError) {
    let one = identity(y.rows)
    var power = product(sum([one, negated(y)]), try inverse(sum([one, y])))
    for _ in 0..<16 {
      if norm(power) < 1 { return }
      power = product(power, power)
    }
    throw .undefined("a square root of a matrix with eigenvalues close to the negative real axis")
  }

  private func centred(_ a: Matrix) -> Matrix {
    Matrix(rows: a.rows, columns: a.columns, a.coefficients.map(numbers.centre))
  }

  /// An upper bound of the absolute values of all entries.
  private func largestEntry(_ a: Matrix) -> Double {
    a.coefficients.reduce(0) { max($0, numbers.magnitude($1)) }
  }
}
