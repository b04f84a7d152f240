/// A formula found between dollars; all offsets count bytes in the text of one paragraph.
struct MathSpan: Equatable {
  /// From the first dollar to past the last.
  var whole: Range<Int>
  /// The TeX, without the blanks around.
  var content: Range<Int>
  var isDisplay: Bool
}

/// Finds formulas: `$…$`, `$$…$$`, and `` $`…`$ ``.
///
/// Delimiters are runs of unescaped dollars: one for inline, two for display; longer runs are text.
/// Inline, no blank may follow the opening dollar or precede the closing one, and no digit may follow
/// the closing one, so that prices stay prices. The next run after an opening one decides; a formula
/// that would hold a backtick is none, so that code spans keep their meaning; nor does a dollar behind
/// `{{`, which is a variable of a template, begin or end one. Every scan thus ends at the next run or
/// backtick, and reading a whole paragraph costs linear time.
struct MathScanner {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The formula that opens at a dollar, if one does.
  func span(at start: Int) -> MathSpan? {
    guard isRunStart(start), !isOfTemplate(start) else { return nil }
    switch runLength(start) {
    case 1: return byte(start + 1) == Byte.backtick ? backtickSpan(start) : inlineSpan(start)
    case 2: return displaySpan(start)
    default: return nil
    }
  }

  private func byte(_ offset: Int) -> UInt8? {
    bytes.indices.contains(offset) ? bytes[offset] : nil
  }

  /// Whether the dollar before this one, if there is one, is escaped.
  private func isRunStart(_ start: Int) -> Bool {
    guard byte(start - 1) == Byte.dollar else { return true }
    var first = start - 1
    while byte(first - 1) == Byte.backslash { first -= 1 }
    return (start - 1 - first) % 2 == 1
  }

  /// Whether a dollar begins a variable of a template, `{{$x}}`, as other programs have them in pages.
  private func isOfTemplate(_ dollar: Int) -> Bool {
    var offset = dollar - 1
    while let previous = byte(offset), Byte.isBlank(previous) { offset -= 1 }
    return byte(offset) == UInt8(ascii: "{") && byte(offset - 1) == UInt8(ascii: "{")
  }

  private func runLength(_ start: Int) -> Int {
    var end = start
    while byte(end) == Byte.dollar { end += 1 }
    return end - start
  }

  private func inlineSpan(_ start: Int) -> MathSpan? {
    guard let next = byte(start + 1), !Byte.isBlank(next), let end = nextRun(start + 1),
      runLength(end) == 1, !Byte.isBlank(bytes[end - 1]), !isDigit(byte(end + 1)),
      !isOfTemplate(end)
    else { return nil }
    return MathSpan(whole: start..<end + 1, content: start + 1..<end, isDisplay: false)
  }

  /// From a single dollar to the next, where only a blank behind the first or before the last forbids a
  /// formula.
  func spacedSpan(at start: Int) -> Range<Int>? {
    guard isRunStart(start), !isOfTemplate(start), runLength(start) == 1,
      let end = nextRun(start + 1), runLength(end) == 1, end > start + 1,
      Byte.isBlank(bytes[start + 1]) || Byte.isBlank(bytes[end - 1]), !isOfTemplate(end),
      !bytes[start + 1..<end].allSatisfy(Byte.isBlank)
    else { return nil }
    return start..<end + 1
  }

  /// Single dollars may stand inside, as in `\text{if $x$}`.
  private func displaySpan(_ start: Int) -> MathSpan? {
    var from = start + 2
    while let run = nextRun(from) {
      let length = runLength(run)
      if length == 2 {
        let content = trimmed(start + 2..<run)
        return content.isEmpty
          ? nil : MathSpan(whole: start..<run + 2, content: content, isDisplay: true)
      }
      if length > 2 { return nil }
      from = run + length
    }
    return nil
  }

  private func backtickSpan(_ start: Int) -> MathSpan? {
    var end = start + 2
    while let next = byte(end), next != Byte.backtick { end += 1 }
    let content = trimmed(start + 2..<end)
    guard byte(end) == Byte.backtick, byte(end + 1) == Byte.dollar, !content.isEmpty else {
      return nil
    }
    return MathSpan(whole: start..<end + 2, content: content, isDisplay: false)
  }

  /// The next unescaped dollar, unless a backtick comes first.
  private func nextRun(_ start: Int) -> Int? {
    var offset = start
    while let next = byte(offset) {
      switch next {
      case Byte.dollar: return offset
      case Byte.backtick: return nil
      case Byte.backslash: offset += 2
      default: offset += 1
      }
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while !range.isEmpty, Byte.isBlank(bytes[range.lowerBound]) {
      range = range.lowerBound + 1..<range.upperBound
    }
    while !range.isEmpty, Byte.isBlank(bytes[range.upperBound - 1]) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  private func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }
}
