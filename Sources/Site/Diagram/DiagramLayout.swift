internal import Derivations

/// Where the parts of a network's diagram stand, in user units (pixels at natural size).
///
/// One column for each layer, from the input on the left to the sum on the right; where branches join, those
/// of a column stand above each other, in lanes. Of a deep network only the first and the last layers are
/// drawn, in one row with a column of dots between.
struct DiagramLayout {
  /// A layer as a column of units.
  struct Column {
    var layer: NetworkFigure.Layer
    var x: Double
    /// The line of its middle.
    var middle: Double
    /// The centres of its units, from the top.
    var units: [Double]
    /// Whether dots between the last two units stand for the units not drawn.
    var hasMore: Bool
    /// The line of its activation, below which its number and its shape stand.
    var foot: Double

    /// How far what stands under it reaches to both sides.
    var half: Double { DiagramLayout.captionWidth(layer) / 2 + 4 }
    /// Where what stands under it ends.
    var bottom: Double { foot + 38 }
  }

  /// What lies between two columns: the weight, or the layers that are not drawn.
  struct Gap {
    enum Content {
      case weight(label: String, isEntrywise: Bool, tie: Int?)
      /// The left feeds the right in another way than through a weight: through a function of whole
      /// matrices by its name, or entry by entry.
      case feed(label: String?, isEntrywise: Bool)
      /// The left does not feed the right.
      case nothing
      case hidden(count: Int)
    }

    var left: Column
    var right: Column
    var content: Content
  }

  private(set) var columns: [Column] = []
  private(set) var gaps: [Gap] = []
  private(set) var arcs: [DiagramArc] = []
  /// Lines between branches, where the layers stand in lanes.
  private(set) var wires: [DiagramWire] = []
  /// Where those leave a layer and reach one.
  private(set) var fans: [DiagramFan] = []
  /// Whether branches stand in lanes.
  private(set) var hasLanes = false
  /// The upper edge of the whole, and its height.
  private(set) var top = 0.0
  private(set) var height = 0.0
  /// The width and height of the whole.
  private(set) var width = 0.0
  /// How many layers are not drawn.
  private(set) var hidden = 0

  static let radius = 19.0
  /// The room above the columns that arcs take.
  private var headroom: Double {
    arcs.map(\.lane).max().map { Double($0 + 1) * laneHeight + 6 } ?? 0
  }
  /// The room of one lane of arcs: enough for a label where one has one.
  private var laneHeight: Double { arcs.contains { $0.label != nil } ? 30 : 16 }
  /// The line along which an arc runs.
  func line(of arc: DiagramArc) -> Double { Self.rowTop - (Double(arc.lane) + 0.5) * laneHeight }
  /// The upper edge of a row, below its arcs.
  private static let rowTop = 34.0
  /// The middle of a row.
  private static let middle = 126.0
  /// The most columns that are drawn.
  static let most = 12

  init(_ figure: NetworkFigure) {
    let ties = figure.layers.ties
    if let lanes = DiagramLanes(figure, ties) {
      (columns, gaps, hasLanes) = (lanes.columns, lanes.gaps, true)
      (wires, fans) = (lanes.wires, lanes.fans)
      (top, height) = (lanes.top, lanes.bottom - lanes.top)
    } else {
      setRow(figure.layers, ties)
    }
    width = sum + Self.radius + 34 + Self.textWidth(Self.title(of: figure))
  }

  /// One row of columns, with arcs above it.
  private mutating func setRow(_ layers: [NetworkFigure.Layer], _ ties: [String: Int]) {
    let kept = Self.kept(layers.count)
    hidden = layers.count - kept.count
    var x = 34 + Self.textWidth(prettified(layers.first?.input.text ?? "")) + Self.radius
    for (position, index) in kept.enumerated() {
      let column = Self.column(layers[index], at: x)
      if let left = columns.last {
        let before = kept[position - 1]
        gaps.append(
          Gap(
            left: left, right: column,
            content: index == before + 1
              ? Self.content(from: layers[before], to: layers[index], ties)
              : .hidden(count: index - before - 1)))
      }
      columns.append(column)
      x += Self.step(after: layers[index], before: layers.dropFirst(index + 1).first)
    }
    arcs = DiagramArc.all(between: columns, ties)
    top = Self.rowTop - headroom
    height = (columns.map(\.bottom).max() ?? 0) - top
  }

