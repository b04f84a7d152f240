import MatrixCalculus

extension Network {
  /// The matrices that lead to a layer otherwise than as the weight of the layer before it: W in
  /// `W*a1 + a2`, and the identity from layer 2.
  ///
  /// Only of a layer of which the feed speaks once, as a whole.
  package func ways(to layer: Layer) -> [(source: Int, weight: Weight)] {
    guard let feed = layer.feed else { return [] }
    let terms = feed.formula.operation == .sum ? feed.formula.operands : [feed.formula]
    return feed.sources.compactMap { source in
      let letter = layers[source - 1].letter
      let speaking = terms.filter { $0.contains(letter) }
      guard speaking.count == 1, source < layer.number - 1 || layers[source - 1].weight == nil
      else { return nil }
      return speaking[0].matrix(before: letter).map { (source, Weight(matrix: $0)) }
    }
  }

  /// The numbers of the inputs before a layer that its activation speaks of.
  package func recalled(by layer: Layer) -> [Int] {
    let constants = Set(layer.activation.value.variables)
    guard constants.count > 1 else { return [] }
    let before = Set(constants.flatMap { places[$0] ?? [] }.filter { $0 < layer.number })
    return before.filter { number in
      layers[number - 1].feed == nil
        && !constants.isDisjoint(with: layers[number - 1].input.variables)
    }.sorted()
  }
}

extension Expression {
  /// M in M a, for a letter a; the identity for a alone.
  fileprivate func matrix(before letter: Variable) -> Expression? {
    if self == .variable(letter) { return .eye(letter.shape.rows) }
    guard operation == .product, operands.last == .variable(letter) else { return nil }
    let rest = Expression.product(operands.dropLast())
    return rest.contains(letter) ? nil : rest
  }
}
