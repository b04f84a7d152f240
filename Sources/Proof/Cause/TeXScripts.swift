/// The scripts behind a symbol of TeX, as they stand in the author's text.
///
/// The formula tree locates a symbol without its scripts, and what they mean together; an edit has to
/// know each by itself.
struct TeXScripts {
  /// With the `_`.
  private(set) var lower: Range<Int>?
  /// With the `^`.
  private(set) var upper: Range<Int>?
  /// What stands in the superscript, without braces.
  private(set) var content: Range<Int>?
  private(set) var primes: Range<Int>?
  /// Where a layer's number in brackets ends within the superscript: after `(1)` in `^{(1)T}`.
  private(set) var layerEnd: Int?
  /// The end of all scripts; where the symbol ends if there are none.
  private(set) var end: Int

  private let bytes: [UInt8]

  /// - Parameter start: the UTF-8 offset behind the symbol.
  init(_ bytes: [UInt8], after start: Int) {
    self.bytes = bytes
    end = start
    while take() {}
    guard let content, let first = content.first, [0x28, 0x5B].contains(bytes[first]) else {
      return
    }
    let close: UInt8 = bytes[first] == 0x28 ? 0x29 : 0x5D
    layerEnd = bytes[content].firstIndex(of: close).map { $0 + 1 }
  }

  /// Where a name ends with the scripts that belong to it: `W_1`, `W^{(1)}`.
  var nameEnd: Int {
    if let upper, let content, layerEnd == content.upperBound {
      return max(upper.upperBound, lower?.upperBound ?? 0)
    }
    return lower?.upperBound ?? start
  }

  /// The superscript's text without blanks.
  var contentText: String {
    content.map { String(decoding: bytes[$0].filter { $0 > 0x20 }, as: UTF8.self) } ?? ""
  }

  private var start: Int {
    [lower, upper, primes].compactMap { $0?.lowerBound }.min() ?? end
  }

  private mutating func take() -> Bool {
    var next = end
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count else { return false }
    switch bytes[next] {
    case UInt8(ascii: "_") where lower == nil:
      guard let (_, after) = group(next + 1) else { return false }
      lower = next..<after
      end = after
    case UInt8(ascii: "^") where upper == nil:
      guard let (inner, after) = group(next + 1) else { return false }
      (upper, content, end) = (next..<after, inner, after)
    case UInt8(ascii: "'") where primes == nil:
      var after = next
      while after < bytes.count, bytes[after] == UInt8(ascii: "'") { after += 1 }
      primes = next..<after
      end = after
    default: return false
    }
    return true
  }

  /// One argument: what stands in braces, a command, or one character.
  private func group(_ start: Int) -> (content: Range<Int>, end: Int)? {
    var next = start
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count else { return nil }
    if bytes[next] == UInt8(ascii: "{") { return braces(next) }
    var after = next + 1
    if bytes[next] == UInt8(ascii: "\\") {
      while after < bytes.count, isLetter(bytes[after]) { after += 1 }
    } else {
      while after < bytes.count, bytes[after] & 0xC0 == 0x80 { after += 1 }
    }
    return (next..<after, after)
  }

  private func braces(_ open: Int) -> (Range<Int>, Int)? {
    var level = 0
    for index in open..<bytes.count {
      if bytes[index] == UInt8(ascii: "{") { level += 1 }
      if bytes[index] == UInt8(ascii: "}") { level -= 1 }
      if level == 0 { return (open + 1..<index, index + 1) }
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
