import Diagnostics
import MatrixCalculus
import Notation

/// Finds shapes for the names of a page that as many of its equations as possible fit, and of these the
/// ones nearest to the habits of the field.
///
/// Each name is a number, a column or a matrix; its sizes follow from the equations by unification. The
/// search starts from the habits and changes one or two names of an equation that does not fit, as long as
/// that makes the whole better.
struct ShapeInference {
  /// Sides that are said to be equal.
  struct Fact {
    var sides: [Syntax]
    /// Whether the second side defines the first.
    var defines: Bool
    var source: SourceText
  }

  /// A name whose shape is sought.
  struct Unknown {
    var name: String
    var stem: String
    var isBold: Bool
    /// What the page says of it: no size for a number, one for a column, two for a matrix.
    var given: [String]?
  }

  struct Solution {
    var kinds: [String: ShapeKind] = [:]
    var system = ShapeSystem()
    var shapes: [String: ShapeSystem.Shape] = [:]
    /// The names that some equation speaks of.
    var settled: Set<String> = []
    var positive: Set<String> = []
    var invertible: Set<String> = []
    /// The facts that do not fit, with what does not.
    var misfits: [(fact: Int, misfit: ShapeReader.Misfit)] = []
    var cost = 0
  }

  let facts: [Fact]
  let unknowns: [Unknown]
  /// Whether columns are printed bold.
  private let marksColumns: Bool
  /// How much speaks against a name being a number.
  private let evidence: [String: Int]
  /// For each fact, the names it speaks of.
  private let namesOfFact: [[String]]

  /// How many changes of kinds are tried: what a page costs does not depend on its mistakes.
  private static let mostTrials = 4_000

  /// The names that say how far sums over entries go.
  private let sizes: Set<String>

  init(_ facts: [Fact], _ unknowns: [Unknown], sizes: Set<String>) {
    self.facts = facts
    self.sizes = sizes
    self.unknowns = unknowns
    let small = unknowns.filter { $0.stem.first?.isLowercase == true && $0.stem.count == 1 }
    let bold = small.count { $0.isBold }
    marksColumns = bold > 0 && bold >= small.count - bold
    evidence = facts.flatMap(\.sides).flatMap(\.namesOfColumns)
      .reduce(into: [:]) { $0[$1] = min(6, ($0[$1] ?? 0) + 3) }
    let sought = Set(unknowns.lazy.filter { $0.given == nil }.map(\.name))
    namesOfFact = facts.map { fact in
      var seen: Set<String> = []
      return fact.sides.flatMap(\.nameTexts).filter {
        sought.contains($0) && seen.insert($0).inserted
      }
    }
  }

  /// - Complexity: at most `mostTrials` passes over all equations.
  func solve() -> Solution {
    var best = solution(habits)
    var trials = 0
    while trials < Self.mostTrials, let better = improved(best, &trials) { best = better }
    return best
  }

  private var habits: [String: ShapeKind] {
    Dictionary(
      unknowns.map { unknown in
        let kinds = ShapeKind.allCases
        let best = kinds.min { distance($0, unknown) < distance($1, unknown) }
        return (unknown.name, best ?? .scalar)
      }, uniquingKeysWith: { first, _ in first })
  }

  private func distance(_ kind: ShapeKind, _ unknown: Unknown) -> Int {
    kind.distance(for: unknown.stem, isBold: unknown.isBold, marksColumns: marksColumns)
      + (kind == .scalar ? evidence[unknown.name] ?? 0 : 0)
  }

  /// The best change of one name of an equation that does not fit, or of two where one does not help.
  private func improved(_ current: Solution, _ trials: inout Int) -> Solution? {
    var best: Solution?
    for (fact, _) in current.misfits {
      let names = namesOfFact[fact]
      for count in 1...2 where best == nil {
        for change in changes(of: names, count, from: current.kinds) {
          trials += 1
          if trials > Self.mostTrials { return best }
          let trial = solution(current.kinds.merging(change) { $1 })
          if trial.cost < (best ?? current).cost { best = trial }
        }
      }
    }
    return best
  }

