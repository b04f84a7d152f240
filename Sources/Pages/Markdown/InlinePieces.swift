internal import CCmarkGFM
import Diagnostics

/// Formulas, code spans, links, images and comments inside the lines of a block.
extension PieceCollector {
  mutating func enterInline(_ node: Node) {
    guard let cursor else { return }
    if imageDepth == 0 { addInline(node, cursor) }
    if node.type == CMARK_NODE_IMAGE { imageDepth += 1 }
    self.cursor?.pass(node)
  }

  private mutating func addInline(_ node: Node, _ cursor: InlineCursor) {
    switch node.type {
    case CMARK_NODE_CODE:
      if let span = MathSpan(node) {
        addFormula(span, node, cursor)
      } else if let range = Reference.range(node) {
        let text = excerpt(node.literal, cursor.map.slice(range))
        add(
          Reference.isCitation(node) ? .citation(text) : .reference(text),
          cursor.map.source(of: range), node)
      } else {
        addCode(node, cursor)
      }
    case CMARK_NODE_HTML_INLINE: addComment(node, cursor)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: addLink(node, cursor)
    default: break
    }
  }

  private mutating func addFormula(_ span: MathSpan, _ node: Node, _ cursor: InlineCursor) {
    let formula = Formula(
      tex: formulaText(span, cursor), isDisplay: span.isDisplay, form: .dollars, arguments: [])
    add(.formula(formula), cursor.map.source(of: span.whole), node)
  }

  func formulaText(_ span: MathSpan, _ cursor: InlineCursor) -> Excerpt {
    excerpt(Array(cursor.text[span.content]), cursor.map.slice(span.content))
  }

  private mutating func addCode(_ node: Node, _ cursor: InlineCursor) {
    let whole = cursor.codeSpan(node)?.whole ?? 0..<cursor.text.count
    add(.code(codeText(node, cursor)), cursor.map.source(of: whole), node)
  }

  func codeText(_ node: Node, _ cursor: InlineCursor) -> Excerpt {
    let content = cursor.codeSpan(node)?.content
    return excerpt(node.literal, content.map(cursor.map.slice) ?? cursor.map)
  }

  private mutating func addComment(_ node: Node, _ cursor: InlineCursor) {
    let text = node.literal
    guard let content = commentContent(text[...]), let whole = cursor.html(node) else { return }
    let place = whole.lowerBound + content.lowerBound..<whole.lowerBound + content.upperBound
    let comment = excerpt(Array(text[content]), cursor.map.slice(place))
    add(.comment(comment), cursor.map.source(of: whole), node)
  }

  private mutating func addLink(_ node: Node, _ cursor: InlineCursor) {
    let destination = String(decoding: node.pointee.as.link.url.bytes, as: UTF8.self)
    let range = cursor.opening(node) ?? cursor.address(node)
    let kind: Piece.Kind
    if node.type == CMARK_NODE_LINK {
      kind = .link(Link(destination: destination, text: node.plainText))
    } else {
      kind = .image(
        Image(
          destination: destination, alternative: node.plainText,
          title: String(decoding: node.pointee.as.link.title.bytes, as: UTF8.self),
          isAlone: node.isAloneInParagraph))
    }
    add(kind, cursor.map.source(of: range ?? 0..<cursor.text.count), node)
    open.append(found.count - 1)
    openLinks.append(range)
  }

  /// Ends a link or image, now that all inside it has been passed.
  mutating func leaveLink(_ node: Node) {
    if node.type == CMARK_NODE_IMAGE { imageDepth -= 1 }
    guard imageDepth == 0, let index = open.popLast(), let range = openLinks.popLast(),
      let range, let cursor
    else { return }
    let isBracketed = cursor.text[range.lowerBound...].prefix(2).contains(Byte.bracket)
    let end = isBracketed ? cursor.closing(node) : range.upperBound
    self.cursor?.pass(end)
    found[index].range = cursor.map.source(of: range.lowerBound..<max(end, range.upperBound))
  }
}
