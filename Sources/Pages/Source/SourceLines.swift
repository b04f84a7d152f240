import Diagnostics

/// The bytes of a file, cut into lines, so that a byte offset can be told as a line and a column.
struct SourceLines: Sendable {
  let path: String
  let bytes: [UInt8]
  /// The number of the first line of `bytes`; larger than 1 where `bytes` is a part of a file.
  let firstLine: Int
  /// From where the lines come, where not all are those of the file.
  let origins: LineOrigins?
  /// The offset at which each line starts.
  private let starts: [Int]

  /// Cuts at every line feed.
  ///
  /// - Complexity: O(n).
  init(path: String, bytes: [UInt8], firstLine: Int = 1, origins: LineOrigins? = nil) {
    self.path = path
    self.origins = origins
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == Byte.lineFeed {
      starts.append(offset + 1)
    }
    self.starts = starts
  }

  /// The number of the last line.
  var lastLine: Int { firstLine + starts.count - 1 }

  /// The offsets of a line without its line feed; empty at the nearest end for a line that is not there.
  func range(ofLine line: Int) -> Range<Int> {
    let index = line - firstLine
    guard index >= 0 else { return 0..<0 }
    guard index < starts.count else { return bytes.count..<bytes.count }
    let end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
    return starts[index]..<end
  }

  /// The line and column of an offset.
  ///
  /// - Complexity: O(log l) for l lines.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + firstLine, offset - starts[low] + 1)
  }

  /// The location of a stretch of offsets.
  ///
  /// A stretch over the end of an included file ends where it leaves the file it starts in.
  func location(of range: Range<Int>) -> SourceLocation {
    let start = place(of: range.lowerBound)
    let end = place(of: range.upperBound)
    guard let origins, let first = origins.origin(of: start.line) else {
      return SourceLocation(
        path: path, line: start.line, column: start.column, endLine: end.line,
        endColumn: end.column)
    }
    let last = origins.origin(of: end.line)
    let isWhole = last?.path == first.path && last.map { $0.line >= first.line } == true
    return SourceLocation(
      path: first.path, line: first.line, column: start.column,
      endLine: isWhole ? last?.line : first.line,
      endColumn: isWhole ? end.column : start.column + 1)
  }

  /// The file, line and column of an offset, where it was written.
  func origin(of offset: Int) -> (path: String, line: Int, column: Int) {
    let place = place(of: offset)
    let origin = origins?.origin(of: place.line)
    return (origin?.path ?? path, origin?.line ?? place.line, place.column)
  }
}

extension SourceLines {
  /// A stretch without the blanks at both ends; an empty one stays at the end of what was blank.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, Byte.isBlank(bytes[first]) { range.removeFirst() }
    while let last = range.last, Byte.isBlank(bytes[last]) { range.removeLast() }
    return range
  }
}

/// The bytes that have a meaning in Markdown's line structure or in the maths syntax.
enum Byte {
  static let null = UInt8(ascii: "\0")
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let at = UInt8(ascii: "@")
  static let dollar = UInt8(ascii: "$")
  static let greater = UInt8(ascii: ">")
  static let bracket = UInt8(ascii: "[")
  static let bang = UInt8(ascii: "!")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let pipe = UInt8(ascii: "|")
  /// U+FFFD, which stands for a zero byte in what cmark gives.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Whether the byte is white space of ASCII: a space, a tab or any kind of line or page end.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == space || (tab...carriageReturn).contains(byte)
  }
}
