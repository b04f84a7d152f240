import Derivations
import Diagnostics
import Proof

/// What became of the mutants of some claims.
struct MutantTally: Sendable {
  struct Figures: Sendable {
    /// Texts that differ from the truth, by the independent decision.
    var all = 0
    var refuted = 0
    /// Of the refuted: the cause names the seeded mistake, and its correction holds.
    var named = 0
  }

  var figures: [MistakeClass: Figures] = [:]
  /// Spoiled texts that are true all the same, or that neither decision settles.
  var equivalent = 0
  var open = 0
  /// One line for each mutant that was accepted or whose cause was not named.
  var missed: [String] = []

  static func + (a: MutantTally, b: MutantTally) -> MutantTally {
    var sum = a
    sum.figures.merge(b.figures) { x, y in
      Figures(all: x.all + y.all, refuted: x.refuted + y.refuted, named: x.named + y.named)
    }
    sum.equivalent += b.equivalent
    sum.open += b.open
    sum.missed += b.missed
    return sum
  }

  var total: Figures {
    figures.values.reduce(into: Figures()) { sum, next in
      sum.all += next.all
      sum.refuted += next.refuted
      sum.named += next.named
    }
  }
}

extension MutantTally {
  /// At most this many texts of each class and claim.
  static let perClass = 2

  /// Spoils a true claim in every class.
  mutating func add(_ trial: ClaimTrial, using generator: inout SplitMix64) {
    let spoiled = Spoiler.all(trial)
    for kind in MistakeClass.allCases {
      var texts = spoiled.filter { $0.kind == kind }.map(\.text)
      for _ in 0..<min(Self.perClass, texts.count) {
        add(texts.remove(at: generator.below(texts.count)), kind, trial)
      }
    }
  }

  private mutating func add(_ text: String, _ kind: MistakeClass, _ trial: ClaimTrial) {
    guard let replacement = trial.replacing(text) else { return }
    let judgement = replacement.judgement
    guard judgement.verdict != .unreadable else { return }
    switch Self.truth(replacement, trial) {
    case .refuted: break
    case .undecided, .unreadable:
      open += 1
      return
    case .proved, .verified:
      equivalent += 1
      return
    }
    count(text, kind, judgement, replacement, trial)
  }

  private mutating func count(
    _ text: String, _ kind: MistakeClass, _ judgement: Judgement,
    _ replacement: ClaimTrial.Replacement, _ trial: ClaimTrial
  ) {
    figures[kind, default: Figures()].all += 1
    guard judgement.verdict == .refuted else {
      missed.append("\(judgement.verdict.rawValue): \(kind.rawValue): \(trial.place): \(text)")
      return
    }
    figures[kind, default: Figures()].refuted += 1
    let finding = replacement.finding
    guard let finding, finding.mistakes.count == 1, kind.mistakes.contains(finding.mistakes[0]),
      Self.isMended(finding, trial)
    else {
      missed.append(
        "not named: \(kind.rawValue): \(trial.place): \(text): "
          + (finding?.cause.text ?? "no cause"))
      return
    }
    figures[kind, default: Figures()].named += 1
  }

  /// Whether the correction holds; another question's answer comes without one.
  private static func isMended(_ finding: CauseSearch.Finding, _ trial: ClaimTrial) -> Bool {
    guard let corrected = finding.cause.corrected else { return finding.mistakes == [.otherAnswer] }
    return trial.replacing(corrected).map { truth($0, trial).holds } ?? false
  }

  /// The verdict of a second prover: without normal forms, at other points, over larger sizes. Shapes
  /// that do not fit refute.
  private static func truth(
    _ replacement: ClaimTrial.Replacement, _ trial: ClaimTrial
  ) -> Verdict {
    guard let expression = replacement.expression else { return .refuted }
    return trial.independentProver.decide(trial.claim(expression)).verdict
  }
}

extension ClaimTrial {
  /// Draws other points and larger sizes, and knows no normal forms.
  var independentProver: Prover {
    var prover = prover
    prover.salt = 0x5bd1_e995
    prover.budget.leastSize = 6
    prover.budget.witnessPoints = 2_000
    prover.normalForm = { _, _ in nil }
    return prover
  }

  /// Where the claim stands.
  var place: String { "\(claim.location.path):\(claim.location.line)" }
}
