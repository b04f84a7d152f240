/// Bounds on the work spent on one claim. All are counts, so that a verdict never depends on how fast
/// a machine is.
package struct Budget: Hashable, Sendable {
  /// Multiplications for a whole claim, in units of those of the prime field; a multiplication of balls
  /// counts more, the more bits they have.
  package var work = 4_000_000_000
  /// Entries of all matrices of one evaluation together.
  package var entries = 4_000_000
  /// Distinct operations of a claim.
  package var nodes = 20_000
  /// Bits of the finest balls.
  package var precision = 896

  /// Multiplications in one evaluation.
  package var multiplications = 20_000_000
  /// Random points of the prime field for each choice of sizes.
  package var points = 3
  /// Random real points of claims that have no cases.
  package var realPoints = 6
  /// The same, for claims with roots, absolute values or steps, which have cases to meet.
  package var pointsWithCases = 24
  /// The least size that stands for a name in exact tests; sizes above the degree come before it.
  package var leastSize = 5
  /// Points drawn anew where an operation is undefined, for each point.
  package var redraws = 8
  /// Points tried for a witness.
  package var witnessPoints = 2_000

  package init() {}

  /// The precisions of balls in bits, each twice the one before it.
  var precisions: [Int] {
    let doubled = [56, 112, 224, 448, 896, 1792, 3584].filter { $0 <= precision }
    return doubled.isEmpty ? [precision] : doubled
  }

  /// Equal to that many bits is equal: finer balls are not tried.
  static let enoughBits = 400
}

/// Counts the work spent on one claim.
final class WorkMeter {
  private let limit: Int
  private(set) var used = 0

  init(limit: Int) { self.limit = limit }

  func charge(_ work: Int) throws(KernelError) {
    let (sum, overflow) = used.addingReportingOverflow(work)
    used = overflow ? .max : sum
    guard used <= limit else { throw .exhausted }
  }
}
