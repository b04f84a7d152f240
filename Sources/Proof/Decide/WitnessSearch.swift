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
    guard budget.witnessPoints > 0 else { return nil }
    if let sized = sizedQuestion(fallback.sizes) {
      let found =
        witness(sized, manners + Manner.stretches, draws: 4)
        ?? fallback.point.flatMap {
          plainest(sized, $0) ?? witness(sized, $0) ?? finest(sized, $0)
        }
        ?? fineWitness(sized)
      if let found { return found }
    }
    return largeWitness(fallback.sizes)
  }

  /// Both sides along random directions, for matrices that are too large to be compared entry by entry.
  private mutating func largeWitness(_ sizes: [String: Int]) -> Witness? {
    guard let sized = try? SizedQuestion(question, sizes: sizes, budget, share: 2) else {
      return nil
    }
    for manner in Manner.plain {
      points += 1
      guard let point = try? prover.realPoint(sized, manner, using: &generator) else { continue }
      let numbers = BallArithmetic(precision: min(192, budget.precision))
      let sides = Sides(question: sized, numbers: numbers)
      if let pair = try? sides.contracted(point.map(numbers.number)),
        let witness = shown(pair, sides, point)
      {
        return witness
      }
    }
    return nil
  }

  private func sizedQuestion(_ sizes: [String: Int]) -> SizedQuestion? {
    guard let sized = try? SizedQuestion(question, sizes: sizes, budget, share: 100),
      sized.fullCost <= budget.multiplications / 10
    else { return nil }
    return sized
  }

  /// Whether the claim fails at these sizes, as far as a point of the prime field tells.
  private mutating func mayDiffer(_ sized: SizedQuestion) -> Bool {
    (0..<min(question.reflections, 16)).contains { reflections in
      points += 1
      return (try? !prover.agrees(sized, reflections: reflections, using: &generator)) ?? true
    }
  }

  /// The first point that shows it to the eye; any other where none does.
  private mutating func witness(
    _ sized: SizedQuestion, _ manners: [Manner], draws: Int
  ) -> Witness? {
    var first: Witness?
    for manner in manners {
      for _ in 0..<draws {
        points += 1
        guard let point = try? prover.realPoint(sized, manner, using: &generator),
          let witness = witness(sized, point)
        else { continue }
        if witness.isPlain { return witness }
        first = first ?? witness
      }
    }
    return first
  }

  /// The witness a point is, exactly if the claim is algebraic there, else by balls.
  private func witness(_ sized: SizedQuestion, _ point: Point<Fraction>) -> Witness? {
    let fractions = FractionArithmetic(longest: 1_024)
    do {
      let witness = try shown(Sides(question: sized, numbers: fractions), point, point)
      guard !fractions.isExhausted else { throw KernelError.tooLarge }
      return witness
    } catch {
      return ballWitness(sized, point, min(192, budget.precision))
    }
  }

  private func ballWitness(
    _ sized: SizedQuestion, _ point: Point<Fraction>, _ precision: Int
  ) -> Witness? {
    let numbers = BallArithmetic(precision: precision)
    let sides = Sides(question: sized, numbers: numbers)
    return try? shown(sides, point.map(numbers.number), point)
  }

  /// The point given with the nearest integers for its entries, where they have all that is declared.
  private func plainest(_ sized: SizedQuestion, _ point: Point<Fraction>) -> Witness? {
    let values = point.map(FractionArithmetic().double).values.map { value in
      SeriesMatrix(
        rows: value.rows, columns: value.columns, value.coefficients.map { $0.rounded() })
    }
    return sized.admitted(values, of: point).flatMap { witness(sized, $0) }
  }

  /// The point given, in the finest numbers.
  private func finest(_ sized: SizedQuestion, _ point: Point<Fraction>) -> Witness? {
    ballWitness(sized, point, budget.precision)
  }

  /// Any point in the finest numbers, for sides that differ by very little.
  private mutating func fineWitness(_ sized: SizedQuestion) -> Witness? {
    for manner in Manner.plain {
      points += 1
      guard let point = try? prover.realPoint(sized, manner, using: &generator) else { continue }
      if let witness = finest(sized, point) { return witness }
    }
    return nil
  }

  private func shown<Numbers: Comparing>(
    _ sides: Sides<Numbers>, _ point: Point<Numbers.Element>, _ exact: Point<Fraction>
  ) throws(KernelError) -> Witness? {
    shown(try sides.full(point), sides, exact)
  }

  private func shown<Numbers: Comparing>(
    _ pair: (left: SeriesMatrix<Numbers.Element>, right: SeriesMatrix<Numbers.Element>),
    _ sides: Sides<Numbers>, _ exact: Point<Fraction>
  ) -> Witness? {
    let (left, right) = pair
    let pairs = Array(zip(left.coefficients, right.coefficients))
    guard let place = pairs.firstIndex(where: { sides.numbers.differ($0.0, $0.1) }) else {
      return nil
    }
    let digits = [6, 12, 24, 48, 96, 192, 256].first { digits in
      sides.numbers.text(pairs[place].0, digits: digits)
        != sides.numbers.text(pairs[place].1, digits: digits)
    }
    let sizes = choice.names.compactMap { name in
      sides.question.sizes[name].map { Witness.Size(name: name, count: $0) }
    }
    func text(_ number: Numbers.Element) -> String {
      sides.numbers.text(number, digits: digits ?? 6)
    }
    guard left.count <= Self.mostEntries else {
      let (row, column) = (place % left.rows + 1, place / left.rows + 1)
      return Witness(
        shapes: sizes, values: [], left: [[text(pairs[place].0)]], right: [[text(pairs[place].1)]],
        remark: "the \(left.rows)×\(left.columns) matrices differ in row \(row), column \(column): "
          + "\(text(pairs[place].0)) and \(text(pairs[place].1))")
    }
    return Witness(
      shapes: sizes, values: values(exact), left: left.text(text), right: right.text(text))
  }

  /// Larger matrices are not printed.
  private static let mostEntries = 400

  private func values(_ point: Point<Fraction>) -> [Witness.Value] {
    zip(question.variables, point.values).compactMap { variable, value in
      value.count > Self.mostEntries
        ? nil
        : Witness.Value(
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

extension Witness {
  /// Whether the entries that differ can be told apart at a glance: neither very small nor long.
  fileprivate var isPlain: Bool {
    guard remark == nil, let place = differing else { return true }
    let texts = [left[place.row][place.column], right[place.row][place.column]]
    return texts.allSatisfy { $0.utf8.count < 14 }
      && texts.contains { text in Double(text).map { Swift.abs($0) > 1e-3 } ?? true }
  }
}
