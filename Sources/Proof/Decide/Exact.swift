import Foundation
import MatrixCalculus

extension Prover {
  /// Compares both sides at random points of the prime field, for several choices of sizes.
  ///
  /// A claim that is false for these sizes passes at one point with a chance of at most d/p, where d
  /// is the degree of the difference.
  ///
  /// Source: J. Schwartz, "Fast Probabilistic Algorithms for Verification of Polynomial Identities"
  /// (1980), Corollary 1.
  func exact(_ question: Question, seed: UInt64) -> Outcome {
    var generator = SplitMix64(seed: seed)
    let choice = SizeChoice(question.programs, orders)
    do {
      let base = try baseSize(question, choice)
      var (degree, points) = (0, 0)
      for _ in 0..<(choice.names.isEmpty ? 1 : budget.sizeChoices) {
        guard let sizes = choice.drawn(from: base, using: &generator) else {
          return .undecided("no sizes satisfy what is declared")
        }
        let sized = try SizedQuestion(question, sizes: sizes, budget: budget.multiplications)
        degree = max(degree, sized.degree.total)
        for point in 0..<budget.points {
          if try !agrees(sized, reflects: !point.isMultiple(of: 2), using: &generator) {
            return .different(sizes)
          }
          points += 1
        }
      }
      return .equal(bound: bound(question, degree), points: points)
    } catch { return .undecided(error.description) }
  }

  /// Sizes begin above the degree, as far as that is cheap: on smaller matrices products may commute
  /// by accident. The least that is allowed where there is no degree.
  private func baseSize(_ question: Question, _ choice: SizeChoice) throws(KernelError) -> Int {
    var generator = SplitMix64(seed: 0)
    let least = budget.leastSize
    guard let sizes = choice.drawn(from: least, using: &generator) else { return least }
    let trial = try SizedQuestion(question, sizes: sizes, budget: budget.multiplications)
    let (degree, isPolynomial) = trial.degree
    return isPolynomial ? min(max(degree + 1, least), least + 4) : least
  }

  /// Whether both sides are equal at a random point of the field.
  func agrees(
    _ sized: SizedQuestion, reflects: Bool, using generator: inout SplitMix64
  ) throws(KernelError) -> Bool {
    let maker = PointMaker(uniform: sized.sizes, reflects: reflects)
    for _ in 0..<budget.redraws {
      do {
        let point = try sized.point(maker, using: &generator)
        let (left, right) = try Sides(question: sized, numbers: PrimeField()).contracted(point)
        return left.coefficients == right.coefficients
      } catch KernelError.singular { continue }
    }
    throw .singular
  }

  /// In words, with the number rounded up to one digit.
  private func bound(_ question: Question, _ degree: Int) -> String {
    let properties = question.variables.map(\.properties)
    let orthogonal = properties.filter { $0.contains(.orthogonal) }.count
    let isFinite = properties.contains { $0.contains(.permutation) }
    // Orthogonal matrices of both determinants are drawn in turn: each kind at one point at least.
    let points = orthogonal == 0 ? budget.points : budget.points / 2
    guard orthogonal <= 1, !isFinite, degree < Int(PrimeField.p) / 1_000 else {
      return "equal at \(budget.points) points"
    }
    guard degree > 0 else { return "equal without any choice" }
    let chance = Double(points) * (log10(Double(degree)) - log10(Double(PrimeField.p)))
    return "wrong with chance below \(Self.roundedUp(chance)) (degree \(degree), \(points) "
      + (points == 1 ? "point)" : "points)")
  }

  /// The power of ten with that exponent, rounded up to one digit: `3e-53`.
  static func roundedUp(_ exponent: Double) -> String {
    let whole = exponent.rounded(.down)
    // The margin covers the rounding of the logarithm.
    let digit = (pow(10, exponent - whole) + 1e-9).rounded(.up)
    return digit >= 10 ? "1e\(Int(whole) + 1)" : "\(Int(digit))e\(Int(whole))"
  }
}
