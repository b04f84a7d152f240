import Diagnostics
import MatrixCalculus
import Notation
package import Pages

/// Reads a page that declares nothing, and proposes what it should declare.
package enum Adopter {
  /// The proposal for a page.
  ///
  /// Nothing is assumed that the page could contradict: what the proposal says is checked with the page,
  /// and a name whose meaning the page does not settle stays undeclared, so that what speaks of it is not
  /// covered.
  ///
  /// - Parameter page: as `Page.withRawFormulas` reads it.
  /// - Complexity: that of checking the page, a few times.
  package static func adopt(
    _ page: Page, _ settings: PageChecker.Settings = .init(), library: Library = Library()
  ) -> Adoption {
    var reading = AdoptedReading(page, settings, library)
    reading.read()
    var proposal = Proposal(reading)
    var survey = Survey(page, settings, library, proposal)
    proposal.addProperties { lines in
      guard survey.failures > 0 else { return false }
      let trial = Survey(page, settings, library, lines)
      guard trial.failures < survey.failures else { return false }
      survey = trial
      return true
    }
    return Adoption(
      lines: proposal.lines, place: reading.firstDisplayLine, displays: survey.displays,
      result: survey.result,
      misfits: proposal.misfits { piece in
        let location = page.pieces[piece].location
        return survey.displays.contains { $0.location == location && $0.outcome == .refuted }
      },
      delimiters: page.pieces.flatMap(\.dollars),
      checksAll: (page.frontMatter.check ?? settings.check) == .all)
  }
}

extension Piece {
  /// The changes that put a formula in TeX's own delimiters between dollars.
  fileprivate var dollars: [Adoption.Edit] {
    guard case .formula(let formula) = kind, formula.form == .raw else { return [] }
    let mark = formula.isDisplay ? "$$" : "$"
    guard formula.tex.text.hasPrefix("\\begin") && formula.tex.location == location else {
      return [
        Adoption.Edit(location: location.first(2), text: mark),
        Adoption.Edit(location: location.last(2), text: mark),
      ]
    }
    return [
      Adoption.Edit(location: location.first(0), text: "$$\n"),
      Adoption.Edit(location: location.last(0), text: "\n$$"),
    ]
  }
}

extension SourceLocation {
  /// The first bytes of it.
  fileprivate func first(_ count: Int) -> SourceLocation {
    SourceLocation(
      path: path, line: line, column: column, endLine: line, endColumn: column + count)
  }

  /// The last bytes of it.
  fileprivate func last(_ count: Int) -> SourceLocation {
    SourceLocation(
      path: path, line: endLine, column: endColumn - count, endLine: endLine,
      endColumn: endColumn)
  }
}
