/// Where each byte of a text that was cut out of a file stands in the file.
///
/// The text is the file's own bytes but for what Markdown takes away or writes otherwise: container
/// prefixes, escaped pipes in tables, tabs, zero bytes. Between such places offsets run in step.
struct ByteMap {
  /// From `offset` in the text on, bytes stand at `source` and after it in the file.
  struct Step {
    var offset: Int
    var source: Int
  }

  private(set) var steps: [Step]

  /// Steps in rising order of offset; the first one at 0.
  init(_ steps: [Step]) {
    precondition(!steps.isEmpty)
    self.steps = steps
  }

  /// The offset in the file of the byte at `offset` in the text.
  ///
  /// - Complexity: O(log s) for s steps.
  func source(at offset: Int) -> Int {
    let step = steps[index(of: offset)]
    return step.source + (offset - step.offset)
  }

  /// The stretch of the file from the first to the last byte of a stretch of the text.
  func source(of range: Range<Int>) -> Range<Int> {
    let start = source(at: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, source(at: range.upperBound - 1) + 1)
  }

  /// The steps of a part of the text, with offsets from the start of that part.
  func slice(_ range: Range<Int>) -> ByteMap {
    let first = Step(offset: 0, source: source(at: range.lowerBound))
    let rest = steps[(index(of: range.lowerBound) + 1)...].prefix { $0.offset < range.upperBound }
    return ByteMap(
      [first] + rest.map { Step(offset: $0.offset - range.lowerBound, source: $0.source) })
  }

  /// The last step at or before an offset.
  private func index(of offset: Int) -> Int {
    var low = 0
    var high = steps.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if steps[middle].offset <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
