package import Diagnostics

/// Text cut out of a page, each byte of which knows where it stands in the file.
///
/// The text is what Markdown makes of the source: without the prefixes of lists and quotes.
package struct Excerpt: Hashable, Sendable {
  package let text: String
  /// The stretch of the file from the first byte to the last.
  package let location: SourceLocation
  private let steps: [Step]

  private struct Step: Hashable {
    var offset: Int
    /// The file, where it is not that of the whole.
    var path: String?
    var line: Int
    var column: Int
  }

  init(_ text: String, _ map: ByteMap, in lines: SourceLines) {
    let whole = 0..<text.utf8.count
    self.text = text
    let location = lines.location(of: map.source(of: whole))
    self.location = location
    steps = map.steps.map {
      let origin = lines.origin(of: $0.source)
      return Step(
        offset: $0.offset, path: origin.path == location.path ? nil : origin.path,
        line: origin.line, column: origin.column)
    }
  }

  /// The place in the file of one byte of the text.
  ///
  /// - Parameter offset: in UTF-8 bytes from 0; one past the end is the place after the last byte.
  /// - Complexity: O(log l) for l lines.
  package func location(at offset: Int) -> SourceLocation {
    location(of: offset..<offset + 1)
  }

  /// The stretch of the file that holds a stretch of the text.
  ///
  /// - Parameter range: offsets in UTF-8 bytes from 0; they are brought to within the text.
  package func location(of range: Range<Int>) -> SourceLocation {
    let count = text.utf8.count
    let lower = min(max(0, range.lowerBound), count)
    let upper = min(max(lower, range.upperBound), count)
    let start = place(at: lower)
    guard upper > lower else {
      return SourceLocation(path: start.path, line: start.line, column: start.column)
    }
    let last = place(at: upper - 1)
    guard last.path == start.path, last.line >= start.line else {
      return SourceLocation(path: start.path, line: start.line, column: start.column)
    }
    return SourceLocation(
      path: start.path, line: start.line, column: start.column,
      endLine: last.line, endColumn: last.column + 1)
  }

  private func place(at offset: Int) -> (path: String, line: Int, column: Int) {
    if offset > 0, offset == text.utf8.count, steps.allSatisfy({ $0.path == nil }) {
      return (location.path, location.endLine, location.endColumn)
    }
    var low = 0
    var high = steps.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if steps[middle].offset <= offset { low = middle } else { high = middle }
    }
    let step = steps[low]
    return (step.path ?? location.path, step.line, step.column + offset - step.offset)
  }
}
