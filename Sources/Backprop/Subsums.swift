import MatrixCalculus

/// The sums of a function that other sums take up whole: x + f(x) in x + f(x) + g(x + f(x)).
///
/// Sums are flat, so that a residual network would else add up all its blocks anew in each.
struct Subsums {
  /// The largest sum that is a part of another, by that one.
  private(set) var parts: [Expression: Expression] = [:]

  /// How many sums, the largest first, are compared with one.
  private static let limit = 16

  /// - Complexity: linear in the operands of all sums.
  init(_ function: Expression) {
    var places: [Expression: Int] = [:]
    var ending: [Expression: [Expression]] = [:]
    for (place, node) in function.postorder.enumerated() {
      places[node] = place
      guard node.operation == .sum else { continue }
      parts[node] = Subsums.part(of: node, among: node.operands.flatMap { ending[$0] ?? [] })
      if let last = node.operands.max(by: { places[$0, default: 0] < places[$1, default: 0] }) {
        ending[last, default: []].append(node)
      }
    }
  }

  private static func part(of sum: Expression, among others: [Expression]) -> Expression? {
    let smaller = others.filter { $0.operands.count < sum.operands.count }
    guard !smaller.isEmpty else { return nil }
    let operands = Set(sum.operands)
    return smaller.sorted { $0.operands.count > $1.operands.count }.prefix(limit)
      .first { $0.operands.allSatisfy(operands.contains) }
  }

  /// The operands of a node, with the sum that is a part of it in place of its own.
  func operands(of node: Expression) -> [Expression] {
    guard let part = parts[node] else { return node.operands }
    let own = Set(part.operands)
    return [part] + node.operands.filter { !own.contains($0) }
  }
}
