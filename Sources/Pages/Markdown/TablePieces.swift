internal import CCmarkGFM
import Diagnostics

/// Tables and their cells.
extension PieceCollector {
  mutating func addTable(_ node: Node) {
    let rows = TableRows(node, in: lines)
    var read: [[Table.Cell]] = []
    var first: TableRows.Place?
    for row in rows.cells.indices {
      let places = rows.places(ofRow: row)
      first = first ?? places.first
      for (cell, place) in zip(rows.cells[row], places) { cellPlaces[cell] = place }
      read.append(rows.cells[row].map { cell($0) })
    }
    let table = Table(header: read.first ?? [], rows: Array(read.dropFirst()))
    add(.table(table), rows.range(firstCell: first), node)
    open.append(found.count - 1)
  }

  /// The cursor for the inline nodes of a cell.
  func cellCursor(_ cell: Node) -> InlineCursor? {
    guard let place = cellPlaces[cell] else { return nil }
    return InlineCursor(block: cell, text: cell.content, map: place.map)
  }

  private func cell(_ node: Node) -> Table.Cell {
    let range = cellPlaces[node]?.range ?? 0..<0
    let map = ByteMap([ByteMap.Step(offset: 0, source: range.lowerBound)])
    let source = excerpt(Array(lines.bytes[range]), map)
    guard let cursor = cellCursor(node), let only = node.pointee.first_child,
      only.pointee.next == nil, only.type == CMARK_NODE_CODE, Reference.range(only) == nil
    else {
      return Table.Cell(source: source, text: node.plainText, formula: nil, code: nil)
    }
    let span = MathSpan(only)
    return Table.Cell(
      source: source, text: node.plainText,
      formula: span.map { formulaText($0, cursor) },
      code: span == nil ? codeText(only, cursor) : nil)
  }
}
