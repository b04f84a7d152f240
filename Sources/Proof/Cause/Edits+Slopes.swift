import MatrixCalculus
import Notation

/// The derivative of an activation left out.
extension EditMaker {
  mutating func addSlopes() {
    for slope in slopes.prefix(8) where slope.treeSize(limit: 500) < 500 {
      let text = spelling(slope)
      for place in places where isSlopeMissing(slope, place) { multiply(place, by: slope, text) }
    }
  }

  /// The author's own name for it, where there is one.
  private func spelling(_ slope: Expression) -> String {
    let named = author.scope.definitions.first { $0.expression == slope }
    return named.map { author.name($0.name) } ?? "(\(author.written(slope)))"
  }

  private func isSlopeMissing(_ slope: Expression, _ place: Place) -> Bool {
    let shape = shape(of: place)
    switch place.node.kind {
    case .negate, .number, .row, .subtract: return false
    case .add where place.parent != nil: return false
    default: return shape.map { $0 == slope.shape || slope.shape.isScalar } ?? true
    }
  }

  private mutating func multiply(_ place: Place, by slope: Expression, _ text: String) {
    let range = extent(place)
    let start = front(place)
    let isHeld = isAtom(place.node) || place.node.kind == .transpose
    let sign = slope.shape.isScalar ? author.times : author.entrywiseTimes
    let isWhole = place.parent == nil
    let changes: [Edit.Change] =
      isWhole && (isHeld || isChain(place.node))
      ? [.init(at: range.upperBound, sign + text)]
      : isHeld
        ? [.init(at: start, "("), .init(at: range.upperBound, "\(sign)\(text))")]
        : [.init(at: start, "(("), .init(at: range.upperBound, ")\(sign)\(text))")]
    let inner = text.hasPrefix("(") ? String(text.dropFirst().dropLast()) : text
    add(
      .slope, isWhole ? 11 : 13, at: range, changes,
      fault: "the activation derivative \(inner) is missing",
      remedy: "it")
  }
}
