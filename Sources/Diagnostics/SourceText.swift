/// A stretch of an author's text that knows where its bytes stand in the file.
///
/// The stretch may be put together from pieces of the file, as when the prefixes of a block quote are
/// taken out of a formula.
package struct SourceText: Hashable, Sendable {
  /// A run of bytes that stand together on one line of the file.
  package struct Run: Hashable, Sendable {
    /// UTF-8 offset in `text` at which the run starts.
    package var offset: Int
    package var line: Int
    package var column: Int

    package init(offset: Int, line: Int, column: Int) {
      self.offset = offset
      self.line = line
      self.column = column
    }
  }

  package let path: String
  package let text: String
  /// By offset; the first starts at 0.
  package let runs: [Run]

  package init(path: String, text: String, runs: [Run]) {
    self.path = path
    self.text = text
    self.runs = runs
  }

  /// A text that stands in the file as it is, starting at the given line and column.
  package init(path: String, text: String, line: Int = 1, column: Int = 1) {
    var runs = [Run(offset: 0, line: line, column: column)]
    var current = line
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      current += 1
      runs.append(Run(offset: offset + 1, line: current, column: 1))
    }
    self.init(path: path, text: text, runs: runs)
  }

  /// Where the bytes of `range` stand in the file.
  ///
  /// - Parameter range: UTF-8 offsets into `text`; clamped to it.
  package func location(_ range: Range<Int>) -> SourceLocation {
    let start = position(range.lowerBound)
    let end = range.isEmpty ? start : position(range.upperBound - 1)
    return SourceLocation(
      path: path, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column + (range.isEmpty ? 0 : 1))
  }

  private func position(_ offset: Int) -> (line: Int, column: Int) {
    let offset = max(0, min(offset, text.utf8.count))
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].offset <= offset { low = middle } else { high = middle }
    }
    let run = runs.isEmpty ? Run(offset: 0, line: 1, column: 1) : runs[low]
    return (run.line, run.column + offset - run.offset)
  }
}
