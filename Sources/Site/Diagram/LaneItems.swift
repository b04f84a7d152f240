/// What takes room in the columns of a network with branches: layers, and lines that lead past a column.
struct LaneItems {
  enum Kind: Hashable {
    case layer(Int)
    /// The edge at an index, on its way past a column.
    case pass(edge: Int)
  }

  /// Two items of neighbouring columns between which a line runs.
  struct Link: Hashable {
    var left: Int
    var right: Int
    /// Whether the line is broken, from an input to a layer that speaks of it.
    var isRecalled = false
  }

  private(set) var kinds: [Kind] = []
  private(set) var ranks: [Int] = []
  private(set) var links: [Link] = []
  /// The items that an edge passes columns by, from the left; by edge.
  private(set) var passes: [[Int]] = []

  /// - Complexity: linear in the layers and in the columns that edges cross.
  init(_ graph: NetworkGraph) {
    for (layer, rank) in graph.ranks.enumerated() { add(.layer(layer), rank) }
    for (index, edge) in graph.edges.enumerated() {
      let ranks = graph.ranks[edge.from] + 1..<graph.ranks[edge.to]
      let own = ranks.map { add(.pass(edge: index), $0) }
      passes.append(own)
      let way = [edge.from] + own + [edge.to]
      links += zip(way, way.dropFirst()).map {
        Link(left: $0, right: $1, isRecalled: edge.isRecalled)
      }
    }
  }

  @discardableResult private mutating func add(_ kind: Kind, _ rank: Int) -> Int {
    kinds.append(kind)
    ranks.append(rank)
    return kinds.count - 1
  }

  func isPass(_ item: Int) -> Bool {
    if case .pass = kinds[item] { true } else { false }
  }

  /// The links that are one straight line: along an edge that passes columns, and from layer to layer where
  /// nothing forks or joins.
  var straight: [Link] {
    let plain = links.filter { !isPass($0.left) && !isPass($0.right) && !$0.isRecalled }
    let leaving = Dictionary(grouping: plain, by: \.left)
    let arriving = Dictionary(grouping: plain, by: \.right)
    return links.filter { link in
      if isPass(link.left) || isPass(link.right) { return isPass(link.left) && isPass(link.right) }
      return !link.isRecalled && leaving[link.left]?.count == 1 && arriving[link.right]?.count == 1
    }
  }
}
