import MatrixCalculus
import Notation

/// One name for another, a layer off by one, a value for its complement.
extension EditMaker {
  mutating func addNames() {
    for place in places {
      switch place.node.kind {
      case .name(let name):
        replace(name, place)
        complement(name, place)
      case .layer: shiftLayer(place)
      case .brackets: uncomplement(place)
      default: break
      }
    }
  }

  private mutating func replace(_ name: String, _ place: Place) {
    let own = shape(of: place)
    for other in known where other.name != name && !other.isQuantity {
      let isNear = Self.isNeighbour(name, other.name)
      guard other.shape.isScalar == own?.isScalar ?? other.shape.isScalar || places.count < 40
      else { continue }
      let right = other.text
      let wrong = author.excerpt(place.node)
      let size = isNear ? 10 : other.shape == own ? 13 : 15
      add(
        isNear ? .layer : .name, size, at: extent(place), [.init(extent(place), right)],
        fault: "\(wrong) where \(right) belongs" + (isNear ? ", one layer off" : ""), remedy: right)
    }
  }

  /// Whether two names differ in a number at the end by one: `a2`, `a3`.
  private static func isNeighbour(_ a: String, _ b: String) -> Bool {
    func split(_ name: String) -> (String, Int)? {
      let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
      return Int(String(digits.reversed())).map { (String(name.dropLast(digits.count)), $0) }
    }
    guard let (x, i) = split(a), let (y, j) = split(b) else { return false }
    return x == y && abs(i - j) == 1
  }

  /// `\delta^{(3)}` where the layer before or behind is meant.
  private mutating func shiftLayer(_ place: Place) {
    let scripts = TeXScripts(author.bytes, after: author.core(place.node).upperBound)
    guard let content = scripts.content, case .layer(let layer) = place.node.kind else { return }
    let inner = scripts.layerEnd.map { content.lowerBound + 1..<$0 - 1 } ?? content
    for step in [1, -1] {
      guard let index = layer.index.shifted(step) else { continue }
      let right = "layer \(index)"
      add(
        .layer, 10, at: extent(place), [.init(inner, index)],
        fault: "\(author.excerpt(place.node)) where that of \(right) belongs", remedy: right)
      edits[edits.count - 1].quantity = author.applying(
        [.init(inner, index)], within: extent(place))
    }
  }

  /// `(1 - s)` where `s` stands.
  private mutating func complement(_ name: String, _ place: Place) {
    let range = extent(place)
    let right = "(1 - \(author.text(range)))"
    add(
      .complement, 12, at: range, [.init(range, right)],
      fault: "\(author.excerpt(place.node)) where \(right) belongs", remedy: right)
  }

  /// `s` where `(1 - s)` stands.
  private mutating func uncomplement(_ place: Place) {
    guard let sum = place.node.children.first, sum.kind == .add, sum.children.count == 2,
      Self.literal(sum.children[0]) == .one, sum.children[1].kind == .negate,
      let value = sum.children[1].children.first
    else { return }
    add(
      .complement, 12, at: extent(place), [.init(extent(place), author.text(author.extent(value)))],
      fault: "\(author.excerpt(place.node)) where \(author.excerpt(value)) belongs",
      remedy: author.excerpt(value))
  }
}

extension Syntax.Layer.Index {
  /// The spelling of the layer so many further on; nil below the first.
  fileprivate func shifted(_ step: Int) -> String? {
    switch self {
    case .number(let number): return number + step >= 1 ? "\(number + step)" : nil
    case .symbol(let name, let offset):
      let sum = offset + step
      return sum == 0 ? name : sum > 0 ? "\(name)+\(sum)" : "\(name)-\(-sum)"
    }
  }
}
