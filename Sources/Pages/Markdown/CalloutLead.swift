internal import CCmarkGFM
import Diagnostics

/// How a quote says what it is: the first words of its first paragraph.
struct CalloutLead {
  /// The name of the callout is what follows the marker on its line, or what stands in the brackets
  /// of the bold words.
  enum Form {
    /// `[!NOTE] Name`: the bytes of the marker in the paragraph's text.
    case marker(length: Int)
    /// `**Theorem (Name).**`: the bytes before and after the name in the bold words.
    case bold(before: Int, after: Int)
  }

  let callout: Callout
  let form: Form
  /// The first paragraph.
  let paragraph: Node

  /// The lead of a quote; nil where it is an ordinary one.
  init?(_ quote: Node) {
    guard let paragraph = quote.pointee.first_child, paragraph.type == CMARK_NODE_PARAGRAPH,
      let first = paragraph.pointee.first_child
    else { return nil }
    self.paragraph = paragraph
    if first.type == CMARK_NODE_STRONG {
      guard let (kind, name, form) = Self.bold(first.plainText) else { return nil }
      (callout, self.form) = (Callout(kind: kind, name: name), form)
    } else {
      let line = Self.firstLine(paragraph)
      let text = line.prefix { $0.type == CMARK_NODE_TEXT }.map(\.plainText).joined()
      guard let match = text.prefixMatch(of: #/\[!([A-Za-z]+)\]\s*/#),
        let kind = Callout.Kind(rawValue: match.1.lowercased())
      else { return nil }
      let name = line.map(\.plainText).joined().dropFirst(match.0.count)
      callout = Callout(kind: kind, name: String(name))
      form = .marker(length: match.0.utf8.count)
    }
  }

  /// The word that a quote begins with where it is meant to say what the quote is and does not, and the way out.
  static func misspelling(_ quote: Node) -> (word: String, hint: String)? {
    guard let paragraph = quote.pointee.first_child, paragraph.type == CMARK_NODE_PARAGRAPH,
      let first = paragraph.pointee.first_child
    else { return nil }
    let kinds = Callout.Kind.allCases
    if first.type == CMARK_NODE_STRONG {
      guard let match = first.plainText.wholeMatch(of: #/([A-Z][a-z]+)(?: \(.+\))?\./#) else {
        return nil
      }
      let words = kinds.filter { !$0.isAlert }.map(\.rawValue)
      return nearest(String(match.1), in: words).map { meant in
        (String(match.1), "did you mean \(meant.prefix(1).uppercased() + meant.dropFirst())?")
      }
    }
    let text = firstLine(paragraph).prefix { $0.type == CMARK_NODE_TEXT }.map(\.plainText).joined()
    guard let match = text.prefixMatch(of: #/\[!([A-Za-z]+)\]/#) else { return nil }
    let markers = kinds.map { "[!\($0.rawValue.uppercased())]" }
    let meant = nearest(String(match.1), in: kinds.map(\.rawValue)).map { "[!\($0.uppercased())]" }
    return (
      String(match.0),
      meant.map { "did you mean \($0)?" }
        ?? "GitHub has \(markers.prefix(5).joined(separator: ", "))"
    )
  }

  private static func bold(_ text: String) -> (Callout.Kind, String, Form)? {
    guard let match = text.wholeMatch(of: #/([A-Z][a-z]+)(?: \((.+)\))?\.?/#),
      let kind = Callout.Kind(rawValue: match.1.lowercased()), !kind.isAlert
    else { return nil }
    let name = match.2.map(String.init) ?? ""
    let before = match.1.utf8.count + (name.isEmpty ? 0 : 2)
    return (
      kind, name, .bold(before: before, after: text.utf8.count - before - name.utf8.count)
    )
  }

  /// The inline nodes up to the first line end.
  private static func firstLine(_ paragraph: Node) -> [Node] {
    Array(
      paragraph.children.prefix {
        $0.type != CMARK_NODE_SOFTBREAK && $0.type != CMARK_NODE_LINEBREAK
      })
  }

  // MARK: Rendering

  /// Takes the marker out of the tree and puts HTML around what is left of the name.
  func mark(before: String, after: String) {
    let nodes: [Node]
    switch form {
    case .marker(let length):
      let line = Self.firstLine(paragraph)
      let end = line.last?.pointee.next
      nodes = Self.trimmed(line, start: length, end: 0)
      if let end { cmark_node_free(end) }
    case .bold(let start, let end):
      guard let strong = paragraph.pointee.first_child else { return }
      let inner = strong.children
      for node in inner { cmark_node_insert_before(strong, node) }
      cmark_node_free(strong)
      nodes = Self.trimmed(inner, start: start, end: end)
    }
    let (opening, closing) = (Self.html(before), Self.html(after))
    if let first = nodes.first {
      cmark_node_insert_before(first, opening)
    } else {
      cmark_node_prepend_child(paragraph, opening)
    }
    cmark_node_insert_after(nodes.last ?? opening, closing)
  }

  private static func html(_ text: String) -> Node? {
    let node = cmark_node_new(CMARK_NODE_HTML_INLINE)
    node?.setHTML(text)
    return node
  }

  /// The nodes that are left when bytes are taken away from the text at both ends.
  private static func trimmed(_ nodes: [Node], start: Int, end: Int) -> [Node] {
    var nodes = nodes[...]
    var count = start
    while count > 0, let first = nodes.first, first.type == CMARK_NODE_TEXT {
      let text = first.literal
      first.setText(text.dropFirst(count))
      count -= text.count
      if count >= 0 { cmark_node_free(nodes.removeFirst()) }
    }
    count = end
    while count > 0, let last = nodes.last, last.type == CMARK_NODE_TEXT {
      let text = last.literal
      last.setText(text.dropLast(count))
      count -= text.count
      if count >= 0 { cmark_node_free(nodes.removeLast()) }
    }
    return Array(nodes)
  }
}

extension Node {
  fileprivate func setText(_ bytes: some Sequence<UInt8>) {
    cmark_node_set_literal(self, String(decoding: Array(bytes), as: UTF8.self))
  }

  /// Whether this inline node is all that its paragraph holds.
  var isAloneInParagraph: Bool {
    guard let parent = pointee.parent, parent.type == CMARK_NODE_PARAGRAPH else { return false }
    return pointee.next == nil && pointee.prev == nil
  }
}
