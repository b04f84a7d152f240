internal import Derivations
internal import Diagnostics

extension FigureWriter {
  /// A function as a network: its diagram, its layer table, and how it ends.
  func network(_ figure: NetworkFigure, at location: SourceLocation) -> HTML {
    let title = formulas.shown(figure.title, at: location)
    return .element(
      "figure", ["class": "network"],
      .element(
        "div", ["class": "diagram-scroll", "tabindex": "0"], NetworkDiagram(figure).svg),
      layerTable(figure, at: location),
      .element("figcaption", of: [:], ["The network of ", title] + NetworkDiagram(figure).remark))
  }

  private func layerTable(_ figure: NetworkFigure, at location: SourceLocation) -> HTML {
    let rows = figure.layers.map { row($0, isChain: figure.isChain, at: location) }
    return table(
      class: "layers", caption: nil,
      head: [
        "Layer",
        figure.isChain ? "Weight" : .fragment(["Input ", .element("i", [:], "z")]),
        .fragment(["Activation function ", .element("i", [:], "f")]),
        .fragment(["Shape of ", .element("i", [:], "z")]),
      ],
      rows: rows + [objective(figure, at: location)])
  }

  private func row(
    _ layer: NetworkFigure.Layer, isChain: Bool, at location: SourceLocation
  ) -> HTML {
    let before = isChain ? layer.weight : layer.feed ?? layer.input
    return .element(
      "tr", ["data-layer": String(layer.number)],
      .element("th", ["scope": "row"], .text(String(layer.number))),
      .element("td", [:], before.map { formulas.shown($0, at: location) } ?? "—"),
      .element("td", [:], formulas.shown(layer.activation, at: location)),
      .element("td", [:], .text(layer.shape)))
  }

  /// The last row: how the last activations give the function.
  private func objective(_ figure: NetworkFigure, at location: SourceLocation) -> HTML {
    .element(
      "tr", ["class": "objective"],
      .element("th", ["scope": "row"], .element("i", [:], "J")),
      .element("td", ["colspan": "3"], formulas.shown(figure.objective, at: location)))
  }
}