  private func changes(
    of names: [String], _ count: Int, from kinds: [String: ShapeKind]
  ) -> [[String: ShapeKind]] {
    let single = names.flatMap { name in
      ShapeKind.allCases.filter { $0 != kinds[name] }.map { [name: $0] }
    }
    guard count == 2 else { return single }
    return single.enumerated().flatMap { index, first in
      single[(index + 1)...].filter { $0.keys != first.keys }
        .map { first.merging($0) { $1 } }
    }
  }

  // MARK: One choice of kinds

  private func solution(_ kinds: [String: ShapeKind]) -> Solution {
    var solution = Solution(kinds: kinds)
    var system = ShapeSystem()
    var shapes: [String: ShapeSystem.Shape] = [:]
    for size in unknowns.compactMap(\.given).flatMap({ $0 }) + sizes { shapes[size] = .scalar }
    for unknown in unknowns {
      if let given = unknown.given {
        shapes[unknown.name] = shape(given, &system)
      } else if let kind = kinds[unknown.name] {
        shapes[unknown.name] = shape(kind, &system)
        solution.cost += distance(kind, unknown)
      }
    }
    var reader = ShapeReader(system, shapes, sizes: sizes)
    for (index, fact) in facts.enumerated() {
      var trial = reader
      do throws(ShapeReader.Misfit) {
        try trial.take(fact)
        reader = trial
      } catch {
        solution.misfits.append((index, error))
        solution.cost += fact.defines ? 8 : 3
      }
    }
    let odd = unknowns.filter { unknown in
      reader.spread.contains(unknown.name) && kinds[unknown.name] == .scalar && unknown.given == nil
        && unknown.stem.count == 1
    }
    solution.cost += 3 * odd.count
    solution.system = reader.system
    solution.shapes = reader.shapes
    solution.settled = reader.isSettled
    solution.positive = reader.positive
    solution.invertible = reader.invertible
    return solution
  }

  private func shape(_ kind: ShapeKind, _ system: inout ShapeSystem) -> ShapeSystem.Shape {
    switch kind {
    case .scalar: return .scalar
    case .column: return ShapeSystem.Shape(rows: system.large(), columns: .one)
    case .matrix: return ShapeSystem.Shape(rows: system.large(), columns: system.large())
    }
  }

  private func shape(_ given: [String], _ system: inout ShapeSystem) -> ShapeSystem.Shape {
    let sizes = given.map { $0 == "1" ? ShapeSystem.Size.one : system.large($0) }
    return ShapeSystem.Shape(
      rows: sizes.first ?? .one, columns: sizes.count > 1 ? sizes[1] : .one)
  }
}

extension ShapeReader {
  /// Takes over what a fact says; a fact that does not fit is none.
  ///
  /// What stands left, or is a definition, is trusted. A claim on the right that only fits if a matrix is
  /// square is more likely wrong than the matrix square.
  fileprivate mutating func take(_ fact: ShapeInference.Fact) throws(Misfit) {
    guard let first = fact.sides.first else { return }
    let shape = try shape(first)
    for (place, side) in fact.sides.enumerated().dropFirst() {
      let squares = squares
      try equate(shape, side)
      guard !fact.defines || place > 1 else { continue }
      let forced = self.squares.subtracting(squares).subtracting(squared)
      if !forced.isEmpty { throw Misfit(what: "the formula", range: side.range) }
    }
  }
}

extension Syntax {
  /// Names that are transposed, multiplied entry by entry, or measured by a norm: numbers seldom are.
  fileprivate var namesOfColumns: [String] {
    let isMeasured = if case .call(let name, _) = kind { name.hasPrefix("norm") } else { false }
    let own = kind == .transpose || kind == .entrywiseMultiply || isMeasured
    let direct = own ? children.compactMap(\.directName) : []
    return direct + children.flatMap(\.namesOfColumns)
  }

  private var directName: String? {
    if case .name(let name) = kind { name } else { nil }
  }

  /// The names in it, in the order of the text.
  var nameTexts: [String] {
    if case .name(let name) = kind { return [name] }
    return children.flatMap(\.nameTexts)
  }
}
