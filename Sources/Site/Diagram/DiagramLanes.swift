internal import Derivations

/// Where the layers of a network with branches stand: every branch in a lane of its own, beside those it joins.
struct DiagramLanes {
  typealias Layer = NetworkFigure.Layer

  /// A line past columns, or broken from an input to the layer whose activation speaks of it.
  struct Pass {
    let left: DiagramLayout.Column
    let right: DiagramLayout.Column
    /// From where to where it runs level, and how high; nil where nothing lies between.
    let level: (from: Double, to: Double, y: Double)?
    let label: DiagramArc.Label?
    let isRecalled: Bool
  }

  private(set) var columns: [DiagramLayout.Column] = []
  private(set) var gaps: [DiagramLayout.Gap] = []
  private(set) var passes: [Pass] = []
  private(set) var top = 0.0
  private(set) var bottom = 0.0

  /// The most layers and items of columns that are laid out so.
  private static let most = (layers: 40, items: 200)

  private let layers: [Layer]
  private let graph: NetworkGraph
  private let ties: [String: Int]

  /// Nil where the layers stand in one row, or are too many.
  ///
  /// - Complexity: bounded by the most items.
  init?(_ figure: NetworkFigure, _ ties: [String: Int]) {
    let layers = figure.layers
    guard !figure.isChain, layers.count <= Self.most.layers else { return nil }
    graph = NetworkGraph(layers)
    let items = LaneItems(graph)
    guard !graph.isRow, items.kinds.count <= Self.most.items else { return nil }
    self.layers = layers
    self.ties = ties
    let order = LaneOrder(items, last: layers.count - 1)
    let reaches = items.kinds.map { Self.reach(of: $0, layers, graph) }
    let places = LanePlaces(items, order) { reaches[$0] }
    let tops = items.kinds.indices.map { places.middles[$0] - reaches[$0].above }
    let bottoms = items.kinds.indices.map { places.middles[$0] + reaches[$0].below }
    top = tops.min() ?? 0
    bottom = bottoms.max() ?? 0
    let across = across
    columns = layers.indices.map {
      Self.column(layers[$0], at: across[graph.ranks[$0]], places.middles[$0])
    }
    connect(items, places, across)
  }

  // MARK: Room

  private static func reach(
    of kind: LaneItems.Kind, _ layers: [Layer], _ graph: NetworkGraph
  ) -> LanePlaces.Reach {
    switch kind {
    case .layer(let index):
      let column = column(layers[index], at: 0, 0)
      return LanePlaces.Reach(
        above: DiagramLayout.radius - column.units[0] + 8, below: column.foot + 28)
    case .pass(let edge):
      let isNamed = layers[graph.edges[edge].to].ways.contains {
        $0.source == layers[graph.edges[edge].from].number
          && !DiagramLayout.isIdentity($0.matrix.text)
      }
      return LanePlaces.Reach(above: isNamed ? 16 : 9, below: isNamed ? 16 : 9)
    case .name: return LanePlaces.Reach(above: 14, below: 14)
    }
  }

  private static func column(
    _ layer: Layer, at x: Double, _ middle: Double
  ) -> DiagramLayout.Column {
    let few: [[Double]] = [[0], [-36, 36], [-42, 0, 42]]
    let units = few[(DiagramLayout.knownUnits(layer) ?? 2) - 1].map { middle + $0 }
    let isNamed = NetworkDiagram.nameOutside(layer) != nil
    let below = (units.last ?? middle) + DiagramLayout.radius + (isNamed ? 32 : 16)
    return DiagramLayout.Column(
      layer: layer, x: x, middle: middle, units: units,
      hasMore: DiagramLayout.knownUnits(layer) == nil, foot: below)
  }

  /// The x of each column of layers.
  private var across: [Double] {
    let last = graph.ranks.max() ?? 0
    let steps = (0..<last).map { rank in
      let names = layers.indices.filter { graph.ranks[$0] == rank + 1 && isInput($0) }
        .map { 40 + DiagramLayout.textWidth(prettified(layers[$0].input.text)) }
      return graph.edges.filter { graph.ranks[$0.to] == rank + 1 && !$0.isRecalled }
        .map { DiagramLayout.step(after: layers[$0.from], before: layers[$0.to]) }
        .reduce(names.map { $0 + 2 * DiagramLayout.radius + 20 }.max() ?? 96) { max($0, $1) }
    }
    let first =
      layers.indices.filter { graph.ranks[$0] == 0 }
      .map { DiagramLayout.textWidth(prettified(layers[$0].input.text)) }.max() ?? 0
    return steps.reduce(into: [34 + first + DiagramLayout.radius]) {
      $0.append($0[$0.count - 1] + $1)
    }
  }

  private func isInput(_ index: Int) -> Bool { layers[index].sources.isEmpty }

  // MARK: Lines

  private mutating func connect(_ items: LaneItems, _ places: LanePlaces, _ across: [Double]) {
    for (index, edge) in graph.edges.enumerated() {
      let (left, right) = (columns[edge.from], columns[edge.to])
      guard edge.isRecalled || graph.span(edge) > 0 else {
        gaps.append(DiagramLayout.Gap(left: left, right: right, content: content(along: edge)))
        continue
      }
      let own = items.passes[index]
      let level = own.first.map { first in
        (
          from: min(left.x + 84, across[items.ranks[first]] - 30),
          to: max(right.x - 84, across[items.ranks[own[own.count - 1]]] + 30),
          y: places.middles[first]
        )
      }
      passes.append(
        Pass(
          left: left, right: right, level: level,
          label: edge.isRecalled ? nil : DiagramArc.label(from: left, to: right, ties),
          isRecalled: edge.isRecalled))
    }
  }

  /// What leads along an edge to the next column; where branches join, as they are goes without saying.
  private func content(along edge: NetworkGraph.Edge) -> DiagramLayout.Gap.Content {
    let (from, to) = (layers[edge.from], layers[edge.to])
    let content = DiagramLayout.content(from: from, to: to, ties)
    guard case .weight("I", let isEntrywise, nil) = content, to.sources.count > 1 else {
      return content
    }
    return .feed(label: nil, isEntrywise: isEntrywise)
  }
}
