import MatrixCalculus

extension Prover {
  /// The least agreement in bits that counts as a verification.
  private static let leastBits = 64

  /// Compares both sides as balls at random real points, with more and more bits until they are apart
  /// or the last precision is reached.
  func balls(_ question: Question, seed: UInt64) -> Outcome {
    var generator = SplitMix64(seed: seed &+ 1)
    let choice = SizeChoice(question.programs, orders)
    let precision = budget.precisions.last ?? 64
    var bits = Int.max
    let points = question.hasCases ? budget.pointsWithCases : budget.points
    do {
      for point in 0..<points {
        // The last point has sizes of its own.
        guard let sizes = choice.drawn(from: point + 1 < points ? 4 : 5, using: &generator)
        else { return .undecided("no sizes satisfy what is declared") }
        let sized = try SizedQuestion(question, sizes: sizes, budget: budget.multiplications / 10)
        let stretches = Manner.stretches(point: point)
        guard let agreed = try agreement(sized, stretches, using: &generator) else {
          return .different(sizes)
        }
        bits = min(bits, agreed)
      }
    } catch { return .undecided(error.description) }
    guard bits >= Self.leastBits else {
      return .undecided("balls of \(precision) bits agree to \(max(bits, 0)) bits only")
    }
    return .equal(bound: "agree to \(bits) bits at \(points) points", points: points)
  }

  /// The bits to which both sides agree at a random point; nil where they differ.
  ///
  /// Points are drawn from one stretch of the real line after the other until all is defined.
  private func agreement(
    _ sized: SizedQuestion, _ stretches: [Manner], using generator: inout SplitMix64
  ) throws(KernelError) -> Int? {
    var reason = KernelError.singular
    for manner in stretches {
      for _ in 0..<3 {
        do {
          let point = try realPoint(sized, manner, using: &generator)
          return try agreement(sized, point, budget.precisions)
        } catch KernelError.tooLarge { throw .tooLarge } catch { reason = error }
      }
    }
    throw reason
  }

  func realPoint(
    _ sized: SizedQuestion, _ manner: Manner, using generator: inout SplitMix64
  ) throws(KernelError) -> Point<Fraction> {
    let reflects = generator.below(2) == 1
    let maker = PointMaker(FractionArithmetic(), manner, sizes: sized.sizes, reflects: reflects)
    return try sized.point(maker, using: &generator)
  }

  /// The bits to which both sides agree at a point at the last precision; nil where they are apart.
  func agreement(
    _ sized: SizedQuestion, _ point: Point<Fraction>, _ precisions: [Int]
  ) throws(KernelError) -> Int? {
    var bits = 0
    for precision in precisions {
      let numbers = BallArithmetic(precision: precision)
      let sides = Sides(question: sized, numbers: numbers)
      let (left, right) = try sides.contracted(point.map(numbers.number))
      guard let agreed = numbers.agreement(left.coefficients, right.coefficients) else {
        return nil
      }
      bits = agreed
    }
    return bits
  }
}

extension BallArithmetic {
  /// The bits to which two lists of balls agree, relative to the largest entry, or to 2⁻⁶⁴ where all are
  /// smaller: what is zero without being exact agrees as well. Nil where two of them are apart.
  func agreement(_ a: [Ball], _ b: [Ball]) -> Int? {
    var (scale, error) = (-64.0, -Double.infinity)
    for (x, y) in zip(a, b) {
      if differ(x, y) { return nil }
      scale = max(scale, logarithmOfBound(x), logarithmOfBound(y))
      error = max(error, logarithmOfBound(subtract(x, y)))
    }
    guard error.isFinite, scale.isFinite else { return error == -.infinity ? precision : 0 }
    return min(precision, Int((scale - error).rounded(.down)))
  }
}
