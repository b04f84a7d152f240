package import Derivations
package import Diagnostics

/// One thing to report: a claim that fails, or a diagnostic of its own.
package struct Finding: Hashable, Sendable {
  package var diagnostic: Diagnostic
  /// The claim that fails, where it is about one.
  package var claim: CheckedClaim?

  package init(diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
    claim = nil
  }

  /// The failure of a claim that does not stand.
  package init(claim: CheckedClaim) {
    self.claim = claim
    diagnostic = claim.failure
  }

  /// The message with its notes and the hint, a line each, for forms that have one text.
  package var fullMessage: String {
    let notes = lines.flatMap { note in
      note.text.split(separator: "\n").enumerated().map { index, line in
        index == 0 ? "\(note.label): \(line)" : "  \(line)"
      }
    }
    return ([diagnostic.message] + notes).joined(separator: "\n")
  }

  /// The labelled lines under the message: the notes, then the hint.
  var lines: [Diagnostic.Note] {
    diagnostic.notes + (diagnostic.hint.map { [.init("hint", $0)] } ?? [])
  }
}
