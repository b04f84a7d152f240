/// Leads wires from layer to layer.
struct WireRouter {
  let columns: [DiagramLayout.Column]
  let ranks: [Int]
  /// The x of each column.
  let across: [Double]
  let wiring: DiagramWiring

  /// A wire with the heights at which it passes the columns between.
  typealias Way = (wire: DiagramWiring.Carried, ways: [Double])

  /// - Complexity: O(w²) for w wires.
  func routed(_ ways: [Way]) -> (wires: [DiagramWire], fans: [DiagramFan]) {
    let lasting = ways.filter { !$0.wire.edge.isRecalled }
    let arriving = Dictionary(grouping: lasting) { $0.wire.edge.to }
    var wires = ways.filter(\.wire.edge.isRecalled).map(recalled)
    var fans = Set(lasting.map(\.wire.edge.from)).sorted().map {
      DiagramFan(column: columns[$0], isLeaving: true, tie: nil)
    }
    for (to, group) in arriving.sorted(by: { $0.key < $1.key }) {
      let sorted = group.sorted {
        (comesFrom($0), $0.wire.edge.from) < (comesFrom($1), $1.wire.edge.from)
      }
      wires += zip(sorted, wiring.heights(before: to)).map { wire($0, arrivingAt: $1) }
      let tie = group.count == 1 ? group[0].wire.label?.tie : nil
      fans.append(DiagramFan(column: columns[to], isLeaving: false, tie: tie))
    }
    return (wires, fans)
  }

  /// The height from which a wire comes to its last column.
  private func comesFrom(_ way: Way) -> Double {
    way.ways.last ?? columns[way.wire.edge.from].middle
  }

  private func wire(_ way: Way, arrivingAt height: Double) -> DiagramWire {
    let edge = way.wire.edge
    let (from, to) = (columns[edge.from], columns[edge.to])
    let (start, end) = (from.x + DiagramFan.reach, to.x - DiagramFan.reach)
    let y = to.middle + height
    let labelled = wiring.labels(before: edge.to, at: to.x)
    var points = [(x: start, y: from.middle)] + channelled(way, from.middle, y)
    points.append((x: height == 0 ? end : min(end, labelled), y: y))
    points.append((x: end, y: to.middle))
    return DiagramWire(
      points: points, label: way.wire.label, place: (x: labelled, y: y), isRecalled: false)
  }

  /// A broken line from the shoulder of one unit to that of another.
  private func recalled(_ way: Way) -> DiagramWire {
    let edge = way.wire.edge
    let (from, to) = (columns[edge.from], columns[edge.to])
    let shoulder = DiagramLayout.radius * 0.5.squareRoot()
    let (start, end) = (
      Self.shoulder(of: from, facing: way.ways.first ?? to.middle, shoulder),
      Self.shoulder(of: to, facing: way.ways.last ?? from.middle, shoulder)
    )
    let points =
      [(x: from.x + shoulder, y: start)] + channelled(way, start, end)
      + [(x: to.x - shoulder, y: end), (x: to.x - shoulder, y: end)]
    return DiagramWire(points: points, label: nil, place: (x: 0, y: 0), isRecalled: true)
  }

  /// The outer corner of the first unit, or of the last one for what lies below.
  private static func shoulder(
    of column: DiagramLayout.Column, facing y: Double, _ shoulder: Double
  ) -> Double {
    y > column.middle + 1
      ? (column.units.last ?? column.middle) + shoulder
      : (column.units.first ?? column.middle) - shoulder
  }

  /// Where a wire enters and leaves the channels on its way.
  private func channelled(_ way: Way, _ start: Double, _ end: Double) -> [(x: Double, y: Double)] {
    let first = ranks[way.wire.edge.from]
    let heights = [start] + way.ways + [end]
    return heights.indices.dropLast().flatMap { step in
      let rank = first + step
      return [
        (x: across[rank] + wiring.margins[rank].right, y: heights[step]),
        (x: across[rank + 1] - wiring.margins[rank + 1].left, y: heights[step + 1]),
      ]
    }
  }
}
