internal import CCmarkGFM
import Diagnostics

/// Headings, fenced blocks and comments that are blocks.
extension PieceCollector {
  private func line(_ node: Node) -> Int { Int(node.pointee.start_line) }

  func excerpt(_ bytes: [UInt8], _ map: ByteMap) -> Excerpt {
    Excerpt(String(decoding: bytes, as: UTF8.self), map, in: lines)
  }

  func paragraphCursor(_ node: Node) -> InlineCursor {
    let text = node.content
    return InlineCursor(block: node, text: text, map: blockMap(node, text, last: lastLine(node)))
  }

  /// The last line of a paragraph; one that cmark cut off above a table carries no line itself.
  private func lastLine(_ node: Node) -> Int {
    if node.pointee.end_line > 0 { return Int(node.pointee.end_line) }
    guard let next = node.pointee.next else { return 0 }
    return TableRows(next, in: lines).headerLine - 1
  }

  /// The map of a block's text, which ends at or before a line; definitions of links may stand above.
  private func blockMap(_ node: Node, _ text: [UInt8], last: Int) -> ByteMap {
    let count = text.split(separator: Byte.lineFeed).count
    let likely = max(line(node), last - count + 1)
    let candidates =
      [likely] + Array(stride(from: likely - 1, through: line(node), by: -1).prefix(64))
    // cmark carries no place for a paragraph that it cut off above a table.
    let alignment = Alignment(lines: lines, unescapesPipes: node.pointee.end_line == 0)
    return alignment.map(of: text, firstLineIn: candidates)
      ?? ByteMap([ByteMap.Step(offset: 0, source: lines.range(ofLine: likely).lowerBound)])
  }

  mutating func addHeading(_ node: Node) {
    let text = node.content
    let name = HeadingName.take(from: node)
    let heading = Heading(
      level: Int(cmark_node_get_heading_level(node)), text: node.plainText,
      slug: name?.name ?? "")
    let start = blockStart(node)
    let map: ByteMap
    let end: Int
    if node.pointee.as.heading.setext {
      let underline = Int(node.pointee.end_line)
      map = blockMap(node, text, last: underline - 1)
      end = lines.trimmed(lines.range(ofLine: underline)).upperBound
    } else {
      map = numberSignMap(text, from: start + heading.level, line: lines.range(ofLine: line(node)))
      end = lines.trimmed(lines.range(ofLine: line(node))).upperBound
    }
    cursor = InlineCursor(block: node, text: text, map: map)
    if let name { headingNames.add(name, at: start..<max(start, end)) }
    add(.heading(heading), start..<max(start, end), node)
    open.append(found.count - 1)
  }

  /// The map of the text of a heading that starts with number signs, and may end with some.
  private func numberSignMap(_ text: [UInt8], from offset: Int, line: Range<Int>) -> ByteMap {
    let rest = lines.trimmed(min(offset, line.upperBound)..<line.upperBound)
    var end = rest.lowerBound
    var count = 0
    while count < text.count, end < rest.upperBound {
      count += lines.bytes[end] == Byte.null ? Byte.replacement.count : 1
      end += 1
    }
    let map = Alignment(lines: lines).map(of: text, endOf: rest.lowerBound..<end)
    return map ?? ByteMap([ByteMap.Step(offset: 0, source: rest.lowerBound)])
  }

  mutating func addCallout(_ node: Node) {
    guard let lead = CalloutLead(node) else {
      if let (word, hint) = CalloutLead.misspelling(node) {
        let line = lines.trimmed(lines.range(ofLine: line(node)))
        misnamed.append((word, hint, blockStart(node)..<max(blockStart(node), line.upperBound)))
      }
      return
    }
    let end = lines.trimmed(lines.range(ofLine: Int(node.pointee.end_line))).upperBound
    let start = blockStart(node)
    add(.callout(lead.callout), start..<max(start, end), node)
  }

  mutating func addFence(_ node: Node) {
    guard node.pointee.as.code.fenced != 0 else { return }
    let text = node.literal
    let words = String(decoding: node.pointee.as.code.info.bytes, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).map(String.init)
    let below = lines.range(ofLine: line(node) + 1).lowerBound
    let map =
      Alignment(lines: lines).map(of: text, firstLineIn: text.isEmpty ? [] : [line(node) + 1])
      ?? ByteMap([ByteMap.Step(offset: 0, source: below)])
    let arguments = Array(words.dropFirst())
    let kind: Piece.Kind
    if words.first == "math", let content = trimmed(text[...]) {
      let tex = excerpt(Array(text[content]), map.slice(content))
      kind = .formula(Formula(tex: tex, isDisplay: true, form: .fence, arguments: arguments))
    } else {
      kind = .fence(
        Fence(word: words.first ?? "", arguments: arguments, text: excerpt(text, map)))
    }
    add(kind, fenceRange(node, text), node)
  }

  /// The byte of the file a block starts at.
  private func blockStart(_ node: Node) -> Int {
    let line = lines.range(ofLine: line(node))
    return min(line.upperBound, line.lowerBound + max(0, Int(node.pointee.start_column) - 1))
  }

  /// From the opening fence to the closing one or, where that is missing, the last line of text.
  private func fenceRange(_ node: Node, _ text: [UInt8]) -> Range<Int> {
    let start = blockStart(node)
    let count = text.count { $0 == Byte.lineFeed }
    let below = lines.trimmed(lines.range(ofLine: line(node) + count + 1))
    let code = node.pointee.as.code
    let ticks = lines.bytes[below].reversed().prefix { $0 == code.fence_char }.count
    let isClosed =
      ticks >= Int(code.fence_length) && Int(node.pointee.end_line) > line(node) + count
    let end =
      isClosed
      ? below.upperBound : lines.trimmed(lines.range(ofLine: line(node) + count)).upperBound
    return start..<max(start, end)
  }

  mutating func addCommentBlock(_ node: Node) {
    let text = node.literal
    guard let whole = trimmed(text[...]), let content = commentContent(text[whole]) else { return }
    guard let map = Alignment(lines: lines).map(of: text, firstLineIn: [line(node)]) else { return }
    add(
      .comment(excerpt(Array(text[content]), map.slice(content))), map.source(of: whole), node)
  }

  /// What stands between `<!--` and `-->`, if that is all there is.
  func commentContent(_ text: ArraySlice<UInt8>) -> Range<Int>? {
    let (opening, closing) = (Array("<!--".utf8), Array("-->".utf8))
    guard text.starts(with: opening), text.count >= 7, text.suffix(3).elementsEqual(closing) else {
      return nil
    }
    let content = text.dropFirst(4).dropLast(3)
    var rest = content
    while let dash = rest.firstIndex(of: closing[0]) {
      if text[dash...].starts(with: closing), dash < content.endIndex { return nil }
      rest = rest[(dash + 1)...]
    }
    return trimmed(content) ?? content.startIndex..<content.startIndex
  }

  /// The offsets of a text without the blanks around; `nil` where all is blank.
  private func trimmed(_ text: ArraySlice<UInt8>) -> Range<Int>? {
    guard let first = text.firstIndex(where: { !Byte.isBlank($0) }),
      let last = text.lastIndex(where: { !Byte.isBlank($0) })
    else { return nil }
    return first..<last + 1
  }
}
