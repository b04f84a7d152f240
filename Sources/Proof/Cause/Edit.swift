/// A change of the author's text that mends one mistake, with its words.
struct Edit {
  /// A stretch of the author's text, in UTF-8 offsets, and what belongs there.
  struct Change: Hashable {
    let range: Range<Int>
    let text: String

    init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }

    init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
  }

  let mistake: Mistake
  /// How large the change is; larger ones are less likely.
  let size: Int
  /// By place, none overlapping.
  let changes: [Change]
  /// The token that is wrong.
  let mark: Range<Int>
  /// What is wrong: `W' where W belongs`.
  let fault: String
  /// What puts it right: `with W`, `without it`.
  let remedy: String
  /// A quantity of a layer that it puts in, which must not be what the claim is about.
  var quantity: String?

  init(
    _ mistake: Mistake, size: Int, at mark: Range<Int>, _ changes: [Change], fault: String,
    remedy: String
  ) {
    self.mistake = mistake
    self.size = size
    self.mark = mark
    self.changes = changes.sorted { $0.range.lowerBound < $1.range.lowerBound }
    self.fault = fault
    self.remedy = remedy
  }

  /// Whether both can be made at once.
  func isApart(from other: Edit) -> Bool {
    changes.allSatisfy { a in
      other.changes.allSatisfy { b in
        a.range.upperBound < b.range.lowerBound || b.range.upperBound < a.range.lowerBound
      }
    }
  }
}

extension Edit {
  /// Whether both turn the same part over: a call and what stands in it.
  func isUndone(by other: Edit) -> Bool {
    guard mistake == .transpose, other.mistake == .transpose else { return false }
    return mark != other.mark && (mark.contains(other.mark) || other.mark.contains(mark))
  }
}

extension Edit: Comparable {
  /// By size, then the likelier, then by place.
  static func < (a: Edit, b: Edit) -> Bool {
    (a.size, a.mistake.rawValue, a.mark.lowerBound, a.mark.upperBound)
      < (b.size, b.mistake.rawValue, b.mark.lowerBound, b.mark.upperBound)
  }

  static func == (a: Edit, b: Edit) -> Bool {
    a.size == b.size && a.mistake == b.mistake && a.mark == b.mark && a.changes == b.changes
  }
}
