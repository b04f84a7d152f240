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
  /// The lines on which HTML stands that is no comment.
  var htmlLines: [Int] = []
  /// How many images the walk is inside; what they contain is text.
  var imageDepth = 0

  init(_ lines: SourceLines) { self.lines = lines }

  /// Takes the next event of the walk.
  mutating func visit(_ node: Node, isEntered: Bool) {
    if isEntered { enter(node) } else { leave(node) }
  }

  private mutating func enter(_ node: Node) {
    switch node.type {
    case CMARK_NODE_PARAGRAPH: cursor = paragraphCursor(node)
    case CMARK_NODE_HEADING: addHeading(node)
    case CMARK_NODE_CODE_BLOCK: addFence(node)
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: addHTML(node)
    case CMARK_NODE_BLOCK_QUOTE: addCallout(node)
    default:
      switch node.extensionType {
      case "table": addTable(node)
      case "table_cell": cursor = cellCursor(node)
      default: enterInline(node)
      }
    }
  }

  /// A comment, or HTML that passes only where the owner of the site says so.
  private mutating func addHTML(_ node: Node) {
    let known = found.count
    if node.type == CMARK_NODE_HTML_BLOCK { addCommentBlock(node) } else { enterInline(node) }
    if found.count == known { htmlLines.append(Int(node.pointee.start_line)) }
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
