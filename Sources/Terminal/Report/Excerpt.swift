/// A source line with carets under a stretch of it.
struct Excerpt: Hashable, Sendable {
  /// The line as it is printed.
  var line: String
  /// Spaces, then carets, in columns of the terminal.
  var carets: String

  /// The longest line that is printed whole, in columns of the terminal.
  private static let room = 110

  /// An excerpt of a line.
  ///
  /// - Parameters:
  ///   - text: the line, without its end.
  ///   - start: the first byte of the stretch, in UTF-8 bytes from 1.
  ///   - end: one past its last byte; nil if the stretch goes on to the end of the line.
  init(of text: some StringProtocol, from start: Int, to end: Int?) {
    var cells: [Cell] = []
    var column = 0
    var stretch: Range<Int>?
    var byte = 1
    for character in text {
      let cell = character.cell(at: column)
      let next = byte + character.utf8.count
      if next > start, byte < end ?? .max || stretch == nil {
        stretch = (stretch?.lowerBound ?? column)..<(column + cell.width)
      }
      cells.append(cell)
      column += cell.width
      byte = next
    }
    // Past the end of the line, as where something is missing, one caret follows it.
    self.init(cells: cells, stretch: stretch ?? column..<(column + 1))
  }

  /// Cuts a long line to a window that starts shortly before the stretch.
  private init(cells: [Cell], stretch: Range<Int>) {
    let width = cells.map(\.width).reduce(0, +)
    let isLong = width > Excerpt.room
    let first = isLong && stretch.lowerBound > 60 ? stretch.lowerBound - 30 : 0
    var column = 0
    var shown = ""
    var skipped = 0
    for cell in cells {
      if column < first {
        skipped += cell.width
      } else if !isLong || column + cell.width <= first + Excerpt.room {
        shown += cell.text
      }
      column += cell.width
    }
    let opening = first > 0 ? "…" : ""
    line = opening + shown + (isLong && width > first + Excerpt.room ? "…" : "")
    let room = isLong ? first + Excerpt.room : .max
    let count = max(1, min(stretch.upperBound, room) - stretch.lowerBound)
    carets =
      String(repeating: " ", count: stretch.lowerBound - skipped + opening.count)
      + String(repeating: "^", count: count)
  }
}
