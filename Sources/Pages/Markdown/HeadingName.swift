internal import CCmarkGFM

/// The name an author gives to a heading: `## Set up {#setup}`.
///
/// Other attributes between the braces, such as classes, are read over, and the form with a colon,
/// `{: #setup }`, is understood. GitHub shows the braces as they are.
enum HeadingName {
  /// Takes the name out of the heading's text; nil where there is none.
  static func take(from heading: Node) -> String? {
    let last = heading.children.reversed().prefix { $0.type == CMARK_NODE_TEXT }.reversed()
    let text = last.map(\.plainText).joined()
    guard let open = text.lastIndex(of: "{"),
      let match = text[open...].wholeMatch(of: form)
    else { return nil }
    let end = text[..<open].lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
    cut(Array(last), by: text[end...].utf8.count)
    return String(match.1)
  }

  private static var form: Regex<(Substring, Substring)> {
    #/\{:?\s*(?:[^#{}\s]\S*\s+)*#([^\s{}#"'<>&]+)(?:\s[^{}]*)?\}\s*/#
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
