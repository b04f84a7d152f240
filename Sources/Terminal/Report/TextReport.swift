import Derivations
import Diagnostics
import Proof

extension Report {
  /// The report for a terminal: every failure with its source line, then the summary.
  package func text(_ style: TextStyle) -> String {
    var lines = SourceLines(sources)
    var blocks = findings.map { $0.text(style, &lines) }
    if style.detail == .verbose {
      let standing = claims.filter(\.stands).map { $0.standingLine(style) }
      blocks += standing.isEmpty ? [] : [standing.joined(separator: "\n") + "\n"]
      let uncovered = pages.flatMap(\.uncovered).map(\.line)
      blocks += uncovered.isEmpty ? [] : [uncovered.joined(separator: "\n") + "\n"]
    }
    if style.detail != .quiet { blocks.append("\(summary)\n") }
    return blocks.joined(separator: "\n")
  }
}

extension Diagnostic {
  /// The diagnostic for a terminal, with its source line where the text of its file is given.
  package func text(_ style: TextStyle, sources: [String: String] = [:]) -> String {
    var lines = SourceLines(sources)
    return Finding(diagnostic: self).text(style, &lines)
  }
}

/// The lines of source files, each file split once.
private struct SourceLines {
  let sources: [String: String]
  var split: [String: [Substring]] = [:]

  init(_ sources: [String: String]) { self.sources = sources }

  /// A line by its number from 1; nil if the file or the line is not known.
  mutating func line(_ number: Int, of path: String) -> Substring? {
    let lines = split[path] ?? splitLines(of: path)
    return lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  private mutating func splitLines(of path: String) -> [Substring] {
    let lines = sources[path]?.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    split[path] = lines ?? []
    return lines ?? []
  }
}

extension Character {
  /// Whether CommonMark ends a line here.
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}

extension Finding {
  fileprivate func text(_ style: TextStyle, _ sources: inout SourceLines) -> String {
    let excerpt = diagnostic.location.flatMap { place in
      sources.line(place.line, of: place.path).map { line in
        Excerpt(
          of: line, from: place.column, to: place.endLine == place.line ? place.endColumn : nil)
      }
    }
    let margin = String(
      repeating: " ", count: diagnostic.location.map { String($0.line).count } ?? 1)
    var lines = [title(style)]
    if let place = diagnostic.location {
      lines.append(margin + style.paint("-->", .frame) + " " + place.description.harmless)
      lines += excerpt.map { quoted($0, line: place.line, margin, style) } ?? []
    }
    lines += noteLines(margin, style, isQuoted: excerpt != nil)
    return lines.joined(separator: "\n") + "\n"
  }

  /// `error[refuted]: the claimed gradient of F with respect to W is wrong`.
  private func title(_ style: TextStyle) -> String {
    let severity = diagnostic.severity
    let head = "\(severity.rawValue)[\(diagnostic.code.rawValue)]"
    return style.paint(head, severity == .error ? .error : .warning)
      + style.paint(": " + diagnostic.message.harmless, .strong)
  }

  private func quoted(
    _ excerpt: Excerpt, line: Int, _ margin: String, _ style: TextStyle
  ) -> [String] {
    let ink: TextStyle.Ink = diagnostic.severity == .error ? .error : .warning
    let carets = excerpt.carets.drop { $0 == " " } + (claim == nil ? "" : " claimed")
    let indent = excerpt.carets.prefix { $0 == " " }
    return [
      style.paint("\(line) |", .frame) + " " + excerpt.line,
      style.paint("\(margin) |", .frame) + " " + indent + style.paint(String(carets), ink),
    ]
  }

  /// The labelled lines, their texts aligned.
  private func noteLines(_ margin: String, _ style: TextStyle, isQuoted: Bool) -> [String] {
    let notes = (isQuoted ? [] : claimedNote) + lines
    let widest = notes.map(\.label.count).max() ?? 0
    return notes.flatMap { note in
      let label = note.label + ":"
      let gap = String(repeating: " ", count: widest + 1 - note.label.count)
      let parts = note.text.harmless.split(separator: "\n", omittingEmptySubsequences: false)
      return parts.enumerated().map { index, part in
        index == 0
          ? "\(margin) " + style.paint("= \(label)", .frame) + gap + part
          : margin + String(repeating: " ", count: widest + 5) + part
      }
    }
  }

  /// The claimed side, for where no source line shows it.
  private var claimedNote: [Diagnostic.Note] {
    claim.map { [.init("claimed", $0.judgement.cause?.replaced?.text ?? $0.claimed)] } ?? []
  }
}

extension PageResult.Uncovered {
  /// `path:line:column: not covered: unknown name K`.
  fileprivate var line: String {
    "\(location.description.harmless): not covered: \(reason.harmless)"
  }
}

extension CheckedClaim {
  /// One line for a claim that stands: `path:line:column: proved: gradient of F … (normal-form)`.
  func standingLine(_ style: TextStyle) -> String {
    let expectation = expected == .refuted ? " as expected" : ""
    let evidence = [
      judgement.method?.rawValue, judgement.bound,
      judgement.conditions.isEmpty
        ? nil : "given " + judgement.conditions.joined(separator: ", "),
    ]
    .compactMap { $0 }.joined(separator: "; ")
    let verdict = style.paint(judgement.verdict.rawValue + expectation, .good)
    return "\(location.description.harmless): \(verdict): \(subject.harmless)"
      + (evidence.isEmpty ? "" : " (\(evidence.harmless))")
  }
}
