package import Derivations
import Diagnostics
import Proof

/// What `docgen adopt` tells of a page.
package struct AdoptionReport: Hashable, Sendable {
  /// As the reader typed it.
  package var path: String
  package var adoption: Adoption
  /// The text of the page's file, for the lines that are shown.
  package var source: String
  /// Whether the page is one that docgen checks where it stands, not a notebook.
  package var isPage: Bool

  package init(path: String, adoption: Adoption, source: String, isPage: Bool) {
    self.path = path
    self.adoption = adoption
    self.source = source
    self.isPage = isPage
  }

  /// The answer for people: the block, what it brings, and what to do next.
  ///
  /// - Parameter written: whether the block has been put into the page.
  package func text(_ style: TextStyle, written: Bool) -> String {
    guard !adoption.displays.isEmpty else {
      return "\(path): no display equation found\n"
    }
    let parts = [
      summary, written || adoption.lines.isEmpty ? nil : adoption.block,
      misfits(style), refuted(style), uncovered, next(written: written),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n")
  }

  // MARK: Parts

  private var summary: String {
    let count = adoption.displays.count
    let told = Adoption.Display.Outcome.allCases.compactMap { outcome -> String? in
      let number = adoption.count(outcome)
      return number == 0 ? nil : "\(number) \(Self.words(outcome, number))"
    }
    return "\(path): \(count) display \(count == 1 ? "equation" : "equations"): "
      + told.joined(separator: ", ") + "\n"
  }

  private static func words(_ outcome: Adoption.Display.Outcome, _ number: Int) -> String {
    let isOne = number == 1
    switch outcome {
    case .holds: return isOne ? "holds" : "hold"
    case .defines: return isOne ? "defines a name" : "define names"
    case .refuted: return isOne ? "is refuted" : "are refuted"
    case .undecided: return isOne ? "stays undecided" : "stay undecided"
    case .notCovered: return isOne ? "is not covered" : "are not covered"
    case .skipped: return isOne ? "is left out" : "are left out"
    }
  }

  private func misfits(_ style: TextStyle) -> String? {
    guard !adoption.misfits.isEmpty else { return nil }
    let troubles = Report(pages: [], diagnostics: adoption.misfits, sources: [path: source])
    return "shapes that no choice of declarations makes fit:\n\n"
      + troubles.text(TextStyle(detail: .quiet, isColoured: style.isColoured))
  }

  private func refuted(_ style: TextStyle) -> String? {
    let failing = adoption.displays.filter { $0.outcome == .refuted || $0.outcome == .undecided }
      .flatMap(\.claims).map { adoption.result.claims[$0] }
      .filter { !$0.stands && $0.trouble == nil }
      .map { claim in
        // A fix can be asked for once the block is in its page.
        var claim = claim
        claim.judgement.cause?.corrected = nil
        return claim
      }
    guard !failing.isEmpty else { return nil }
    var page = PageResult(path: path)
    page.claims = failing
    let report = Report(pages: [page], sources: [path: source])
    let advice =
      failing.contains { $0.kind == .identity }
      ? "\nan equation to be solved, such as Ax = b, is no claim: put <!-- check: skip, … --> above it\n"
      : ""
    return "would be refuted, unless a declaration or a name is read wrongly:\n\n"
      + report.text(TextStyle(detail: .quiet, isColoured: style.isColoured)) + advice
  }

  private var uncovered: String? {
    let displays = adoption.displays.filter { $0.outcome == .notCovered }
    guard !displays.isEmpty else { return nil }
    let lines = displays.map { display in
      let reason = display.reason
      let place = reason?.location ?? display.location
      return "  \(place): \(reason?.message ?? "it says nothing that can be judged")"
    }
    return "not covered:\n" + lines.joined(separator: "\n") + "\n"
  }

  private func next(written: Bool) -> String? {
    guard isPage else {
      return "a notebook is only read: copy the block and the cells into a page to check them\n"
    }
    if written { return "correct the declarations where they are wrong, then run docgen check\n" }
    let deeds = [
      adoption.lines.isEmpty ? nil : "puts the block above line \(adoption.place)",
      adoption.checksAll ? nil : "adds check: all to the front matter",
      adoption.delimiters.isEmpty ? nil : "puts displays in TeX's delimiters between dollars",
    ].compactMap { $0 }
    return deeds.isEmpty
      ? nil : "nothing is written yet: --write \(deeds.joined(separator: ", "))\n"
  }
}
