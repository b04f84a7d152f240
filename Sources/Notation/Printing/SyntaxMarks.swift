package import MatrixCalculus

/// Which stretches of a formula, as its author wrote it, are quantities of layers.
package struct SyntaxMarks: Hashable, Sendable {
  /// The layers of each stretch of the author's text: of a part of the formula, or of neighbouring factors.
  package private(set) var layers: [Range<Int>: String] = [:]

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
    // A row of a matrix of blocks means nothing by itself.
    if !isProduct, node.kind != .row, let own = value(node),
      let found = marks.marks(of: ProductParts(own).chain)
    {
      layers[node.range] = found.layers
      for part in node.children { note(part, marks.within(found), value) }
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
    let values = factors.map(value)
    let chains = values.map { $0.map { ProductParts($0).chain } }
    var start = 0
    while start < factors.count {
      let ends = stride(from: factors.count, to: start, by: -1)
      let hit = ends.lazy.compactMap { end in
        Self.joined(chains[start..<end]).flatMap(marks.marks(of:)).map {
          LayerMarks.Stretch(range: start..<end, marks: $0)
        }
      }.first
      if let hit { note(hit, factors, values) }
      let rest = hit.map { marks.within($0.marks) } ?? marks
      let end = hit?.range.upperBound ?? start + 1
      for factor in factors[start..<end] { note(factor, rest, value) }
      start = end
    }
  }

  /// Notes a stretch of factors, with the numbers of the product where they are those of the layer's quantity.
  private mutating func note(
    _ stretch: LayerMarks.Stretch, _ factors: [Syntax], _ values: [Expression?]
  ) {
    let (lower, upper) = (stretch.range.lowerBound, stretch.range.upperBound)
    let numbered = Self.number(values).map(stretch.marks(numbered:)) ?? []
    let others = stretch.marks.filter { !numbered.contains($0) }
    let outside = factors.indices.filter {
      !stretch.range.contains($0) && values[$0]?.rational != nil
    }
    let end = factors[upper - 1].range.upperBound
    let isBeside = outside == [lower - 1] && (others.isEmpty || stretch.range.count == 1)
    if !numbered.isEmpty, isBeside {
      layers[factors[lower - 1].range.lowerBound..<end] = numbered.layers
      if !others.isEmpty { layers[factors[lower].range] = others.layers }
      return
    }
    layers[factors[lower].range.lowerBound..<end] = stretch.marks.layers
    guard !numbered.isEmpty else { return }
    for place in outside { layers[factors[place].range] = numbered.layers }
  }

  /// What the numbers among the factors of a product come to, without their sign.
  private static func number(_ values: [Expression?]) -> Rational? {
    var product = Rational.one
    for value in values.compactMap({ $0 }) {
      for number in (value.operation == .product ? value.operands : [value]).compactMap(\.rational)
      {
        guard let next = product.multiplied(by: number.magnitude) else { return nil }
        product = next
      }
    }
    return product
  }

  /// The matrices of factors in a row; nil where one means nothing or the first or last is a number.
  private static func joined(_ chains: ArraySlice<[Expression]?>) -> [Expression]? {
    guard chains.first??.isEmpty == false, chains.last??.isEmpty == false,
      chains.allSatisfy({ $0 != nil })
    else { return nil }
    return chains.flatMap { $0 ?? [] }
  }
}
