import MatrixCalculus
import Notation

/// The derivative of an activation left out.
extension EditMaker {
  mutating func addSlopes() {
    for slope in slopes.prefix(8) where slope.treeSize(limit: 500) < 500 {
      let text = spelling(slope)
      for place in places {
        if isSlopeMissing(slope, place) { multiply(place, by: slope, text) }
        multiplyWithin(place, by: slope, text)
      }
    }
    addOwnSlopes()
  }

  /// `1 - tanh(z).^2` where `tanh(z)` stands: an activation for its own derivative.
  private mutating func addOwnSlopes() {
    for place in places {
      guard let (change, text) = derivative(of: place) else { continue }
      add(
        .slope, 13, at: extent(place), [change],
        fault: "\(author.excerpt(place.node)) where its derivative belongs", remedy: text)
    }
  }

  /// The derivative of a function of every entry at its argument: of one of the page by a prime, of
  /// another written out.
  private func derivative(of place: Place) -> (Edit.Change, String)? {
    switch place.node.kind {
    case .call(let name, primes: 0) where author.scope.function(name) != nil:
      return place.node.mark.map { mark in
        (Edit.Change(at: mark.upperBound, "'"), author.text(mark) + "'")
      }
    case .name, .call(_, primes: 0):
      guard let slope = author.meaning(of: place.node).flatMap(CauseSearch.slope),
        slope.treeSize(limit: 200) < 200
      else { return nil }
      let text = spelling(slope)
      return (Edit.Change(extent(place), text), text)
    default: return nil
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

  /// `W'*d*x'` for `((W'*d) .* f'(z))*x'`: the slope belongs to the first factors of a product.
  private mutating func multiplyWithin(_ place: Place, by slope: Expression, _ text: String) {
    guard place.node.kind == .multiply || place.node.kind == .juxtapose else { return }
    let factors = place.node.children
    let shapes = factors.map { author.meaning(of: $0)?.shape }
    for count in factors.indices.dropFirst(2) {
      let inner = shapes[..<count].compactMap { $0 }.filter { !$0.isScalar }
      guard let first = inner.first, let last = inner.last,
        Shape(first.rows, last.columns) == slope.shape
      else { continue }
      let end = author.extent(factors[count - 1]).upperBound
      add(
        .slope, 14, at: front(place)..<end,
        [.init(at: front(place), "(("), .init(at: end, ")\(author.entrywiseTimes)\(text))")],
        fault: "the activation derivative \(unbracketed(text)) is missing", remedy: "it")
    }
  }

  private func unbracketed(_ text: String) -> String {
    text.hasPrefix("(") ? String(text.dropFirst().dropLast()) : text
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
    add(
      .slope, isWhole ? 11 : 13, at: range, changes,
      fault: "the activation derivative \(unbracketed(text)) is missing",
      remedy: "it")
  }
}
