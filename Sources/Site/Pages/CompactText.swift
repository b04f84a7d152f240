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
        if !isIdleZero(rest, after: out.last) { out.append(byte) }
        rest = rest.dropFirst()
      }
    }
    return out
  }

  /// Whether a text begins with the zero of a number such as 0.5.
  private static func isIdleZero(_ text: ArraySlice<UInt8>, after last: UInt8?) -> Bool {
    text.starts(with: Array("0.".utf8)) && last.map(beginners.contains) == true
  }

  /// A script without indentation, empty lines, lines that are comments and blanks beside signs. None of ours
  /// has a string that goes over several lines.
  ///
  /// - Complexity: linear in the text.
  static func script(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { $0.drop(while: blanks.contains) }
    let kept = lines.filter { !$0.isEmpty && !$0.starts(with: Array("//".utf8)) }.map(line)
    return Array(kept.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }

  /// A line of a script without blanks beside signs. What stands in double quotes is left alone, and so are
  /// lines in which a regular expression, a comment or another kind of string may begin.
  private static func line(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let pieces = bytes.split(separator: quote, omittingEmptySubsequences: false)
    guard !bytes.contains(UInt8(ascii: "\\")),
      stride(from: 0, to: pieces.count, by: 2).allSatisfy({ !pieces[$0].contains(where: starters) })
    else { return bytes }
    let squeezed = pieces.indices.map { $0 % 2 == 0 ? withoutIdleBlanks(pieces[$0]) : pieces[$0] }
    return ArraySlice(squeezed.joined(separator: [quote]))
  }

  private static func withoutIdleBlanks(_ code: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    ArraySlice(
      code.indices.filter { place in
        guard code[place] == blank else { return true }
        let before = place > code.startIndex ? code[place - 1] : quote
        let after = place + 1 < code.endIndex ? code[place + 1] : quote
        return !signs.contains(before) && !signs.contains(after)
      }.map { code[$0] })
  }

  private static let quote = UInt8(ascii: "\"")
  /// What no blank is needed beside in a script. Beside `+` and `-` one may be: `a + +b`.
  private static let signs: Set<UInt8> = Set("{}();,=<>?:|&!*\"".utf8)

  private static func starters(_ byte: UInt8) -> Bool { Set("/'`".utf8).contains(byte) }

  private static let blank = UInt8(ascii: " ")
  private static let blanks: Set<UInt8> = Set(" \n\r\t".utf8)
  /// What needs no blank behind it, and what needs none before it. A blank before a colon or a bracket
  /// means something in a selector.
  private static let openers: Set<UInt8> = Set("{};:,>".utf8)
  private static let closers: Set<UInt8> = Set("{};,>".utf8)
  /// What a number can stand behind.
  private static let beginners: Set<UInt8> = Set(" :,(-".utf8)

  private static func after(_ mark: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.firstRange(of: Array(mark.utf8)).map { bytes[$0.upperBound...] } ?? []
  }
}
