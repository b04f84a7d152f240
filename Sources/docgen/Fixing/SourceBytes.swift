import Diagnostics

/// The bytes of a file, addressed as locations count: by line and by UTF-8 byte of the line.
///
/// A byte order mark counts for nothing, and a line ends at LF, CR LF or CR, as pages are read.
struct SourceBytes {
  let bytes: [UInt8]
  /// Where each line starts.
  private let starts: [Int]

  /// - Complexity: O(n).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if byte == Self.lineFeed || (byte == Self.carriageReturn && next != Self.lineFeed) {
        starts.append(offset + 1)
      }
    }
    self.starts = starts
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The offsets of a stretch; nil where the file has no such stretch.
  func range(of place: SourceLocation) -> Range<Int>? {
    guard starts.indices.contains(place.line - 1), starts.indices.contains(place.endLine - 1) else {
      return nil
    }
    let lower = starts[place.line - 1] + place.column - 1
    let upper = starts[place.endLine - 1] + place.endColumn - 1
    return lower <= upper && upper <= bytes.count ? lower..<upper : nil
  }

  /// The text of a stretch with every line end as a line feed.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// The bytes with another text in a stretch; its line feeds become the line ends of the file.
  func replacing(_ range: Range<Int>, with text: String) -> [UInt8] {
    let ended = text.replacing("\n", with: lineEnd)
    return bytes[..<range.lowerBound] + Array(ended.utf8) + bytes[range.upperBound...]
  }

  /// The first line end of the file.
  private var lineEnd: String {
    guard let end = bytes.firstIndex(where: { $0 == Self.lineFeed || $0 == Self.carriageReturn })
    else { return "\n" }
    guard bytes[end] == Self.carriageReturn else { return "\n" }
    return bytes[end...].dropFirst().first == Self.lineFeed ? "\r\n" : "\r"
  }
}
