package import MatrixCalculus

/// What factors of products are in a network: the layer whose δ, z or a they equal up to a number.
package struct LayerMarks: Hashable, Sendable {
  private var layers: [[Expression]: Int] = [:]
  /// How many factors the longest of them has.
  private(set) var longest = 0

  package init() {}

  var isEmpty: Bool { layers.isEmpty }

  /// Takes note of a value, as it is and transposed; the first that is noted of equal ones counts.
  package mutating func note(_ value: Expression, layer: Int) {
    for turned in [value, value.transposed.simplified] {
      let factors = ProductParts(turned).chain
      guard !factors.isEmpty, factors.contains(where: { !$0.isConstantMatrix }) else { continue }
      if layers[factors] == nil { layers[factors] = layer }
      longest = max(longest, factors.count)
    }
  }

  func layer(of factors: [Expression]) -> Int? { layers[factors] }

  /// The stretches of a chain of factors that are marked, the longest first where several begin at a
  /// factor.
  func stretches(in chain: [Expression]) -> [(range: Range<Int>, layer: Int)] {
    var found: [(Range<Int>, Int)] = []
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
