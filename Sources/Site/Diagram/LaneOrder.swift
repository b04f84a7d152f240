/// The order of what stands in each column of a network, from the top, with few crossings.
///
/// From the order in which a walk back from the last layer meets the items, each column is sorted by the mean
/// place of its neighbours in the one before, forwards and backwards, and neighbours that cross less the other way
/// round are exchanged. The best order that is met is kept.
///
/// Source: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system structures"
/// (1981).
struct LaneOrder {
  /// The items of each column.
  private(set) var columns: [[Int]]
  private let before: [[Int]]
  private let after: [[Int]]

  private static let sweeps = 6

  /// - Complexity: O(s² ) for s links between two columns, in each sweep.
  init(_ items: LaneItems, last: Int) {
    before = Self.neighbours(items.kinds.count, items.links.map { ($0.right, $0.left) }, items)
    after = Self.neighbours(items.kinds.count, items.links.map { ($0.left, $0.right) }, items)
    columns = Array(repeating: [], count: (items.ranks.max() ?? 0) + 1)
    for item in Self.walk(from: last, before, count: items.kinds.count) {
      columns[items.ranks[item]].append(item)
    }
    improve()
  }

  /// Neighbours of each item; lines that pass a column first, so that they run above what they pass.
  private static func neighbours(
    _ count: Int, _ pairs: [(Int, Int)], _ items: LaneItems
  ) -> [[Int]] {
    var found = Array(repeating: [Int](), count: count)
    for (item, neighbour) in pairs { found[item].append(neighbour) }
    return found.map { $0.filter(items.isPass) + $0.filter { !items.isPass($0) } }
  }

  /// All items that lead to one, each once, depth first.
  private static func walk(from last: Int, _ before: [[Int]], count: Int) -> [Int] {
    var seen: Set<Int> = []
    var order: [Int] = []
    var stack = Array((0..<count)) + [last]
    while let item = stack.popLast() {
      guard seen.insert(item).inserted else { continue }
      order.append(item)
      stack += before[item].reversed()
    }
    return order
  }

  // MARK: Improving

  private mutating func improve() {
    var best = columns
    var fewest = crossings
    for sweep in 0..<Self.sweeps where fewest > 0 {
      let isForward = sweep % 2 == 0
      for rank in isForward ? Array(columns.indices) : columns.indices.reversed() {
        sort(rank, by: isForward ? before : after)
      }
      exchange()
      if crossings < fewest { (best, fewest) = (columns, crossings) }
    }
    columns = best
  }

  private mutating func sort(_ rank: Int, by neighbours: [[Int]]) {
    let places = places
    let means = columns[rank].enumerated().map { place, item in
      let found = neighbours[item].compactMap { places[$0] }
      let mean = found.isEmpty ? Double(place) : Double(found.reduce(0, +)) / Double(found.count)
      return (mean: mean, place: place, item: item)
    }
    columns[rank] = means.sorted { ($0.mean, $0.place) < ($1.mean, $1.place) }.map(\.item)
  }

  /// Exchanges neighbours that cross less the other way round.
  private mutating func exchange() {
    for rank in columns.indices {
      for place in columns[rank].indices.dropLast() {
        let crossed = crossings
        columns[rank].swapAt(place, place + 1)
        if crossings >= crossed { columns[rank].swapAt(place, place + 1) }
      }
    }
  }

  private var places: [Int: Int] {
    Dictionary(uniqueKeysWithValues: columns.flatMap { $0.enumerated().map { ($1, $0) } })
  }

  /// How many pairs of lines cross between neighbouring columns.
  var crossings: Int {
    let places = places
    return columns.reduce(0) { sum, column in
      let ends = column.flatMap { item in
        after[item].compactMap { places[$0] }.sorted()
      }
      return sum
        + ends.indices.reduce(0) { count, index in
          count + ends[..<index].count { $0 > ends[index] }
        }
    }
  }
}
