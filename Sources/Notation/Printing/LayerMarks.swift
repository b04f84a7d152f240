package import MatrixCalculus

/// What factors of products are in a network: the layer whose δ, z or a they equal up to a number.
package struct LayerMarks: Hashable, Sendable {
  private var layers: [[Expression]: String] = [:]
  /// Those that are marked within others too.
  private var inner: Set<[Expression]> = []
  /// How many factors the longest of them has.
  private(set) var longest = 0

  package init() {}

  package var isEmpty: Bool { layers.isEmpty }

  /// Takes note of a value, as it is and transposed; the first that is noted of equal ones counts.
  ///
  /// - Parameters:
  ///   - layer: its number, and of a function of several terms that of the term: `3.2`.
  ///   - isInner: whether it is marked within what is marked for other layers, as the slopes in a δ are.
  package mutating func note(_ value: Expression, layer: String, isInner: Bool = false) {
    for turned in [value, value.transposed.simplified] {
      let factors = ProductParts(turned).chain
      guard !factors.isEmpty, factors.contains(where: { !$0.isConstantMatrix }) else { continue }
      guard layers[factors] == nil else { continue }
      layers[factors] = layer
      if isInner { inner.insert(factors) }
      longest = max(longest, factors.count)
    }
  }

  /// The marks within something that is marked for a layer.
  func within(_ layer: String) -> LayerMarks {
    var others = self
    others.layers = layers.filter { inner.contains($0.key) && $0.value != layer }
    return others
  }

  func layer(of factors: [Expression]) -> String? { layers[factors] }

  /// The stretches of a chain of factors that are marked, the longest first where several begin at a
  /// factor.
  func stretches(in chain: [Expression]) -> [(range: Range<Int>, layer: String)] {
    var found: [(Range<Int>, String)] = []
    var start = 0
    while start < chain.count {
      let ends = stride(from: min(chain.count, start + longest), to: start, by: -1)
      let hit = ends.lazy.compactMap { end in
        self.layer(of: Array(chain[start..<end])).map { (start..<end, $0) }
      }.first
      if let hit { found.append(hit) }
      start = hit?.0.upperBound ?? start + 1
    }
    return found
  }
}

extension Expression {
  /// Whether nothing in it is a value of a network.
  fileprivate var isConstantMatrix: Bool { variables.isEmpty }
}
