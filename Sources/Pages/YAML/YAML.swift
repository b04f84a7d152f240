package import Diagnostics

/// A YAML value that knows where it stands.
package struct YAML: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A text; `isPlain` where it stands without quotes, so that `true` may mean more than its letters.
    case scalar(String, isPlain: Bool)
    case sequence([YAML])
    /// Keys in the order written, each once.
    case mapping([Entry])
  }

  /// A key and its value.
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let keyLocation: SourceLocation
    package let value: YAML
  }

  package let kind: Kind
  package let location: SourceLocation

  /// Whether this is the value of a key that is followed by nothing, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = kind else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// What the value is, for messages: `a list`, `a mapping`, the text itself.
  package var description: String {
    switch kind {
    case .scalar(let text, isPlain: true): isNull ? "nothing" : "`\(text)`"
    case .scalar(let text, isPlain: false): "the text `\(text)`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
