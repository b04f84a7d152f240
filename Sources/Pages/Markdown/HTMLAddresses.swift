/// Where the tags of a piece of HTML hold addresses: of links, of pictures, and of what is embedded.
///
/// Source: WHATWG, "HTML Living Standard", §13.2.5 (tokenization) and §4.8.4.2.1 (`srcset`).
struct HTMLAddresses {
  /// The addresses as offsets in the HTML, in order.
  private(set) var found: [Range<Int>] = []
  private let bytes: [UInt8]
  private var next = 0

  /// The attributes that hold an address, with the tags that have them.
  private static let attributes: [String: Set<String>] = [
    "href": ["a", "area", "link"],
    "src": [
      "img", "source", "video", "audio", "track", "embed", "iframe", "script", "input",
    ],
    "srcset": ["img", "source"], "poster": ["video"], "data": ["object"],
  ]

  /// Within these all is text up to their end.
  private static let textual: Set<String> = ["script", "style", "textarea", "title", "xmp"]

  /// - Complexity: linear in the HTML.
  init(_ html: [UInt8]) {
    bytes = html
    while let start = bytes[next...].firstIndex(of: UInt8(ascii: "<")) {
      next = start + 1
      if starts("!--") {
        skip(past: "-->")
      } else if let first = byte, Self.isLetter(first) {
        readTag()
      }
    }
  }

  private var byte: UInt8? { next < bytes.count ? bytes[next] : nil }

  private func starts(_ text: String) -> Bool { bytes[next...].starts(with: text.utf8) }

  private mutating func skip(past end: String) {
    while next < bytes.count, !starts(end) { next += 1 }
    next = min(bytes.count, next + end.utf8.count)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private mutating func readTag() {
    let tag = word { !Byte.isBlank($0) && $0 != UInt8(ascii: "/") && $0 != Byte.greater }
    while let byte, byte != Byte.greater {
      if Byte.isBlank(byte) || byte == UInt8(ascii: "/") {
        next += 1
      } else {
        readAttribute(of: tag)
      }
    }
    next = min(bytes.count, next + 1)
    guard Self.textual.contains(tag) else { return }
    while next < bytes.count, !isEnd(of: tag) { next += 1 }
  }

  private func isEnd(of tag: String) -> Bool {
    guard starts("</") else { return false }
    return bytes[(next + 2)...].prefix(tag.utf8.count).map { $0 | 0x20 }.elementsEqual(tag.utf8)
  }

  /// The bytes from here on for which a condition holds, in lower case.
  private mutating func word(while isInside: (UInt8) -> Bool) -> String {
    let start = next
    while let byte, isInside(byte) { next += 1 }
    return String(decoding: bytes[start..<next], as: UTF8.self).lowercased()
  }

  private mutating func readAttribute(of tag: String) {
    let start = next
    let name = word {
      !Byte.isBlank($0) && $0 != UInt8(ascii: "/") && $0 != Byte.greater && $0 != UInt8(ascii: "=")
    }
    skipBlanks()
    guard byte == UInt8(ascii: "=") else {
      if next == start { next += 1 }
      return
    }
    next += 1
    skipBlanks()
    let value = readValue()
    guard Self.attributes[name]?.contains(tag) == true else { return }
    if name == "srcset" { addCandidates(value) } else { add(value) }
  }

  private mutating func skipBlanks() {
    while let byte, Byte.isBlank(byte) { next += 1 }
  }

  private mutating func readValue() -> Range<Int> {
    guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = next
      while let byte, !Byte.isBlank(byte), byte != Byte.greater { next += 1 }
      return start..<next
    }
    next += 1
    let start = next
    while let byte, byte != quote { next += 1 }
    defer { next = min(bytes.count, next + 1) }
    return start..<next
  }

  private mutating func add(_ range: Range<Int>) {
    var range = range
    while let first = range.first, Byte.isBlank(bytes[first]) { range.removeFirst() }
    while let last = range.last, Byte.isBlank(bytes[last]) { range.removeLast() }
    if !range.isEmpty { found.append(range) }
  }

  /// The addresses of `a.png 1x, b.png 2x`: commas part them, but may end an address only.
  private mutating func addCandidates(_ value: Range<Int>) {
    let comma = UInt8(ascii: ",")
    var rest = value
    while !rest.isEmpty {
      let address = rest.prefix { !Byte.isBlank(bytes[$0]) }
      rest = rest.dropFirst(address.count)
      let bare = address.drop { bytes[$0] == comma }
      let end = bare.reversed().drop { bytes[$0] == comma }
      add(bare.lowerBound..<bare.lowerBound + end.count)
      if !bare.isEmpty, end.count == bare.count {
        rest = rest.drop { bytes[$0] != comma }.dropFirst()
      }
      rest = rest.drop { Byte.isBlank(bytes[$0]) }
    }
  }
}

extension HTMLAddresses {
  /// An address as it is meant, without the escapes of HTML.
  static func decoded(_ written: some Sequence<UInt8>) -> String {
    escapes.reduce(String(decoding: Array(written), as: UTF8.self)) {
      $0.replacing($1.written, with: $1.meant)
    }
  }

  /// An address as it may stand in an attribute, quoted or not.
  static func encoded(_ address: String) -> String {
    escapes.reversed().reduce(address.replacing(" ", with: "%20")) {
      $0.replacing($1.meant, with: $1.written)
    }
  }

  /// The ampersand last, since the others are written with it.
  private static let escapes: [(written: String, meant: String)] = [
    ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
  ]
}
