internal import Diagnostics

extension FigureWriter {
  /// A diagnostic as a box within the page, with the same parts as on the terminal.
  func box(_ diagnostic: Diagnostic) -> HTML {
    let notes = diagnostic.notes.map { note in
      HTML.fragment([
        .element("dt", [:], .text(note.label)), .element("dd", [:], .text(published(note.text))),
      ])
    }
    return .element(
      "div",
      [
        "class": "diagnostic diagnostic-\(diagnostic.severity.rawValue)", "role": "note",
        "lang": phrases.englishTag,
      ],
      .element(
        "p", [:],
        .element(
          "strong", [:], "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]"),
        ": ", .text(published(diagnostic.message))),
      diagnostic.location.map { .element("p", [:], code(published($0.description))) }
        ?? .fragment([]),
      notes.isEmpty ? .fragment([]) : .element("dl", of: [:], notes),
      diagnostic.hint.map {
        .element("p", [:], .element("em", [:], "hint:"), " ", .text(published($0)))
      }
        ?? .fragment([]))
  }
}
