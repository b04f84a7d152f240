import Notation

/// A plus for a minus, a minus for a plus.
extension EditMaker {
  mutating func addSigns() {
    for place in places {
      switch place.node.kind {
      case .add: flipTerms(place)
      case .negate where parent(place)?.kind != .add || place.index == 0: dropMinus(place)
      default: break
      }
    }
    flipWhole()
  }

  /// The signs between the terms, and a missing one before the first.
  private mutating func flipTerms(_ place: Place) {
    for (index, term) in place.node.children.enumerated() {
      let which = "the sign of the \(ordinal(index)) term is wrong"
      if index == 0 {
        guard term.kind != .negate else { continue }
        let start = author.extent(term).lowerBound
        guard author.bytes[start] != UInt8(ascii: "-") else { continue }
        let first = author.extent(term)
        add(.sign, 10, at: first, [.init(at: start, "-")], fault: which, remedy: "-")
      } else if index - 1 < place.node.marks.count {
        let sign = place.node.marks[index - 1]
        let right = term.kind == .negate && term.mark == sign ? "+" : "-"
        add(.sign, 10, at: sign, [.init(sign, right)], fault: which, remedy: right)
      }
    }
  }

  /// A minus before a first term, a factor, an argument.
  private mutating func dropMinus(_ place: Place) {
    guard let sign = place.node.mark else { return }
    let isInSum = parent(place)?.kind == .add
    let fault =
      isInSum || isLeading(place) && isFirstOfSum(place)
      ? "the sign of the first term is wrong" : "the sign is wrong"
    add(.sign, 10, at: sign, [.init(sign, "")], fault: fault, remedy: "+")
  }

  private func isLeading(_ place: Place) -> Bool {
    parent(place).map(isChain) ?? false
  }

  private func isFirstOfSum(_ place: Place) -> Bool {
    var current = place
    while let above = current.parent {
      if current.index != 0 { return false }
      if places[above].node.kind == .add { return true }
      current = places[above]
    }
    return false
  }

  /// The sign of everything.
  private mutating func flipWhole() {
    let range = author.whole
    let root = author.formula
    if root.kind == .add || root.kind == .subtract {
      add(
        .sign, 11, at: range,
        [.init(at: range.lowerBound, "-("), .init(at: range.upperBound, ")")],
        fault: "the sign is wrong", remedy: "-")
    } else {
      addMinuses()
    }
  }

  /// A minus before a term that stands alone, also within brackets and calls.
  private mutating func addMinuses() {
    for place in places where isTerm(place) && parent(place)?.kind != .add {
      let start = extent(place).lowerBound
      guard author.bytes[start] != UInt8(ascii: "-"), parent(place)?.kind != .negate else {
        continue
      }
      add(
        .sign, place.parent == nil ? 10 : 12, at: extent(place), [.init(at: start, "-")],
        fault: "the sign is wrong", remedy: "-")
    }
  }
}
