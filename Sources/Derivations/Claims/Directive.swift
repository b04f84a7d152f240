import Diagnostics
import Pages

/// What a comment above a display or a table asks for: `<!-- check: deltas F -->`.
enum Directive: Hashable, Sendable {
  case check
  case skip(reason: String)
  /// The claims below are shown as mistakes.
  case refuted(reason: String)
  case network(String)
  case deltas(String)

  private static let words = ["skip", "refuted", "network", "deltas"]

  /// Reads a comment.
  ///
  /// - Returns: nil where the comment does not start with `check`.
  /// - Throws: a diagnostic where it does, but asks for nothing that is known.
  init?(_ comment: Excerpt) throws(Diagnostic) {
    let text = comment.text
    if text == "check" {
      self = .check
      return
    }
    guard text.hasPrefix("check:") || text.hasPrefix("check ") else { return nil }
    let rest = text.dropFirst("check:".count).trimmed
    let word = String(rest.prefix { $0.isLetter })
    let argument = rest.dropFirst(word.count).drop { $0 == "," || $0 == " " || $0 == ":" }.trimmed
    switch word {
    case "skip": self = .skip(reason: argument)
    case "refuted": self = .refuted(reason: Directive.reason(argument))
    case "network" where !argument.isEmpty: self = .network(argument)
    case "deltas" where !argument.isEmpty: self = .deltas(argument)
    default: throw Directive.unknown(word, at: comment.location)
    }
  }

  /// The text after `because`, without its quotation marks.
  private static func reason(_ text: String) -> String {
    var reason = text.hasPrefix("because") ? text.dropFirst("because".count).trimmed : text
    if reason.count > 1, reason.hasPrefix("\""), reason.hasSuffix("\"") {
      reason = String(reason.dropFirst().dropLast())
    }
    return reason
  }

  private static func unknown(_ word: String, at location: SourceLocation) -> Diagnostic {
    let hint =
      nearest(word, in: words).map { "did you mean check: \($0)?" }
      ?? "write check, check: skip, check: refuted, check: network F or check: deltas F"
    return Diagnostic(
      .syntax, "the comment asks for no check that is known", at: location, hint: hint)
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}

extension Excerpt {
  /// The same text for the readers of formulas.
  var sourceText: SourceText {
    var runs: [SourceText.Run] = []
    let bytes = [UInt8(ascii: "\n")] + Array(text.utf8)
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      let place = location(at: offset)
      runs.append(SourceText.Run(offset: offset, line: place.line, column: place.column))
    }
    return SourceText(path: location.path, text: text, runs: runs)
  }
}
