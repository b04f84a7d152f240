/// Where an author means a link by a label, `[text][label]`, that nothing on the page defines: it stays text.
struct UndefinedReferences {
  /// From bracket to bracket, as offsets in the text of one block.
  private(set) var found: [Range<Int>] = []
  /// The same of notes, `[^label]`.
  private(set) var footnotes: [Range<Int>] = []

  /// - Parameter defined: the labels of the page, as `labels` has them.
  /// - Complexity: linear in the text.
  init(_ text: [UInt8], defined: Set<String>) {
    let all = text.withUnsafeBufferPointer { Self.read(MathScanner(bytes: $0), defined) }
    found = all.filter { text[$0.lowerBound + 1] != Self.hat }
    footnotes = all.filter { text[$0.lowerBound + 1] == Self.hat }
  }

  /// The labels that a Markdown text defines: `[label]: address`.
  static func labels(in text: [UInt8]) -> Set<String> {
    let lines = text.split(separator: Byte.lineFeed)
    return Set(
      lines.compactMap { line in
        let start = line.drop { Byte.isBlank($0) || $0 == Byte.greater }
        guard start.first == Self.open, let end = start.firstIndex(of: Self.close),
          start[(end + 1)...].first == UInt8(ascii: ":")
        else { return nil }
        return normalized(start[(start.startIndex + 1)..<end])
      })
  }

  private static let open = UInt8(ascii: "[")
  private static let close = UInt8(ascii: "]")
  private static let hat = UInt8(ascii: "^")

  private static func normalized(_ label: some Sequence<UInt8>) -> String {
    String(decoding: Array(label), as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private static func read(_ scanner: MathScanner, _ defined: Set<String>) -> [Range<Int>] {
    let bytes = scanner.bytes
    var found: [Range<Int>] = []
    var next = 0
    while next < bytes.count {
      switch bytes[next] {
      case Byte.backslash: next += 2
      case Byte.backtick: next = SpacedFormulas.pastCode(bytes, next)
      case Byte.dollar: next = scanner.span(at: next)?.whole.upperBound ?? next + 1
      case open:
        guard let (whole, label) = footnote(bytes, at: next) ?? reference(bytes, at: next) else {
          next += 1
          continue
        }
        if !defined.contains(normalized(bytes[label])) { found.append(whole) }
        next = whole.upperBound
      default: next += 1
      }
    }
    return found
  }

  /// A text in brackets and a label in brackets behind it. What stands behind a letter, a number or another
  /// bracket is an index.
  private static func reference(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (whole: Range<Int>, label: Range<Int>)? {
    if start > 0, isPartOfWord(bytes[start - 1]) { return nil }
    guard let text = group(bytes, at: start), let label = group(bytes, at: text.upperBound + 1),
      !"@^".utf8.contains(bytes[text.lowerBound]), !"@^".utf8.contains(bytes[label.lowerBound]),
      label.upperBound + 1 >= bytes.count || !"[(:".utf8.contains(bytes[label.upperBound + 1])
    else { return nil }
    return (start..<label.upperBound + 1, label)
  }

  /// `[^label]`, where the label is a word.
  private static func footnote(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (whole: Range<Int>, label: Range<Int>)? {
    guard let label = group(bytes, at: start), label.count > 1, bytes[label.lowerBound] == hat,
      bytes[(label.lowerBound + 1)..<label.upperBound].allSatisfy({ !Byte.isBlank($0) && $0 != hat }
      )
    else { return nil }
    return (start..<label.upperBound + 1, label)
  }

  /// What stands between brackets without any within.
  private static func group(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Range<Int>? {
    guard start < bytes.count, bytes[start] == open else { return nil }
    var end = start + 1
    while end < bytes.count, bytes[end] != close {
      guard bytes[end] != open, bytes[end] != Byte.backslash else { return nil }
      end += 1
    }
    return end < bytes.count && end > start + 1 ? start + 1..<end : nil
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == close || byte == UInt8(ascii: ")")
      || Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
  }
}
