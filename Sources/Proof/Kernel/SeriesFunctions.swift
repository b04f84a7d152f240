import MatrixCalculus

/// Functions of every entry, by the differential equations they satisfy; only their values at the
/// constant coefficients come from the arithmetic.
///
/// Source: A. Griewank, A. Walther, "Evaluating Derivatives" (2008), §13.2, tables 13.2 and 13.3.
extension SeriesAlgebra {
  func value(_ function: Function.Primitive, at u: Matrix) throws(KernelError) -> Matrix {
    guard u.planes > 1, order > 0 else { return try start(function, u) }
    switch function {
    case .exp: return try exponential(u)
    case .sin: return try sineAndCosine(u).sine
    case .cos: return try sineAndCosine(u).cosine
    case .log: return try integral(of: reciprocal(u), along: u, from: start(.log, u))
    case .arctan:
      let slope = try reciprocal(onePlus(hadamard(u, u)))
      return try integral(of: slope, along: u, from: start(.arctan, u))
    case .arcsin:
      return try integral(of: arcsineSlope(u), along: u, from: start(.arcsin, u))
    case .arccos:
      return try integral(of: negated(arcsineSlope(u)), along: u, from: start(.arccos, u))
    case .erf: return try integral(of: bell(u), along: u, from: start(.erf, u))
    case .abs, .sign, .step: return try piecewise(function, u)
    }
  }

  /// The values at the constant coefficients.
  private func start(_ function: Function.Primitive, _ u: Matrix) throws(KernelError) -> Matrix {
    var result = Matrix(rows: u.rows, columns: u.columns, [])
    for entry in 0..<u.count {
      result.coefficients.append(try numbers.value(function, at: u.coefficients[entry]))
    }
    return result
  }

  /// y with y′ = w u′: yₖ = 1/k Σ j uⱼ wₖ₋ⱼ over 1 ≤ j ≤ k.
  private func integral(
    of w: Matrix, along u: Matrix, from start: Matrix
  ) throws(KernelError) -> Matrix {
    var y = start
    for k in 1...order { y.coefficients += try convolution(u, w, k) { Rational($0) } }
    return y
  }

  /// y = exp u from y′ = u′ y.
  private func exponential(_ u: Matrix) throws(KernelError) -> Matrix {
    var y = try start(.exp, u)
    for k in 1...order { y.coefficients += try convolution(u, y, k) { Rational($0) } }
    return y
  }

  /// s = sin u and c = cos u from s′ = u′ c and c′ = −u′ s.
  private func sineAndCosine(_ u: Matrix) throws(KernelError) -> (sine: Matrix, cosine: Matrix) {
    var (s, c) = (try start(.sin, u), try start(.cos, u))
    for k in 1...order {
      let up = try convolution(u, c, k) { Rational($0) }
      c.coefficients += try convolution(u, s, k) { Rational(-$0) }
      s.coefficients += up
    }
    return (s, c)
  }

  private func onePlus(_ a: Matrix) -> Matrix {
    sum([constant(numbers.one, rows: a.rows, columns: a.columns), a])
  }

  /// (1 − u²) to the power −1/2.
  private func arcsineSlope(_ u: Matrix) throws(KernelError) -> Matrix {
    try power(onePlus(negated(hadamard(u, u))), .minusHalf)
  }

  /// 2/√π exp(−u²), with π = 4 arctan 1.
  private func bell(_ u: Matrix) throws(KernelError) -> Matrix {
    let quarter = try numbers.value(.arctan, at: numbers.one)
    let factor = try numbers.brokenPower(quarter, .minusHalf)
    return scaled(try exponential(negated(hadamard(u, u))), by: constant(factor))
  }

  /// |u|, sign u and step u away from zero, by the sign of the constant coefficient.
  private func piecewise(_ function: Function.Primitive, _ u: Matrix) throws(KernelError) -> Matrix
  {
    for entry in 0..<u.count where numbers.pivotSize(u.coefficients[entry]) == 0 {
      guard function == .abs, vanishes(u, entry) else { throw .undecidable("\(function)") }
    }
    return function == .abs ? hadamard(try start(.sign, u), u) : try start(function, u)
  }

  /// Whether all coefficients of an entry are zero for certain: where u = O(tᵏ), so is |u|.
  private func vanishes(_ u: Matrix, _ entry: Int) -> Bool {
    stride(from: entry, to: u.coefficients.count, by: u.count).allSatisfy {
      (try? numbers.sign(u.coefficients[$0])) == 0
    }
  }
}
