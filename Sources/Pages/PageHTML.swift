internal import CCmarkGFM

/// What stands in the published page in place of a piece.
package enum Replacement: Hashable, Sendable {
  /// This HTML, as it is.
  case html(String)
  /// The link or image as written, but to this destination.
  case destination(String)
  /// The text of a link without the link.
  case unlinked
  /// A heading with this HTML after its text.
  case headingEnd(String)
  /// A block between two pieces of HTML.
  case surrounded(before: String, after: String)
  /// A callout between two pieces of HTML, and its name between two others.
  case callout(open: String, beforeName: String, afterName: String, close: String)
}

extension Page {
  /// The HTML of the page's Markdown.
  ///
  /// Where nothing is replaced it is what cmark-gfm gives, but that headings have their slug as `id`
  /// and formulas between dollars are escaped TeX in `<span class="math">`.
  ///
  /// - Parameters:
  ///   - rawHTML: whether HTML in the page passes; otherwise cmark puts a comment in its place, but for plain
  ///     tags, and drops destinations of links that run code.
  ///   - headingIDs: whether headings have `id`.
  ///   - replacing: gives what stands in place of a piece, by its index; `nil` leaves it. It is not
  ///     asked about pieces inside a replaced one.
  ///   - cell: gives HTML that is added at the end of a cell, by the index of the table, the row
  ///     (the header is row 0) and the column.
  ///   - address: gives what stands in place of an address in HTML that passes; `nil` leaves it.
  /// - Complexity: O(n) for n bytes, and the time of the calls.
  package func html(
    rawHTML: Bool = false, headingIDs: Bool = true,
    replacing: (_ index: Int, _ piece: Piece) -> Replacement? = { _, _ in nil },
    cell: (_ table: Int, _ row: Int, _ column: Int) -> String? = { _, _, _ in nil },
    address: (Address) -> String? = { _ in nil }
  ) -> String {
    let lines = SourceLines(path: path, bytes: Array(source.utf8), origins: origins)
    let body = PageBody(lines, FrontMatterSplit(lines))
    var replaced: Set<Int> = []
    for (index, piece) in body.pieces.enumerated() {
      if let container = piece.container, replaced.contains(container) {
        replaced.insert(index)
        continue
      }
      let node = body.nodes[index]
      switch replacing(index, piece) {
      case .html(let html):
        replaced.insert(index)
        node.replace(with: html)
      case .destination(let destination): cmark_node_set_url(node, destination)
      case .unlinked: node.setHTML("")
      case .headingEnd(let html):
        addDetails(piece, node, headingIDs) { cell(index, $0, $1) }
        node.append(html: html)
      case .surrounded(let before, let after):
        addDetails(piece, node, headingIDs) { cell(index, $0, $1) }
        node.surround(before, after)
      case .callout(let open, let before, let after, let close):
        CalloutLead(node)?.mark(before: before, after: after)
        node.wrap(open, close)
      case nil: addDetails(piece, node, headingIDs) { cell(index, $0, $1) }
      }
    }
    if rawHTML {
      for part in body.html {
        cmark_node_set_literal(part.node, part.text.replacingAddresses(address))
      }
    } else {
      for node in body.plainTags { node.setHTML(String(decoding: node.literal, as: UTF8.self)) }
    }
    return body.tree.html(rawHTML: rawHTML)
  }

  private func addDetails(
    _ piece: Piece, _ node: Node, _ headingIDs: Bool, cell: (_ row: Int, _ column: Int) -> String?
  ) {
    switch piece.kind {
    case .heading(let heading) where headingIDs:
      node.setHTML("<h\(heading.level) id=\"\(heading.slug)\">")
    case .table:
      for (row, line) in node.children.enumerated() {
        for (column, place) in line.children.enumerated() {
          if let html = cell(row, column) { place.append(html: html) }
        }
      }
    default: break
    }
  }
}

extension Node {
  /// Puts HTML in place of this node and all below it.
  fileprivate func replace(with html: String) {
    if type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK) {
      replaceBlock(with: html)
    } else {
      for child in children { cmark_node_free(child) }
      setHTML(html)
    }
  }

  private func replaceBlock(with html: String) {
    guard let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return }
    cmark_node_set_on_enter(block, withoutNull(html))
    let isReplaced = cmark_node_replace(self, block) == 1
    cmark_node_free(isReplaced ? self : block)
  }

  /// Lets our extension write this node: as the HTML given, followed by its children.
  func setHTML(_ html: String) {
    let bytes = Array(withoutNull(html).utf8CString)
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    cmark_node_set_user_data(self, copy.baseAddress)
    cmark_node_set_user_data_free_func(self) { _, data in data?.deallocate() }
    cmark_node_set_syntax_extension(self, Extensions.math)
  }

  /// Lets the children of a block stand between two pieces of HTML.
  fileprivate func wrap(_ open: String, _ close: String) {
    guard let end = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return }
    cmark_node_set_on_enter(end, withoutNull(close))
    if cmark_node_append_child(self, end) == 0 { cmark_node_free(end) }
    setHTML(withoutNull(open))
  }

  /// Puts HTML before and after a block.
  fileprivate func surround(_ before: String, _ after: String) {
    for (html, insert) in [(before, cmark_node_insert_before), (after, cmark_node_insert_after)] {
      guard let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return }
      cmark_node_set_on_enter(block, withoutNull(html))
      if insert(self, block) == 0 { cmark_node_free(block) }
    }
  }

  fileprivate func append(html: String) {
    guard let mark = cmark_node_new(CMARK_NODE_HTML_INLINE) else { return }
    mark.setHTML(html)
    if cmark_node_append_child(self, mark) == 0 { cmark_node_free(mark) }
  }
}

/// cmark ends texts at a zero byte.
private func withoutNull(_ text: String) -> String {
  text.utf8.contains(Byte.null) ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : text
}

/// Called by cmark for each node of our extension: formulas, and nodes with HTML of their own.
let renderReplaced: cmark_html_render_func = { _, renderer, node, event, _ in
  guard let node, let output = renderer?.pointee.html else { return }
  let isEntered = event == CMARK_EVENT_ENTER
  if node.type == CMARK_NODE_HEADING {
    if isEntered, output.pointee.size > 0,
      output.pointee.ptr[Int(output.pointee.size) - 1] != Byte.lineFeed
    {
      cmark_strbuf_putc(output, Int32(Byte.lineFeed))
    }
    if !isEntered { put("</h\(cmark_node_get_heading_level(node))>\n", in: output) }
  }
  guard isEntered else { return }
  if node.type == CMARK_NODE_BLOCK_QUOTE { put("\n", in: output) }
  if let html = cmark_node_get_user_data(node) {
    cmark_strbuf_puts(output, html.assumingMemoryBound(to: CChar.self))
  } else {
    let isReference = Reference.range(node) != nil
    put(isReference ? escaped(node) : "<span class=\"math\">\(escaped(node))</span>", in: output)
  }
}

private func put(_ text: String, in output: UnsafeMutablePointer<cmark_strbuf>) {
  let bytes = Array(text.utf8)
  cmark_strbuf_put(output, bytes, bufsize_t(bytes.count))
}

private func escaped(_ node: Node) -> String {
  var result = ""
  for character in String(decoding: node.literal, as: UTF8.self).unicodeScalars {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}
