import Diagnostics

/// Reads the bytes of a file as text: UTF-8, without a byte order mark, lines ended by line feeds.
///
/// - Throws: `notUTF8` at the first byte that begins no valid sequence.
/// - Complexity: O(n).
func decode(_ bytes: [UInt8], path: String) throws(Diagnostic) -> String {
  let bytes = unifyingLineEnds(bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...])
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw notUTF8(bytes, path: path)
  }
  return text
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// Each CR LF and each CR alone becomes one LF; columns do not change by this.
private func unifyingLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  guard bytes.contains(Byte.carriageReturn) else { return Array(bytes) }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var previous = Byte.null
  for byte in bytes {
    if byte == Byte.carriageReturn {
      result.append(Byte.lineFeed)
    } else if byte != Byte.lineFeed || previous != Byte.carriageReturn {
      result.append(byte)
    }
    previous = byte
  }
  return result
}

private func notUTF8(_ bytes: [UInt8], path: String) -> Diagnostic {
  let offset = firstInvalidByte(bytes)
  let digits = String(bytes[offset], radix: 16, uppercase: true)
  return Diagnostic(
    .notUTF8, "the file is not UTF-8: no character starts with or goes on by byte 0x\(digits)",
    at: SourceLines(path: path, bytes: bytes).location(of: offset..<offset + 1),
    hint: "save the file as UTF-8")
}

/// The offset of the first byte that is not part of valid UTF-8.
private func firstInvalidByte(_ bytes: [UInt8]) -> Int {
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
  return min(offset, bytes.count - 1)
}
