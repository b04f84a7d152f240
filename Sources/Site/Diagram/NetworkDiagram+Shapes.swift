/// The shapes of a diagram.
extension NetworkDiagram {
  /// Coordinates to half a pixel: no digits that differ between machines.
  static func number(_ value: Double) -> String {
    let halves = (value * 2).rounded()
    let whole = Int(halves) / 2
    return Int(halves) % 2 == 0 ? "\(whole)" : "\(whole).5"
  }

  static func circle(_ x: Double?, _ y: Double) -> HTML {
    .element(
      "circle", ["cx": x.map(number), "cy": number(y), "r": number(DiagramLayout.radius)])
  }

  /// Three dots for the units that are not drawn, where some are not.
  static func dots(_ column: DiagramLayout.Column) -> HTML {
    guard column.hasMore else { return .fragment([]) }
    let middle = column.units.suffix(2).reduce(0, +) / 2
    return path(["M0 \(number(middle - 9))v0m0 9v0m0 9v0"], "dots")
  }

  /// Lines of one kind, as one shape.
  static func path(_ lines: [String], _ kind: String? = nil) -> HTML {
    .element("path", ["d": lines.joined(), "class": kind])
  }

  /// A line from the rim of one unit to the rim of another.
  static func edge(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    let length = ((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)).squareRoot()
    let (dx, dy) = ((x2 - x1) / length, (y2 - y1) / length)
    let r = DiagramLayout.radius
    return line(x1 + dx * r, y1 + dy * r, x2 - dx * r, y2 - dy * r)
  }

  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    let end = y1 == y2 ? "H\(number(x2))" : "L\(number(x2)) \(number(y2))"
    return "M\(number(x1)) \(number(y1))" + end
  }

  static func text(_ x: Double?, _ y: Double, _ role: String?, _ text: String) -> HTML {
    .element(
      "text", of: ["x": x.map(number), "y": number(y), "class": role],
      role == nil || role == "name" ? letters(text) : [.text(text)])
  }

  /// Names of several letters upright among slanted ones, as in formulas.
  private static func letters(_ text: String) -> [HTML] {
    var parts: [HTML] = []
    var rest = text[...]
    while let run = rest.firstRange(of: #/[A-Za-z]{2,}/#) {
      if run.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<run.lowerBound]))) }
      parts.append(.element("tspan", [:], .text(String(rest[run]))))
      rest = rest[run.upperBound...]
    }
    return rest.isEmpty ? parts : parts + [.text(String(rest))]
  }

  static func shortened(_ text: String) -> String {
    text.count <= 14 ? text : text.prefix(13) + "…"
  }
}
