import Diagnostics

/// Cuts a block into statements: one a line, unless a `\` at the end or an open bracket continues it.
struct StatementLines {
  /// A bracket that is open for more lines than this is taken as a mistake in the first of them.
  static let maximalLines = 100

  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The ranges of all statements, without blanks and comments around them, in order.
  ///
  /// - Complexity: O(n) for n bytes, times at most `maximalLines`.
  var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = end(of: start)
      let range = trimmed(start..<end)
      if !range.isEmpty { ranges.append(range) }
      start = end + 1
    }
    return ranges
  }

  /// Where the statement that begins at `start` ends: at a line end, or at the end of the block.
  private func end(of start: Int) -> Int {
    var scan = Scan()
    var firstLineEnd: Int?
    var lines = 1
    for index in start..<bytes.count {
      guard bytes[index] == UInt8(ascii: "\n") else {
        scan.take(bytes[index])
        continue
      }
      if scan.isContinued {
        scan.startLine()
        continue
      }
      if scan.depth == 0 { return index }
      firstLineEnd = firstLineEnd ?? index
      lines += 1
      if lines > Self.maximalLines { return firstLineEnd ?? index }
      scan.startLine()
    }
    // A bracket that is never closed must not swallow the statements after it.
    return scan.depth == 0 ? bytes.count : firstLineEnd ?? bytes.count
  }

  /// The range without blanks at its ends, and without comments before and after the statement.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    var start: Int?
    var scan = Scan()
    for index in range {
      if bytes[index] == UInt8(ascii: "\n") { scan.startLine() } else { scan.take(bytes[index]) }
      guard !scan.isInComment, !Scan.isBlank(bytes[index]) else { continue }
      start = start ?? index
      end = index + 1
    }
    return (start ?? end)..<end
  }

  /// What is known at a byte of a statement.
  struct Scan {
    private(set) var depth = 0
    private(set) var isInComment = false
    private var isQuoted = false
    /// Whether the last byte that is no blank is a `\`.
    private(set) var isContinued = false

    mutating func take(_ byte: UInt8) {
      if isInComment { return }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "#") {
        isInComment = true
        return
      }
      if !Scan.isBlank(byte) { isContinued = byte == UInt8(ascii: "\\") }
      if isQuoted { return }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
    }

    mutating func startLine() {
      isInComment = false
      isQuoted = false
      isContinued = false
    }

    static func isBlank(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
        || byte == UInt8(ascii: "\n")
    }
  }
}
