import Backprop
import MatrixCalculus

/// What the lines of a network's drawing say: the matrices they carry and how layers join.
extension NetworkFigures {
  /// The matrices and other formulas by which a layer is fed, but for the weight of the layer before it.
  func ways(to layer: Network.Layer, in network: Network) -> [NetworkFigure.Layer.Way] {
    let matrices = network.ways(to: layer).map {
      NetworkFigure.Layer.Way(
        source: $0.source, matrix: weight($0.weight), variable: $0.weight.matrix.tied?.name)
    }
    let others = (layer.feed?.sources ?? []).filter { source in
      !matrices.contains { $0.source == source }
        && (source < layer.number - 1 || network.layers[source - 1].weight == nil)
    }
    return matrices + others.compactMap { otherWay(from: $0, to: layer, network) }
  }

  /// A formula in one activation alone, with a dot in its place: `· X` for a product from the right.
  private func otherWay(
    from source: Int, to layer: Network.Layer, _ network: Network
  ) -> NetworkFigure.Layer.Way? {
    guard let feed = layer.feed?.formula else { return nil }
    let letter = network.layers[source - 1].letter
    let letters = Set(layer.feed?.sources.map { network.layers[$0 - 1].letter } ?? [])
    let speaking = (feed.operation == .sum ? feed.operands : [feed]).filter { $0.contains(letter) }
    guard speaking.count == 1, letters.intersection(speaking[0].variables) == [letter],
      speaking[0].operation == .product,
      speaking[0].operands.count(where: { $0.contains(letter) }) == 1
    else { return nil }
    let dot = Expression.variable(Variable("·", letter.shape))
    let matrices = speaking[0].operands.filter { !$0.shape.isScalar && !$0.contains(letter) }
    return NetworkFigure.Layer.Way(
      source: source, matrix: show.lettered(speaking[0].substituting([letter: dot]).simplified),
      variable: matrices.count == 1 ? matrices[0].tied?.name : nil)
  }

  /// How the activations that feed a layer are joined; nil where one alone does, or in another way.
  func joint(of layer: Network.Layer) -> String? {
    guard let feed = layer.feed, feed.sources.count > 1 else { return nil }
    switch feed.formula.operation {
    case .sum: return "+"
    case .hadamard: return "⊙"
    case .product: return "×"
    default: return nil
    }
  }
}

extension Expression {
  /// The one variable that a matrix is, whatever its sign and scale, as it is or transposed.
  var tied: Variable? {
    let chain = operation == .product ? operands.filter { !$0.shape.isScalar } : [self]
    guard chain.count == 1, let only = chain.first else { return nil }
    switch only.operation {
    case .variable(let variable): return variable
    case .transpose, .product: return only.operands.count == 1 ? only.operands[0].tied : nil
    default: return nil
    }
  }
}
