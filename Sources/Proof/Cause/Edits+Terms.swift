import MatrixCalculus
import Notation

/// A term left out.
extension EditMaker {
  /// A name added to or subtracted from what stands alone, in brackets or as an argument.
  mutating func addTerms() {
    guard places.count < 60 else { return }
    for place in places where standsAlone(place) {
      guard let shape = shape(of: place) else { continue }
      for term in known where term.shape == shape && !term.isQuantity { loseTerm(term, place) }
    }
  }

  private func standsAlone(_ place: Place) -> Bool {
    if case .number = place.node.kind { return false }
    guard place.node.kind != .brackets, let parent = parent(place) else {
      return place.node.kind != .brackets
    }
    switch parent.kind {
    case .brackets, .call: return true
    default: return false
    }
  }

  private mutating func loseTerm(_ term: Known, _ place: Place) {
    let range = extent(place)
    for sign in ["+", "-"] {
      add(
        .lostTerm, 15, at: range, [.init(at: range.upperBound, " \(sign) \(term.text)")],
        fault: "the term \(term.text) is missing behind \(author.excerpt(place.node))",
        remedy: "\(sign) \(term.text)")
    }
  }
}
