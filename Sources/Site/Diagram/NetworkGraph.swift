internal import Derivations

/// What leads from which layer of a network to which, and the column in which each layer stands.
struct NetworkGraph {
  /// An edge between layers by their indices.
  struct Edge: Hashable {
    var from: Int
    var to: Int
    /// Whether the activation of the one only speaks of the input of the other.
    var isRecalled: Bool
  }

  let edges: [Edge]
  /// The column of each layer, from 0: as far to the right as what it leads to allows, so that a branch ends
  /// where it joins others, and only what leads to several layers leads past a column.
  let ranks: [Int]

  /// - Complexity: linear in the layers and what feeds them.
  init(_ layers: [NetworkFigure.Layer]) {
    let indices = Dictionary(layers.enumerated().map { ($1.number, $0) }) { first, _ in first }
    edges = layers.enumerated().flatMap { to, layer in
      let fed = layer.sources.map { ($0, false) }
      let recalled = layer.recalled.filter { !layer.sources.contains($0) }.map { ($0, true) }
      return (fed + recalled).compactMap { number, isRecalled in
        indices[number].flatMap { from in
          from < to ? Edge(from: from, to: to, isRecalled: isRecalled) : nil
        }
      }
    }
    ranks = Self.ranks(layers.count, edges)
  }

  /// Counted from the last layer: one more than the longest way from there.
  private static func ranks(_ count: Int, _ edges: [Edge]) -> [Int] {
    var distances = Array(repeating: 0, count: count)
    for edge in edges.sorted(by: { ($0.to, $0.from) > ($1.to, $1.from) }) {
      distances[edge.from] = max(distances[edge.from], distances[edge.to] + 1)
    }
    let most = distances.max() ?? 0
    return distances.map { most - $0 }
  }

  /// Whether every layer has a column of its own.
  var isRow: Bool { Set(ranks).count == ranks.count }

  /// How many columns an edge leads past.
  func span(_ edge: Edge) -> Int { ranks[edge.to] - ranks[edge.from] - 1 }
}
