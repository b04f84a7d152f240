/// What went wrong, where, and a way out: the one value every stage throws or collects.
package struct Diagnostic: Error, Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  /// A labelled line under the message: `= derived: …`, `= witness: …`.
  package struct Note: Hashable, Sendable {
    package var label: String
    package var text: String

    package init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  package var code: Code
  package var severity: Severity
  /// One lower-case phrase without a full stop: the fact.
  package var message: String
  package var location: SourceLocation?
  /// The way out, as one phrase.
  package var hint: String?
  package var notes: [Note]
  /// What else is wrong with the same input, where more than the first was found.
  package private(set) var further: [Diagnostic] = []

  package init(
    _ code: Code, _ message: String, at location: SourceLocation? = nil, hint: String? = nil,
    severity: Severity = .error, notes: [Note] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.hint = hint
    self.notes = notes
  }
}

extension Diagnostic {
  /// Several as one that can be thrown: the first by location, with all others behind it; nil of none.
  package init?(all diagnostics: [Diagnostic]) {
    let sorted = Set(diagnostics.flatMap(\.each)).sorted()
    guard let first = sorted.first else { return nil }
    self = first
    further = Array(sorted.dropFirst())
  }

  /// It and all behind it, each alone.
  package var each: [Diagnostic] {
    var alone = self
    alone.further = []
    return [alone] + further
  }
}

extension Diagnostic: Comparable {
  /// By location (those without one first), then by code and message, so that reports are stable.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    switch (a.location, b.location) {
    case (nil, .some): true
    case (.some, nil): false
    case (let x?, let y?) where x != y: x < y
    default: (a.code.rawValue, a.message) < (b.code.rawValue, b.message)
    }
  }
}
