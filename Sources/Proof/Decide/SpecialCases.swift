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
}
