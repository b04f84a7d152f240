/// Our own styles and scripts without what only those who write them need.
enum CompactText {
  /// A stylesheet without comments and needless blanks; what stands in quotes is left alone.
  ///
  /// - Complexity: linear in the text.
  static func css(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if rest.starts(with: Array("/*".utf8)) {
        rest = after("*/", in: rest)
      } else if byte == UInt8(ascii: "\"") {
        let end = rest.dropFirst().firstIndex(of: byte) ?? rest.endIndex - 1
        out += rest[...end]
        rest = rest[(end + 1)...]
      } else if blanks.contains(byte) {
        rest = rest.drop(while: blanks.contains)
        let isNeeded = out.last.map { !openers.contains($0) } ?? false
        if isNeeded, let next = rest.first, !closers.contains(next) { out.append(blank) }
      } else {
        if byte == UInt8(ascii: "}"), out.last == UInt8(ascii: ";") { out.removeLast() }
        out.append(byte)
        rest = rest.dropFirst()
      }
    }
    return out
  }

  /// A script without indentation, empty lines and lines that are comments. None of ours has a string that
  /// goes over several lines.
  static func script(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { $0.drop(while: blanks.contains) }
    let kept = lines.filter { !$0.isEmpty && !$0.starts(with: Array("//".utf8)) }
    return Array(kept.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }

  private static let blank = UInt8(ascii: " ")
  private static let blanks: Set<UInt8> = Set(" \n\r\t".utf8)
  /// What needs no blank behind it, and what needs none before it. A blank before a colon or a bracket
  /// means something in a selector.
  private static let openers: Set<UInt8> = Set("{};:,>".utf8)
  private static let closers: Set<UInt8> = Set("{};,>".utf8)

  private static func after(_ mark: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.firstRange(of: Array(mark.utf8)).map { bytes[$0.upperBound...] } ?? []
  }
}
