/// Brackets that a command of TeX sizes, such as `\\left(`.
package enum SizedBracket {
  /// Where the command that sizes a bracket begins; the offset itself where there is none.
  ///
  /// - Parameters:
  ///   - offset: that of the bracket, in UTF-8 bytes.
  ///   - bytes: the TeX.
  package static func start(of offset: Int, in bytes: [UInt8]) -> Int {
    guard bytes.indices.contains(offset), openings.contains(bytes[offset]) else { return offset }
    let end = bytes[..<offset].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    let command = commands.first { bytes[..<end].suffix($0.count).elementsEqual($0) }
    return command.map { end - $0.count } ?? offset
  }

  private static let openings = Array("([|\\{".utf8)
  private static let commands = [
    #"\left"#, #"\bigl"#, #"\Bigl"#, #"\biggl"#, #"\Biggl"#, #"\big"#, #"\Big"#, #"\bigg"#,
    #"\Bigg"#,
  ].map { Array($0.utf8) }
}
