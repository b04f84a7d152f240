import Diagnostics

/// What seems to ask for a check and does not.
enum IdleChecks {
  /// A warning at each comment and each formula whose word is nearly `check`, and at each comment that asks
  /// for a check of nothing.
  ///
  /// - Complexity: linear in the pieces.
  static func warnings(_ pieces: [Piece]) -> [Diagnostic] {
    let used = Set(pieces.compactMap { asking($0, in: pieces) })
    return pieces.enumerated().flatMap { index, piece -> [Diagnostic] in
      switch piece.kind {
      case .comment(let comment):
        return mistyped(comment).map { [$0] }
          ?? (used.contains(index) ? [] : idle(comment).map { [$0] } ?? [])
      case .formula(let formula): return formula.arguments.compactMap { mistyped($0, at: piece) }
      default: return []
      }
    }
  }

  /// The comment that says what becomes of a display or a table; labels may stand between.
  private static func asking(_ piece: Piece, in pieces: [Piece]) -> Int? {
    switch piece.kind {
    case .formula(let formula) where formula.isDisplay: break
    case .table: break
    default: return nil
    }
    var next = piece.precedingComment
    while let index = next, case .comment(let comment) = pieces[index].kind,
      comment.text.hasPrefix("label:")
    {
      next = pieces[index].precedingComment
    }
    return next
  }

  private static func idle(_ comment: Excerpt) -> Diagnostic? {
    let form = #/check(?:\s*|[:\s]\s*(?:refuted|network|deltas)\b.*)/#.dotMatchesNewlines()
    guard comment.text.wholeMatch(of: form) != nil else { return nil }
    return Diagnostic(
      .syntax, "the comment checks nothing: no display equation and no table stands below it",
      at: comment.location, hint: "write it directly above the equation or the table",
      severity: .warning)
  }

  private static func mistyped(_ comment: Excerpt) -> Diagnostic? {
    let form = #/([A-Za-z]+)(?:\s*|\s+(?:skip|refuted|network|deltas)\b.*)/#.dotMatchesNewlines()
    guard let match = comment.text.wholeMatch(of: form) else { return nil }
    return mistyped(
      String(match.1), "the comment asks for nothing: it says \(match.1)", comment.location)
  }

  private static func mistyped(_ word: String, at piece: Piece) -> Diagnostic? {
    mistyped(word, "\(word) behind math asks for nothing", piece.location)
  }

  private static func mistyped(
    _ word: String, _ message: String, _ place: SourceLocation
  ) -> Diagnostic? {
    guard word != "check", nearest(word, in: ["check"]) != nil else { return nil }
    return Diagnostic(
      .syntax, message, at: place, hint: "did you mean check?", severity: .warning)
  }
}
