import Foundation
import Pages

/// `Benchmarks publish`: the figures that a page of the reference includes, so that every build fills it with
/// what was measured last.
///
/// The same sources give the same file, so that `--check` tells whether its figures still hold.
struct MeasuredFigures {
  let claims: ClaimsReport
  let caught: Int
  let broken: Int

  /// Left out of the site, as its name begins with `_`.
  static let path = "content/reference/_measured.md"

  /// Measures by the pages of a folder, and by all broken rules.
  static func measured(in folder: String) async throws -> MeasuredFigures {
    let pages = try Corpus.pages(in: folder)
    return MeasuredFigures(
      claims: await ClaimsReport.of(pages), caught: RuleMutant.all.count { $0.isCaught },
      broken: RuleMutant.all.count)
  }

  var text: String {
    let (total, tally) = (claims.mutants.total, claims.rewritings)
    return """
      The claims are those of this site that stand: \(claims.claims).

      | measured | figure |
      |---|---|
      | claims with a mistake put in that are refuted | \(total.refuted) of \(total.all) |
      | of these, the cause names the mistake and offers what holds | \(total.named) of \(total.refuted) |
      | rewritings by \(tally.uses.count) laws of matrix algebra that are refused | \(tally.refused) of \(tally.all) |
      | rewritings left undecided | \(tally.undecided) of \(tally.all) |
      | broken derivative and simplification rules that the kernel catches | \(caught) of \(broken) |

      By the kind of mistake:

      | mistake | refuted | cause named |
      |---|---|---|
      \(rows)

      Whether a claim with a mistake put in is false is decided by a second prover, at other points and without normal forms;
      \(claims.mutants.equivalent) turned out to be true in spite of the mistake and are not counted.

      """
  }

  private var rows: String {
    MistakeClass.allCases.compactMap { kind in
      claims.mutants.figures[kind].map { row in
        "| \(kind.rawValue) | \(row.refuted) of \(row.all) | \(row.named) of \(row.refuted) |"
      }
    }.joined(separator: "\n")
  }
}
