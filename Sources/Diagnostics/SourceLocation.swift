/// A stretch of a source file: where it starts and where it ends.
///
/// Lines count from 1. Columns count UTF-8 bytes from 1. The end is one past the last byte, so an
/// empty stretch has equal start and end.
package struct SourceLocation: Hashable, Sendable {
  /// The path as the reader would type it: relative to the folder `docgen` was started in.
  package var path: String
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int

  /// A stretch; without an end it covers the single byte at its start.
  package init(
    path: String, line: Int, column: Int, endLine: Int? = nil, endColumn: Int? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.endLine = endLine ?? line
    self.endColumn = endColumn ?? column + 1
  }

  /// The stretch from the start of this one to the end of `other`.
  package func through(_ other: SourceLocation) -> SourceLocation {
    SourceLocation(
      path: path, line: line, column: column, endLine: other.endLine, endColumn: other.endColumn)
  }
}

extension SourceLocation: Comparable {
  /// By path, then by start, then by end.
  package static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.path, a.line, a.column, a.endLine, a.endColumn)
      < (b.path, b.line, b.column, b.endLine, b.endColumn)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `path:line:column`, as terminals and editors make it clickable.
  package var description: String { "\(path):\(line):\(column)" }
}
