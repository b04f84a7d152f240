/// The heights at which the items of a network with branches stand.
///
/// What is joined by straight lines stands at one height, a block. Blocks lie as close as their order and their
/// room allow, and where they are free, in the middle of what they are linked to.
struct LanePlaces {
  /// How far something reaches above its middle and below.
  struct Reach {
    var above: Double
    var below: Double
  }

  /// The middle of each item.
  private(set) var middles: [Double]

  private static let sweeps = 24

  private let items: LaneItems
  private let blocks: [Int]
  private var heights: [Double]
  /// What a block has to keep below the one above it, by both.
  private var rooms: [[Int: Double]]

  /// - Complexity: O(i + l) in each sweep for i items and l links.
  init(_ items: LaneItems, _ order: LaneOrder, reach: (Int) -> Reach) {
    self.items = items
    blocks = Self.blocks(items, order)
    let count = (blocks.max() ?? -1) + 1
    heights = Array(repeating: 0, count: count)
    rooms = Array(repeating: [:], count: count)
    middles = []
    for column in order.columns {
      for (upper, lower) in zip(column, column.dropFirst()) {
        let room = reach(upper).below + reach(lower).above
        rooms[blocks[lower]][blocks[upper]] = max(rooms[blocks[lower]][blocks[upper]] ?? 0, room)
      }
    }
    pack()
    relax()
    middles = blocks.map { heights[$0] }
  }

  /// The number of each item's block; a straight line that crosses another is none.
  private static func blocks(_ items: LaneItems, _ order: LaneOrder) -> [Int] {
    var places: [Int: Int] = [:]
    for column in order.columns {
      for (place, item) in column.enumerated() { places[item] = place }
    }
    var straight: [Int: Int] = [:]
    var reached = Array(repeating: -1, count: order.columns.count)
    let place = { (item: Int) in places[item] ?? 0 }
    for link in items.straight.sorted(by: { place($0.left) < place($1.left) }) {
      guard place(link.right) > reached[items.ranks[link.right]] else { continue }
      reached[items.ranks[link.right]] = place(link.right)
      straight[link.right] = link.left
    }
    var blocks = Array(repeating: -1, count: items.kinds.count)
    var count = 0
    for item in order.columns.joined() {
      if let left = straight[item] {
        blocks[item] = blocks[left]
      } else {
        blocks[item] = count
        count += 1
      }
    }
    return blocks
  }

  /// Each block as high up as those above it allow.
  private mutating func pack() {
    for _ in heights.indices {
      for block in heights.indices { heights[block] = max(heights[block], highest(block)) }
    }
  }

  private func highest(_ block: Int) -> Double {
    rooms[block].map { heights[$0.key] + $0.value }.max() ?? -.infinity
  }

  /// Moves blocks towards what they are linked to, within the room that their neighbours leave.
  private mutating func relax() {
    let pulls = pulls
    var lowers = Array(repeating: [(block: Int, room: Double)](), count: heights.count)
    for (block, uppers) in rooms.enumerated() {
      for (upper, room) in uppers { lowers[upper].append((block, room)) }
    }
    for sweep in 0..<Self.sweeps {
      for block in sweep % 2 == 0 ? Array(heights.indices) : heights.indices.reversed() {
        guard let wish = wish(of: pulls[block]) else { continue }
        let lowest = lowers[block].map { heights[$0.block] - $0.room }.min() ?? .infinity
        heights[block] = max(highest(block), min(lowest, wish))
      }
    }
  }

  /// The blocks that each is drawn towards, by the links between them: a layer by layers, a line by its ends.
  private var pulls: [[Int]] {
    var pulls = Array(repeating: [Int](), count: heights.count)
    for link in items.links where blocks[link.left] != blocks[link.right] {
      let passes = (items.isPass(link.left), items.isPass(link.right))
      guard passes.0 || passes.1 || !link.isRecalled else { continue }
      if passes.0 || passes.0 == passes.1 { pulls[blocks[link.left]].append(blocks[link.right]) }
      if passes.1 || passes.0 == passes.1 { pulls[blocks[link.right]].append(blocks[link.left]) }
    }
    return pulls
  }

  private func wish(of pulls: [Int]) -> Double? {
    pulls.isEmpty ? nil : pulls.map { heights[$0] }.reduce(0, +) / Double(pulls.count)
  }
}
