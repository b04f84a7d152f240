internal import CCmarkGFM

/// References to labels in running text: `@eq-cost`, `@thm-chain`, `@fig-net`, `@tab-rates`; and the
/// inside of citations: `[@giles2008]`, `[@giles2008, §2; @petersen2012]`.
enum Reference {
  /// What the first part of a label may be, so that a greeting of a person stays one.
  static let kinds: Set<String> = [
    "eq", "thm", "lem", "prop", "cor", "conj", "def", "ex", "rem", "fig", "tab",
  ]

  /// How a node of our extension says that it is a reference.
  private static let mark: Int32 = 3
  /// How it says that it is the inside of a citation.
  private static let citationMark: Int32 = 4

  /// The reference that starts at the parser's `@`, as a node.
  ///
  /// It is a node of type code, so that tables may hold it, and its columns hold offsets in the
  /// paragraph, as those of formulas do.
  static func match(
    _ made: UnsafeMutablePointer<cmark_syntax_extension>?,
    _ parser: OpaquePointer?
  ) -> UnsafeMutablePointer<cmark_node>? {
    guard let chunk = cmark_inline_parser_get_chunk(parser)?.pointee, let data = chunk.data else {
      return nil
    }
    let bytes = UnsafeBufferPointer(start: data, count: Int(chunk.len))
    let start = Int(cmark_inline_parser_get_offset(parser))
    let citationEnd = citationEnd(bytes, start)
    guard let end = end(bytes, start) ?? citationEnd,
      let node = cmark_node_new_with_ext(CMARK_NODE_CODE, made)
    else { return nil }
    node.pointee.as.literal = cmark_chunk(
      data: data + start, len: bufsize_t(end - start), alloc: 0)
    node.pointee.start_column = Int32(start)
    node.pointee.end_column = Int32(end)
    node.pointee.start_line = end == citationEnd ? citationMark : mark
    cmark_inline_parser_set_offset(parser, Int32(end))
    return node
  }

  /// The bytes of a node that is a reference, as offsets in the paragraph; nil for any other node.
  static func range(_ node: Node) -> Range<Int>? {
    guard node.type == CMARK_NODE_CODE, node.pointee.extension == Extensions.math,
      node.pointee.start_line == mark || isCitation(node)
    else { return nil }
    return Int(node.pointee.start_column)..<Int(node.pointee.end_column)
  }

  /// Whether a node is the inside of a citation.
  static func isCitation(_ node: Node) -> Bool {
    node.type == CMARK_NODE_CODE && node.pointee.extension == Extensions.math
      && node.pointee.start_line == citationMark
  }

  /// Where the inside of a citation ends that starts with `@` after a bracket; nil where none does: its
  /// first key is that of a label, or the brackets are those of a link.
  private static func citationEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start > 0, bytes[start - 1] == Byte.bracket, start + 1 < bytes.count,
      start < 2 || bytes[start - 2] != Byte.backslash,
      isAlphanumeric(bytes[start + 1]), end(bytes, start) == nil
    else { return nil }
    let inside = bytes[start...].prefix {
      $0 != UInt8(ascii: "]") && $0 != Byte.bracket && $0 != Byte.lineFeed && $0 != Byte.backtick
    }
    let end = inside.endIndex
    guard end < bytes.count, bytes[end] == UInt8(ascii: "]") else { return nil }
    let next = end + 1 < bytes.count ? bytes[end + 1] : Byte.space
    return next == UInt8(ascii: "(") || next == Byte.bracket || next == UInt8(ascii: ":")
      ? nil : end
  }

  /// Where the reference that starts at an offset ends; nil where there is none.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    if start > 0, isWord(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ".") { return nil }
    let rest = bytes[(start + 1)...]
    let kind = rest.prefix { isLetter($0) }
    let separator = kind.endIndex
    guard kinds.contains(String(decoding: kind, as: UTF8.self)), separator + 1 < bytes.count,
      bytes[separator] == UInt8(ascii: "-") || bytes[separator] == UInt8(ascii: ":")
    else { return nil }
    var name = bytes[(separator + 1)...].prefix { isWord($0) || $0 == UInt8(ascii: ":") }
    while let last = name.last, !isAlphanumeric(last) { name.removeLast() }
    return name.isEmpty ? nil : name.endIndex
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
