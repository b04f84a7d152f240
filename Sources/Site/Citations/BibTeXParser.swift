package import Diagnostics

/// An entry of a BibTeX file: its kind, its key and its fields with LaTeX read as text.
package struct BibTeXEntry: Hashable, Sendable {
  /// In lower case: `article`.
  package var kind: String
  package var key: String
  /// By name in lower case.
  package var fields: [String: String]
}

/// Reads BibTeX.
///
/// Source: O. Patashnik, "BibTeXing" (1988), §2 and §3.
package struct BibTeXParser {
  private let text: [Character]
  private let path: String
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var macros = BibTeXParser.months

  /// - Parameter path: the file as the reader would type it.
  package init(_ text: String, path: String) {
    self.text = Array(text.replacing("\r\n", with: "\n"))
    self.path = path
  }

  /// Where each entry that was read begins, by its key.
  private(set) var places: [String: SourceLocation] = [:]

  /// The entries in the order written; what stands between them is comment.
  ///
  /// - Throws: `citation` at the place where an entry is not well formed, or where a key stands twice.
  /// - Complexity: linear in the text.
  package mutating func entries() throws(Diagnostic) -> [BibTeXEntry] {
    var entries: [BibTeXEntry] = []
    var keys: Set<String> = []
    while skip(to: "@") {
      let start = here
      advance()
      let kind = word().lowercased()
      guard !kind.isEmpty, kind != "comment" else { continue }
      skipBlanks()
      guard let open = peek, open == "{" || open == "(" else {
        throw error("@\(kind) is not followed by a brace", start)
      }
      advance()
      let close: Character = open == "{" ? "}" : ")"
      switch kind {
      case "preamble": _ = try value()
      case "string":
        let (name, value) = try field(kind)
        macros[name] = value
      default:
        let entry = try entry(kind, until: close)
        guard keys.insert(entry.key).inserted else {
          throw error("the key \(entry.key) stands twice", start)
        }
        places[entry.key] = start
        entries.append(entry)
      }
      skipBlanks()
      try expect(close, "the end of @\(kind)", start)
    }
    return entries
  }

  private mutating func entry(_ kind: String, until close: Character) throws(Diagnostic)
    -> BibTeXEntry
  {
    skipBlanks()
    let key = run { !$0.isWhitespace && $0 != "," && $0 != close }
    guard !key.isEmpty else { throw error("@\(kind) has no key", here) }
    var fields: [String: String] = [:]
    skipBlanks()
    while peek == "," {
      advance()
      skipBlanks()
      if peek == close { break }
      let (name, value) = try field(kind)
      fields[name] =
        Self.addresses.contains(name) ? LaTeXText.address(value) : LaTeXText.plain(value)
      skipBlanks()
    }
    return BibTeXEntry(kind: kind, key: key, fields: fields)
  }

  /// The fields that hold addresses and the like, which are taken as they stand.
  private static let addresses: Set<String> = ["url", "doi", "eprint"]

  private mutating func field(_ kind: String) throws(Diagnostic) -> (name: String, value: String) {
    skipBlanks()
    let start = here
    let name = word().lowercased()
    guard !name.isEmpty else { throw error("a field of @\(kind) has no name", start) }
    skipBlanks()
    try expect("=", "the value of \(name)", start)
    return (name, try value())
  }

  /// Parts joined by `#`: texts in braces or quotes, numbers, and names that `@string` gave.
  private mutating func value() throws(Diagnostic) -> String {
    var parts = ""
    repeat {
      if peek == "#" { advance() }
      skipBlanks()
      parts += try part()
      skipBlanks()
    } while peek == "#"
    return parts
  }

  private mutating func part() throws(Diagnostic) -> String {
    let start = here
    switch peek {
    case "{"?: return try balanced(until: "}", start)
    case "\""?: return try balanced(until: "\"", start)
    default:
      let name = word()
      if !name.isEmpty, name.allSatisfy(\.isNumber) { return name }
      guard let value = macros[name.lowercased()] else {
        throw error(
          name.isEmpty ? "a value is missing" : "\(name) is no text and no name that @string gave",
          start)
      }
      return value
    }
  }

  /// What stands between the delimiter here and its match, braces in it balanced.
  private mutating func balanced(
    until close: Character, _ start: SourceLocation
  ) throws(Diagnostic) -> String {
    advance()
    var depth = 0
    var out = ""
    while let next = peek {
      if next == close, depth == 0 {
        advance()
        return out
      }
      if next == "{" { depth += 1 }
      if next == "}" { depth -= 1 }
      if next == "\\", position + 1 < text.count {
        out.append(next)
        advance()
      }
      out.append(text[position])
      advance()
    }
    throw error("the text that starts here does not end", start)
  }

  // MARK: Reading

  private var peek: Character? { position < text.count ? text[position] : nil }

  private mutating func advance() {
    guard let next = peek else { return }
    position += 1
    if next.isNewline {
      line += 1
      lineStart = position
    }
  }

  private mutating func skipBlanks() {
    while let next = peek, next.isWhitespace { advance() }
  }

  /// Goes to the next character of a kind; false where there is none.
  private mutating func skip(to wanted: Character) -> Bool {
    while let next = peek, next != wanted { advance() }
    return peek != nil
  }

  private mutating func run(_ belongs: (Character) -> Bool) -> String {
    var out = ""
    while let next = peek, belongs(next) {
      out.append(next)
      advance()
    }
    return out
  }

  private mutating func word() -> String {
    run { $0.isLetter || $0.isNumber || "_-:.+/".contains($0) }
  }

  private mutating func expect(
    _ wanted: Character, _ what: String, _ start: SourceLocation
  ) throws(Diagnostic) {
    guard peek == wanted else {
      throw error("expected `\(wanted)` for \(what)", peek == nil ? start : here)
    }
    advance()
  }

  private var here: SourceLocation {
    let column = text[lineStart..<position].reduce(1) { $0 + $1.utf8.count }
    return SourceLocation(path: path, line: line, column: column)
  }

  private func error(_ message: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(.citation, message, at: location)
  }

  private static let months = Dictionary(
    uniqueKeysWithValues: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ].map { (String($0.prefix(3)).lowercased(), $0) })
}
