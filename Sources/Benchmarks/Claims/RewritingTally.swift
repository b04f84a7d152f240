import Derivations
import Diagnostics
import MatrixCalculus
import Proof

/// What became of equivalent rewritings of some claims.
struct RewritingTally: Sendable {
  var all = 0
  var refused = 0
  var undecided = 0
  /// How often each rule was used.
  var uses: [String: Int] = [:]
  var missed: [String] = []

  static func + (a: RewritingTally, b: RewritingTally) -> RewritingTally {
    RewritingTally(
      all: a.all + b.all, refused: a.refused + b.refused, undecided: a.undecided + b.undecided,
      uses: a.uses.merging(b.uses, uniquingKeysWith: +), missed: a.missed + b.missed)
  }
}

extension RewritingTally {
  /// Rewritings of each claim.
  static let perClaim = 60

  /// Rewrites the claimed side of a true claim, one to four rules at a time.
  mutating func add(_ trial: ClaimTrial, using generator: inout SplitMix64) {
    guard let own = trial.expression, own.treeSize(limit: 2_000) < 2_000 else { return }
    var seen: Set<Expression> = [own]
    for number in 0..<Self.perClaim {
      var rewritten = own
      var names: [String] = []
      for _ in 0...number % 4 {
        guard let (next, name) = Rewriting.random(rewritten, using: &generator) else { continue }
        rewritten = next
        names.append(name)
      }
      guard seen.insert(rewritten).inserted else { continue }
      add(rewritten, names, trial)
    }
  }

  private mutating func add(_ rewritten: Expression, _ names: [String], _ trial: ClaimTrial) {
    all += 1
    for name in names { uses[name, default: 0] += 1 }
    let verdict = trial.prover.decide(trial.claim(rewritten)).verdict
    guard !verdict.holds else { return }
    if verdict == .undecided { undecided += 1 } else { refused += 1 }
    missed.append(
      "\(verdict.rawValue): \(trial.place): \(rewritten): \(names.joined(separator: ", "))")
  }
}
