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

  var svg: HTML {
    let height = Self.number(layout.height)
    let box = ["0", Self.number(layout.top), Self.number(layout.width), height]
    return .element(
      "svg",
      of: [
        "class": "diagram \(Self.sizeClass(layout.width))",
        "aria-label": "\(phrases.said("Network of")) \(prettified(figure.title.text))",
        "viewBox": box.joined(separator: " "), "width": Self.number(layout.width),
        "height": height,
      ],
      [
        .element("desc", ["lang": phrases.englishTag], .text(description))
      ] + layout.gaps.map(edges) + layout.arcs.map(arc) + layout.passes.map(pass) + inputs
        + [output] + layout.columns.map(column)
        + layout.gaps.map(label) + layout.arcs.map(label) + layout.passes.map(label))
  }

  /// The class by which the stylesheet knows how far a drawing may shrink to fit before it scrolls: its width
  /// in hundreds.
  static func sizeClass(_ width: Double) -> String { "from-\(min(20, max(3, Int(width / 100))))" }

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
    let name = Self.nameOutside(layer) == nil ? prettified(layer.activationName) : ""
    var parts =
      [hit(column)]
      + column.units.flatMap { y in
        [Self.circle(column.x, y)]
          + (name.isEmpty ? [] : [Self.text(column.x, y + 4.5, "unit", name)])
      }
    if column.hasMore {
      let middle = column.units.suffix(2).reduce(0, +) / 2
      parts += [-9.0, 0, 9].map { Self.dot(column.x, middle + $0) }
    }
    if let outside = Self.nameOutside(layer) {
      parts.append(Self.text(column.x, nameLine(column), "activation", outside))
    } else if isAside(layer) {
      parts.append(Self.text(column.x, nameLine(column), "name", prettified(layer.input.text)))
    }
    parts.append(
      Self.text(column.x, column.foot, "number", "\(phrases.said("layer")) \(layer.number)"))
    parts.append(Self.text(column.x, column.foot + 16, "shape", layer.shape.text))
    // A link to its row: it can take the focus, and leads there where no scripts run.
    return .element(
      "a",
      of: [
        "class": isAside(layer) ? "layer aside" : "layer", "data-layer": String(layer.number),
        "href": "#\(anchor).\(layer.number)", "aria-label": words(layer, phrases),
      ], parts)
  }

  /// What can be pointed at: the whole column.
  private func hit(_ column: DiagramLayout.Column) -> HTML {
    let top = layout.hasLanes ? column.units[0] - DiagramLayout.radius - 4 : 8
    return .element(
      "rect",
      [
        "class": "hit", "x": Self.number(column.x - 30), "y": Self.number(top), "width": "60",
        "height": Self.number(column.foot + 20 - top),
      ])
  }

  /// The name of an activation that does not fit into a unit.
  static func nameOutside(_ layer: NetworkFigure.Layer) -> String? {
    let name = prettified(layer.activationName)
    return name.count <= 5 ? nil : shortened(name)
  }

  /// Where the names of activations and of what is put in stand that do not fit into a unit.
  private func nameLine(_ column: DiagramLayout.Column) -> Double {
    layout.hasLanes ? column.foot - 16 : layout.namesStandBelow ? column.foot - 20 : 22
  }

  /// Whether nothing feeds a layer behind the first: a part that is put in from outside.
  private func isAside(_ layer: NetworkFigure.Layer) -> Bool {
    layer.number > 1 && layer.sources.isEmpty && !figure.isChain && !layout.hasLanes
  }
}
