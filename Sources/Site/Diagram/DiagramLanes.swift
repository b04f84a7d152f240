internal import Derivations

/// Where the layers of a network with branches stand: every branch in a lane of its own, beside those it joins.
struct DiagramLanes {
  typealias Layer = NetworkFigure.Layer

  private(set) var columns: [DiagramLayout.Column] = []
  private(set) var gaps: [DiagramLayout.Gap] = []
  private(set) var wires: [DiagramWire] = []
  private(set) var fans: [DiagramFan] = []
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
    let hasAsides = layers.dropFirst().contains { $0.sources.isEmpty }
    guard !graph.isRow || hasAsides, items.kinds.count <= Self.most.items else { return nil }
    self.layers = layers
    self.ties = ties
    let plain = layers.map { Self.column($0, at: 0, 0) }
    let wiring = DiagramWiring(plain, graph, Self.carried(graph, plain, ties))
    let order = LaneOrder(items, last: layers.count - 1)
    let reaches = items.kinds.map { Self.reach(of: $0, plain, wiring) }
    let places = LanePlaces(items, order) { reaches[$0] }
    let tops = items.kinds.indices.map { places.middles[$0] - reaches[$0].above }
    let bottoms = items.kinds.indices.map { places.middles[$0] + reaches[$0].below }
    top = tops.min() ?? 0
    bottom = bottoms.max() ?? 0
    let across = across(wiring)
    columns = layers.indices.map {
      Self.column(layers[$0], at: across[graph.ranks[$0]], places.middles[$0])
    }
    connect(items, places, across, wiring)
  }

  // MARK: Room

  private static func reach(
    of kind: LaneItems.Kind, _ columns: [DiagramLayout.Column], _ wiring: DiagramWiring
  ) -> LanePlaces.Reach {
    switch kind {
    case .layer(let index):
      let (column, labels) = (columns[index], wiring.reach(before: index))
      return LanePlaces.Reach(
        above: max(DiagramLayout.radius - column.units[0] + 8, labels),
        below: max(column.bottom + 8, labels))
    case .pass: return LanePlaces.Reach(above: 9, below: 9)
    }
  }

  private static func column(
    _ layer: Layer, at x: Double, _ middle: Double
  ) -> DiagramLayout.Column {
    let few: [[Double]] = [[0], [-36, 36], [-42, 0, 42]]
    let units = few[(DiagramLayout.knownUnits(layer) ?? 2) - 1].map { middle + $0 }
    let below = (units.last ?? middle) + DiagramLayout.radius + 18
    return DiagramLayout.Column(
      layer: layer, x: x, middle: middle, units: units,
      hasMore: DiagramLayout.knownUnits(layer) == nil, foot: below)
  }

  /// The x of each column of layers.
  private func across(_ wiring: DiagramWiring) -> [Double] {
    let steps = (0..<(graph.ranks.max() ?? 0)).map { rank in
      graph.edges.filter { graph.ranks[$0.to] == rank + 1 && isBundle($0) }
        .map { DiagramLayout.step(after: layers[$0.from], before: layers[$0.to]) }
        .reduce(isPlain(after: rank) ? 0 : wiring.step(after: rank)) { max($0, $1) }
    }
    return steps.reduce(into: [wiring.margins[0].left]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// Whether nothing but bundles leads from a column to the next, which no input begins in.
  private func isPlain(after rank: Int) -> Bool {
    let isCrossed = graph.edges.contains {
      graph.ranks[$0.from] <= rank && rank < graph.ranks[$0.to] && !isBundle($0)
    }
    return !isCrossed
      && layers.indices.allSatisfy { graph.ranks[$0] != rank + 1 || !layers[$0].sources.isEmpty }
  }

  /// Whether an edge is drawn from each unit to each: where nothing forks or joins.
  private func isBundle(_ edge: NetworkGraph.Edge) -> Bool { Self.isBundle(edge, graph) }

  private static func isBundle(_ edge: NetworkGraph.Edge, _ graph: NetworkGraph) -> Bool {
    let fed = graph.edges.filter { !$0.isRecalled }
    return !edge.isRecalled && graph.span(edge) == 0
      && fed.count { $0.from == edge.from } == 1 && fed.count { $0.to == edge.to } == 1
  }

  // MARK: Lines

  /// What goes along the edges that are no bundles.
  private static func carried(
    _ graph: NetworkGraph, _ columns: [DiagramLayout.Column], _ ties: [String: Int]
  ) -> [DiagramWiring.Carried] {
    graph.edges.filter { !isBundle($0, graph) }.map { edge in
      let (from, to) = (columns[edge.from].layer, columns[edge.to].layer)
      var label: DiagramArc.Label?
      if !edge.isRecalled {
        switch DiagramLayout.content(from: from, to: to, ties) {
        case .weight(let text, _, let tie) where text != "I" || to.sources.count == 1:
          label = DiagramArc.Label(text: text, tie: tie)
        case .feed(let text?, _): label = DiagramArc.Label(text: text, tie: nil)
        case .weight, .feed, .nothing, .hidden: break
        }
      }
      return DiagramWiring.Carried(edge: edge, label: label)
    }
  }

  private mutating func connect(
    _ items: LaneItems, _ places: LanePlaces, _ across: [Double], _ wiring: DiagramWiring
  ) {
    var found: [(wire: DiagramWiring.Carried, ways: [Double])] = []
    let carried = Self.carried(graph, columns, ties)
    for (index, edge) in graph.edges.enumerated() {
      guard let own = carried.first(where: { $0.edge == edge }) else {
        let (left, right) = (columns[edge.from], columns[edge.to])
        let content = DiagramLayout.content(from: left.layer, to: right.layer, ties)
        gaps.append(DiagramLayout.Gap(left: left, right: right, content: content))
        continue
      }
      found.append((own, items.passes[index].map { places.middles[$0] }))
    }
    let router = WireRouter(columns: columns, ranks: graph.ranks, across: across, wiring: wiring)
    (wires, fans) = router.routed(found)
  }
}
