import Foundation
import MatrixCalculus

/// Looks for a point at which the sides of a claim with cases differ, in floating-point numbers at many points: a
/// case that is met where several arguments have their signs at once may be rare.
struct Scatter {
  /// Multiplications that all points of one choice of sizes may take.
  private static let work = 6_000_000
  private static let mostPoints = 3_000
  /// Sides that are nearer relative to their size are taken for equal.
  private static let tolerance = 1e-7

  private let sized: SizedQuestion
  private let coordinates: [Coordinate]
  private let thresholds: [Double]

  init(_ sized: SizedQuestion) {
    self.sized = sized
    coordinates = sized.coordinates
    let numbers = sized.question.thresholds.map {
      Double($0.numerator) / Double($0.denominator)
    }
    // Where a square, an exponential or a square root meets them.
    thresholds =
      numbers
      + numbers.filter { $0 > 0 }.flatMap { [$0.squareRoot(), -$0.squareRoot(), log($0), $0 * $0] }
  }

  /// A point at which the sides differ in floating-point numbers; nil where none was found.
  func point(
    around start: Point<Fraction>, using generator: inout SplitMix64
  ) -> Point<Fraction>? {
    let base = start.map(FractionArithmetic().double)
    let sides = Sides(question: sized, numbers: DoubleArithmetic())
    let count = min(Self.mostPoints, Self.work / max(1, sized.fullCost))
    for number in 0..<count {
      let values = moved(base.values, number, &generator)
      let point = Point(values: values, directions: base.directions)
      guard let (left, right) = try? sides.contracted(point), differ(left, right),
        let exact = sized.admitted(values, of: start), !sized.isAtJump(exact)
      else { continue }
      return exact
    }
    return nil
  }

  private func differ(_ left: SeriesMatrix<Double>, _ right: SeriesMatrix<Double>) -> Bool {
    let size = (left.coefficients + right.coefficients).reduce(1e-3) { max($0, abs($1)) }
    return zip(left.coefficients, right.coefficients).contains {
      abs($0 - $1) > Self.tolerance * size
    }
  }

  /// New values: each entry anew, around numbers the claim speaks of, or near the others.
  private func moved(
    _ values: [SeriesMatrix<Double>], _ number: Int, _ generator: inout SplitMix64
  ) -> [SeriesMatrix<Double>] {
    var changed = values
    let scale = [1.0, 0.3, 3.0, 0.1][number / 3 % 4]
    let shared = generator.spread(2)
    for coordinate in coordinates {
      let draw = generator.spread(1)
      coordinate.change(&changed) { old in
        guard coordinate.entry != nil else { return old * exp(draw * scale) }
        switch number % 3 {
        case 0: return draw * scale * 2
        case 1 where !thresholds.isEmpty:
          let (a, b) = (generator.element(of: thresholds), generator.element(of: thresholds))
          return a + (b - a) * (draw + 1) / 2 + draw * 0.02 * scale
        default: return shared + draw * scale * 0.5
        }
      }
    }
    return changed
  }
}

extension SplitMix64 {
  /// A number from −most to most.
  fileprivate mutating func spread(_ most: Double) -> Double {
    (Double(next() >> 11) * 0x1p-53 * 2 - 1) * most
  }

  fileprivate mutating func element(of numbers: [Double]) -> Double {
    numbers[below(numbers.count)]
  }
}

extension Prover {
  /// A point at which the sides of a claim with cases differ, though they agree at all others that were tried; nil
  /// where none was found.
  func scattered(
    _ question: Question, _ choice: SizeChoice, _ budget: Budget,
    using generator: inout SplitMix64
  ) -> Difference? {
    guard question.hasCases else { return nil }
    var tried: [[String: Int]] = []
    for least in [2, 3] {
      guard let sizes = choice.drawn(from: least, using: &generator), !tried.contains(sizes) else {
        continue
      }
      tried.append(sizes)
      guard let sized = try? SizedQuestion(question, sizes: sizes, budget, share: 10) else {
        continue
      }
      for manner in Manner.stretches.prefix(2) {
        guard let start = try? realPoint(sized, manner, using: &generator),
          let point = Scatter(sized).point(around: start, using: &generator),
          areApart(sized, point, budget)
        else { continue }
        return Difference(sizes: sizes, point: point)
      }
    }
    return nil
  }
}
