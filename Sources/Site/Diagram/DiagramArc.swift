internal import Derivations

/// A line above the columns from one to another that it feeds over those between them, or whose activation
/// speaks of it.
///
/// It rises from its left column, runs along a lane and comes down to its right one. Lanes are counted from
/// the columns; no two arcs share a piece of one, and the shorter runs below the longer.
struct DiagramArc {
  /// The matrix that feeds the right column.
  struct Label {
    var text: String
    var tie: Int?
  }

  let left: DiagramLayout.Column
  let right: DiagramLayout.Column
  /// Nil where the left feeds the right as it is, or is only spoken of.
  let label: Label?
  let isRecalled: Bool
  private(set) var lane = 0
  /// How far from the centres of its columns it leaves and arrives.
  private(set) var departure = 0.0
  private(set) var arrival = 0.0
  /// The middle of its label, between its right column and the one before.
  private(set) var labelX = 0.0

  /// The arcs of a diagram in their lanes.
  ///
  /// - Complexity: O(n²) for n arcs.
  static func all(
    between columns: [DiagramLayout.Column], _ ties: [String: Int]
  ) -> [DiagramArc] {
    var found: [(from: Int, to: Int, arc: DiagramArc)] = []
    for (to, right) in columns.enumerated() {
      for (from, left) in columns[..<to].enumerated() {
        guard var arc = DiagramArc(left, right, ties) else { continue }
        arc.labelX = (columns[to - 1].x + right.x) / 2
        found.append((from, to, arc))
      }
    }
    found.sort { ($0.to - $0.from, $0.from) < ($1.to - $1.from, $1.from) }
    for index in found.indices {
      let (from, to) = (found[index].from, found[index].to)
      let lanes = found[..<index].filter { $0.from < to && from < $0.to }.map(\.arc.lane)
      found[index].arc.lane = (lanes.max() ?? -1) + 1
    }
    return spread(found)
  }

  /// Arcs of the same end side by side, the longer nearer to the middle of the unit, so that they do not
  /// cross there.
  private static func spread(
    _ found: [(from: Int, to: Int, arc: DiagramArc)]
  ) -> [DiagramArc] {
    found.map { from, to, arc in
      var arc = arc
      let leaving = found.filter { $0.from == from }.map(\.arc.lane)
      let arriving = found.filter { $0.to == to }.map(\.arc.lane)
      arc.departure = offset(arc.lane, among: leaving)
      arc.arrival = -offset(arc.lane, among: arriving)
      return arc
    }
  }

  private static func offset(_ lane: Int, among lanes: [Int]) -> Double {
    let place = lanes.count { $0 >= lane }
    return 14 * Double(place) / Double(lanes.count + 1)
  }

  private init?(
    _ left: DiagramLayout.Column, _ right: DiagramLayout.Column, _ ties: [String: Int]
  ) {
    let (number, layer) = (left.layer.number, right.layer)
    let isFed = layer.sources.contains(number) && number < layer.number - 1
    guard isFed || layer.recalled.contains(number) else { return nil }
    self.left = left
    self.right = right
    isRecalled = !isFed
    label = isFed ? Self.label(from: left, to: right, ties) : nil
  }

  /// The matrix by which a column feeds another that is not the next; nil where it feeds it as it is.
  static func label(
    from left: DiagramLayout.Column, to right: DiagramLayout.Column, _ ties: [String: Int]
  ) -> Label? {
    let way = right.layer.ways.first { $0.source == left.layer.number }
    return way.flatMap { way in
      DiagramLayout.isIdentity(way.matrix.text)
        ? nil
        : Label(text: prettified(way.matrix.text), tie: way.variable.flatMap { ties[$0] })
    }
  }
}
