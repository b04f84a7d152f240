import MatrixCalculus

/// Sizes that lie apart by two and more, both ways, and leave room under every declared order.
extension SizeChoice {
  /// What sets sizes apart: how much one exceeds another, and by how much an order is more than just met; from
  /// four on all is alike.
  private enum Feature: Hashable {
    case difference(Int, Int, by: Int)
    case slack(order: Int, Int)
  }

  /// The fewest small choices that show what those that are known do not, the smaller ones first.
  func spread(besides known: [[String: Int]], most: Int = 6) -> [[String: Int]] {
    guard !names.isEmpty else { return [] }
    var seen = known.reduce(into: Set<Feature>()) { $0.formUnion(features($1)) }
    var left = candidates().map {
      (sizes: $0, features: features($0), total: $0.values.reduce(0, +))
    }
    var chosen: [[String: Int]] = []
    while chosen.count < most {
      let best = left.indices.max { a, b in
        let (gain, other) = (
          left[a].features.subtracting(seen).count, left[b].features.subtracting(seen).count
        )
        return (gain, -left[a].total, -a) < (other, -left[b].total, -b)
      }
      guard let best, !left[best].features.isSubset(of: seen) else { break }
      seen.formUnion(left[best].features)
      chosen.append(left.remove(at: best).sizes)
    }
    return chosen
  }

  private func features(_ sizes: [String: Int]) -> Set<Feature> {
    let literals = Set(dimensions.compactMap(\.count)).filter { (2...12).contains($0) }.sorted()
    let counts = names.map { sizes[$0] ?? 1 } + literals.prefix(3)
    var found: Set<Feature> = []
    for i in names.indices.prefix(6) {
      for j in counts.indices.dropFirst(i + 1) where counts[i] != counts[j] {
        found.insert(.difference(i, j, by: min(max(counts[i] - counts[j], -4), 4)))
      }
    }
    for (index, order) in orders.enumerated() {
      guard let a = order.lesser.value(sizes), let b = order.greater.value(sizes) else { continue }
      found.insert(.slack(order: index, min(b - a, 4)))
    }
    return found
  }

  /// All allowed sizes of 2 to 9 of one or two names, of 2 to 7 of three; of more names 200 at random.
  private func candidates() -> [[String: Int]] {
    let counts: [[Int]]
    if names.count <= 3 {
      counts = names.reduce([[]]) { tuples, _ in
        tuples.flatMap { tuple in (2...(names.count < 3 ? 9 : 7)).map { tuple + [$0] } }
      }
    } else {
      var generator = SplitMix64(seed: UInt64(names.count))
      counts = (0..<200).map { _ in names.map { _ in 2 + generator.below(6) } }
    }
    return counts.compactMap { counts in
      var sizes = Dictionary(uniqueKeysWithValues: zip(names, counts))
      if names.count > 3 { settle(&sizes) }
      return allows(sizes) ? sizes : nil
    }
  }

  /// For each name as many values as a polynomial of that degree needs to vanish at all of them only if it is
  /// zero, the other names being as in one choice.
  func lines(degree: Int, through base: [String: Int]) -> [[String: Int]] {
    names.flatMap { name in
      (2...degree + 12).lazy.map { base.merging([name: $0]) { $1 } }.filter(allows)
        .prefix(degree + 1)
    }
  }
}
