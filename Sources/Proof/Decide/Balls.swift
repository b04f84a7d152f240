import MatrixCalculus

extension Prover {
  /// The least agreement in bits that counts where no verification rests on it.
  private static let leastBits = 64

  /// Compares both sides as balls at random real points, with twice the bits until they are apart, or
  /// agree to 400 bits, or the last precision is reached.
  func balls(_ question: Question, seed: UInt64) -> Outcome {
    var generator = SplitMix64(seed: seed &+ 1)
    let choice = SizeChoice(question.programs, orders)
    let points =
      question.hasCases || question.reflections > 1 ? budget.pointsWithCases : budget.realPoints
    // All points at all precisions have to fit; a multiplication of balls weighs thirty at most.
    var budget = budget
    budget.multiplications = min(budget.multiplications / 10, budget.work / (points * 120))
    let base = affordableSize(question, choice, budget.leastSize, within: budget)
    let generic = choice.generic(from: base, using: &generator)
    guard !generic.isEmpty else { return .undecided("no sizes satisfy what is declared") }
    var (bits, tested, reason) = (Int.max, 0, KernelError.singular)
    var cases = Cases(question)
    for point in 0..<points {
      let sizes = generic[point % generic.count]
      do {
        let sized = try SizedQuestion(question, sizes: sizes, budget)
        let stretches = question.stretches(point: point)
        let found = try agreement(
          sized, stretches, budget.precisions, least: Budget.enoughBits, using: &generator)
        switch found {
        case .bits(let agreed, let point):
          bits = min(bits, agreed)
          cases.meet(sized, point.values)
        case .apart(let point): return .different(Difference(sizes: sizes, point: point))
        }
        tested += 1
      } catch .exhausted { return .undecided(KernelError.exhausted.description) } catch {
        reason = error
      }
    }
    guard tested > 0 else { return .undecided(reason.description) }
    let small = choice.drawn(from: 2, using: &generator) ?? generic[0]
    if let outcome = unmet(&cases, choice, small, budget, using: &generator) { return outcome }
    if let found = offBranch(question, choice, budget, using: &generator) {
      return .different(found)
    }
    if let found = scattered(question, choice, budget, using: &generator) {
      return .different(found)
    }
    return .equal(bound: "agree to \(bits) bits at \(tested) points", points: tested)
  }

  /// How far both sides agree at a random point.
  ///
  /// Points are drawn from one stretch of the real line after the other until all is defined, and known
  /// well enough.
  ///
  /// - Parameter least: the bits that are enough; fewer are taken where nothing is verified by them.
  func agreement(
    _ sized: SizedQuestion, _ stretches: [Manner], _ precisions: [Int], least: Int? = nil,
    using generator: inout SplitMix64
  ) throws(KernelError) -> Agreement {
    var reason = KernelError.singular
    for manner in stretches {
      for _ in 0..<3 {
        do {
          let point = try realPoint(sized, manner, using: &generator)
          guard let bits = try agreement(sized, point, precisions) else {
            if sized.isAtJump(point) { continue }
            return .apart(point)
          }
          let finest = precisions.last ?? 0
          if bits >= least ?? min(Self.leastBits, finest / 2) { return .bits(bits, at: point) }
          reason = .undefined(
            "balls of \(finest) bits agree to \(max(bits, 0)) bits only")
        } catch .tooLarge { throw .tooLarge } catch .exhausted { throw .exhausted } catch {
          reason = error
        }
      }
    }
    throw reason
  }

  /// Whether both sides have values at a point that are known to differ.
  func areApart(_ sized: SizedQuestion, _ point: Point<Fraction>, _ budget: Budget) -> Bool {
    do throws(KernelError) {
      return try agreement(sized, point, budget.precisions) == nil
    } catch { return false }
  }

  func realPoint(
    _ sized: SizedQuestion, _ manner: Manner, using generator: inout SplitMix64
  ) throws(KernelError) -> Point<Fraction> {
    let maker = PointMaker(
      FractionArithmetic(), manner, sizes: sized.sizes, reflections: generator.below(1 << 16))
    return try sized.point(maker, using: &generator)
  }

  /// The bits to which both sides agree at a point at the last precision needed; nil where they are
  /// apart.
  func agreement(
    _ sized: SizedQuestion, _ point: Point<Fraction>, _ precisions: [Int]
  ) throws(KernelError) -> Int? {
    var (bits, reason) = (Int?.none, KernelError.singular)
    for precision in precisions {
      let numbers = BallArithmetic(precision: precision)
      do {
        let sides = Sides(question: sized, numbers: numbers)
        let (left, right) = try sides.contracted(point.map(numbers.number))
        guard let agreed = numbers.agreement(left.coefficients, right.coefficients) else {
          return nil
        }
        bits = agreed
        if agreed >= Budget.enoughBits { break }
      } catch .exhausted { throw .exhausted } catch {
        // What wide balls cannot decide, such as the sign of a small number, narrower ones may.
        reason = error
        bits = nil
      }
    }
    guard let bits else { throw reason }
    return bits
  }
}

/// How far two sides agree at a real point.
enum Agreement {
  /// To so many bits.
  case bits(Int, at: Point<Fraction>)
  /// They differ there.
  case apart(Point<Fraction>)

  var isApart: Bool { if case .apart = self { true } else { false } }
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
