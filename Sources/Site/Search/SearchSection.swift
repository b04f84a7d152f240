internal import Script

/// What the search knows of a part of a page: from one heading to the next.
struct SearchSection: Hashable, Sendable {
  /// The page's path within the site.
  var page: String
  var pageTitle: String
  /// The heading's anchor; empty above the first heading.
  var anchor: String
  /// The heading: text and the TeX of formulas in turn, text first.
  var title: [String]
  /// Text and the TeX of formulas in turn, text first.
  var parts: [String]
  /// Whether its page says `search: low`: it is shown behind all others.
  var isLow = false
  /// The language of its page; nil where it is the site's own.
  var language: String?

  /// As `search-terms.js` takes it.
  var data: JSONValue {
    [
      "page": .string(page), "pageTitle": .string(pageTitle), "anchor": .string(anchor),
      "title": .array(title.map(JSONValue.string)), "parts": .array(parts.map(JSONValue.string)),
      "isLow": .bool(isLow), "language": language.map(JSONValue.string) ?? .null,
    ]
  }

  /// Whether there is anything to find.
  var isEmpty: Bool { anchor.isEmpty && parts.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}
