/// Finds the lines of a block's text in the lines of the file.
///
/// cmark takes container prefixes and indentation from the front of a line, and little else; so a line
/// of the text is the end of a line of the file. It writes U+FFFD for a zero byte, spaces for the rest
/// of a tab that a prefix cut into, and in and above tables `|` for `\|`.
struct Alignment {
  let lines: SourceLines
  /// Whether the text lost the backslash of each `\|`, as in tables.
  var unescapesPipes = false

  /// The map of a text whose first line is one of the given lines of the file, the first that fits.
  ///
  /// - Complexity: O(n) for n bytes of text, for each candidate.
  func map(of text: [UInt8], firstLineIn candidates: some Sequence<Int>) -> ByteMap? {
    let parts = text.split(
      separator: Byte.lineFeed, omittingEmptySubsequences: false)
    for line in candidates {
      if let map = map(of: parts, from: line) { return map }
    }
    return nil
  }

  /// The map of a text of one line, with or without its line feed, that ends a stretch of the file.
  func map(of text: [UInt8], endOf range: Range<Int>) -> ByteMap? {
    let line = text.prefix { $0 != Byte.lineFeed }
    return suffix(line, of: range).map { ByteMap($0) }
  }

  private func map(of parts: [ArraySlice<UInt8>], from line: Int) -> ByteMap? {
    var steps: [ByteMap.Step] = []
    for (index, part) in parts.enumerated() {
      // The text after the last line feed is no line.
      if index > 0, index == parts.count - 1, part.isEmpty { break }
      let range = lines.range(ofLine: line + index)
      guard line + index <= lines.lastLine, let found = suffix(part, of: range) else { return nil }
      steps += found
    }
    return steps.isEmpty ? nil : ByteMap(steps)
  }

  /// The steps of a text that is the end of a stretch of the file.
  private func suffix(_ text: ArraySlice<UInt8>, of range: Range<Int>) -> [ByteMap.Step]? {
    let source = lines.bytes
    var i = text.endIndex
    var j = range.upperBound
    if !text.allSatisfy(Byte.isBlank) {
      while j > range.lowerBound, Byte.isBlank(source[j - 1]), text.last != source[j - 1] { j -= 1 }
    }
    var steps: [ByteMap.Step] = []
    while i > text.startIndex {
      guard j > range.lowerBound else { return nil }
      if unescapesPipes, j < range.upperBound, source[j] == Byte.pipe,
        source[j - 1] == Byte.backslash
      {
        steps.append(ByteMap.Step(offset: i, source: j))
        j -= 1
      } else if text[i - 1] == source[j - 1] {
        (i, j) = (i - 1, j - 1)
      } else if source[j - 1] == Byte.null, text[..<i].suffix(3).elementsEqual(Byte.replacement) {
        steps += [(i, j), (i - 1, j - 1), (i - 2, j - 1)].map {
          ByteMap.Step(offset: $0.0, source: $0.1)
        }
        (i, j) = (i - 3, j - 1)
      } else if source[j - 1] == Byte.tab, text[..<i].allSatisfy({ $0 == Byte.space }) {
        steps.append(ByteMap.Step(offset: i, source: j))
        steps += (text.startIndex..<i).reversed().map { ByteMap.Step(offset: $0, source: j - 1) }
        return ordered(steps)
      } else {
        return nil
      }
    }
    steps.append(ByteMap.Step(offset: i, source: j))
    return ordered(steps)
  }

  /// Rising, and of steps at one offset only the one of the text itself.
  private func ordered(_ falling: [ByteMap.Step]) -> [ByteMap.Step] {
    var result: [ByteMap.Step] = []
    for step in falling.reversed() {
      if result.last?.offset == step.offset { result.removeLast() }
      result.append(step)
    }
    return result
  }
}
