internal import Derivations

/// Where the parts of a network's diagram stand, in user units (pixels at natural size).
///
/// One column for each layer, from the input on the left to the sum on the right. Of a deep network
/// only the first and the last layers are drawn, with a column of dots between.
struct DiagramLayout {
  /// A layer as a column of units.
  struct Column {
    var layer: NetworkFigure.Layer
    var x: Double
    /// The centres of its units, from the top.
    var units: [Double]
    /// Whether dots between the last two units stand for the units not drawn.
    var hasMore: Bool
  }

  /// What lies between two columns: the weight, or the layers that are not drawn.
  struct Gap {
    enum Content {
      case weight(label: String, isIdentity: Bool, tie: Int?)
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
  /// A curve from a column to one that it feeds over others between them, or whose activation speaks
  /// of it.
  struct Arc {
    var left: Column
    var right: Column
    var isRecalled: Bool
  }

  private(set) var arcs: [Arc] = []
  /// The width and height of the whole.
  private(set) var width = 0.0
  /// How many layers are not drawn.
  private(set) var hidden = 0

  static let height = 252.0
  static let radius = 19.0
  /// The room above the columns that arcs take.
  var headroom: Double { arcs.isEmpty ? 0 : 44 }
  /// The line at which the sum and all arrows in and out stand.
  static let middle = 126.0
  /// The most columns that are drawn.
  static let most = 12

  init(_ figure: NetworkFigure) {
    let layers = figure.layers
    let ties = Self.ties(layers)
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
    arcs = columns.flatMap { right in columns.compactMap { Self.arc($0, right) } }
    width = x + Self.radius + 34 + Self.textWidth(prettified(figure.title.text))
  }

  private static func arc(_ left: Column, _ right: Column) -> Arc? {
    let (number, layer) = (left.layer.number, right.layer)
    let isFed = layer.sources.contains(number) && number < layer.number - 1
    guard isFed || layer.recalled.contains(number) else { return nil }
    return Arc(left: left, right: right, isRecalled: !isFed)
  }

  /// The x of the sum's centre.
  var sum: Double { (columns.last?.x ?? 0) + 96 }

  /// The indices of the layers that are drawn.
  private static func kept(_ count: Int) -> [Int] {
    guard count > most else { return Array(0..<count) }
    return Array(0..<5) + Array(count - 5..<count)
  }

  /// A number for each variable that is the weight of several layers, by first use.
  static func ties(_ layers: [NetworkFigure.Layer]) -> [String: Int] {
    var uses: [String: Int] = [:]
    let names = layers.flatMap { $0.ways.map(\.variable) + [$0.weightVariable] }.compactMap { $0 }
    for name in names { uses[name, default: 0] += 1 }
    var ties: [String: Int] = [:]
    for name in names where uses[name, default: 0] > 1 {
      if ties[name] == nil { ties[name] = ties.count }
    }
    return ties
  }

  private static func content(
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
      label: prettified(text), isIdentity: text == "I" || text.hasPrefix("eye("),
      tie: (layer.weightVariable ?? way?.variable).flatMap { ties[$0] })
  }

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
    let first = layer.shape.dropFirst().prefix { $0 != "," && $0 != ")" }
    let known = layer.shape.hasPrefix("(") ? Int(first) : layer.shape == "scalar" ? 1 : nil
    switch known {
    case 1: return Column(layer: layer, x: x, units: [middle], hasMore: false)
    case 2: return Column(layer: layer, x: x, units: [96, 156], hasMore: false)
    case 3: return Column(layer: layer, x: x, units: [66, 126, 186], hasMore: false)
    default: return Column(layer: layer, x: x, units: [58, 108, 194], hasMore: true)
    }
  }

  /// The room from one column to the next: enough for the weight's label and both columns' texts.
  private static func step(
    after layer: NetworkFigure.Layer, before next: NetworkFigure.Layer?
  ) -> Double {
    let way = next?.ways.first { $0.source == layer.number }
    let label =
      layer.weight?.text ?? way?.matrix.text ?? next?.feed.flatMap { wholeFunction($0.text) } ?? ""
    return max(96, textWidth(prettified(label)) + 2 * radius + 44)
  }

  /// About the width of a text at 15 px, on the generous side; no font can be asked here.
  static func textWidth(_ text: String) -> Double { Double(text.count) * 8.5 }
}
