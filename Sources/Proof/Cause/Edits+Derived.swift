import MatrixCalculus
import Notation

/// Factors and terms of the derived formula that were left out, besides plain names.
extension EditMaker {
  private static let mostFactors = 8
  private static let mostTerms = 6
  /// Larger parts are no slip of the pen.
  private static let largestPart = 60

  mutating func addDerivedParts() {
    guard let derived, places.count < Self.largestPart else { return }
    for factor in factors(of: derived) {
      for place in places where isTerm(place) { loseFactor(factor, place) }
    }
    loseTerms(of: derived)
  }

  private func isSmall(_ part: Expression) -> Bool {
    part.treeSize(limit: Self.largestPart) < Self.largestPart
  }

  /// What is multiplied in an expression, by first use; numbers and names are looked for elsewhere.
  private func factors(of derived: Expression) -> [Expression] {
    var found: [Expression] = []
    for node in derived.postorder where node.operation == .product || node.operation == .hadamard {
      for part in node.operands where !part.isPlain && isSmall(part) && !found.contains(part) {
        found.append(part)
      }
      if found.count >= Self.mostFactors { break }
    }
    return Array(found.prefix(Self.mostFactors))
  }

  private mutating func loseFactor(_ factor: Expression, _ place: Place) {
    guard let shape = shape(of: place) else { return }
    let text = held(factor)
    if factor.shape.isScalar {
      add(
        .lostFactor, 15, at: extent(place), [.init(at: front(place), text + author.times)],
        fault: "the factor \(text) is missing\(whichTerm(place))", remedy: text)
      return
    }
    if factor.shape == shape { multiplyEntries(of: place, by: text) }
    if factor.shape.columns == shape.rows || shape.isScalar { multiply(place, left: text) }
    if shape.columns == factor.shape.rows { multiply(place, right: text) }
  }

  private mutating func multiplyEntries(of place: Place, by text: String) {
    let isHeld = isAtom(place.node) || author.isText && isChain(place.node)
    let (start, end) = (front(place), extent(place).upperBound)
    let factor = author.entrywiseTimes + text
    add(
      .lostFactor, 15, at: extent(place),
      isHeld
        ? [.init(at: end, factor)]
        : [.init(at: start, "("), .init(at: end, ")" + factor)],
      fault: "the entrywise factor \(text) is missing\(whichTerm(place))", remedy: text)
  }

  /// As a factor it stays one.
  private func held(_ part: Expression) -> String {
    let text = author.written(part)
    switch part.operation {
    case .apply, .call: return text
    default: return "(\(text))"
    }
  }

  private mutating func loseTerms(of derived: Expression) {
    guard derived.operation == .sum, derived.operands.count <= Self.mostTerms else { return }
    let range = author.whole
    for term in derived.operands where isSmall(term) {
      let text = author.written(term)
      let isNegative = text.hasPrefix("-")
      let added = isNegative ? "- \(text.dropFirst())" : "+ \(text)"
      add(
        .lostTerm, 15, at: range, [.init(at: range.upperBound, " " + added)],
        fault: "the term \(text) is missing", remedy: added)
    }
  }
}

extension Expression {
  /// A number, a size, a variable or its transpose.
  fileprivate var isPlain: Bool {
    switch operation {
    case .number, .size, .variable, .eye, .ones, .zeros: true
    case .transpose: operands[0].isPlain
    default: false
    }
  }
}
