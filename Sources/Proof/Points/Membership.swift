import MatrixCalculus

/// Tells whether a matrix has what is declared of a variable, as far as the numbers can say: those of a field
/// have no signs.
struct Membership<Numbers: Arithmetic> {
  typealias Matrix = SeriesMatrix<Numbers.Element>

  let algebra: SeriesAlgebra<Numbers>
  let variable: Variable

  private var numbers: Numbers { algebra.numbers }

  /// - Parameter known: properties that need not be looked at.
  func admits(_ a: Matrix, besides known: Properties = []) -> Bool {
    let asked = variable.properties.subtracting(known)
    return isStructured(a, asked) && hasSums(a, asked) && isRegular(a, asked) && isInRange(a, asked)
  }

  private func isStructured(_ a: Matrix, _ asked: Properties) -> Bool {
    let transposed = algebra.transposed(a)
    return (!asked.contains(.symmetric) || equal(a, transposed))
      && (!asked.contains(.skew) || equal(a, algebra.negated(transposed)))
      && (!asked.contains(.lowerTriangular) || vanishes(a) { $0 < $1 })
      && (!asked.contains(.upperTriangular) || vanishes(a) { $0 > $1 })
      && (!asked.contains(.diagonal) || vanishes(a) { $0 != $1 })
  }

  private func hasSums(_ a: Matrix, _ asked: Properties) -> Bool {
    func sumsToOne(_ a: Matrix) -> Bool {
      let ones = algebra.constant(numbers.one, rows: 1, columns: a.rows)
      return equal(
        algebra.product(ones, a), algebra.constant(numbers.one, rows: 1, columns: a.columns))
    }
    return (!asked.contains(.columnsSumToOne) || sumsToOne(a))
      && (!asked.contains(.rowsSumToOne) || sumsToOne(algebra.transposed(a)))
  }

  private func isRegular(_ a: Matrix, _ asked: Properties) -> Bool {
    if asked.contains(.orthogonal) || asked.contains(.permutation) {
      let square = algebra.product(algebra.transposed(a), a)
      guard equal(square, algebra.identity(a.rows)) else { return false }
    }
    if asked.contains(.permutation), !a.coefficients.allSatisfy(isZeroOrOne) { return false }
    if asked.contains(.positiveDefinite) { return isDefinite(a) }
    if asked.contains(.positiveSemidefinite), !isSemidefinite(a) { return false }
    return !asked.contains(.invertible) || (try? algebra.inverse(a)) != nil
  }

  /// Whether all leading minors are positive.
  func isDefinite(_ a: Matrix) -> Bool {
    (1...a.rows).allSatisfy { order in
      let corner = algebra.gathered(a, rows: order, columns: order) { row, column in
        row < order && column < order ? column * order + row : nil
      }
      guard let minor = try? algebra.determinant(corner) else { return false }
      return ((try? numbers.sign(minor.coefficients[0])) ?? 1) > 0
    }
  }

  /// Whether elimination of a symmetric matrix meets no negative pivot, and a zero one in a row of zeros alone.
  private func isSemidefinite(_ a: Matrix) -> Bool {
    var rest = a
    while let pivot = rest.coefficients.first {
      guard (sign(pivot) ?? 1) >= 0 else { return false }
      let inverse = try? numbers.reciprocal(pivot)
      let row = rest.coefficients.prefix(rest.rows)
      guard inverse != nil || row.allSatisfy({ numbers.pivotSize($0) == 0 }) else { return false }
      rest = eliminated(rest, inverse ?? numbers.zero)
    }
    return true
  }

  /// What is left of a symmetric matrix without its first row and column, given the inverse of the first entry.
  private func eliminated(_ a: Matrix, _ inverse: Numbers.Element) -> Matrix {
    let n = a.rows
    let entries = (1..<max(n, 1)).flatMap { column in
      (1..<n).map { row in
        let square = numbers.multiply(a.coefficients[row], a.coefficients[column])
        return numbers.subtract(
          a.coefficients[column * n + row], numbers.multiply(inverse, square))
      }
    }
    return Matrix(rows: n - 1, columns: n - 1, entries)
  }

  private func isInRange(_ a: Matrix, _ asked: Properties) -> Bool {
    let least = asked.contains(.positive) ? 1 : asked.contains(.nonNegative) ? 0 : -1
    let (low, high) = (bound(variable.range?.lowerBound), bound(variable.range?.upperBound))
    guard least >= 0 || low != nil || high != nil else { return true }
    return a.coefficients.indices.allSatisfy { index in
      guard variable.leaves(index % a.rows, index / a.rows) else { return true }
      let entry = a.coefficients[index]
      return (sign(entry) ?? 1) >= least
        && low.map { (sign(numbers.subtract(entry, $0)) ?? 0) >= 0 } ?? true
        && high.map { (sign(numbers.subtract($0, entry)) ?? 0) >= 0 } ?? true
    }
  }

  private func sign(_ a: Numbers.Element) -> Int? { try? numbers.sign(a) }

  private func bound(_ value: Double?) -> Numbers.Element? {
    guard let value, value.isFinite else { return nil }
    return try? numbers.number(value)
  }

  private func isZeroOrOne(_ a: Numbers.Element) -> Bool {
    numbers.pivotSize(a) == 0 || numbers.pivotSize(numbers.subtract(a, numbers.one)) == 0
  }

  private func vanishes(_ a: Matrix, where holds: (Int, Int) -> Bool) -> Bool {
    a.coefficients.indices.allSatisfy { index in
      !holds(index % a.rows, index / a.rows) || numbers.pivotSize(a.coefficients[index]) == 0
    }
  }

  private func equal(_ a: Matrix, _ b: Matrix) -> Bool {
    a.rows == b.rows && a.columns == b.columns
      && zip(a.coefficients, b.coefficients).allSatisfy {
        numbers.pivotSize(numbers.subtract($0, $1)) == 0
      }
  }
}

extension Arithmetic {
  /// A floating-point number, which is a fraction over a power of two.
  func number(_ value: Double) throws(KernelError) -> Element {
    guard value.isFinite, value != 0 else { return zero }
    let digits = Rational(Int(value.significand * 0x1p52) * (value < 0 ? -1 : 1))
    let shift = Int(value.exponent) - 52
    let factor = try number(shift < 0 ? .half : Rational(2))
    var (result, square, left) = (try number(digits), factor, shift.magnitude)
    while left != 0 {
      if left & 1 == 1 { result = multiply(result, square) }
      square = multiply(square, square)
      left >>= 1
    }
    return result
  }
}
