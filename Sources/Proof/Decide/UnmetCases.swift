import MatrixCalculus

/// Cases that no random point met.
extension Prover {
  /// Cases that are searched for; where more are open the claim is undecided.
  private static let mostCases = 12
  /// From where sizes are drawn where small ones have no point of a case.
  private static let largerSizes = [4, 5, 6, 8, 10, 13, 17, 26, 50, 101, 170]
  /// The largest of them for exact matrices that products or inverses make, as orthogonal ones.
  private static let mostStructured = 13

  /// What comes of the cases that no random point met: a point of such a case at which the sides differ, or
  /// that one was met nowhere; nil where all were met and the sides agree.
  func unmet(
    _ cases: inout Cases, _ choice: SizeChoice, _ sizes: [String: Int], _ budget: Budget,
    using generator: inout SplitMix64
  ) -> Outcome? {
    guard !cases.open.isEmpty,
      let sized = try? SizedQuestion(cases.question, sizes: sizes, budget)
    else { return nil }
    cases.dropConstants(sized)
    var tries = 0
    while let open = cases.open.first {
      tries += 1
      guard tries <= Self.mostCases,
        let (sized, point) = found(open, sized, choice, budget, &generator)
      else { return .undecided(cases.neverMet(open)) }
      do throws(KernelError) {
        guard let bits = try agreement(sized, point, budget.precisions) else {
          return .different(Difference(sizes: sized.sizes, point: point))
        }
        cases.meet(sized, point.values)
        if bits < Budget.enoughBits || cases.open.first == open {
          return .undecided(cases.neverMet(open))
        }
      } catch {
        guard error.isOfDomain else { return .undecided(cases.neverMet(open)) }
        cases.drop(open)
      }
    }
    return nil
  }

  /// A point of a case: of small sizes, where both sides have a value if there is such a point, else of larger ones.
  private func found(
    _ open: Case, _ small: SizedQuestion, _ choice: SizeChoice, _ budget: Budget,
    _ generator: inout SplitMix64
  ) -> (SizedQuestion, Point<Fraction>)? {
    let starts = starts(small, &generator)
    let profiles = starts.first.map { small.profiled($0, using: &generator) } ?? []
    for isWithin in [true, false] {
      var search = CaseSearch(small, open, isWithin: isWithin)
      if let point = search.point(from: starts, and: profiles) { return (small, point) }
    }
    guard !choice.names.isEmpty else { return nil }
    return foundFarther(open, small.question, choice, budget, &generator)
  }

  private func starts(
    _ sized: SizedQuestion, _ generator: inout SplitMix64
  ) -> [Point<Fraction>] {
    [3, 5, 8].flatMap { number in
      sized.question.stretches(point: number).prefix(2).compactMap {
        try? realPoint(sized, $0, using: &generator)
      }
    }
  }

  /// Norms, means and traces of few entries are within factors of each other that those of many are not.
  private func foundFarther(
    _ open: Case, _ question: Question, _ choice: SizeChoice, _ budget: Budget,
    _ generator: inout SplitMix64
  ) -> (SizedQuestion, Point<Fraction>)? {
    let isCheap = question.variables.allSatisfy(\.isDrawnEntryByEntry)
    for least in Self.largerSizes where isCheap || least <= Self.mostStructured {
      guard let sizes = choice.drawn(from: least, using: &generator),
        let sized = try? SizedQuestion(question, sizes: sizes, budget, share: 4),
        let start = try? realPoint(sized, Manner.stretches[0], using: &generator)
      else { continue }
      var search = CaseSearch(sized, open, isWithin: true)
      let profiles = sized.profiled(start, using: &generator)
      if let point = search.point(ofOne: profiles, around: start) { return (sized, point) }
    }
    return nil
  }
}

extension Variable {
  /// Whether a value takes no more than its entries: no product, and no inverse to tell whether it fits.
  fileprivate var isDrawnEntryByEntry: Bool {
    Form(self) == .free
      && properties.isDisjoint(with: [.invertible, .positiveSemidefinite, .positiveDefinite])
  }
}
