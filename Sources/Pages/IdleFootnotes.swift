internal import CCmarkGFM

/// The notes that a page defines and that do not appear on it: cmark-gfm leaves out what nothing refers to.
enum IdleFootnotes {
  /// Where the names of such notes stand, with their brackets.
  ///
  /// - Complexity: linear in the page, where it has notes.
  static func ranges(
    in lines: SourceLines, from first: Int, _ tree: borrowing MarkdownTree
  ) -> [Range<Int>] {
    let written = (first..<max(first, lines.lastLine + 1)).compactMap { number in
      label(in: lines, line: number).map { (number, $0) }
    }
    guard !written.isEmpty else { return [] }
    let known = taken(tree)
    return written.filter { !known.contains($0.0) }.map(\.1)
  }

  /// The lines on which notes that appear begin, and those of code and HTML.
  private static func taken(_ tree: borrowing MarkdownTree) -> Set<Int> {
    var taken: Set<Int> = []
    tree.forEach { node, isEntered in
      guard isEntered else { return }
      let start = Int(node.pointee.start_line)
      switch node.type {
      case CMARK_NODE_FOOTNOTE_DEFINITION: taken.insert(start)
      case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
        taken.formUnion(start...max(start, Int(node.pointee.end_line)))
      default: break
      }
    }
    return taken
  }

  /// `[^name]` of a line such as `[^name]: text`.
  private static func label(in lines: SourceLines, line number: Int) -> Range<Int>? {
    let range = lines.range(ofLine: number)
    let start = range.first { lines.bytes[$0] != Byte.space } ?? range.upperBound
    let text = lines.bytes[start..<range.upperBound]
    guard start - range.lowerBound < 4, text.starts(with: "[^".utf8),
      let end = text.firstIndex(of: UInt8(ascii: "]")), end > start + 2,
      text[(end + 1)...].first == UInt8(ascii: ":")
    else { return nil }
    return start..<end + 1
  }
}
