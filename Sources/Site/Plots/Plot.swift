internal import Derivations

/// Curves as an inline SVG that takes its colours from the page's stylesheet.
struct Plot {
  private let figure: PlotFigure
  private let across: PlotAxis
  private let up: PlotAxis

  private static let width = 560.0
  private static let height = 280.0
  /// The frame within the drawing.
  private static let left = 64.0
  private static let right = 548.0
  private static let top = 12.0
  private static let bottom = 236.0

  init(_ figure: PlotFigure) {
    self.figure = figure
    let points = figure.curves.flatMap(\.points)
    let isLogarithmic = figure.isLogarithmic
    across = PlotAxis(points.map(\.x), isLogarithmic: isLogarithmic, padded: false)
    up = PlotAxis(Self.heights(figure), isLogarithmic: isLogarithmic, padded: true)
  }

  /// The heights that find room: all of the first curve, and of the others what is not far from it.
  private static func heights(_ figure: PlotFigure) -> [Double] {
    let first = figure.curves.first?.points.map(\.y) ?? []
    guard !figure.isLogarithmic, let low = first.min(), let high = first.max() else {
      return figure.curves.flatMap { $0.points.map(\.y) }
    }
    let reach = max(high - low, 0.5)
    let others = figure.curves.dropFirst().flatMap { $0.points.map(\.y) }
    return first + others.filter { (low - reach...high + reach).contains($0) }
  }

  var svg: HTML {
    .element(
      "svg",
      of: [
        "class": "diagram", "role": "img", "aria-label": prettified(figure.caption),
        "viewBox": "0 0 560 280", "width": "560", "height": "280",
      ], [grid] + figure.curves.enumerated().map { curve($1, $0) } + [labels])
  }

  // MARK: Parts

  private var grid: HTML {
    let vertical = across.ticks.flatMap { share, text in
      let x = Self.x(share)
      return [
        Self.line(x, Self.top, x, Self.bottom), Self.text(x, Self.bottom + 18, "tick", text),
      ]
    }
    let horizontal = up.ticks.flatMap { share, text in
      let y = Self.y(share)
      return [
        Self.line(Self.left, y, Self.right, y),
        Self.text(Self.left - 8, y + 4, "tick end", text),
      ]
    }
    return .element("g", of: ["class": "grid"], vertical + horizontal + axes)
  }

  /// The lines of zero, where they are within the frame.
  private var axes: [HTML] {
    guard !figure.isLogarithmic else { return [] }
    var lines: [HTML] = []
    let (x, y) = (across.share(of: 0), up.share(of: 0))
    if (0...1).contains(x) {
      lines.append(Self.line(Self.x(x), Self.top, Self.x(x), Self.bottom, "axis"))
    }
    if (0...1).contains(y) {
      lines.append(Self.line(Self.left, Self.y(y), Self.right, Self.y(y), "axis"))
    }
    return lines
  }

  private func curve(_ curve: PlotFigure.Curve, _ index: Int) -> HTML {
    var path = ""
    var isOpen = false
    for point in curve.points {
      let height = up.share(of: point.y)
      guard (0...1).contains(height) else {
        isOpen = false
        continue
      }
      let x = Self.number(Self.x(across.share(of: point.x)))
      path += (isOpen ? "L" : "M") + "\(x) \(Self.number(Self.y(height)))"
      isOpen = true
    }
    return .element("path", ["class": "curve curve-\(index)", "d": path])
  }

  private var labels: HTML {
    let middle = (Self.left + Self.right) / 2
    let vertical =
      figure.vertical.isEmpty
      ? HTML.fragment([])
      : .element(
        "text",
        ["class": "text-axis", "transform": "translate(14 124) rotate(-90)"], .text(figure.vertical)
      )
    return .fragment([Self.text(middle, Self.height - 6, "axis", figure.horizontal), vertical])
  }

  // MARK: Shapes

  private static func x(_ share: Double) -> Double { left + share * (right - left) }
  private static func y(_ share: Double) -> Double { bottom - share * (bottom - top) }

  /// Coordinates to half a unit: no digits that differ between machines.
  private static func number(_ value: Double) -> String {
    let halves = Int((value * 2).rounded())
    return halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2).5"
  }

  private static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ role: String? = nil
  ) -> HTML {
    .element(
      "line",
      [
        "class": role, "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2),
      ])
  }

  private static func text(_ x: Double, _ y: Double, _ role: String, _ text: String) -> HTML {
    .element("text", ["class": "text-\(role)", "x": number(x), "y": number(y)], .text(text))
  }
}
