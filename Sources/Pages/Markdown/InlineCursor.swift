internal import CCmarkGFM

/// Tells where the inline nodes of one block stand in the block's text.
///
/// cmark gives each node a column, but counts it from the last line end that it noticed: it notices
/// those in running text, not those inside code, HTML, link titles or formulas, nor one after a
/// backslash. Visiting all nodes in order, this follows what cmark noticed and turns columns into
/// offsets. What is found is compared with the text, and searched for where it does not agree.
struct InlineCursor {
  let text: [UInt8]
  /// From offsets in `text` to the file.
  let map: ByteMap
  /// What cmark adds to columns for the place of the block in its line.
  private let origin: Int
  /// The offset after the last line end that cmark noticed.
  private var base = 0
  /// The offset after the last node that is not text.
  private var passed = 0
  /// How many bytes of text, which never holds a line end, were seen since.
  private var textCount = 0

  init(block: Node, text: [UInt8], map: ByteMap) {
    self.text = text
    self.map = map
    origin = Int(block.pointee.start_column) - 1 + Int(block.pointee.internal_offset)
  }

  /// Takes note of a node that was entered; call it after asking where the node stands.
  mutating func pass(_ node: Node) {
    switch node.type {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: passLineEnd(node)
    case CMARK_NODE_TEXT: textCount += Int(node.pointee.as.literal.len)
    case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_FOOTNOTE_REFERENCE:
      pass(
        MathSpan(node)?.whole.upperBound ?? Reference.range(node)?.upperBound
          ?? offset(node.pointee.end_column) + 1)
    default: break
    }
  }

  /// Takes note that all before an offset has been visited.
  mutating func pass(_ offset: Int) {
    passed = max(passed, min(text.count, offset))
    textCount = 0
  }

  private mutating func passLineEnd(_ node: Node) {
    guard let end = text[passed...].firstIndex(of: Byte.lineFeed) else { return }
    let isNoticed =
      node.type == CMARK_NODE_SOFTBREAK
      || (end > 1 && text[end - 1] == Byte.space && text[end - 2] == Byte.space)
    pass(end + 1)
    if isNoticed { base = passed }
  }

  /// The offset of the byte at a column that cmark gave.
  private func offset(_ column: Int32) -> Int { max(0, Int(column) - 1 - origin + base) }

  /// The whole of a code span and its text between the backticks (and the blanks cmark takes away).
  func codeSpan(_ node: Node) -> (whole: Range<Int>, content: Range<Int>)? {
    let inner =
      offset(
        node.pointee.start_column)..<max(
        offset(node.pointee.start_column), offset(node.pointee.end_column) + 1)
    guard inner.upperBound < text.count else { return nil }
    let ticks = text[inner.upperBound...].prefix { $0 == Byte.backtick }.count
    let literal = node.literal
    let shift = (inner.count - literal.count) / 2
    let content = inner.lowerBound + shift..<inner.upperBound - shift
    guard ticks > 0, text[..<inner.lowerBound].suffix(ticks).allSatisfy({ $0 == Byte.backtick }),
      text[content].elementsEqual(
        literal, by: { $0 == $1 || ($0 == Byte.lineFeed && $1 == Byte.space) })
    else { return nil }
    return (inner.lowerBound - ticks..<inner.upperBound + ticks, content)
  }

  /// The whole of an HTML tag or comment inside a line.
  func html(_ node: Node) -> Range<Int>? {
    let literal = node.literal
    let start = offset(node.pointee.start_column)
    guard start + literal.count <= text.count, text[start...].starts(with: literal) else {
      return nil
    }
    return start..<start + literal.count
  }

  /// The bracket a link or image opens with: `[` or `![`.
  func opening(_ node: Node) -> Range<Int>? {
    let start = offset(node.pointee.start_column)
    let bracket = node.type == CMARK_NODE_IMAGE ? start + 1 : start
    guard bracket < text.count, text[bracket] == Byte.bracket,
      bracket == start || text[start] == Byte.bang, !isAddress(node, after: bracket)
    else { return nil }
    return start..<bracket + 1
  }

  /// Whether a link is a bare address that only stands behind a bracket: both end together.
  private func isAddress(_ node: Node, after bracket: Int) -> Bool {
    guard node.type == CMARK_NODE_LINK, let child = node.pointee.first_child,
      child.type == CMARK_NODE_TEXT, child.pointee.next == nil
    else { return false }
    return offset(node.pointee.end_column) <= bracket + Int(child.pointee.as.literal.len)
  }

  /// Where a link or image that was opened at a bracket ends; ask when all inside it was passed.
  func closing(_ node: Node) -> Int {
    min(text.count, max(passed, offset(node.pointee.end_column) + 1))
  }

  /// The text of a link that is a bare address, or one between `<` and `>`.
  func address(_ node: Node) -> Range<Int>? {
    guard let child = node.pointee.first_child, child.type == CMARK_NODE_TEXT else { return nil }
    // Text takes no more bytes than what it was written as. An address that holds an entity or an
    // escape was written otherwise from there on.
    let literal = child.literal
    return find(literal, from: passed + textCount)
      ?? find(Array(literal.prefix(while: Self.isPlain)), from: passed + textCount)
  }

  /// Whether a byte of an address is never escaped.
  private static func isPlain(_ byte: UInt8) -> Bool {
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    return isLetter || (UInt8(ascii: "-")...UInt8(ascii: ":")).contains(byte)
      || byte == UInt8(ascii: "@") || byte >= 0x80
  }

  private func find(_ part: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = part.first else { return nil }
    var from = min(start, text.count)
    while let hit = text[from...].firstIndex(of: first) {
      if text[hit...].starts(with: part) { return hit..<hit + part.count }
      from = hit + 1
    }
    return nil
  }
}
