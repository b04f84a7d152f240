package import MatrixCalculus

/// A declared order of two sizes: `assume k <= n`.
package struct SizeOrder: Hashable, Sendable {
  package let lesser: Dimension
  package let greater: Dimension

  package init(_ lesser: Dimension, atMost greater: Dimension) {
    self.lesser = lesser
    self.greater = greater
  }

  func holds(_ sizes: [String: Int]) -> Bool {
    guard let a = lesser.value(sizes), let b = greater.value(sizes) else { return true }
    return a <= b
  }
}

/// The sizes that stand in for the names of a claim.
struct SizeChoice {
  /// In the order of their first use.
  let names: [String]
  let orders: [SizeOrder]
  /// What must be one at least.
  let dimensions: [Dimension]

  init(_ programs: [Program], _ orders: [SizeOrder]) {
    let sizes = programs.flatMap(\.sizeNames).map { Dimension($0) }
    let shapes = programs.flatMap { $0.dimensions + $0.variables.flatMap(\.shape.dimensions) }
    self.init(dimensions: sizes + shapes, orders)
  }

  /// The sizes of shapes that stand by themselves.
  init(dimensions: [Dimension], _ orders: [SizeOrder]) {
    var seen: Set<String> = []
    let relevant = orders.filter { order in
      (order.lesser.names + order.greater.names).contains { name in
        dimensions.contains { $0.names.contains(name) }
      }
    }
    let assumed = relevant.flatMap { $0.lesser.names + $0.greater.names }
    names = (dimensions.flatMap(\.names) + assumed).filter { seen.insert($0).inserted }
    self.orders = relevant
    self.dimensions = dimensions
  }

  func allows(_ sizes: [String: Int]) -> Bool {
    orders.allSatisfy { $0.holds(sizes) }
      && dimensions.allSatisfy { $0.value(sizes).map { $0 >= 1 } ?? false }
  }

  /// Pairwise distinct sizes from `base` on, also distinct from the sizes given as numbers, in random
  /// order; beyond eight names sizes repeat, so that long chains stay cheap.
  ///
  /// - Returns: nil where the declared orders leave no choice within reach.
  func drawn(from base: Int, using generator: inout SplitMix64) -> [String: Int]? {
    let literals = Set(dimensions.compactMap(\.count))
    let free = (base...).lazy.filter { !literals.contains($0) }
    let pool = Array(free.prefix(min(max(names.count, 1), 8)))
    var counts = names.indices.map { pool[$0 % 8] }
    for last in counts.indices.dropFirst().reversed() {
      counts.swapAt(last, generator.below(last + 1))
    }
    var sizes = Dictionary(uniqueKeysWithValues: zip(names, counts))
    settle(&sizes)
    return allows(sizes) ? sizes : ascending(limit: base + 4).first
  }

  /// Choices of large, pairwise distinct sizes: of any two names each is the larger in one of them, and a
  /// single name is even in one of them.
  func generic(from base: Int, using generator: inout SplitMix64) -> [[String: Int]] {
    guard let first = drawn(from: base, using: &generator) else { return [] }
    guard !names.isEmpty else { return [first] }
    let total = (first.values.min() ?? base) + (first.values.max() ?? base) + 1
    var second = first.mapValues { total - $0 }
    settle(&second)
    let literals = Set(dimensions.compactMap(\.count))
    if !allows(second) || !literals.isDisjoint(with: second.values) {
      second = drawn(from: base + 1, using: &generator) ?? first
    }
    return second == first ? [first] : [first, second]
  }

  /// Small and equal sizes: all the same, and each name one in turn; also large ones where asked.
  func special(withLarge: Bool = false) -> [[String: Int]] {
    let equal = ([1, 2, 3, 4] + (withLarge ? [30, 300, 3_000] : [])).map { count in
      Dictionary(uniqueKeysWithValues: names.map { ($0, count) })
    }
    let ones = names.count > 1 && names.count <= 6 ? names : []
    let single = ones.map { one in
      Dictionary(
        uniqueKeysWithValues: names.enumerated().map { ($1, $1 == one ? 1 : 2 + $0 % 3) })
    }
    return (equal + single).filter(allows)
  }

  /// Exchanges sizes until the declared orders between names hold, as far as exchanges can.
  func settle(_ sizes: inout [String: Int]) {
    for _ in names.indices {
      for order in orders where !order.holds(sizes) {
        guard let a = order.lesser.name, let b = order.greater.name else { continue }
        (sizes[a], sizes[b]) = (sizes[b], sizes[a])
      }
    }
  }

  /// All allowed sizes of 1 to `limit`, by ascending total, then in the order of the names; 4,000 at
  /// most.
  func ascending(limit: Int = 3) -> [[String: Int]] {
    guard !names.isEmpty else { return allows([:]) ? [[:]] : [] }
    var found: [[String: Int]] = []
    let shown = min(names.count, 6)
    for total in shown...shown * limit {
      for counts in Self.compositions(of: total, parts: shown, limit: limit) {
        // Names beyond the sixth follow the others, one after the other.
        let all = names.indices.map { counts[$0 % shown] }
        let sizes = Dictionary(uniqueKeysWithValues: zip(names, all))
        if allows(sizes) { found.append(sizes) }
        if found.count == 4_000 { return found }
      }
    }
    return found
  }

  /// The ways to write `total` as a sum of `parts` numbers of 1 to `limit`, in lexicographic order.
  private static func compositions(of total: Int, parts: Int, limit: Int) -> [[Int]] {
    guard parts > 1 else { return total >= 1 && total <= limit ? [[total]] : [] }
    return (1...limit).flatMap { first in
      total - first < parts - 1
        ? [] : compositions(of: total - first, parts: parts - 1, limit: limit).map { [first] + $0 }
    }
  }
}

extension Shape {
  var dimensions: [Dimension] { [rows, columns] }
}
