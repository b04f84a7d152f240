import MatrixCalculus

/// Matrices without eigenvalues on the closed negative real axis, of which principal logarithms and roots are
/// taken.
extension PointMaker {
  /// Cosine and sine of the angles about which eigenvalues lie: both halves of the plane are met.
  private static var angles: [(cosine: Int, sine: Int)] { [(5, 0), (3, 4), (-3, 4), (-4, 3)] }

  /// A rotation in planes, scaled, with a small multiple E of the matrix added.
  ///
  /// Eigenvalues of a normal matrix move by ‖E‖₂ at most, which is below 1/4, and those of the rotation are
  /// 3/5 away from the axis or more. Elements of the prime field and integers for people to read stay as
  /// they are.
  ///
  /// Source: F. Bauer, C. Fike, "Norms and Exclusion Theorems" (1960), Theorem IIIa.
  func offNegativeAxis(
    _ a: Matrix, using generator: inout SplitMix64
  ) throws(KernelError) -> Matrix {
    switch manner {
    case .uniform, .integers, .integersNear: return a
    default: break
    }
    let bound = algebra.norm(a).rounded(.up)
    let order = Double(a.rows).squareRoot().rounded(.up)
    guard bound < 1e6 else { return a }
    let change = algebra.scaled(a, by: try algebra.fraction(1, 4 * Int(order) * (Int(bound) + 1)))
    let (cosine, sine) = Self.angles[generator.below(Self.angles.count)]
    let turns = try algebra.planeTurns(a.rows, (cosine, sine, over: 5))
    let sum = algebra.sum([turns, change])
    return algebra.scaled(sum, by: try algebra.fraction(1 + generator.below(4), 2))
  }
}

extension SeriesAlgebra {
  /// Turns of planes on the diagonal, and a one where the order is odd.
  ///
  /// - Parameter angle: numerators of cosine and sine, over one number.
  func planeTurns(
    _ n: Int, _ angle: (cosine: Int, sine: Int, over: Int)
  ) throws(KernelError) -> Matrix {
    let c = try fraction(angle.cosine, angle.over).coefficients[0]
    let s = try fraction(angle.sine, angle.over).coefficients[0]
    var turn = identity(n)
    for k in stride(from: 0, to: n - 1, by: 2) {
      turn.coefficients[k * n + k] = c
      turn.coefficients[(k + 1) * n + k + 1] = c
      turn.coefficients[k * n + k + 1] = s
      turn.coefficients[(k + 1) * n + k] = numbers.subtract(numbers.zero, s)
    }
    return turn
  }
}
