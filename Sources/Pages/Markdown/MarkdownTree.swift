internal import CCmarkGFM
import Synchronization

/// cmark's tree of a text; freed with this value.
struct MarkdownTree: ~Copyable {
  let root: Node

  /// Parses Markdown with GFM's extensions, footnotes and, unless told otherwise, formulas.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - math: whether `$` opens formulas; without, this is cmark-gfm as it comes.
  init(_ bytes: ArraySlice<UInt8>, math: Bool = true) {
    let extensions = Extensions.gfm + (math ? [Extensions.math] : [])
    // The table of characters at which extensions are asked is one for the whole process: cmark fills
    // it at the start of a parse and clears it at the end.
    root =
      Self.parsing.withLock { _ in
        SendableNode(node: Self.parse(bytes, extensions))
      }.node
  }

  deinit { cmark_node_free(root) }

  /// The tree as HTML.
  ///
  /// - Parameter rawHTML: whether HTML and any destination of links pass.
  func html(rawHTML: Bool) -> String {
    let memory = cmark_get_default_mem_allocator()
    let options = CMARK_OPT_FOOTNOTES | (rawHTML ? CMARK_OPT_UNSAFE : 0)
    guard let text = cmark_render_html(root, options, nil) else { return "" }
    defer { memory?.pointee.free(text) }
    return String(cString: text)
  }

  /// Calls `visit` when a node is entered (`true`) and, unless it is a leaf, left (`false`).
  ///
  /// - Complexity: O(n) time, O(1) stack.
  func forEach(_ visit: (_ node: Node, _ isEntered: Bool) -> Void) {
    root.forEach(visit)
  }

  private static let parsing = Mutex(())

  /// Carries a fresh tree out of the lock; nobody else knows it.
  private struct SendableNode: @unchecked Sendable {
    let node: Node
  }

  private static func parse(
    _ bytes: ArraySlice<UInt8>, _ extensions: [UnsafeMutablePointer<cmark_syntax_extension>]
  ) -> Node {
    let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES)
    defer { cmark_parser_free(parser) }
    for used in extensions { cmark_parser_attach_syntax_extension(parser, used) }
    bytes.withUnsafeBytes {
      cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    return cmark_parser_finish(parser)
  }
}

extension Node {
  var type: cmark_node_type { cmark_node_get_type(self) }

  /// The number of the line it begins on.
  var firstLine: Int { Int(pointee.start_line) }

  /// The children, first to last.
  var children: [Node] {
    var result: [Node] = []
    var next = pointee.first_child
    while let node = next {
      result.append(node)
      next = node.pointee.next
    }
    return result
  }

  /// The name of a type that an extension made, such as `table`; empty for all others.
  var extensionType: String {
    guard pointee.extension != nil, let name = cmark_node_get_type_string(self) else { return "" }
    return String(cString: name)
  }

  /// The bytes of a text, code, HTML or code block.
  var literal: [UInt8] {
    type == CMARK_NODE_CODE_BLOCK ? pointee.as.code.literal.bytes : pointee.as.literal.bytes
  }

  /// The text of a block before its inline parts were read.
  var content: [UInt8] {
    Array(UnsafeBufferPointer(start: pointee.content.ptr, count: Int(pointee.content.size)))
  }

  /// The text inside a node without markup; line ends are spaces, formulas their TeX.
  var plainText: String {
    var bytes: [UInt8] = []
    forEach { node, isEntered in
      guard isEntered else { return }
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: bytes += node.literal
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: bytes.append(Byte.space)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Walks this node and all below it; see `MarkdownTree.forEach`.
  func forEach(_ visit: (_ node: Node, _ isEntered: Bool) -> Void) {
    let iterator = cmark_iter_new(self)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visit(node, event == CMARK_EVENT_ENTER)
    }
  }
}

extension cmark_chunk {
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: data, count: Int(len))) }
}
