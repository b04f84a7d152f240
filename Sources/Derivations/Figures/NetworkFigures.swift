import Backprop
import MatrixCalculus
import Notation

/// Makes the figures of networks and their deltas.
struct NetworkFigures {
  let show: Showing
  /// The function's name or text.
  let function: Shown
  /// The numbers of the page's example.
  var example = Example()

  /// The layer table of each term.
  func networks(_ networks: [Network]) -> [NetworkFigure] {
    networks.map { network in
      var figure = NetworkFigure(
        title: title(of: network, isOnly: networks.count == 1),
        layers: tied(network.layers.map { layer($0, network) }, network),
        objective: objective(network),
        isChain: network.isChain)
      figure.function = function.text
      return figure
    }
  }

  /// The delta table of each term.
  func deltas(_ layers: [Layered]) -> [DeltaFigure] {
    layers.map { layered in
      let writing = DeltaWriting(layered.deltas, show)
      var figure = DeltaFigure(
        title: title(of: layered.network, isOnly: layers.count == 1),
        rows: layered.deltas.rows.map { row($0, layered.network, writing) })
      figure.function = function.text
      return figure
    }
  }

  private func title(of network: Network, isOnly: Bool) -> Shown {
    guard !isOnly else { return function }
    let term = show(network.term)
    return Shown(
      text: "the term \(term.text) of \(function.text)",
      tex: #"\text{the term } \#(term.tex) \text{ of } \#(function.tex)"#)
  }

  // MARK: Layers

  private func layer(_ layer: Network.Layer, _ network: Network) -> NetworkFigure.Layer {
    let entry = EntryFigure(layer.activation.entry, show)
    var shown = NetworkFigure.Layer(
      number: layer.number, input: input(layer), shape: shape(layer.input.shape),
      activation: entry.activation,
      activationName: layer.activation.isIdentity ? "" : entry.name,
      weight: layer.weight.map(weight), weightVariable: layer.weight?.matrix.tied?.name,
      sources: layer.feed?.sources ?? [],
      feed: layer.feed.map { show.lettered($0.formula.simplified) })
    shown.ways = ways(to: layer, in: network)
    shown.joint = joint(of: layer)
    shown.recalled = network.recalled(by: layer)
    shown.numbers = [("z", layer.input), ("a", layer.output)].compactMap { letter, value in
      example.shown(
        Shown(text: "\(letter)\(layer.number)", tex: "\(letter)^{(\(layer.number))}"), value)
    }
    return shown
  }

  /// The layers with their tied weights marked where several feed one layer.
  private func tied(
    _ layers: [NetworkFigure.Layer], _ network: Network
  ) -> [NetworkFigure.Layer] {
    let ties = layers.ties
    guard !ties.isEmpty else { return layers }
    return zip(layers, network.layers).map { shown, layer in
      var shown = shown
      let names = Set(shown.ways.compactMap(\.variable))
      guard names.count > 1, let formula = layer.feed?.formula.simplified else { return shown }
      let weights = formula.variables.filter { names.contains($0.name) }
      let marks = weights.compactMap { weight in
        ties[weight.name].map { (weight, "tie-\($0 % 6)") }
      }
      shown.feed = show.lettered(formula, marking: marks)
      return shown
    }
  }

  private func input(_ layer: Network.Layer) -> Shown {
    show(layer.input, orNarrow: (layer.feed?.formula ?? layer.input).simplified)
  }

  private func shape(_ shape: Shape) -> Shown {
    guard !shape.isScalar else { return Shown(text: "scalar", tex: #"\text{scalar}"#) }
    let sizes = (shape.isColumn ? [shape.rows] : [shape.rows, shape.columns])
      .map { show(.size($0)) }
    return Shown(
      text: "(\(sizes.map(\.text).joined(separator: ", ")))",
      tex: "(\(sizes.map(\.tex).joined(separator: ", ")))")
  }

  func weight(_ weight: Weight) -> Shown {
    weight.isIdentity ? Shown(text: "I", tex: "I") : show.lettered(weight.matrix)
  }

  private func objective(_ network: Network) -> Shown {
    let last = network.layers.count
    let sum = Shown(text: "sum(a\(last))", tex: #"\sum_k f(z^{(\#(last))}_k)"#)
    return .equation(function, times(sum, network.coefficient, " "))
  }

  /// What stands behind a coefficient, of which minus one is a sign.
  private func times(_ factor: Shown, _ coefficient: Expression, _ space: String) -> Shown {
    guard coefficient.rational != .one else { return factor }
    let shown = factor.tex.hasPrefix("-") ? Self.bracketed(factor) : factor
    switch coefficient.rational {
    case .minusOne: return shown.map(text: { "-" + $0 }, tex: { "-" + $0 })
    default: break
    }
    let isSum = coefficient.operation == .sum
    let left = isSum ? Self.bracketed(show(coefficient)) : show(coefficient)
    return shown.map(text: { "\(left.text)*\($0)" }, tex: { left.tex + space + $0 })
  }

  // MARK: Deltas

  private func row(
    _ row: Deltas.Row, _ network: Network, _ writing: DeltaWriting
  ) -> DeltaFigure.Row {
    var shown = DeltaFigure.Row(
      layer: row.layer.number,
      derivative: EntryFigure(row.layer.activation.entry, show).derivative,
      delta: delta(row, network, writing),
      simplified: writing.value(row), input: writing.input(row.layer))
    shown.number = example.shown(.delta(row.layer.number), row.value)
    return shown
  }

  /// The delta as backpropagation states it, nothing simplified.
  private func delta(
    _ row: Deltas.Row, _ network: Network, _ writing: DeltaWriting
  ) -> Shown {
    let slope = slope(row, writing)
    guard let arriving = row.arriving else {
      let isSum = row.slope.operation == .sum && network.coefficient.rational != .one
      return times(isSum ? Self.bracketed(slope) : slope, network.coefficient, #" \, "#)
    }
    let back =
      row.layer.weight.map { self.arriving($0, row.layer.number + 1) } ?? show.lettered(arriving)
    let held = arriving.operands.isEmpty && row.layer.weight == nil ? back : Self.bracketed(back)
    return Shown(
      text: "\(held.text) .* \(slope.text)",
      tex: "\(held.tex) \(show.style.hadamard) \(slope.tex)")
  }

  /// (W⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾ with the weight as it stands in the table.
  private func arriving(_ weight: Weight, _ next: Int) -> Shown {
    let matrix = self.weight(weight)
    let isAtom = weight.isIdentity || weight.variable != nil && !weight.isTransposed
    return Shown(
      text: "\(isAtom ? matrix.text : "(\(matrix.text))")' * delta\(next)",
      tex: show.style.transposed(isAtom ? matrix.tex : "(\(matrix.tex))")
        + #" \delta^{(\#(next))}"#)
  }

  private func slope(_ row: Deltas.Row, _ writing: DeltaWriting) -> Shown {
    if row.slope.operation == .ones { return Shown(text: "1", tex: "1") }
    let shown = writing.slope(row)
    let forms = [row.slope, row.layer.letteredSlope.simplified]
    let isTorn = forms.contains { [.sum, .product, .hadamard].contains($0.operation) }
    return row.arriving == nil || !isTorn ? shown : Self.bracketed(shown)
  }

  private static func bracketed(_ shown: Shown) -> Shown {
    Shown(text: "(\(shown.text))", tex: #"\left( \#(shown.tex) \right)"#)
  }
}

extension Shown {
  /// The letter for the delta of a layer.
  static func delta(_ layer: Int) -> Shown {
    Shown(text: "delta\(layer)", tex: #"\delta^{(\#(layer))}"#)
  }
}
