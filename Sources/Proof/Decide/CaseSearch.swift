import Foundation
import MatrixCalculus

/// Looks for a point that meets a case: variables scaled by powers of ten, then steps from the points that come
/// nearest, longer ones as long as they lead on.
struct CaseSearch {
  /// Evaluations for one case.
  private static let most = 900
  /// An argument nearer to the kink may be on it but for rounding.
  private static let least = 1e-10
  let sized: SizedQuestion
  let open: Case
  private let values: CaseValues
  /// Those that must have a value at the point.
  private let sides: [CaseValues]
  private let coordinates: [Coordinate]
  private var left = CaseSearch.most

  private struct Candidate {
    var point: Point<Fraction>
    var values: [SeriesMatrix<Double>]
    var reach: Double
  }

  /// - Parameter isWithin: whether both sides must have a value at the point.
  init(_ sized: SizedQuestion, _ open: Case, isWithin: Bool) {
    let programs = isWithin ? sized.question.programs.indices : 0..<0
    sides = programs.map { CaseValues(sized, $0) }
    self.sized = sized
    self.open = open
    values = CaseValues(sized, open.program)
    coordinates = sized.coordinates
  }

  /// A point of the case; nil where none was found.
  ///
  /// - Parameters:
  ///   - starts: where the search sets out from.
  ///   - profiles: other values of the first of them.
  mutating func point(
    from starts: [Point<Fraction>], and profiles: [[SeriesMatrix<Double>]]
  ) -> Point<Fraction>? {
    var best: [Candidate] = []
    for start in starts {
      best.append(candidate(start, doubles(start)))
      best += scaled(best[best.count - 1])
    }
    if let start = starts.first { best += profiles.map { candidate(start, $0) } }
    best.sort { $0.reach > $1.reach }
    for first in best where first.reach > Self.least {
      if let point = admitted(first) { return point }
    }
    for start in best.prefix(3) where start.reach.isFinite && start.reach <= Self.least {
      let found = climbed(start)
      if found.reach > Self.least, let point = admitted(found) { return point }
    }
    return nil
  }

  /// One of several points around another that meets the case; nil where none does.
  mutating func point(
    ofOne profiles: [[SeriesMatrix<Double>]], around start: Point<Fraction>
  ) -> Point<Fraction>? {
    for values in profiles {
      let found = candidate(start, values)
      if found.reach > Self.least, let point = admitted(found) { return point }
    }
    return nil
  }

  private func doubles(_ point: Point<Fraction>) -> [SeriesMatrix<Double>] {
    point.map(FractionArithmetic().double).values
  }

  private mutating func candidate(
    _ point: Point<Fraction>, _ changed: [SeriesMatrix<Double>]
  ) -> Candidate {
    left -= 1
    let reach = values.reach(open, values.results(changed, through: open.instruction))
    let isOutside = reach > Self.least && !sides.allSatisfy { $0.isDefined(changed) }
    return Candidate(point: point, values: changed, reach: isOutside ? -.infinity : reach)
  }

  private mutating func scaled(_ start: Candidate) -> [Candidate] {
    stride(from: -12, through: 15, by: 3).compactMap { exponent in
      guard left > Self.most / 2 else { return nil }
      var changed = start.values
      for coordinate in coordinates {
        coordinate.change(&changed) { $0 * pow(10, Double(exponent)) }
      }
      return candidate(start.point, changed)
    }
  }

  /// Steps along single coordinates, twice as long after one that leads on, else a quarter.
  private mutating func climbed(_ start: Candidate) -> Candidate {
    var best = start
    var steps = coordinates.map { coordinate in
      coordinate.entry.map { max(abs(best.values[coordinate.variable].coefficients[$0]) / 4, 1e-3) }
        ?? 0.5
    }
    var budget = Self.most / 6
    while budget > 0, best.reach <= Self.least, steps.contains(where: { $0 > 1e-13 }) {
      for (index, coordinate) in coordinates.enumerated()
      where budget > 0 && best.reach <= Self.least {
        budget -= 2
        let tries = [1.0, -1.0].map { sign -> Candidate in
          var changed = best.values
          let step = sign * steps[index]
          coordinate.change(&changed) { coordinate.entry == nil ? $0 * (1 + step) : $0 + step }
          return candidate(best.point, changed)
        }
        let better = tries.max { $0.reach < $1.reach }
        if let better, better.reach > best.reach {
          best = better
          steps[index] *= coordinate.entry == nil ? 1 : 2
        } else {
          steps[index] /= 4
        }
      }
    }
    return best
  }

  /// The point in exact numbers, if it has all that is declared.
  private func admitted(_ found: Candidate) -> Point<Fraction>? {
    sized.admitted(found.values, of: found.point)
  }
}
