internal import Derivations

/// A line from a layer to another in lanes; broken from an input to a layer whose activation speaks of it.
struct DiagramWire {
  /// The points it runs through: level up to each even one from the one before, in a curve to the others.
  let points: [(x: Double, y: Double)]
  let label: DiagramArc.Label?
  /// The middle of its label.
  let place: (x: Double, y: Double)
  let isRecalled: Bool
}

/// Lines from the units of a layer to the one point where its wires leave or reach it.
struct DiagramFan {
  let column: DiagramLayout.Column
  let isLeaving: Bool
  let tie: Int?

  /// How far from the middle of the units the point is.
  static let reach = DiagramLayout.radius + 16

  var x: Double { column.x + (isLeaving ? Self.reach : -Self.reach) }
}

/// How wires run between the columns of lanes.
///
/// Between two columns is a channel in which they change their heights; outside of it they are level, so that
/// none meets the text under a layer. Before a layer they come in at heights of their own, in the order of where
/// they come from, with the labels there, one above the other.
struct DiagramWiring {
  /// What a wire carries.
  struct Carried {
    let edge: NetworkGraph.Edge
    let label: DiagramArc.Label?
  }

  /// The width of a channel in which nothing forks, and what each more line from one layer adds.
  private static let channel = (least: 36.0, fork: 8.0)
  /// The height of a label with the room around it.
  static let labelHeight = 30.0

  /// How far the channels stay away from the middle of a column.
  struct Margins {
    var left = 0.0
    var right = 0.0
  }

  let margins: [Margins]
  /// The widths of the channels by the column before them.
  private let channels: [Double]
  private let arriving: [Int: [Carried]]

  /// - Parameter columns: the layers, wherever they stand.
  init(_ columns: [DiagramLayout.Column], _ graph: NetworkGraph, _ carried: [Carried]) {
    arriving = Dictionary(grouping: carried.filter { !$0.edge.isRecalled }) { $0.edge.to }
    var margins = Array(repeating: Margins(), count: (graph.ranks.max() ?? 0) + 1)
    for (index, column) in columns.enumerated() {
      let labels = arriving[index, default: []].compactMap(\.label).map(Self.width)
      let name = column.layer.sources.isEmpty ? NetworkDiagram.inputWidth(column.layer) + 8 : 0
      let own = max(column.half, DiagramFan.reach)
      let rank = graph.ranks[index]
      margins[rank].right = max(margins[rank].right, own)
      margins[rank].left = max(
        margins[rank].left, own, name, DiagramFan.reach + (labels.max().map { $0 + 16 } ?? 0))
    }
    self.margins = margins
    channels = margins.indices.map { rank in
      let leaving = Dictionary(
        grouping: carried.map(\.edge.from).filter { graph.ranks[$0] == rank }
      ) { $0 }
      let most = leaving.values.map(\.count).max() ?? 1
      return Self.channel.least + Self.channel.fork * Double(min(most, 8) - 1)
    }
  }

  private static func width(_ label: DiagramArc.Label) -> Double {
    NetworkDiagram.pillWidth(label.text)
  }

  /// The room from a column to the next that its wires ask for.
  func step(after rank: Int) -> Double {
    margins[rank].right + channels[rank] + margins[rank + 1].left
  }

  /// How far labels before a layer reach above and below its middle.
  func reach(before layer: Int) -> Double {
    let own = arriving[layer, default: []]
    return own.contains { $0.label != nil } ? Double(own.count) * Self.labelHeight / 2 : 0
  }

  /// Heights relative to the middle of a layer at which wires arrive, from the top.
  func heights(before layer: Int) -> [Double] {
    let own = arriving[layer, default: []]
    let step = own.contains { $0.label != nil } ? Self.labelHeight : 0
    return own.indices.map { (Double($0) - Double(own.count - 1) / 2) * step }
  }

  /// The middle of the labels before a layer.
  func labels(before layer: Int, at x: Double) -> Double {
    let widest = arriving[layer, default: []].compactMap(\.label).map(Self.width).max() ?? 0
    return x - DiagramFan.reach - widest / 2 - (heights(before: layer).count > 1 ? 8 : 0)
  }
}
