import MatrixCalculus
import Notation

/// Sizes and points that random draws never meet.
extension Prover {
  /// Tries a claim that holds for large, pairwise distinct sizes on small and equal ones.
  ///
  /// - Returns: sizes of two at least for which it is false; else the sizes of one that must be left
  ///   out, as phrases.
  func smallSizes(
    _ question: Question, isAlgebraic: Bool, seed: UInt64
  ) -> (different: Difference?, exceptions: [String]) {
    var generator = SplitMix64(seed: seed &+ 5)
    let choice = SizeChoice(question.programs, orders)
    guard !choice.names.isEmpty else { return (nil, []) }
    var failing: [[String: Int]] = []
    for sizes in smallSizes(question, choice) {
      let difference = difference(question, sizes, isAlgebraic, using: &generator)
      guard let difference else { continue }
      if !sizes.values.contains(1) { return (difference, []) }
      failing.append(sizes)
    }
    return (nil, exceptions(failing, choice.names))
  }

  /// Sizes up to this degree stand as numbers, and as high are the powers of nilpotent matrices; of more too many
  /// would have to be tried.
  static let mostSizeDegree = 24

  /// Small and equal sizes, sizes that lie apart and, where sizes stand as numbers to a high degree or there are
  /// high powers of triangles, as many as they ask for. Where cases depend on sizes also large ones, but of
  /// orthogonal matrices: exact ones of that size would take too long to be made.
  private func smallSizes(_ question: Question, _ choice: SizeChoice) -> [[String: Int]] {
    let hasTurns = question.variables.contains { $0.properties.contains(.orthogonal) }
    let special = choice.special(withLarge: question.hasCases && question.hasSizes && !hasTurns)
    var generator = SplitMix64(seed: 0)
    let base = choice.drawn(from: budget.leastSize, using: &generator)
    let apart = choice.spread(besides: special + [base].compactMap { $0 })
    let degree = min(max(question.sizeDegree, question.nilpotence), Self.mostSizeDegree)
    let isMet = choice.names.count == 1 ? degree < 4 : degree < 2
    guard !isMet, let first = apart.first ?? base else { return special + apart }
    return special + apart + choice.lines(degree: degree + 2, through: first)
  }

  private func difference(
    _ question: Question, _ sizes: [String: Int], _ isAlgebraic: Bool,
    using generator: inout SplitMix64
  ) -> Difference? {
    guard let sized = try? SizedQuestion(question, sizes: sizes, budget, share: 10) else {
      return nil
    }
    if isAlgebraic, (try? agreesExactly(sized, using: &generator)) == true { return nil }
    for point in 0..<(question.hasCases ? 3 : 1) {
      let stretches = question.stretches(point: point)
      if case .apart(let point)? = try? agreement(sized, stretches, [56, 112], using: &generator) {
        return Difference(sizes: sizes, point: point)
      }
    }
    return nil
  }

  private func agreesExactly(
    _ sized: SizedQuestion, using generator: inout SplitMix64
  ) throws(KernelError) -> Bool {
    sized.isExtended
      ? try formalRoots(sized, reflections: 0, using: &generator) != nil
      : try agrees(sized, reflections: 0, using: &generator)
  }

  /// The names that cannot be one each by itself; all together where none can be blamed.
  private func exceptions(_ failing: [[String: Int]], _ names: [String]) -> [String] {
    guard !failing.isEmpty else { return [] }
    let alone = names.filter { name in
      names.count > 1
        && failing.contains { $0[name] == 1 && $0.values.filter { $0 == 1 }.count == 1 }
    }
    let blamed =
      alone.isEmpty ? [names.joined(separator: " = ")] : alone
    return blamed.map { "except where \($0) = 1" }
  }

