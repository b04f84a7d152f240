/// A JSON value whose members keep their order, so that equal reports are equal bytes.
///
/// Source: RFC 8259.
indirect enum JSON: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    var name: String
    var value: JSON
  }

  case null
  case boolean(Bool)
  case number(Int)
  case text(String)
  case list([JSON])
  case object([Member])

  /// The text, or null where there is none.
  static func optional(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

  /// The number, or null where there is none.
  static func optional(_ number: Int?) -> JSON { number.map { .number($0) } ?? .null }
}

extension JSON: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member(name: $0, value: $1) })
  }
}

extension JSON: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = .text(text) }
}

extension JSON: CustomStringConvertible {
  /// The value as text, two spaces a level, without a line end.
  var description: String {
    var text = ""
    write(to: &text, indent: "\n")
    return text
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let value): text += String(value)
    case .text(let value): text += JSON.quoted(value)
    case .list(let values):
      JSON.write(values, between: ("[", "]"), to: &text, indent: indent) { value, text, indent in
        value.write(to: &text, indent: indent)
      }
    case .object(let members):
      JSON.write(members, between: ("{", "}"), to: &text, indent: indent) { member, text, indent in
        text += JSON.quoted(member.name) + ": "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between marks: (String, String), to text: inout String, indent: String,
    writeItem: (Item, inout String, String) -> Void
  ) {
    text += marks.0
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "" : ",") + indent + "  "
      writeItem(item, &text, indent + "  ")
    }
    text += (items.isEmpty ? "" : indent) + marks.1
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  /// Control characters and the two line separators that JavaScript once forbade are escaped.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": #"\""#
    case "\\": #"\\"#
    case "\n": #"\n"#
    case "\r": #"\r"#
    case "\t": #"\t"#
    case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
      "\\u" + String(String(0x10000 + scalar.value, radix: 16).dropFirst())
    default: String(scalar)
    }
  }
}
