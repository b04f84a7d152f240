internal import Derivations

/// A network as an inline SVG that takes its colours from the page's stylesheet.
struct NetworkDiagram {
  private let figure: NetworkFigure
  private let layout: DiagramLayout
  /// What the names of the rows of the layer table begin with.
  private let anchor: String

  init(_ figure: NetworkFigure, anchor: String = "layer") {
    self.figure = figure
    self.anchor = anchor
    layout = DiagramLayout(figure)
  }

  /// What the caption has to add: that layers are left out of the drawing.
  var remark: [HTML] {
    layout.hidden == 0
      ? [] : [.text("; \(layout.hidden) layers in the middle are not drawn")]
  }

  var svg: HTML {
    let height = Self.number(DiagramLayout.height + layout.headroom + layout.footroom)
    let box = ["0", Self.number(-layout.headroom), Self.number(layout.width), height]
    return .element(
      "svg",
      of: [
        "class": "diagram \(Self.sizeClass(layout.width))",
        "aria-label": "Network of \(prettified(figure.title.text))",
        "viewBox": box.joined(separator: " "), "width": Self.number(layout.width),
        "height": height,
      ],
      [
        .element("desc", [:], .text(description))
      ] + layout.gaps.map(edges) + layout.arcs.map(arc) + [input, output]
        + layout.columns.map(column)
        + layout.gaps.map(label) + layout.arcs.map(label))
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

  private func words(_ layer: NetworkFigure.Layer) -> String {
    let activation =
      layer.activationName.isEmpty ? "identity" : prettified(layer.activationName)
    return "Layer \(layer.number): \(activation)"
  }

  // MARK: Columns

  private func column(_ column: DiagramLayout.Column) -> HTML {
    let layer = column.layer
    let name = prettified(layer.activationName)
    let fits = name.count <= 5
    let outside = fits ? "" : Self.shortened(name)
    // What can be pointed at: the whole column.
    let hit = HTML.element(
      "rect",
      [
        "class": "hit", "x": Self.number(column.x - 30), "y": "8", "width": "60",
        "height": Self.number(244 + layout.footroom),
      ])
    var parts =
      [hit]
      + column.units.flatMap { y in
        [Self.circle(column.x, y)]
          + (fits && !name.isEmpty ? [Self.text(column.x, y + 4.5, "unit", name)] : [])
      }
    if column.hasMore {
      parts += [-9.0, 0, 9].map { Self.dot(column.x, 151 + $0) }
    }
    if layer.sources.isEmpty, layer.number > 1, !figure.isChain, outside.isEmpty {
      parts.append(Self.text(column.x, nameLine, "name", prettified(layer.input.text)))
    }
    if !outside.isEmpty { parts.append(Self.text(column.x, nameLine, "activation", outside)) }
    let foot = layout.footroom
    parts.append(Self.text(column.x, 232 + foot, "number", "layer \(layer.number)"))
    parts.append(Self.text(column.x, 248 + foot, "shape", layer.shape))
    // A link to its row: it can take the focus, and leads there where no scripts run.
    return .element(
      "a",
      of: [
        "class": isAside(layer) ? "layer aside" : "layer", "data-layer": String(layer.number),
        "href": "#\(anchor).\(layer.number)", "aria-label": words(layer),
      ], parts)
  }

  /// Where the names of activations and of what is put in stand that do not fit into a unit.
  private var nameLine: Double { layout.namesStandBelow ? 232 : 22 }

  /// Whether nothing feeds a layer behind the first: a part that is put in from outside.
  private func isAside(_ layer: NetworkFigure.Layer) -> Bool {
    layer.number > 1 && layer.sources.isEmpty && !figure.isChain
  }

  // MARK: Edges

  private func edges(_ gap: DiagramLayout.Gap) -> HTML {
    switch gap.content {
    case .hidden:
      return .element(
        "g", of: ["class": "edges"],
        [-16.0, 0, 16].map {
          Self.dot((gap.left.x + gap.right.x) / 2 + $0, DiagramLayout.middle)
        })
    case .nothing: return .fragment([])
    case .feed(_, let isEntrywise): return edges(gap, isEntrywise: isEntrywise, tie: nil)
    case .weight(_, let isIdentity, let tie):
      return edges(gap, isEntrywise: isIdentity, tie: tie)
    }
  }

  /// Lines from each unit to its own, or to every one.
  private func edges(_ gap: DiagramLayout.Gap, isEntrywise: Bool, tie: Int?) -> HTML {
    let pairs =
      isEntrywise
      ? Array(zip(gap.left.units, gap.right.units))
      : gap.left.units.flatMap { from in gap.right.units.map { (from, $0) } }
    return .element(
      "g", of: ["class": Self.edgeClass(tie)],
      pairs.map { Self.edge(gap.left.x, $0.0, gap.right.x, $0.1) })
  }

  /// A line above the columns, broken where the right one only speaks of the left.
  private func arc(_ arc: DiagramArc) -> HTML {
    let (start, end) = (arc.left.x + arc.departure, arc.right.x + arc.arrival)
    let (line, bend) = (layout.line(of: arc), 8.0)
    let points: [(String, [Double])] = [
      ("M", [start, Self.rim(arc.left, arc.departure)]), ("V", [line + bend]),
      ("Q", [start, line, start + bend, line]), ("H", [end - bend]),
      ("Q", [end, line, end, line + bend]), ("V", [Self.rim(arc.right, arc.arrival)]),
    ]
    let path = points.map { $0 + $1.map(Self.number).joined(separator: " ") }.joined()
    let kind = arc.isRecalled ? "arc recalled" : "arc"
    return .element(
      "g", ["class": arc.label?.tie.map { "tied tie-\($0 % 6)" }],
      .element("path", ["d": path, "class": kind]))
  }

  /// The height of the upper rim of the first unit at a distance from its middle.
  private static func rim(_ column: DiagramLayout.Column, _ distance: Double) -> Double {
    let r = DiagramLayout.radius
    return column.units[0] - (r * r - distance * distance).squareRoot()
  }

  private func label(_ arc: DiagramArc) -> HTML {
    guard let label = arc.label else { return .fragment([]) }
    return pill(
      label.text, at: arc.labelX, layout.line(of: arc), Self.edgeClass(label.tie) + " label")
  }

  private func label(_ gap: DiagramLayout.Gap) -> HTML {
    let x = (gap.left.x + gap.right.x) / 2
    switch gap.content {
    case .nothing, .feed(nil, _): return .fragment([])
    case .feed(let label?, _): return pill(label, at: x, DiagramLayout.middle, "edges label")
    case .hidden(let count):
      return Self.text(x, DiagramLayout.middle + 26, "number", "\(count) more")
    case .weight(let label, _, let tie):
      return pill(label, at: x, DiagramLayout.middle, Self.edgeClass(tie) + " label")
    }
  }

  /// A name on a line, or on the lines between two columns.
  private func pill(
    _ label: String, at x: Double, _ y: Double, _ kind: String
  ) -> HTML {
    let width = DiagramLayout.textWidth(label) + 16
    return .element(
      "g", ["class": kind],
      .element(
        "rect",
        [
          "x": Self.number(x - width / 2), "y": Self.number(y - 13),
          "width": Self.number(width), "height": "26", "rx": "13",
        ]),
      Self.text(x, y + 5, "weight", label))
  }

  private static func edgeClass(_ tie: Int?) -> String {
    tie.map { "edges tied tie-\($0 % 6)" } ?? "edges"
  }

  // MARK: Ends

  private var input: HTML {
    guard let first = layout.columns.first else { return .fragment([]) }
    let start = first.x - DiagramLayout.radius
    let label = prettified(first.layer.input.text)
    return .element(
      "g", of: ["class": "edges end"],
      first.units.map { Self.line(start - 22, DiagramLayout.middle, start, $0) }
        + [
          Self.text(
            start - 28 - DiagramLayout.textWidth(label) / 2, DiagramLayout.middle + 5, "name",
            label)
        ])
  }

  private var output: HTML {
    guard let last = layout.columns.last else { return .fragment([]) }
    let sign = figure.objective.tex.contains(#"\sum"#) ? "Σ" : "J"
    let label = prettified(figure.title.text)
    let end = layout.sum + DiagramLayout.radius
    return .element(
      "g", of: ["class": "edges end"],
      last.units.map { Self.edge(last.x, $0, layout.sum, DiagramLayout.middle) }
        + [
          Self.line(end, DiagramLayout.middle, end + 20, DiagramLayout.middle),
          Self.circle(layout.sum, DiagramLayout.middle),
          Self.text(layout.sum, DiagramLayout.middle + 6, "sum", sign),
          Self.text(
            end + 26 + DiagramLayout.textWidth(label) / 2, DiagramLayout.middle + 5, "name", label),
        ])
  }
}

// MARK: Shapes

extension NetworkDiagram {
  /// Coordinates to half a pixel: no digits that differ between machines.
  private static func number(_ value: Double) -> String {
    let halves = (value * 2).rounded()
    let whole = Int(halves) / 2
    return Int(halves) % 2 == 0 ? "\(whole)" : "\(whole).5"
  }

  private static func circle(_ x: Double, _ y: Double) -> HTML {
    .element(
      "circle",
      ["cx": number(x), "cy": number(y), "r": number(DiagramLayout.radius), "class": "node"])
  }

  private static func dot(_ x: Double, _ y: Double) -> HTML {
    .element("circle", ["cx": number(x), "cy": number(y), "r": "2", "class": "dot"])
  }

  /// A line from the rim of one unit to the rim of another.
  private static func edge(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> HTML {
    let length = ((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)).squareRoot()
    let (dx, dy) = ((x2 - x1) / length, (y2 - y1) / length)
    let r = DiagramLayout.radius
    return line(x1 + dx * r, y1 + dy * r, x2 - dx * r, y2 - dy * r)
  }

  private static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> HTML {
    .element(
      "line", ["x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2)])
  }

  private static func text(_ x: Double, _ y: Double, _ role: String, _ text: String) -> HTML {
    .element(
      "text", ["x": number(x), "y": number(y), "class": "text-\(role)"], .text(text))
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 14 ? text : text.prefix(13) + "…"
  }
}
