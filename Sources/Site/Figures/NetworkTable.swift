internal import Derivations
internal import Diagnostics

extension FigureWriter {
  /// A function as a network: its diagram, its layer table, and how it ends.
  ///
  /// - Parameters:
  ///   - part: its number among the networks of one statement, from 0.
  ///   - count: how many networks those are.
  func network(
    _ figure: NetworkFigure, part: Int = 0, of count: Int = 1, at location: SourceLocation
  ) -> HTML {
    let title = formulas.shown(figure.title, at: location)
    let anchor = "layer.\(location.line).\(part)"
    let diagram = NetworkDiagram(figure, anchor: anchor, phrases: phrases)
    return .element(
      "figure",
      [
        "class": "network", "data-of": figure.function,
        "data-term": count == 1 ? nil : String(part + 1),
      ],
      .element(
        "div", ["class": "diagram-scroll", "tabindex": "0"], diagram.svg),
      layerTable(figure, anchor, at: location),
      .element(
        "figcaption", of: [:],
        [said("The network of"), " ", title] + diagram.remark
          + [allNumbers(figure.layers.flatMap(\.numbers))]))
  }

  private func layerTable(
    _ figure: NetworkFigure, _ anchor: String, at location: SourceLocation
  ) -> HTML {
    let ties = figure.layers.ties
    let rows = figure.layers.enumerated().map { index, layer in
      let before = index > 0 ? figure.layers[index - 1] : nil
      let tie =
        figure.isChain
        ? layer.weightVariable.flatMap { ties[$0] }
        : DiagramLayout.tie(into: layer, after: before, ties)
      return row(layer, isChain: figure.isChain, anchor, tie: tie, at: location)
    }
    return table(
      class: "layers", caption: nil,
      head: [
        said("Layer"),
        figure.isChain
          ? said("Weight") : .fragment([said("Input"), " ", .element("i", [:], "z")]),
        .fragment([said("Activation function"), " ", .element("i", [:], "f")]),
        .fragment([said("Shape of"), " ", .element("i", [:], "z")]),
      ],
      rows: rows + [objective(figure, at: location)])
  }

  private func row(
    _ layer: NetworkFigure.Layer, isChain: Bool, _ anchor: String, tie: Int?,
    at location: SourceLocation
  ) -> HTML {
    let before = isChain ? layer.weight : layer.feed ?? layer.input
    return .element(
      "tr", ["data-layer": String(layer.number), "id": "\(anchor).\(layer.number)"],
      .element("th", ["scope": "row"], .text(String(layer.number))),
      .element(
        "td", ["class": tie.map { "tie-\($0 % 6)" }],
        before.map { formulas.shown($0, at: location) } ?? "—"),
      .element("td", [:], formulas.shown(layer.activation, at: location)),
      .element(
        "td", [:], formulas.shown(layer.shape, at: location),
        numbers(layer.numbers, at: location)))
  }

  /// Values at the numbers of the example, folded up.
  func numbers(_ numbers: [Shown], at location: SourceLocation) -> HTML {
    guard !numbers.isEmpty else { return .fragment([]) }
    return .element(
      "details", of: ["class": "numbers"],
      [.element("summary", [:], said("numbers"))]
        + numbers.map { .element("div", [:], formulas.shown($0, at: location)) })
  }

  /// What unfolds all numbers of a figure at once, where it has some; the stylesheet does it without scripts.
  func allNumbers(_ numbers: [Shown]) -> HTML {
    guard !numbers.isEmpty else { return .fragment([]) }
    return .element(
      "label", [:], .element("input", ["class": "all", "type": "checkbox"]), " ",
      said("show all numbers"))
  }

  /// The last row: how the last activations give the function.
  private func objective(_ figure: NetworkFigure, at location: SourceLocation) -> HTML {
    .element(
      "tr", ["class": "objective"],
      .element("th", ["scope": "row"], "Σ"),
      .element("td", ["colspan": "3"], formulas.shown(figure.objective, at: location)))
  }
}
