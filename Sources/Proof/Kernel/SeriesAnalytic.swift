import Foundation
import MatrixCalculus

/// Exponential, sine, cosine and logarithm of a square matrix of power series, with proved bounds.
///
/// With ρ the sum of the norms of all planes, the coefficients of A(t)ᵏ sum up to at most ρᵏ in norm
/// (Cauchy's estimate for the majorant at t = 1), so that tails of Taylor series are bounded by those of
/// the scalar series at ρ. The argument is halved until ρ ≤ 1/2, the result doubled as often.
///
/// Source: C. Moler, C. Van Loan, "Nineteen Dubious Ways to Compute the Exponential of a Matrix,
/// Twenty-Five Years Later" (2003), §3; N. Higham, "Functions of Matrices" (2008), §12.4 and §11.5.
extension SeriesAlgebra {
  func exponential(ofMatrix a: Matrix) throws(KernelError) -> Matrix {
    let (x, doublings, terms, tail) = try prepared(a, "expm")
    var y = identity(a.rows)
    for k in (1...terms).reversed() {
      y = sum([identity(a.rows), scaled(product(x, y), by: try fraction(1, k))])
    }
    y = widened(y, tail)
    for _ in 0..<doublings { y = product(y, y) }
    return y
  }

  /// By the series in A² and the formulas of the double argument.
  func sineAndCosine(ofMatrix a: Matrix) throws(KernelError) -> (sine: Matrix, cosine: Matrix) {
    let (x, doublings, terms, tail) = try prepared(a, "the matrix sine or cosine")
    let square = product(x, x)
    let one = identity(a.rows)
    var (s, c) = (one, one)
    for k in (1...(terms / 2)).reversed() {
      s = sum([one, scaled(product(square, s), by: try fraction(-1, 2 * k * (2 * k + 1)))])
      c = sum([one, scaled(product(square, c), by: try fraction(-1, (2 * k - 1) * 2 * k))])
    }
    s = widened(product(x, s), tail)
    c = widened(c, tail)
    let two = try fraction(2, 1)
    for _ in 0..<doublings {
      (s, c) = (
        scaled(product(s, c), by: two),
        sum([scaled(product(c, c), by: two), negated(one)])
      )
    }
    return (s, c)
  }

  /// 2ᵏ log of the 2ᵏ-th root, which is near the identity: log(I + Z) = Z − Z²/2 + ….
  func logarithm(ofMatrix a: Matrix) throws(KernelError) -> Matrix {
    let precision = try seriesPrecision("logm")
    let one = identity(a.rows)
    var (root, z, roots) = (a, sum([a, negated(one)]), 0)
    while norm(z) > 0.25 {
      guard roots < 60 else { throw .undefined("a logarithm of a matrix too large") }
      root = try squareRoot(ofMatrix: root)
      z = sum([root, negated(one)])
      roots += 1
    }
    let terms = precision / 2 + 4
    var y = scaled(one, by: try fraction(1, terms))
    for k in (1..<terms).reversed() {
      y = sum([scaled(one, by: try fraction(1, k)), negated(product(z, y))])
    }
    // What follows ρᵏ/k with ρ ≤ 1/4 is below 2 · 4⁻ᵏ.
    y = widened(product(z, y), -2 * terms)
    return scaled(y, by: try fraction(1 << roots, 1))
  }

  /// The argument halved often enough, how often, how many terms of the Taylor series to take, and the
  /// base 2 logarithm of a bound of what follows.
  private func prepared(
    _ a: Matrix, _ name: String
  ) throws(KernelError) -> (x: Matrix, doublings: Int, terms: Int, tail: Int) {
    let precision = try seriesPrecision(name)
    let size = norm(a)
    guard size < 1e6 else { throw .undefined("\(name) of a matrix too large") }
    let doublings = size > 0.5 ? Int(log2(size * 2).rounded(.up)) : 0
    let x = scaled(a, by: try fraction(1, 1 << doublings))
    var (terms, bound) = (1, 2.0)
    // What follows k terms is at most twice ρᵏ⁺¹/(k + 1)! with ρ ≤ 1/2.
    while bound > Double(-precision - 2 * doublings) || !terms.isMultiple(of: 2) {
      terms += 1
      bound -= 1 + log2(Double(terms))
    }
    return (x, doublings, terms, Int(bound.rounded(.up)) + 1)
  }

  func seriesPrecision(_ name: String) throws(KernelError) -> Int {
    guard let precision = numbers.seriesPrecision else { throw .notAlgebraic(name) }
    return precision
  }

  func fraction(_ numerator: Int, _ denominator: Int) throws(KernelError) -> Matrix {
    guard let value = Rational(numerator, denominator) else { throw .tooLarge }
    return constant(try numbers.number(value))
  }

  /// The largest sum of absolute values in a row, over all planes together.
  func norm(_ a: Matrix) -> Double {
    (0..<a.planes).reduce(0) { total, k in
      total
        + (0..<a.rows).reduce(0) { largest, row in
          let sum = (0..<a.columns).reduce(0.0) { sum, column in
            sum + numbers.magnitude(a.coefficients[k * a.count + column * a.rows + row])
          }
          return max(largest, sum)
        }
    }
  }

  /// The matrix with an error of at most 2 to the power `exponent` in every coefficient.
  func widened(_ a: Matrix, _ exponent: Int) -> Matrix {
    var result = a
    for index in a.coefficients.indices {
      result.coefficients[index] = numbers.widened(a.coefficients[index], by: exponent)
    }
    return result
  }
}
