internal import Derivations

/// The lines of a diagram with their labels.
extension NetworkDiagram {
  // MARK: Edges

  func edges(_ gap: DiagramLayout.Gap) -> HTML {
    switch gap.content {
    case .hidden:
      return .element(
        "g", of: ["class": "edges"],
        [-16.0, 0, 16].map {
          Self.dot((gap.left.x + gap.right.x) / 2 + $0, gap.left.middle)
        })
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
      pairs.map { Self.edge(gap.left.x, $0.0, gap.right.x, $0.1) }, Self.edgeClass(tie))
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
    return .element(
      "g", ["class": arc.label?.tie.map { "tied tie-\($0 % 6)" }],
      .element("path", ["d": path, "class": kind]))
  }

  /// A line past columns in lanes: out to its height, along, and in.
  func pass(_ pass: DiagramLanes.Pass) -> HTML {
    let (left, right) = (pass.left, pass.right)
    let (start, end) = (left.x + DiagramLayout.radius, right.x - DiagramLayout.radius)
    let (from, to) = (
      Self.unit(of: left, facing: pass.level?.y ?? right.middle),
      Self.unit(of: right, facing: pass.level?.y ?? left.middle)
    )
    var path = "M" + Self.numbers(start, from)
    if let level = pass.level {
      path += Self.curve(start, from, level.from, level.y) + "H" + Self.number(level.to)
      path += Self.curve(level.to, level.y, end, to)
    } else {
      path += Self.curve(start, from, end, to)
    }
    let kind = pass.isRecalled ? "arc recalled" : "arc"
    return .element(
      "g", ["class": pass.label?.tie.map { "tied tie-\($0 % 6)" }],
      .element("path", ["d": path, "class": kind]))
  }

  /// The unit of a column on the side of a height.
  private static func unit(of column: DiagramLayout.Column, facing y: Double) -> Double {
    let side = y < column.middle ? column.units.first : column.units.last
    return abs(y - column.middle) < 1 ? column.middle : side ?? column.middle
  }

  private static func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    let middle = (x1 + x2) / 2
    return "C" + [numbers(middle, y1), numbers(middle, y2), numbers(x2, y2)].joined(separator: " ")
  }

  private static func numbers(_ x: Double, _ y: Double) -> String { "\(number(x)) \(number(y))" }

  func label(_ pass: DiagramLanes.Pass) -> HTML {
    guard let label = pass.label else { return .fragment([]) }
    let middle = (pass.left.x + pass.right.x) / 2
    let (x, y) = pass.level.map { (($0.from + $0.to) / 2, $0.y) } ?? (middle, pass.left.middle)
    return pill(label.text, at: x, y, Self.edgeClass(label.tie) + " label")
  }

  /// The height of the upper rim of the first unit at a distance from its middle.
  private static func rim(_ column: DiagramLayout.Column, _ distance: Double) -> Double {
    let r = DiagramLayout.radius
    return column.units[0] - (r * r - distance * distance).squareRoot()
  }

  func label(_ arc: DiagramArc) -> HTML {
    guard let label = arc.label else { return .fragment([]) }
    return pill(
      label.text, at: arc.labelX, layout.line(of: arc), Self.edgeClass(label.tie) + " label")
  }

  func label(_ gap: DiagramLayout.Gap) -> HTML {
    let (x, y) = ((gap.left.x + gap.right.x) / 2, (gap.left.middle + gap.right.middle) / 2)
    switch gap.content {
    case .nothing, .feed(nil, _): return .fragment([])
    case .feed(let label?, _): return pill(label, at: x, y, "edges label")
    case .hidden(let count):
      return Self.text(x, y + 26, "number", "\(count) more")
    case .weight(let label, _, let tie):
      return pill(label, at: x, y, Self.edgeClass(tie) + " label")
    }
  }

  /// A name on a line, or on the lines between two columns.
  func pill(
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
        column.units.map { Self.line(start - 22, column.middle, start, $0) }, "edges end"),
      Self.text(
        start - 28 - DiagramLayout.textWidth(label) / 2, column.middle + 5, "name", label),
    ])
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
      Self.path(lines, "edges end"), Self.circle(layout.sum, last.middle),
      Self.text(layout.sum, last.middle + 6, "sum", sign),
      Self.text(
        end + 26 + DiagramLayout.textWidth(label) / 2, last.middle + 5, "name", label),
    ])
  }
}
