internal import CCmarkGFM
import Diagnostics

/// A piece together with the node of cmark's tree that it was read from.
struct FoundPiece {
  var kind: Piece.Kind
  /// The whole piece in the file.
  var range: Range<Int>
  /// The index, in the order found, of the piece that contains this one.
  var container: Int?
  var node: Node
}

/// Reads the pieces of a page out of cmark's tree, in one walk.
struct PieceCollector {
  let lines: SourceLines
  var found: [FoundPiece] = []
  /// Where the bytes of table cells stand, by the address of the cell.
  var cellPlaces: [Node: TableRows.Place] = [:]
  /// The pieces that are open: a table, a heading, a link in them.
  var open: [Int] = []
  /// The block whose inline nodes are being visited.
  var cursor: InlineCursor?
  /// For each open link or image, its bracket or address in the block's text.
  var openLinks: [Range<Int>?] = []
  /// HTML that is no comment, with where it stands.
  var html: [(node: Node, text: Excerpt)] = []
  /// The nodes of such HTML, whether it is known where they stand or not.
  var htmlNodes: [Node] = []
  /// Where a formula seems to be meant between dollars with blanks inside.
  var spacedFormulas: [Range<Int>] = []
  /// Where a link is meant by a label that nothing defines.
  var undefinedReferences: [Range<Int>] = []
  /// Where a footnote is meant that nothing defines.
  var undefinedFootnotes: [Range<Int>] = []
  /// The quotes that are meant to say what they are and do not.
  var misnamed: [(word: String, hint: String, place: Range<Int>)] = []
  /// The names that authors give to headings.
  var headingNames = HeadingNames()
  /// The labels of the page, once they were asked for.
  private var labels: Set<String>?
  /// How many images the walk is inside; what they contain is text.
  var imageDepth = 0

  init(_ lines: SourceLines) { self.lines = lines }

  /// Takes the next event of the walk.
  mutating func visit(_ node: Node, isEntered: Bool) {
    if isEntered { enter(node) } else { leave(node) }
  }

  private mutating func enter(_ node: Node) {
    switch node.type {
    case CMARK_NODE_PARAGRAPH:
      cursor = paragraphCursor(node)
      noteSpacedFormulas()
      noteUndefinedReferences()
    case CMARK_NODE_HEADING:
      addHeading(node)
      noteSpacedFormulas()
      noteUndefinedReferences()
    case CMARK_NODE_CODE_BLOCK: addFence(node)
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: addHTML(node)
    case CMARK_NODE_BLOCK_QUOTE: addCallout(node)
    default:
      switch node.extensionType {
      case "table": addTable(node)
      case "table_cell":
        cursor = cellCursor(node)
        noteSpacedFormulas()
        noteUndefinedReferences()
      default: enterInline(node)
      }
    }
  }

  /// A comment, or HTML that passes only where the owner of the site says so.
  private mutating func addHTML(_ node: Node) {
    let known = found.count
    let text = htmlText(node)
    if node.type == CMARK_NODE_HTML_BLOCK { addCommentBlock(node) } else { enterInline(node) }
    guard found.count == known else { return }
    htmlNodes.append(node)
    if let text { html.append((node, text)) }
  }

  private func htmlText(_ node: Node) -> Excerpt? {
    let text = node.literal
    guard node.type != CMARK_NODE_HTML_BLOCK else {
      return Alignment(lines: lines).map(of: text, firstLineIn: [Int(node.pointee.start_line)])
        .map { excerpt(text, $0) }
    }
    return cursor.flatMap { cursor in
      cursor.html(node).map { excerpt(text, cursor.map.slice($0)) }
    }
  }

  private mutating func noteSpacedFormulas() {
    guard let cursor, cursor.text.contains(Byte.dollar) else { return }
    spacedFormulas += SpacedFormulas(cursor.text).found.map { cursor.map.source(of: $0) }
  }

  private mutating func noteUndefinedReferences() {
    guard let cursor, cursor.text.contains(UInt8(ascii: "[")) else { return }
    let defined = labels ?? UndefinedReferences.labels(in: lines.bytes)
    labels = defined
    let undefined = UndefinedReferences(cursor.text, defined: defined)
    undefinedReferences += undefined.found.map { cursor.map.source(of: $0) }
    undefinedFootnotes += undefined.footnotes.map { cursor.map.source(of: $0) }
  }

  private mutating func leave(_ node: Node) {
    switch node.type {
    case CMARK_NODE_PARAGRAPH: cursor = nil
    case CMARK_NODE_HEADING:
      cursor = nil
      open.removeLast()
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: leaveLink(node)
    default:
      switch node.extensionType {
      case "table": open.removeLast()
      case "table_cell": cursor = nil
      default: break
      }
    }
  }

  mutating func add(_ kind: Piece.Kind, _ range: Range<Int>, _ node: Node) {
    found.append(FoundPiece(kind: kind, range: range, container: open.last, node: node))
  }
}
