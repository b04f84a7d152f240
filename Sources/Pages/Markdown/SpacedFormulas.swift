/// Where an author seems to mean a formula that is none because a blank stands inside its dollars: `$ x^2 $`.
///
/// What may be money or a name of a shell is left alone: something has to look like TeX.
struct SpacedFormulas {
  /// From dollar to dollar, as offsets in the text of one block.
  private(set) var found: [Range<Int>] = []

  /// The most bytes between two dollars that are taken for a formula.
  private static let longest = 200

  /// - Complexity: linear in the text.
  init(_ text: [UInt8]) {
    let spans = text.withUnsafeBufferPointer { bytes in Self.read(MathScanner(bytes: bytes)) }
    found = spans
  }

  private static func read(_ scanner: MathScanner) -> [Range<Int>] {
    let bytes = scanner.bytes
    var found: [Range<Int>] = []
    var next = 0
    while next < bytes.count {
      switch bytes[next] {
      case Byte.backslash: next += 2
      case Byte.backtick: next = pastCode(bytes, next)
      case Byte.dollar:
        if let formula = scanner.span(at: next) {
          next = formula.whole.upperBound
        } else if let span = scanner.spacedSpan(at: next), isFormula(bytes[span]) {
          found.append(span)
          next = span.upperBound
        } else {
          while next < bytes.count, bytes[next] == Byte.dollar { next += 1 }
        }
      default: next += 1
      }
    }
    return found
  }

  /// Past a code span, or past its backticks where it has no end.
  static func pastCode(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let length = bytes[start...].prefix { $0 == Byte.backtick }.count
    var next = start + length
    while next < bytes.count {
      let run = bytes[next...].prefix { $0 == Byte.backtick }.count
      if run == length { return next + run }
      next += max(1, run)
    }
    return start + length
  }

  /// Whether what stands between dollars looks like TeX, and neither like words nor like a sum of money.
  private static func isFormula(_ span: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard span.count <= longest else { return false }
    let text = String(decoding: span.dropFirst().dropLast(), as: UTF8.self)
    if text.contains("\\") { return true }
    let core = text.drop(while: \.isWhitespace)
    if core.contains(#/[A-Za-z]{2,}/#) { return false }
    return text.contains { "^_=".contains($0) } || core.first?.isLetter == true
  }
}
