internal import CCmarkGFM

/// Finds the cells of a table in the file.
///
/// cmark gives cells by columns of the row without its container prefixes, and gives the header the
/// line of the paragraph it once belonged to; so rows are split again here, and compared with what
/// cmark found.
struct TableRows {
  /// Where a cell stands, without the blanks around, and where the bytes of its content do.
  struct Place {
    var range: Range<Int>
    var map: ByteMap
  }

  let lines: SourceLines
  /// The cells of each row; row 0 is the header.
  let cells: [[Node]]
  /// The line of the header in the file.
  let headerLine: Int

  init(_ table: Node, in lines: SourceLines) {
    self.lines = lines
    let rows = table.children
    cells = rows.map(\.children)
    // The line of dashes stands below the header, and belongs to no row.
    headerLine =
      rows.count > 1
      ? Int(rows[1].pointee.start_line) - 2 : Int(table.pointee.end_line) - 1
  }

  /// The whole table in the file, from the first pipe or, where there is none, the first cell.
  func range(firstCell: Place?) -> Range<Int> {
    let header = lines.range(ofLine: headerLine)
    let cell = max(header.lowerBound, firstCell?.range.lowerBound ?? header.lowerBound)
    let start = lines.bytes[header.lowerBound..<cell].firstIndex(of: Byte.pipe) ?? cell
    let end = lines.range(ofLine: headerLine + cells.count).upperBound
    return start..<max(start, end)
  }

  /// Where the cells of a row stand; one that a short row lacks is empty, at the row's end.
  ///
  /// - Returns: as many places as the row has cells.
  func places(ofRow row: Int) -> [Place] {
    let range = lines.range(ofLine: row == 0 ? headerLine : headerLine + row + 1)
    let contents = cells[row].map(\.content)
    let parts = split(range)
    let found =
      places(parts.dropFirst(), contents, isFirstOpen: false)
      ?? places(parts[...], contents, isFirstOpen: true) ?? []
    let end = range.upperBound..<range.upperBound
    return contents.indices.map { index in
      index < found.count
        ? found[index]
        : Place(range: end, map: ByteMap([ByteMap.Step(offset: 0, source: range.upperBound)]))
    }
  }

  /// The stretches between pipes that no backslash escapes.
  private func split(_ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where lines.bytes[offset] == Byte.pipe {
      if offset > range.lowerBound, lines.bytes[offset - 1] == Byte.backslash { continue }
      result.append(start..<offset)
      start = offset + 1
    }
    return result + [start..<range.upperBound]
  }

  /// The stretches without blanks, if they hold what cmark found in the cells.
  ///
  /// - Parameter isFirstOpen: whether the first stretch may start with a container prefix.
  private func places(
    _ parts: ArraySlice<Range<Int>>, _ contents: [[UInt8]], isFirstOpen: Bool
  ) -> [Place]? {
    let alignment = Alignment(lines: lines, unescapesPipes: true)
    guard contents.dropFirst(parts.count).allSatisfy(\.isEmpty) else { return nil }
    var result: [Place] = []
    for (part, content) in zip(parts, contents) {
      let range = lines.trimmed(part)
      guard let map = alignment.map(of: content, endOf: range) else { return nil }
      let start = start(of: map, in: range)
      guard start == range.lowerBound || (isFirstOpen && result.isEmpty) else { return nil }
      result.append(Place(range: start..<range.upperBound, map: map))
    }
    return result
  }

  /// The first byte of a cell, which is a backslash where its content starts with an escaped pipe.
  private func start(of map: ByteMap, in range: Range<Int>) -> Int {
    let first = map.source(at: 0)
    let isEscaped =
      first > range.lowerBound && first < range.upperBound && lines.bytes[first] == Byte.pipe
    return isEscaped ? first - 1 : first
  }
}
