package import MatrixCalculus

/// What factors of products are in a network: the layers whose δ, z or a they equal up to a number.
package struct LayerMarks: Hashable, Sendable {
  /// One layer whose quantity some factors are.
  struct Mark: Hashable, Sendable {
    /// Its number, and of a function of several terms that of the term: `3.2`.
    let layer: String
    /// The number that the quantity has in front of the factors, without its sign.
    let number: Rational?
    /// Whether it is marked within what is marked for other layers.
    let isInner: Bool
  }

  /// Neighbouring factors that are marked.
  struct Stretch {
    let range: Range<Int>
    let marks: [Mark]

    /// The layers whose quantity has a number in front of the factors, where that is not one.
    func marks(numbered number: Rational) -> [Mark] {
      number == .one ? [] : marks.filter { $0.number == number }
    }
  }

  private var marks: [[Expression]: [Mark]] = [:]
  /// How many factors the longest of them has.
  private(set) var longest = 0

  package init() {}

  package var isEmpty: Bool { marks.isEmpty }

  /// Takes note of a value, as it is and transposed.
  ///
  /// - Parameters:
  ///   - layer: its number, and of a function of several terms that of the term: `3.2`.
  ///   - isInner: whether it is marked within what is marked for other layers, as the slopes in a δ are.
  package mutating func note(_ value: Expression, layer: String, isInner: Bool = false) {
    for turned in [value, value.transposed.simplified] {
      let parts = ProductParts(turned)
      let factors = parts.chain
      guard !factors.isEmpty, factors.contains(where: { !$0.isConstantMatrix }),
        !marks[factors, default: []].contains(where: { $0.layer == layer })
      else { continue }
      marks[factors, default: []].append(
        Mark(layer: layer, number: parts.number, isInner: isInner))
      longest = max(longest, factors.count)
    }
  }

  /// The marks within something that is marked for some layers.
  func within(_ outer: [Mark]) -> LayerMarks {
    var others = self
    others.marks = marks.compactMapValues { found in
      let kept = found.filter { mark in mark.isInner && !outer.contains { $0.layer == mark.layer } }
      return kept.isEmpty ? nil : kept
    }
    return others
  }

  func marks(of factors: [Expression]) -> [Mark]? { marks[factors] }

  /// The stretches of a chain of factors that are marked, the longest first where several begin at a
  /// factor.
  func stretches(in chain: [Expression]) -> [Stretch] {
    var found: [Stretch] = []
    var start = 0
    while start < chain.count {
      let ends = stride(from: min(chain.count, start + longest), to: start, by: -1)
      let hit = ends.lazy.compactMap { end in
        self.marks(of: Array(chain[start..<end])).map { Stretch(range: start..<end, marks: $0) }
      }.first
      if let hit { found.append(hit) }
      start = hit?.range.upperBound ?? start + 1
    }
    return found
  }
}

extension [LayerMarks.Mark] {
  /// The layers, as a formula says them: `3,4`.
  var layers: String { map(\.layer).joined(separator: ",") }
}

extension ProductParts {
  /// The number in front, without its sign.
  var number: Rational? { Rational(numerator, denominator) }
}

extension Expression {
  /// Whether nothing in it is a value of a network.
  fileprivate var isConstantMatrix: Bool { variables.isEmpty }
}
