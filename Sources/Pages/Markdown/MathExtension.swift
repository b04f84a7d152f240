internal import CCmarkGFM

/// A node of cmark's tree.
typealias Node = UnsafeMutablePointer<cmark_node>

/// The syntax extensions of cmark that pages are read with.
enum Extensions {
  /// GFM's own, of which each parser is given all.
  // The library's registry only grows here, once; afterwards it is only read.
  nonisolated(unsafe) static let gfm: [UnsafeMutablePointer<cmark_syntax_extension>] = {
    cmark_gfm_core_extensions_ensure_registered()
    let names: [String] = ["table", "strikethrough", "autolink", "tasklist"]
    return names.compactMap { cmark_find_syntax_extension($0) }
  }()

  /// Formulas between dollars, references to labels, and the rendering of replaced nodes.
  // Made once and only read from then on.
  nonisolated(unsafe) static let math: UnsafeMutablePointer<cmark_syntax_extension> = {
    let made: UnsafeMutablePointer<cmark_syntax_extension> = cmark_syntax_extension_new("math")
    let dollar = UnsafeMutableRawPointer(bitPattern: UInt(Byte.dollar))
    let at = UnsafeMutableRawPointer(bitPattern: UInt(Byte.at))
    let memory = cmark_get_default_mem_allocator()
    cmark_syntax_extension_set_special_inline_chars(
      made, cmark_llist_append(memory, cmark_llist_append(memory, nil, dollar), at))
    cmark_syntax_extension_set_match_inline_func(made, matchInline)
    cmark_syntax_extension_set_get_type_string_func(made, mathTypeName)
    cmark_syntax_extension_set_html_render_func(made, renderReplaced)
    return made
  }()
}

/// Called by cmark at each character that some extension asked for.
private let matchInline: cmark_match_inline_func = { made, parent, last, character, parser in
  character == Byte.at
    ? Reference.match(made, parser) : matchFormula(made, parent, last, character, parser)
}

/// A formula is a node of type code, so that tables may hold it and the alternative text of images
/// shows its TeX, but of our extension. Its columns hold offsets in the paragraph.
private let matchFormula: cmark_match_inline_func = { made, _, _, character, parser in
  guard character == Byte.dollar, let chunk = cmark_inline_parser_get_chunk(parser)?.pointee,
    let data = chunk.data
  else { return nil }
  let scanner = MathScanner(bytes: UnsafeBufferPointer(start: data, count: Int(chunk.len)))
  guard let span = scanner.span(at: Int(cmark_inline_parser_get_offset(parser))),
    let node = cmark_node_new_with_ext(CMARK_NODE_CODE, made)
  else { return nil }
  node.pointee.as.literal = cmark_chunk(
    data: data + span.content.lowerBound, len: bufsize_t(span.content.count), alloc: 0)
  node.pointee.start_column = Int32(span.whole.lowerBound)
  node.pointee.end_column = Int32(span.whole.upperBound)
  node.pointee.internal_offset = Int32(span.content.lowerBound)
  node.pointee.start_line = span.isDisplay ? 2 : 1
  cmark_inline_parser_set_offset(parser, Int32(span.whole.upperBound))
  return node
}

/// A literal lives as long as the process, as cmark wants it.
private let mathTypeName: cmark_get_type_string_func = { _, _ in
  let name: StaticString = "math"
  return UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
}

extension MathSpan {
  /// The formula a node stands for; `nil` for any other node.
  init?(_ node: Node) {
    guard node.type == CMARK_NODE_CODE, node.pointee.extension == Extensions.math,
      Reference.range(node) == nil
    else { return nil }
    whole = Int(node.pointee.start_column)..<Int(node.pointee.end_column)
    let start = Int(node.pointee.internal_offset)
    content = start..<start + Int(node.pointee.as.literal.len)
    isDisplay = node.pointee.start_line == 2
  }
}
