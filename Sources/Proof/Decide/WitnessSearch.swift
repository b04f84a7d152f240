import MatrixCalculus

/// Looks for the smallest sizes, then the plainest numbers, at which a false claim can be seen to
/// fail.
struct WitnessSearch {
  private let question: Question
  private let choice: SizeChoice
  private let prover: Prover
  private let budget: Budget
  private var generator: SplitMix64
  /// Points tried so far.
  private(set) var points = 0

  init(_ question: Question, orders: [SizeOrder], budget: Budget, seed: UInt64) {
    self.question = question
    choice = SizeChoice(question.programs, orders)
    prover = Prover(orders: orders, budget: budget)
    self.budget = budget
    generator = SplitMix64(seed: seed &+ 3)
  }

  /// A witness of least sizes; one at the sizes given where no small one is found, at the point given
  /// where no other is.
  mutating func smallest(fallback: Difference) -> Witness? {
    let near = question.thresholds
    let manners = Manner.plain + (near.isEmpty ? [] : [.integersNear(near)])
    for sizes in choice.ascending() where points < budget.witnessPoints {
      guard let sized = sizedQuestion(sizes), mayDiffer(sized) else { continue }
      if let witness = witness(sized, manners, draws: 4) { return witness }
    }
    guard budget.witnessPoints > 0, let sized = sizedQuestion(fallback.sizes) else { return nil }
    return witness(sized, manners + Manner.stretches, draws: 4)
      ?? fallback.point.flatMap { witness(sized, $0) }
  }

  private func sizedQuestion(_ sizes: [String: Int]) -> SizedQuestion? {
    try? SizedQuestion(question, sizes: sizes, budget, share: 100)
  }

  /// Whether the claim fails at these sizes, as far as a point of the prime field tells.
  private mutating func mayDiffer(_ sized: SizedQuestion) -> Bool {
    (question.isReflected ? [false, true] : [false]).contains { reflects in
      points += 1
      return (try? !prover.agrees(sized, reflects: reflects, using: &generator)) ?? true
    }
  }

  private mutating func witness(
    _ sized: SizedQuestion, _ manners: [Manner], draws: Int
  ) -> Witness? {
    for manner in manners {
      for _ in 0..<draws {
        points += 1
        guard let point = try? prover.realPoint(sized, manner, using: &generator) else { continue }
        if let witness = witness(sized, point) { return witness }
      }
    }
    return nil
  }

  /// The witness a point is, exactly if the claim is algebraic there, else by balls.
  private func witness(_ sized: SizedQuestion, _ point: Point<Fraction>) -> Witness? {
    let fractions = FractionArithmetic(longest: 1_024)
    do {
      let witness = try shown(Sides(question: sized, numbers: fractions), point, point)
      guard !fractions.isExhausted else { throw KernelError.tooLarge }
      return witness
    } catch {
      let numbers = BallArithmetic(precision: 192)
      let sides = Sides(question: sized, numbers: numbers)
      return try? shown(sides, point.map(numbers.number), point)
    }
  }

  private func shown<Numbers: Comparing>(
    _ sides: Sides<Numbers>, _ point: Point<Numbers.Element>, _ exact: Point<Fraction>
  ) throws(KernelError) -> Witness? {
    let (left, right) = try sides.full(point)
    let pairs = Array(zip(left.coefficients, right.coefficients))
    guard let place = pairs.firstIndex(where: { sides.numbers.differ($0.0, $0.1) }) else {
      return nil
    }
    let digits = [6, 12, 24, 48].first { digits in
      sides.numbers.text(pairs[place].0, digits: digits)
        != sides.numbers.text(pairs[place].1, digits: digits)
    }
    return Witness(
      shapes: choice.names.compactMap { name in
        sides.question.sizes[name].map { Witness.Size(name: name, count: $0) }
      },
      values: values(exact),
      left: left.text { sides.numbers.text($0, digits: digits ?? 6) },
      right: right.text { sides.numbers.text($0, digits: digits ?? 6) })
  }

  private func values(_ point: Point<Fraction>) -> [Witness.Value] {
    zip(question.variables, point.values).map { variable, value in
      Witness.Value(
        name: variable.name, entries: value.text { FractionArithmetic().text($0, digits: 0) })
    }
  }
}

extension SeriesMatrix {
  /// The entries as text, row by row.
  func text(_ entry: (Element) -> String) -> [[String]] {
    (0..<rows).map { row in (0..<columns).map { entry(coefficients[$0 * rows + row]) } }
  }
}
