internal import Derivations

/// A network as an inline SVG that takes its colours from the page's stylesheet.
struct NetworkDiagram {
  let figure: NetworkFigure
  let layout: DiagramLayout
  /// What the names of the rows of the layer table begin with.
  private let anchor: String
  /// The language of the page.
  private let phrases: Phrases

  init(
    _ figure: NetworkFigure, anchor: String = "layer", phrases: Phrases = Phrases(language: "en")
  ) {
    self.figure = figure
    self.anchor = anchor
    self.phrases = phrases
    layout = DiagramLayout(figure)
  }

  /// What the caption has to add: that layers are left out of the drawing.
  var remark: [HTML] {
    layout.hidden == 0
      ? []
      : [
        phrases.inline(Sentence(numbered: "; \(layout.hidden) layers in the middle are not drawn"))
      ]
  }

  /// The drawing, and what keeps it from being drawn too small to be read.
  var svg: HTML {
    let height = Self.number(layout.height)
    let box = ["0", Self.number(layout.top), Self.number(layout.width), height]
    let lines = layout.gaps.map(edges) + layout.arcs.map(arc) + layout.wires.map(wire)
    let labels = layout.gaps.map(label) + layout.arcs.map(label) + layout.wires.map(label)
    let drawing = HTML.element(
      "svg",
      of: [
        "class": "diagram",
        "aria-label": "\(phrases.said("Network of")) \(prettified(figure.title.text))",
        "viewBox": box.joined(separator: " "), "width": Self.number(layout.width),
        "height": height,
      ],
      [.element("desc", ["lang": phrases.englishTag], .text(description))] + lines
        + layout.fans.map(fan) + inputs + [output] + layout.columns.map(column) + labels)
    return .fragment([Self.strut(layout.width), drawing])
  }

  /// An empty drawing that is as wide as another one has to be: what is wider than its column shrinks down to this
  /// before it scrolls.
  static func strut(_ width: Double) -> HTML {
    let least = (width * smallest).rounded()
    return least <= narrowest
      ? .fragment([])
      : .element("svg", ["class": "strut", "width": number(least), "height": "0"])
  }

  /// The scale at which the smallest letters are a bit more than 8 pixels high.
  private static let smallest = 0.67
  /// What every screen has room for.
  private static let narrowest = 288.0

  /// The diagram in words.
  private var description: String {
    figure.layers.map { words($0) + recalled($0) + onward($0) + "." }.joined(separator: " ")
  }

  /// What becomes of a layer's activations.
  private func onward(_ layer: NetworkFigure.Layer) -> String {
    let fed = figure.layers.filter { $0.sources.contains(layer.number) }.map { String($0.number) }
    let weight = layer.weight.map { "; weight \(prettified($0.text))" } ?? ""
    if figure.isChain, !weight.isEmpty { return weight + " to the next layer" }
    guard fed.isEmpty else {
      let word = fed.count == 1 ? "layer" : "layers"
      let numbers = fed.joined(separator: " and ")
      return (weight.isEmpty ? ";" : weight + ",") + " feeds \(word) \(numbers)"
    }
    return figure.objective.tex.contains(#"\sum"#) ? "; its activations are summed" : ""
  }

  /// Which inputs its activation speaks of.
  private func recalled(_ layer: NetworkFigure.Layer) -> String {
    let numbers = layer.recalled.map(String.init)
    return numbers.isEmpty ? "" : ", with the input of layer \(numbers.joined(separator: " and "))"
  }

  private func words(
    _ layer: NetworkFigure.Layer, _ phrases: Phrases = Phrases(language: "en")
  ) -> String {
    let activation =
      layer.activationName.isEmpty
      ? phrases.said("identity") : prettified(layer.activationName)
    return "\(phrases.said("Layer")) \(layer.number): \(activation)"
  }

  // MARK: Columns

  private func column(_ column: DiagramLayout.Column) -> HTML {
    let layer = column.layer
    // A link to its row: it can take the focus, and leads there where no scripts run.
    return .element(
      "a",
      of: [
        "class": "layer", "data-layer": String(layer.number),
        "href": "#\(anchor).\(layer.number)", "aria-label": words(layer, phrases),
        "transform": "translate(\(Self.number(column.x)))",
      ],
      [hit(column)] + column.units.map { Self.circle(nil, $0) }
        + (layer.joint.map { joint in column.units.map { Self.text(nil, $0 + 6, "joint", joint) } }
          ?? []) + [Self.dots(column), caption(column)])
  }

  /// What stands under a layer: its activation, its number and its shape.
  private func caption(_ column: DiagramLayout.Column) -> HTML {
    let layer = column.layer
    let lines = ["\(phrases.said("layer")) \(layer.number)", layer.shape.text]
    let first =
      isAside(layer) ? prettified(layer.input.text) : Self.activation(layer)
    return .element(
      "text", of: ["y": Self.number(column.foot)],
      [.text(first)]
        + zip(lines, ["17", "16"]).map {
          .element("tspan", ["x": "0", "dy": $1], .text($0))
        })
  }

  /// What can be pointed at: the whole column.
  private func hit(_ column: DiagramLayout.Column) -> HTML {
    let top = column.units[0] - DiagramLayout.radius - 4
    return .element(
      "rect",
      [
        "x": "-30", "y": Self.number(top), "width": "60",
        "height": Self.number(column.bottom - top),
      ])
  }

  /// What a layer does to its input, in a formula of z; `z` is the identity.
  static func activation(_ layer: NetworkFigure.Layer) -> String {
    layer.activationName.isEmpty ? "z" : shortened(prettified(layer.activationName))
  }

  /// Whether nothing feeds a layer behind the first: a part that is put in from outside.
  private func isAside(_ layer: NetworkFigure.Layer) -> Bool {
    layer.number > 1 && layer.sources.isEmpty && !figure.isChain && !layout.hasLanes
  }
}
