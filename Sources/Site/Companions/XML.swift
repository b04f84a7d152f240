/// A piece of XML: text is escaped on writing, and characters that XML lacks are left out.
struct XML {
  private(set) var text: String

  /// An element with text in it.
  init(_ name: String, _ content: String) {
    text = "<\(name)>\(Self.escaped(content))</\(name)>\n"
  }

  /// An element with others in it, or with attributes alone.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XML] = []) {
    let written = attributes.map { " \($0)=\"\(Self.escaped($1))\"" }.joined()
    let inner = children.map(\.text).joined()
    text = children.isEmpty ? "<\(name)\(written)/>\n" : "<\(name)\(written)>\n\(inner)</\(name)>\n"
  }

  /// The element as a file.
  var file: String { #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + text }

  /// Source: Extensible Markup Language (XML) 1.0, production 2.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
        out.unicodeScalars.append(scalar)
      default: break
      }
    }
    return out
  }
}
