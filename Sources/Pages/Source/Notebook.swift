package import Diagnostics

/// The Markdown cells of a Jupyter notebook as one text, each byte of which knows where it stands in the
/// notebook's file.
///
/// Source: the notebook format, version 4 (nbformat): a cell has a `cell_type` and a `source`, a text or a
/// list of texts that follow each other.
package struct Notebook: Sendable {
  /// The cells, an empty line between them.
  package let text: String
  private let path: String
  private let lines: SourceLines
  /// For each byte of the text, the offset in the file.
  private let places: [Int]
  /// Where each line of the text starts.
  private let starts: [Int]

  /// - Throws: `unreadable` where the file is not JSON or has no cells.
  /// - Complexity: linear in the size of the file.
  package init(path: String, bytes: [UInt8]) throws(Diagnostic) {
    self.path = path
    lines = SourceLines(path: path, bytes: bytes)
    var scanner = JSONScanner(bytes)
    guard let root = scanner.value(), case .list(let cells)? = root["cells"] else {
      throw Diagnostic(
        .unreadable, "the file is no Jupyter notebook",
        at: lines.location(of: scanner.offset..<scanner.offset),
        hint: "a notebook is a JSON object with the key cells")
    }
    var text: [UInt8] = []
    var places: [Int] = []
    for cell in cells where cell["cell_type"]?.text == "markdown" {
      for part in cell["source"]?.parts ?? [] {
        text += part.bytes
        places += part.places
      }
      for _ in 0..<2 {
        text.append(Byte.lineFeed)
        places.append(places.last ?? 0)
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.places = places
    starts = [0] + text.indices.filter { text[$0] == Byte.lineFeed }.map { $0 + 1 }
  }

  /// Where a stretch of the text stands in the file.
  package func location(_ location: SourceLocation) -> SourceLocation {
    let start = place(location.line, location.column)
    let end = max(start, place(location.endLine, location.endColumn))
    return lines.location(of: start..<end)
  }

  private func place(_ line: Int, _ column: Int) -> Int {
    guard starts.indices.contains(line - 1), !places.isEmpty else { return 0 }
    let offset = starts[line - 1] + column - 1
    return offset < places.count ? places[max(0, offset)] : places[places.count - 1]
  }
}

/// A JSON value whose texts know where their bytes stand.
private indirect enum PlacedJSON {
  struct Text {
    var bytes: [UInt8] = []
    var places: [Int] = []
  }

  case text(Text)
  case list([PlacedJSON])
  case object([(key: String, value: PlacedJSON)])
  case other

  subscript(key: String) -> PlacedJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var text: String? {
    if case .text(let text) = self { String(decoding: text.bytes, as: UTF8.self) } else { nil }
  }

  /// The texts it consists of.
  var parts: [Text] {
    switch self {
    case .text(let text): [text]
    case .list(let items): items.flatMap(\.parts)
    case .object, .other: []
    }
  }
}

/// Reads JSON.
///
/// Source: RFC 8259.
private struct JSONScanner {
  private let bytes: [UInt8]
  private(set) var offset = 0
  private var depth = 0
  private static let depthLimit = 500

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipBlanks() {
    while let byte = current, Byte.isBlank(byte) { offset += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard current == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  /// The next value; nil where there is none.
  mutating func value() -> PlacedJSON? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { return nil }
    skipBlanks()
    switch current {
    case UInt8(ascii: "\""): return text().map { .text($0) }
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "{"): return object()
    default: return word()
    }
  }

  private mutating func list() -> PlacedJSON? {
    offset += 1
    var items: [PlacedJSON] = []
    if take("]") { return .list(items) }
    repeat {
      guard let item = value() else { return nil }
      items.append(item)
    } while take(",")
    return take("]") ? .list(items) : nil
  }

  private mutating func object() -> PlacedJSON? {
    offset += 1
    var members: [(key: String, value: PlacedJSON)] = []
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard current == UInt8(ascii: "\""), let key = text(), take(":"), let value = value() else {
        return nil
      }
      members.append((String(decoding: key.bytes, as: UTF8.self), value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() -> PlacedJSON? {
    let start = offset
    while let byte = current, !Byte.isBlank(byte), !",]}".utf8.contains(byte) { offset += 1 }
    return offset > start ? .other : nil
  }

  private mutating func text() -> PlacedJSON.Text? {
    offset += 1
    var text = PlacedJSON.Text()
    while let byte = current {
      let start = offset
      offset += 1
      if byte == UInt8(ascii: "\"") { return text }
      let new: [UInt8]
      if byte == Byte.backslash {
        guard let escaped = escaped() else { return nil }
        new = escaped
      } else {
        new = [byte]
      }
      text.bytes += new
      text.places += new.map { _ in start }
    }
    return nil
  }

  /// What an escape stands for; the backslash has been read.
  private mutating func escaped() -> [UInt8]? {
    guard let byte = current else { return nil }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): return [Byte.lineFeed]
    case UInt8(ascii: "t"): return [Byte.tab]
    case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): return [Byte.space]
    case UInt8(ascii: "u"): return unicode()
    default: return [byte]
    }
  }

  /// `\u00e9`, or two of them for what lies beyond the first plane.
  private mutating func unicode() -> [UInt8]? {
    guard let first = unit() else { return nil }
    var units = [first]
    if UTF16.isLeadSurrogate(first), bytes[offset...].starts(with: Array("\\u".utf8)) {
      offset += 2
      guard let second = unit() else { return nil }
      units.append(second)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func unit() -> UInt16? {
    guard offset + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
    offset += 4
    return UInt16(digits, radix: 16)
  }
}