  /// Where a claim that holds at random points is false by a step or a tie, as phrases.
  ///
  /// All else is continuous where it is defined, so that laws which hold at random points hold there.
  func exceptions(_ question: Question, seed: UInt64) -> [String] {
    guard question.hasJumps else { return [] }
    var generator = SplitMix64(seed: seed &+ 6)
    let choice = SizeChoice(question.programs, orders)
    var found: [String] = []
    for sizes in choice.generic(from: 2, using: &generator).prefix(1) {
      guard let sized = try? SizedQuestion(question, sizes: sizes, budget, share: 10) else {
        continue
      }
      for (index, variable) in question.variables.enumerated() {
        let phrase = SpecialPoint.allCases.first { kind in
          fails(sized, index, kind, using: &generator)
        }
        if let phrase { found.append("except where \(phrase.words(variable))") }
      }
    }
    return found + edges(question).filter { !found.contains($0) }
  }

  private func edges(_ question: Question) -> [String] {
    question.programs.flatMap(\.edges).map { edge in
      edge.shape.isScalar
        ? "except where \(edge.text) = 0" : "except where an entry of \(edge.text) is 0"
    }
    .unique
  }

  private func fails(
    _ sized: SizedQuestion, _ variable: Int, _ kind: SpecialPoint,
    using generator: inout SplitMix64
  ) -> Bool {
    for manner in Manner.stretches.prefix(3) {
      guard let drawn = try? realPoint(sized, manner, using: &generator),
        let point = drawn.special(kind, sized.question.variables[variable], at: variable)
      else { continue }
      do {
        return try agreement(sized, point, budget.precisions) == nil
      } catch { continue }
    }
    return false
  }
}

/// A form that a value takes with chance zero.
enum SpecialPoint: CaseIterable {
  case oneZero
  case equalEntries
  case zero
  case identity
  case singular

  func words(_ variable: Variable) -> String {
    let name = variable.name
    return switch self {
    case .oneZero: variable.shape.isScalar ? "\(name) = 0" : "an entry of \(name) is 0"
    case .equalEntries: "entries of \(name) are equal"
    case .zero: "\(name) = 0"
    case .identity: "\(name) = I"
    case .singular: "\(name) is singular"
    }
  }
}

extension Point where Element == Fraction {
  /// The point with one value in a special form; nil where that is not allowed.
  fileprivate func special(
    _ kind: SpecialPoint, _ variable: Variable, at index: Int
  ) -> Point? {
    let arithmetic = FractionArithmetic()
    var value = values[index]
    let free = variable.properties.subtracting([.symmetric, .nonNegative, .positiveSemidefinite])
    let allowsZero = free.isEmpty && (variable.range?.contains(0) ?? true)
    switch kind {
    case .oneZero:
      guard allowsZero, !variable.properties.contains(.positiveSemidefinite) else { return nil }
      value.coefficients[0] = arithmetic.zero
    case .equalEntries:
      guard variable.properties.subtracting([.symmetric, .nonNegative, .positive]).isEmpty,
        value.count > 1
      else { return nil }
      value.coefficients = value.coefficients.map { _ in value.coefficients[0] }
    case .zero:
      guard allowsZero else { return nil }
      value.coefficients = value.coefficients.map { _ in arithmetic.zero }
    case .identity:
      guard variable.range == nil, !variable.properties.contains(.positive),
        !variable.properties.contains(.skew), variable.shape.isSquare, value.count > 1
      else { return nil }
      value.coefficients =
        SeriesAlgebra(numbers: arithmetic, order: 0).identity(value.rows)
        .coefficients
    case .singular:
      guard free.isEmpty, !variable.properties.contains(.symmetric), value.columns > 1 else {
        return nil
      }
      let first = Array(value.coefficients.prefix(value.rows))
      value.coefficients.replaceSubrange(value.rows..<2 * value.rows, with: first)
    }
    var values = values
    let domain = Membership(
      algebra: SeriesAlgebra(numbers: arithmetic, order: 0), variable: variable)
    guard domain.admits(value) else { return nil }
    values[index] = value
    return Point(values: values, directions: directions)
  }
}
