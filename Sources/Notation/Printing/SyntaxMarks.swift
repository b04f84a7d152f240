package import MatrixCalculus

/// Which stretches of a formula, as its author wrote it, are quantities of layers.
package struct SyntaxMarks: Hashable, Sendable {
  /// The layer of each stretch of the author's text: of a part of the formula, or of neighbouring factors.
  private(set) var layers: [Range<Int>: String] = [:]

  /// The most factors of a product that are looked through.
  private static let most = 24

  package init() {}

  /// - Parameters:
  ///   - marks: the values of layers.
  ///   - value: what a part of the formula means, simplified; nil where it means nothing by itself.
  /// - Complexity: asks for the value of each part twice at most.
  package init(in formula: Syntax, _ marks: LayerMarks, value: (Syntax) -> Expression?) {
    guard !marks.isEmpty else { return }
    note(formula, marks, value)
  }

  package var isEmpty: Bool { layers.isEmpty }

  private mutating func note(_ node: Syntax, _ marks: LayerMarks, _ value: (Syntax) -> Expression?)
  {
    let isProduct = node.kind == .multiply || node.kind == .juxtapose
    if !isProduct, let own = value(node), let layer = marks.layer(of: ProductParts(own).chain) {
      layers[node.range] = layer
      for part in node.children { note(part, marks.within(layer), value) }
      return
    }
    guard isProduct, node.children.count <= Self.most else {
      for part in node.children { note(part, marks, value) }
      return
    }
    noteFactors(node.children, marks, value)
  }

  /// Notes the longest stretches of factors from the left, and looks into the other ones.
  private mutating func noteFactors(
    _ factors: [Syntax], _ marks: LayerMarks, _ value: (Syntax) -> Expression?
  ) {
    let chains = factors.map { value($0).map { ProductParts($0).chain } }
    var start = 0
    while start < factors.count {
      let ends = stride(from: factors.count, to: start, by: -1)
      let hit = ends.lazy.compactMap { end in
        Self.joined(chains[start..<end]).flatMap(marks.layer).map { (end: end, layer: $0) }
      }.first
      if let hit {
        let range = factors[start].range.lowerBound..<factors[hit.end - 1].range.upperBound
        layers[range] = hit.layer
      }
      let rest = hit.map { marks.within($0.layer) } ?? marks
      let end = hit?.end ?? start + 1
      for factor in factors[start..<end] { note(factor, rest, value) }
      start = end
    }
  }

  /// The matrices of factors in a row; nil where one means nothing or the first or last is a number.
  private static func joined(_ chains: ArraySlice<[Expression]?>) -> [Expression]? {
    guard chains.first??.isEmpty == false, chains.last??.isEmpty == false,
      chains.allSatisfy({ $0 != nil })
    else { return nil }
    return chains.flatMap { $0 ?? [] }
  }
}
