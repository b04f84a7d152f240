/// Differences that occur both ways round: ‖x − y‖ and ‖y − x‖ are one.
extension Expression {
  /// A simplified expression in which a difference under an even function is written as it stands first, where its
  /// opposite stands under another.
  ///
  /// - Complexity: O(n) for n distinct nodes.
  var withOneOrientation: Expression {
    var first: [Expression: Expression] = [:]
    for node in postorder where node.isEven {
      let difference = node.operands[0]
      guard difference.operation == .sum, difference.isNarrow, first[difference] == nil else {
        continue
      }
      first[difference] = difference
      let opposite = Simplifier.scale(.minusOne, difference)
      if first[opposite] == nil { first[opposite] = difference }
    }
    guard first.contains(where: { $0.key != $0.value }) else { return self }
    let turned = rebuilt { node, operands in
      guard node.isEven, let same = first[operands[0]] else { return node.with(operands) }
      return node.with([same] + operands.dropFirst())
    }
    return turned == self ? self : turned.simplified
  }

  private var isEven: Bool {
    switch operation {
    case .apply(let function): [.abs, .cos, .cosh].contains(function)
    case .power:
      operands[1].rational.map { $0.isInteger && $0.numerator.isMultiple(of: 2) } ?? false
    default: false
    }
  }
}
