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
      [[3, 5], [1, 4, 6], [2, 7], [8], [9]]
    ),
    (
      "norm2(tanh(Q*tanh(Q*tanh(P*u) + P*v) + P*w))^2",
      [[1, 3], [2, 4, 6], [5, 7], [8], [9]]
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

  /// What skips a branch passes above it, apart from every layer.
  @Test func linesPastColumnsHaveRoomOfTheirOwn() throws {
    let layout = try layout("sum(tanh(B*tanh(A*u)) .* u .* exp(C*v))")
    let level = try #require(layout.passes.first?.level)
    for column in layout.columns where (level.from...level.to).contains(column.x) {
      #expect(column.units.allSatisfy { abs($0 - level.y) > DiagramLayout.radius })
    }
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
