import Derivations
import Foundation
import Pages
import Proof

/// `Benchmarks claims`: spoils and rewrites true claims, and counts the verdicts and causes.
struct ClaimsReport: Sendable {
  var claims = 0
  /// Pages none of whose claims holds.
  var unused: [String] = []
  var mutants = MutantTally()
  var rewritings = RewritingTally()

  /// Works through all pages, several at a time; the same pages give the same report.
  static func of(_ pages: [Page]) async -> ClaimsReport {
    await withTaskGroup(of: (Int, ClaimsReport).self) { group in
      for (index, page) in pages.enumerated() {
        group.addTask { (index, ClaimsReport(page)) }
      }
      var reports = Array(repeating: ClaimsReport(), count: pages.count)
      for await (index, report) in group { reports[index] = report }
      return reports.reduce(ClaimsReport()) { $0.adding($1) }
    }
  }

  private init() {}

  /// Draws start from the page's path, so that pages do not depend on each other.
  private init(_ page: Page) {
    let seed = page.path.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { hash, byte in
      (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    var generator = SplitMix64(seed: seed)
    let trials = PageChecker.trials(of: page)
    let held = trials.filter { $0.claim.judgement.verdict.holds && $0.claim.expected == nil }
    claims = held.count
    if held.isEmpty, !page.source.isEmpty { unused = [page.path] }
    for trial in held {
      mutants.add(trial, using: &generator)
      rewritings.add(trial, using: &generator)
    }
  }

  private func adding(_ other: ClaimsReport) -> ClaimsReport {
    var sum = self
    sum.claims += other.claims
    sum.unused += other.unused
    sum.mutants = mutants + other.mutants
    sum.rewritings = rewritings + other.rewritings
    return sum
  }
}

extension ClaimsReport {
  /// The figures, and with `isVerbose` one line for each miss.
  func text(isVerbose: Bool) -> String {
    var lines = ["true claims: \(claims)"]
    if isVerbose { lines += unused.map { "without a claim that holds: \($0)" } }
    lines += table
    let (total, open) = (mutants.total, mutants.open)
    lines.append(
      "mutants refuted: \(total.refuted)/\(total.all); right cause: \(total.named)/\(total.refuted)"
        + " (\(Self.percent(total.named, of: total.refuted)))")
    lines.append("spoiled but still true: \(mutants.equivalent); settled by neither: \(open)")
    if isVerbose { lines += mutants.missed.map { "  " + $0 } }
    lines.append(
      "equivalent rewritings: \(rewritings.all) by \(rewritings.uses.count) laws; "
        + "refused: \(rewritings.refused); undecided: \(rewritings.undecided)"
        + " (\(Self.percent(rewritings.undecided, of: rewritings.all)))")
    if isVerbose { lines += rewritings.missed.map { "  " + $0 } }
    return lines.joined(separator: "\n")
  }

  private var table: [String] {
    MistakeClass.allCases.compactMap { kind in
      guard let row = mutants.figures[kind] else { return nil }
      let name = kind.rawValue.padding(toLength: 34, withPad: " ", startingAt: 0)
      return "  \(name) refuted \(row.refuted)/\(row.all), right cause \(row.named)/\(row.refuted)"
    }
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    String(format: "%.1f %%", 100 * Double(part) / Double(max(whole, 1)))
  }
}
