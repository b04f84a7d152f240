import Notation

/// Brackets left out, or too many.
extension EditMaker {
  mutating func addBrackets() {
    for place in places {
      if place.node.kind == .brackets { removeBrackets(place) }
      if isChain(place.node) || place.node.kind == .add { regroup(place) }
    }
  }

  private mutating func removeBrackets(_ place: Place) {
    guard place.parent != nil, let first = place.node.children.first else { return }
    let (outer, inner) = (extent(place), author.extent(first))
    let opening = Edit.Change(outer.lowerBound..<inner.lowerBound, "")
    let closing = Edit.Change(inner.upperBound..<outer.upperBound, "")
    add(
      .brackets, 14, at: outer, [opening, closing],
      fault: "the brackets of \(author.excerpt(place.node)) do not belong", remedy: nil)
  }

  /// Brackets around two neighbours that the rules of precedence separate.
  private mutating func regroup(_ place: Place) {
    let parts = place.node.children
    for index in parts.indices.dropFirst() {
      let (before, after) = (last(parts[index - 1]), first(parts[index]))
      guard before != parts[index - 1] || after != parts[index] else { continue }
      let start = author.extent(before).lowerBound
      let end = author.extent(after).upperBound
      let starts =
        before == parts[index - 1]
        ? [start] : parts[index - 1].children.map { author.extent($0).lowerBound }
      for start in starts {
        let group = author.source.excerpt(start..<end)
        add(
          .brackets, 13, at: start..<end, [.init(at: start, "("), .init(at: end, ")")],
          fault: "brackets are missing around \(group)", remedy: "(\(group))")
      }
    }
  }

  private func last(_ node: Syntax) -> Syntax {
    isChain(node) ? node.children[node.children.count - 1] : node
  }

  private func first(_ node: Syntax) -> Syntax { isChain(node) ? node.children[0] : node }
}
