import Derivations
import Pages
import Testing

@testable import Site

/// Where the layers of networks with branches stand.
@Suite struct DiagramLaneTests {
  private func layout(_ function: String) throws -> DiagramLayout {
    let block = """
      A, B, C, P, Q : (n, n)
      u, v, w : (n)
      F = \(function)
      network F
      """
    let page = try Page(path: "content/a.md", bytes: Array("```derive\n\(block)\n```\n".utf8))
    let figures = PageChecker.check(page).blocks.values.joined().compactMap { statement in
      if case .network(let networks) = statement.content { networks.first } else { nil }
    }
    return DiagramLayout(try #require(figures.first))
  }

  /// The numbers of the layers of each column, from the top.
  private func columns(_ layout: DiagramLayout) -> [[Int]] {
    Dictionary(grouping: layout.columns, by: \.x).sorted { $0.key < $1.key }
      .map { $0.value.sorted { $0.middle < $1.middle }.map(\.layer.number) }
  }

  @Test(arguments: [
    ("norm2(A'*A*u - u)^2", [[1], [2], [3], [4]]),
    ("norm2(u + B*relu(A*u) - v)^2", [[1], [2], [3]]),
    ("norm2(tanh(A*u) - tanh(B*v))^2", [[1, 3], [2, 4], [5]]),
    ("sum(sigmoid(A*u) .* tanh(B*u))", [[1], [2, 3], [4]]),
    (
      "norm2(tanh(A*u + sigmoid(B*v).*exp(C*w)))^2",
      [[2, 4], [3, 5], [1, 6], [7], [8]]
    ),
    (
      "norm2(tanh(Q*tanh(Q*tanh(P*u) + P*v) + P*w))^2",
      [[1], [2, 3], [4, 5], [6], [7]]
    ),
  ])
  func everyBranchHasALane(function: String, layers: [[Int]]) throws {
    #expect(try columns(layout(function)) == layers)
  }

  /// Along a branch nothing bends; where two join, the layer stands between them.
  @Test func branchesAreLevelAndJoinInTheMiddle() throws {
    let middles = try layout("norm2(tanh(A*u) - tanh(B*v))^2").columns.map(\.middle)
    #expect(middles[0] == middles[1] && middles[2] == middles[3])
    #expect(middles[4] == (middles[0] + middles[2]) / 2)
  }

  private static let long =
    "tanh(A*u + B*v) .* sigmoid(P*u + Q*v) + sigmoid(C*u + A*v) .* tanh(B*u + P*v)"

  private static let branched = [
    "norm2(\(long))^2", "norm2(tanh(A*u + sigmoid(B*v).*exp(C*w)))^2",
    "sum(tanh(B*tanh(A*u)) .* u .* exp(C*v))", "norm2(B*tanh(A*u) - B*tanh(A*v))^2",
    "norm2(tanh(Q*tanh(Q*tanh(P*u) + P*v) + P*w) - u)^2",
  ]

  private typealias Box = (x: ClosedRange<Double>, y: ClosedRange<Double>)

  private func captions(_ layout: DiagramLayout) -> [Box] {
    layout.columns.map {
      ($0.x - $0.half + 4...$0.x + $0.half - 4, $0.foot - 10...$0.bottom - 4)
    }
  }

  private func units(_ layout: DiagramLayout) -> [Box] {
    let r = DiagramLayout.radius - 1
    return layout.columns.flatMap { column in
      column.units.map { (column.x - r...column.x + r, $0 - r...$0 + r) }
    }
  }

  /// Points of a wire but those at its ends.
  private func points(_ wire: DiagramWire) -> [(x: Double, y: Double)] {
    zip(wire.points, wire.points.dropFirst()).flatMap { from, to in
      (1..<20).map { step in
        let t = Double(step) / 20
        let s = t * t * (3 - 2 * t)
        return (from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * s)
      }
    }
  }

  @Test(arguments: branched) func linesMeetNoTextAndNoOtherUnit(function: String) throws {
    let layout = try layout(function)
    let boxes = captions(layout) + (layout.wires.contains(where: \.isRecalled) ? [] : units(layout))
    for point in layout.wires.flatMap(points) {
      #expect(!boxes.contains { $0.x.contains(point.x) && $0.y.contains(point.y) })
    }
  }

  @Test(arguments: branched) func labelsStandApart(function: String) throws {
    let layout = try layout(function)
    let labels: [Box] = layout.wires.compactMap { wire in
      guard let label = wire.label else { return nil }
      let half = NetworkDiagram.pillWidth(label.text) / 2
      return (wire.place.x - half...wire.place.x + half, wire.place.y - 13...wire.place.y + 13)
    }
    let boxes = labels + captions(layout) + units(layout)
    for (index, box) in boxes.enumerated() {
      for other in boxes[..<index] {
        #expect(!box.x.overlaps(other.x) || !box.y.overlaps(other.y))
      }
    }
  }

  /// Every line begins and ends where the lines to the units of its layers begin, or at a unit.
  @Test(arguments: branched) func linesEndAtLayers(function: String) throws {
    let layout = try layout(function)
    for wire in layout.wires where !wire.isRecalled {
      for (end, isLeaving) in [(wire.points.first, true), (wire.points.last, false)] {
        #expect(
          layout.fans.contains {
            $0.isLeaving == isLeaving && $0.x == end?.x && $0.column.middle == end?.y
          })
      }
    }
  }

  @Test func sumsAndProductsAreToldApart() throws {
    let joints = try layout(Self.branched[0]).columns.compactMap(\.layer.joint)
    #expect(joints.count { $0 == "+" } == 5 && joints.count { $0 == "⊙" } == 2)
  }

  @Test func whatLeadsBackwardsIsNotWalkedForever() throws {
    let shown = Shown(text: "x", tex: "x")
    let layers = (1...30).map { number in
      NetworkFigure.Layer(
        number: number, input: shown, shape: Shown(text: "(n)", tex: "(n)"), activation: shown,
        activationName: "",
        sources: [number / 2, 40 - number], feed: shown)
    }
    let items = LaneItems(NetworkGraph(layers))
    let order = LaneOrder(items, last: 29)
    #expect(order.columns.joined().sorted() == Array(items.kinds.indices))
  }
}
