/// Bounds on the work spent on one claim. All are counts, so that a verdict never depends on how fast
/// a machine is.
package struct Budget: Hashable, Sendable {
  /// Multiplications for a whole claim, in units of those of the prime field; a multiplication of balls
  /// counts more, the more bits they have.
  package var work = 1_000_000_000
  /// Entries of all matrices of one evaluation together.
  package var entries = 4_000_000
  /// Distinct operations of a claim.
  package var parts = 20_000
  /// Bits of the finest balls.
  package var precision = 896
  /// Changed texts tried to find the cause of a refuted claim.
  package var repairs = 3_600

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

  /// Equal to that many bits is equal, and to fewer is undecided: finer balls are not tried.
  static let enoughBits = 400
}

/// The bounds that a site may set.
extension Budget {
  package enum Bound: String, CaseIterable, Sendable {
    case work = "budget_work"
    case memory = "budget_memory"
    case precision = "budget_precision"
    case parts = "budget_parts"
    case repairs = "budget_repairs"

    /// What may be set.
    package var range: ClosedRange<Int> {
      switch self {
      case .work: 1...1_000_000
      case .memory: 1...65_536
      case .precision: 56...3_584
      case .parts: 10...1_000_000
      case .repairs: 0...100_000
      }
    }

    /// What it bounds, as one phrase.
    package var summary: String {
      switch self {
      case .work: "millions of multiplications spent on one claim; 1000 unless given"
      case .memory: "MiB of matrices while one claim is evaluated; 1024 unless given"
      case .precision: "bits of the finest numbers a claim is compared with; 896 unless given"
      case .parts: "operations one claim may consist of; 20000 unless given"
      case .repairs: "changed formulas tried to find the cause of a wrong claim; 3600 unless given"
      }
    }
  }

  /// An entry with its derivatives takes 256 bytes as a ball of moderate precision.
  private static let entriesPerMiB = (1 << 20) / 256

  package mutating func set(_ bound: Bound, to value: Int) {
    switch bound {
    case .work:
      work = value * 1_000_000
      multiplications = min(multiplications, work)
    case .memory: entries = value * Self.entriesPerMiB
    case .precision: precision = value
    case .parts: parts = value
    case .repairs: repairs = value
    }
  }
}
