internal import Derivations

/// The lines of a diagram with their labels.
extension NetworkDiagram {
  // MARK: Edges

  func edges(_ gap: DiagramLayout.Gap) -> HTML {
    switch gap.content {
    case .hidden:
      return .element(
        "path",
        [
          "d":
            "M\(Self.numbers((gap.left.x + gap.right.x) / 2 - 16, gap.left.middle))h0m16 0h0m16 0h0",
          "class": "dots",
        ])
    case .nothing: return .fragment([])
    case .feed(_, let isEntrywise): return edges(gap, isEntrywise: isEntrywise, tie: nil)
    case .weight(_, let isEntrywise, let tie):
      return edges(gap, isEntrywise: isEntrywise, tie: tie)
    }
  }

  /// Lines from each unit to its own, or to every one.
  func edges(_ gap: DiagramLayout.Gap, isEntrywise: Bool, tie: Int?) -> HTML {
    let pairs =
      isEntrywise
      ? Array(zip(gap.left.units, gap.right.units))
      : gap.left.units.flatMap { from in gap.right.units.map { (from, $0) } }
    return Self.path(
      pairs.map { Self.edge(gap.left.x, $0.0, gap.right.x, $0.1) }, Self.lineClass(tie, "edges"))
  }

  /// A line above the columns, broken where the right one only speaks of the left.
  func arc(_ arc: DiagramArc) -> HTML {
    let (start, end) = (arc.left.x + arc.departure, arc.right.x + arc.arrival)
    let (line, bend) = (layout.line(of: arc), 8.0)
    let points: [(String, [Double])] = [
      ("M", [start, Self.rim(arc.left, arc.departure)]), ("V", [line + bend]),
      ("Q", [start, line, start + bend, line]), ("H", [end - bend]),
      ("Q", [end, line, end, line + bend]), ("V", [Self.rim(arc.right, arc.arrival)]),
    ]
    let path = points.map { $0 + $1.map(Self.number).joined(separator: " ") }.joined()
    let kind = arc.isRecalled ? "arc recalled" : "arc"
    return Self.path([path], Self.lineClass(arc.label?.tie, kind))
  }

  /// A line between branches in lanes: level, then in a curve to the next height, and so on.
  func wire(_ wire: DiagramWire) -> HTML {
    var path = "M" + Self.numbers(wire.points[0].x, wire.points[0].y)
    for (index, (from, to)) in zip(wire.points, wire.points.dropFirst()).enumerated() {
      guard from != to else { continue }
      path +=
        index % 2 == 0 || from.y == to.y
        ? "H" + Self.number(to.x) : Self.curve(from.x, from.y, to.x, to.y)
    }
    return Self.path(
      [path], Self.lineClass(wire.label?.tie, wire.isRecalled ? "arc recalled" : "arc"))
  }

  /// Lines from the units of a layer to where its wires begin or end.
  func fan(_ fan: DiagramFan) -> HTML {
    let (middle, rim) = (fan.column.middle, DiagramLayout.radius)
    let lines = fan.column.units.map { y in
      Self.line(fan.x, middle, fan.column.x + (fan.isLeaving ? rim : -rim), y)
    }
    return Self.path(lines, fan.tie.map { "tie-\($0 % 6)" })
  }

  func label(_ wire: DiagramWire) -> HTML {
    wire.label.map { pill($0.text, at: wire.place.x, wire.place.y, $0.tie) } ?? .fragment([])
  }

  private static func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    let middle = (x1 + x2) / 2
    return "C" + [numbers(middle, y1), numbers(middle, y2), numbers(x2, y2)].joined(separator: " ")
  }

  private static func numbers(_ x: Double, _ y: Double) -> String { "\(number(x)) \(number(y))" }

  /// The height of the upper rim of the first unit at a distance from its middle.
  private static func rim(_ column: DiagramLayout.Column, _ distance: Double) -> Double {
    let r = DiagramLayout.radius
    return column.units[0] - (r * r - distance * distance).squareRoot()
  }

  func label(_ arc: DiagramArc) -> HTML {
    guard let label = arc.label else { return .fragment([]) }
    return pill(label.text, at: arc.labelX, layout.line(of: arc), label.tie)
  }

  func label(_ gap: DiagramLayout.Gap) -> HTML {
    let (x, y) = ((gap.left.x + gap.right.x) / 2, (gap.left.middle + gap.right.middle) / 2)
    switch gap.content {
    case .nothing, .feed(nil, _): return .fragment([])
    case .feed(let label?, _): return pill(label, at: x, y, nil)
    case .hidden(let count):
      return Self.text(x, y + 26, "more", "\(count) more")
    case .weight(let label, _, let tie): return pill(label, at: x, y, tie)
    }
  }

  /// A name on a line, or on the lines between two columns.
  func pill(_ label: String, at x: Double, _ y: Double, _ tie: Int?) -> HTML {
    let width = Self.pillWidth(label)
    return .element(
      "g",
      [
        "class": Self.lineClass(tie, "label"),
        "transform": "translate(\(Self.number(x)) \(Self.number(y)))",
      ],
      .element(
        "rect",
        [
          "x": Self.number(-width / 2), "y": "-13", "width": Self.number(width), "height": "26",
          "rx": "13",
        ]),
      Self.text(nil, 5, nil, label))
  }

  static func pillWidth(_ label: String) -> Double { DiagramLayout.textWidth(label) + 16 }

  private static func lineClass(_ tie: Int?, _ kind: String) -> String {
    tie.map { "\(kind) tie-\($0 % 6)" } ?? kind
  }

  // MARK: Ends

  /// The names of what is put in, with lines to the units that take it.
  var inputs: [HTML] {
    let isNamed = { (layer: NetworkFigure.Layer) in layer.sources.isEmpty }
    return layout.hasLanes
      ? layout.columns.filter { isNamed($0.layer) }.map(input) : layout.columns.prefix(1).map(input)
  }

  func input(_ column: DiagramLayout.Column) -> HTML {
    let start = column.x - DiagramLayout.radius
    let label = prettified(column.layer.input.text)
    return .fragment([
      Self.path(
        column.units.map { Self.line(start - 22, column.middle, start, $0) }),
      Self.text(
        start - 28 - DiagramLayout.textWidth(label) / 2, column.middle + 5, "name", label),
    ])
  }

  /// How far the name of an input reaches to the left of its layer.
  static func inputWidth(_ layer: NetworkFigure.Layer) -> Double {
    DiagramLayout.radius + 28 + DiagramLayout.textWidth(prettified(layer.input.text))
  }

  var output: HTML {
    guard let last = layout.columns.last else { return .fragment([]) }
    let sign = figure.objective.tex.contains(#"\sum"#) ? "Σ" : "J"
    let label = DiagramLayout.title(of: figure)
    let end = layout.sum + DiagramLayout.radius
    let lines =
      last.units.map { Self.edge(last.x, $0, layout.sum, last.middle) }
      + [Self.line(end, last.middle, end + 20, last.middle)]
    return .fragment([
      Self.path(lines), Self.circle(layout.sum, last.middle),
      Self.text(layout.sum, last.middle + 6, "sum", sign),
      Self.text(
        end + 26 + DiagramLayout.textWidth(label) / 2, last.middle + 5, "name", label),
    ])
  }
}
