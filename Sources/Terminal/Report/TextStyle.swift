/// How a report looks in a terminal.
package struct TextStyle: Hashable, Sendable {
  /// How much is said.
  package enum Detail: Hashable, Sendable {
    /// Failures only.
    case quiet
    /// Failures and the summary.
    case normal
    /// Failures, the claims that stand, and the summary.
    case verbose
  }

  package var detail: Detail
  package var isColoured: Bool

  package init(detail: Detail = .normal, isColoured: Bool = false) {
    self.detail = detail
    self.isColoured = isColoured
  }

  /// Whether to use colour: `NO_COLOR` beats `FORCE_COLOR`, which beats what the terminal is.
  ///
  /// - Parameters:
  ///   - environment: the variables of the process; an empty one counts as not set.
  ///   - isTerminal: whether the output is one.
  /// Source: no-color.org, force-color.org.
  package static func wantsColour(environment: [String: String], isTerminal: Bool) -> Bool {
    let isSet = { (name: String) in environment[name].map { !$0.isEmpty } ?? false }
    if isSet("NO_COLOR") { return false }
    if isSet("FORCE_COLOR") { return true }
    return isTerminal && environment["TERM"] != "dumb"
  }

  /// What a piece of text is, and so its colour; none is told by its colour alone.
  enum Ink: String {
    case error = "1;31"
    case warning = "1;33"
    case frame = "34"
    case strong = "1"
    case good = "32"
  }

  func paint(_ text: String, _ ink: Ink) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
