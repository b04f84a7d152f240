import Derivations
import Diagnostics
package import Proof

/// The counts of a run.
package struct Summary: Hashable, Sendable {
  package var pages: Int
  package var claims: Int
  /// How many claims have each verdict, whatever their authors expected.
  package var verdicts: [Verdict: Int]
  /// Claims that are refuted and were declared so.
  package var refutedAsExpected: Int
  /// Claims that are true and were declared refuted, by verdict.
  package var unexpectedlyTrue: [Verdict: Int]
  package var equations: Int
  package var notCovered: Int
  /// Errors and warnings that are not about the truth of a claim.
  package var otherErrors: Int
  package var warnings: Int

  /// How many claims have this verdict.
  package func count(of verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }
}

extension Report {
  package var summary: Summary {
    let others = findings.filter { $0.claim == nil }
    let errors = others.count { $0.diagnostic.severity == .error }
    let untrue = claims.filter { $0.expected == .refuted }
    return Summary(
      pages: pages.count, claims: claims.count,
      verdicts: counts(claims),
      refutedAsExpected: untrue.count { $0.judgement.verdict == .refuted },
      unexpectedlyTrue: counts(untrue.filter(\.judgement.verdict.holds)),
      equations: pages.map(\.equations).reduce(0, +),
      notCovered: pages.map(\.notCovered).reduce(0, +),
      otherErrors: errors, warnings: others.count - errors)
  }

  private func counts(_ claims: [CheckedClaim]) -> [Verdict: Int] {
    Dictionary(claims.map { ($0.judgement.verdict, 1) }, uniquingKeysWith: +)
  }
}

extension Summary: CustomStringConvertible {
  /// `4 claims on 1 page: 2 proved, 1 verified, 1 refuted; 5 equations, 0 not covered`.
  package var description: String {
    var parts = [subject + (verdictPhrases.isEmpty ? "" : ": ") + verdictPhrases]
    parts.append("\(counted(equations, "equation")), \(notCovered) not covered")
    let troubles = [(otherErrors, "other error"), (warnings, "warning")].filter { $0.0 > 0 }
    if !troubles.isEmpty {
      parts.append(troubles.map { counted($0.0, $0.1) }.joined(separator: ", "))
    }
    return parts.joined(separator: "; ")
  }

  private var subject: String { "\(counted(claims, "claim")) on \(counted(pages, "page"))" }

  private var verdictPhrases: String {
    let asExpected = Verdict.allCases.map { verdict in
      let contrary =
        verdict == .refuted ? refutedAsExpected : unexpectedlyTrue[verdict] ?? 0
      return (count(of: verdict) - contrary, verdict.rawValue)
    }
    let contrary = [
      (refutedAsExpected, "refuted as expected"),
      (unexpectedlyTrue.values.reduce(0, +), "unexpectedly true"),
    ]
    return (asExpected + contrary).filter { $0.0 > 0 }.map { "\($0) \($1)" }
      .joined(separator: ", ")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
