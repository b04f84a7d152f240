package import Diagnostics
internal import Proof

/// What can be said of pages where some settings could not be read.
extension Configuration {
  /// Whether a setting could not be read on which it depends what is claimed and whether it holds.
  package var lacksSettings: Bool {
    let bounds = Budget.Bound.allCases.map(\.rawValue)
    let others = ["check", "layout", "structure", "macros", "headings"]
    return !unread.isDisjoint(with: bounds + others)
  }

  /// Whether a mistake may be there only because of a setting that could not be read.
  package func mayFollow(_ diagnostic: Diagnostic) -> Bool {
    unread.contains { Self.consequences[$0]?.contains(diagnostic.code) == true }
  }

  /// By key, what is wrong on pages where it is missing.
  private static let consequences: [String: Set<Code>] = [
    "macros": [.formula], "bibliography": [.citation], "raw_html": [.rawHTML],
    "unchecked_links": [.brokenLink], "ignore_keys": [.unknownKey],
    "languages": [.duplicateLabel, .unknownLabel, .brokenLink, .missingFile, .duplicatePage],
  ]
}