  /// What stands behind the sum: the function, or the term of it that the network is, where that is short.
  static func title(of figure: NetworkFigure) -> String {
    let name = prettified(figure.title.text)
    let term = name.firstMatch(of: #/^the term (.*) of /#).map { String($0.1) } ?? name
    return term.count <= 18 ? term : term.prefix(17) + "…"
  }

  /// The x of the sum's centre.
  var sum: Double { (columns.last?.x ?? 0) + 96 }

  /// The indices of the layers that are drawn.
  private static func kept(_ count: Int) -> [Int] {
    guard count > most else { return Array(0..<count) }
    return Array(0..<5) + Array(count - 5..<count)
  }

  /// The number of the one variable by which a layer is fed where it is tied; of several each is marked by itself.
  static func tie(
    into layer: NetworkFigure.Layer, after before: NetworkFigure.Layer?, _ ties: [String: Int]
  ) -> Int? {
    let isFed = before.map { layer.sources.contains($0.number) } ?? false
    let names = layer.ways.map(\.variable) + (isFed ? [before?.weightVariable] : [])
    let found = Set(names.compactMap { $0 })
    return found.count == 1 ? found.first.flatMap { ties[$0] } : nil
  }

  static func content(
    from layer: NetworkFigure.Layer, to next: NetworkFigure.Layer, _ ties: [String: Int]
  ) -> Gap.Content {
    let isFed = next.sources.isEmpty ? layer.weight != nil : next.sources.contains(layer.number)
    guard isFed else { return .nothing }
    let way = next.ways.first { $0.source == layer.number }
    guard let text = layer.weight?.text ?? way?.matrix.text else {
      let feed = next.feed?.text ?? ""
      return .feed(
        label: wholeFunction(feed), isEntrywise: next.shape == layer.shape && isEntrywise(feed))
    }
    return .weight(
      label: prettified(text), isEntrywise: isIdentity(text) || Double(text) != nil,
      tie: (layer.weightVariable ?? way?.variable).flatMap { ties[$0] })
  }

  static func isIdentity(_ matrix: String) -> Bool { matrix == "I" || matrix.hasPrefix("eye(") }

  /// The function of matrices that a feed is a call of, as in `softmax(a2, 2)`.
  private static func wholeFunction(_ feed: String) -> String? {
    let name = feed.prefix { $0.isLetter }
    let rest = feed.dropFirst(name.count)
    guard !name.isEmpty, rest.first == "(", rest.last == ")" else { return nil }
    let isOneCall = !rest.dropFirst().dropLast().contains { "()".contains($0) }
    return isOneCall ? String(name) : nil
  }

  /// Whether a feed combines activations entry by entry: by sums, entrywise products and quotients alone.
  private static func isEntrywise(_ feed: String) -> Bool {
    let plain = feed.replacing(".*", with: "+").replacing("./", with: "+")
    return !plain.contains { "*/'^(:".contains($0) }
  }

  /// A column of one to three units: as many as there are where that is known to be few.
  private static func column(_ layer: NetworkFigure.Layer, at x: Double) -> Column {
    let known = knownUnits(layer)
    let few: [[Double]] = [[126], [96, 156], [66, 126, 186]]
    let units = known.map { few[$0 - 1] } ?? [58, 108, 194]
    return Column(
      layer: layer, x: x, middle: middle, units: units, hasMore: known == nil, foot: 231)
  }

  /// How many units a layer has, where they are one to three.
  static func knownUnits(_ layer: NetworkFigure.Layer) -> Int? {
    let first = layer.shape.text.dropFirst().prefix { $0 != "," && $0 != ")" }
    let known =
      layer.shape.text.hasPrefix("(") ? Int(first) : layer.shape.text == "scalar" ? 1 : nil
    return known.flatMap { (1...3).contains($0) ? $0 : nil }
  }

  /// The room from one column to the next: enough for the labels of what leads there and both columns'
  /// texts.
  static func step(
    after layer: NetworkFigure.Layer, before next: NetworkFigure.Layer?
  ) -> Double {
    let function = next?.feed.flatMap { wholeFunction($0.text) }
    let labels =
      [layer.weight?.text, function].compactMap { $0 } + (next?.ways.map(\.matrix.text) ?? [])
    let widest = labels.map { textWidth(prettified($0)) }.max() ?? 0
    let captions = (captionWidth(layer) + (next.map(captionWidth) ?? 0)) / 2 + 8
    return max(88, widest + 2 * radius + 34, captions)
  }

  /// About the width of what stands under a layer.
  static func captionWidth(_ layer: NetworkFigure.Layer) -> Double {
    max(
      Double(NetworkDiagram.activation(layer).count) * 7,
      Double(max(layer.shape.text.count, 8)) * 6.5)
  }

  /// About the width of a text at 15 px, on the generous side; no font can be asked here.
  static func textWidth(_ text: String) -> Double { Double(text.count) * 8.5 }
}
