import Diagnostics

/// What stands on a page and does nothing, because a word of it is nearly one that would.
enum NearMisses {
  /// The words that comments begin with, and what they are followed by.
  private static let directives = ["check", "include", "label"]

  /// A warning at each comment that asks for nothing, at each quote that nearly says what it is, and
  /// at each footnote that nothing defines or refers to.
  ///
  /// - Parameters:
  ///   - told: where something is said of a comment already.
  ///   - footnotes: those that nothing defines.
  ///   - idle: those that nothing refers to.
  static func warnings(
    _ pieces: [Piece], told: [SourceLocation],
    quotes: [(word: String, hint: String, place: SourceLocation)],
    footnotes: [(label: String, place: SourceLocation)],
    idle: [(label: String, place: SourceLocation)]
  ) -> [Diagnostic] {
    (pieces.compactMap(misspelt) + pieces.compactMap { idleInclude($0, told) }
      + IdleChecks.warnings(pieces)
      + quotes.map { word, hint, place in
        Diagnostic(
          .syntax, "\(word) is no word that a quote may begin with to be shown as a box", at: place,
          hint: hint, severity: .warning)
      }
      + footnotes.map { label, place in
        Diagnostic(
          .brokenLink, "no footnote: nothing on the page defines \(label)", at: place,
          hint: #"write \#(label): text on a line of its own; where brackets are meant, write \["#,
          severity: .warning)
      }
      + idle.map { label, place in
        Diagnostic(
          .brokenLink, "the footnote is left out: nothing refers to this \(label)", at: place,
          hint: "write \(label) where it belongs, or take the note away", severity: .warning)
      })
      .sorted()
  }

  /// An include that does not stand alone on its line.
  private static func idleInclude(_ piece: Piece, _ told: [SourceLocation]) -> Diagnostic? {
    guard case .comment(let comment) = piece.kind, comment.text.hasPrefix("include:") else {
      return nil
    }
    let place = comment.location
    guard !told.contains(where: { $0.path == place.path && $0.line == place.line }) else {
      return nil
    }
    return Diagnostic(
      .syntax, "the comment includes nothing: other text stands on its line", at: place,
      hint: "write <!-- include: path --> alone on a line", severity: .warning)
  }

  private static func misspelt(_ piece: Piece) -> Diagnostic? {
    guard case .comment(let comment) = piece.kind,
      let match = comment.text.prefixMatch(of: #/([A-Za-z]+)\s*:/#)
    else { return nil }
    let word = String(match.1)
    guard !directives.contains(word), let meant = nearest(word, in: directives) else { return nil }
    return Diagnostic(
      .syntax, "the comment asks for nothing: it begins with \(word):", at: comment.location,
      hint: "did you mean \(meant):?", severity: .warning)
  }
}
