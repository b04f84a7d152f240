internal import CCmarkGFM
import Diagnostics

/// The name an author gives to a heading: `## Set up {#setup}`.
///
/// Other attributes between the braces, such as classes, are read over, and the form with a colon,
/// `{: #setup }`, is understood. GitHub shows the braces as they are.
enum HeadingName {
  /// Takes the name out of the heading's text, with what stands behind it; nil where there is none.
  static func take(from heading: Node) -> (name: String, rest: String)? {
    let last = heading.children.reversed().prefix { $0.type == CMARK_NODE_TEXT }.reversed()
    let text = last.map(\.plainText).joined()
    guard let open = text.lastIndex(of: "{"),
      let match = text[open...].wholeMatch(of: form)
    else { return nil }
    let end = text[..<open].lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
    cut(Array(last), by: text[end...].utf8.count)
    return (String(match.1), match.2.map(String.init) ?? "")
  }

  private static var form: Regex<(Substring, Substring, Substring?)> {
    #/\{:?\s*(?:[^#{}\s]\S*\s+)*#([^\s{}#"'<>&]+)(?:\s([^{}]*))?\}\s*/#
  }

  /// Takes bytes away from the end of text nodes that stand beside each other.
  private static func cut(_ nodes: [Node], by count: Int) {
    var count = count
    for node in nodes.reversed() where count > 0 {
      let text = node.literal
      let rest = String(decoding: text.dropLast(count), as: UTF8.self)
      if rest.isEmpty { cmark_node_free(node) } else { cmark_node_set_literal(node, rest) }
      count -= text.count
    }
  }
}

/// The names that the authors of a page give to its headings, with where the headings stand.
struct HeadingNames: Sendable {
  private var all: [(name: String, rest: String, place: Range<Int>)] = []

  mutating func add(_ name: (name: String, rest: String), at place: Range<Int>) {
    all.append((name.name, name.rest, place))
  }

  /// An error at each name that an earlier heading has, and a warning at each of several words.
  func faults(in lines: SourceLines) -> [Diagnostic] {
    var known: Set<String> = []
    return all.flatMap { name, rest, place -> [Diagnostic] in
      let repeated = known.insert(name).inserted ? nil : Self.repeated(name)
      return [repeated, Self.cut(name, rest)].compactMap { fault in
        var fault = fault
        fault?.location = lines.location(of: place)
        return fault
      }
    }
  }

  private static func repeated(_ name: String) -> Diagnostic {
    Diagnostic(
      .duplicateLabel, "an earlier heading of this page is called #\(name) too",
      hint: "give each heading a name of its own")
  }

  /// That words behind the name are no part of it: attributes are read over, other words are meant.
  private static func cut(_ name: String, _ rest: String) -> Diagnostic? {
    let words = rest.split(whereSeparator: \.isWhitespace)
    guard let word = words.first(where: { !$0.contains("=") && !".#:\"'".contains($0.prefix(1)) })
    else { return nil }
    return Diagnostic(
      .syntax, "the heading is called #\(name): \(word) is no part of its name",
      hint: "a name has no blanks: write {#\(([Substring(name)] + words).joined(separator: "-"))}",
      severity: .warning)
  }
}
