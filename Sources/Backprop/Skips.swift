import MatrixCalculus

/// The inputs of a network that are taken up again by what they lead to: x in x + W₂ f(W₁ x).
///
/// There the input is a second feed. In a sum with one moving part it is one only where it has the sign of
/// that part: a difference such as W′W x − x is an error, and subtracting is an activation.
struct Skips {
  /// The inputs that feed a sum or an entrywise product directly, by that node.
  private(set) var feeds: [Expression: [Expression]] = [:]
  /// All of them.
  private(set) var inputs: Set<Expression> = []

  /// - Complexity: linear in the distinct nodes for each place where an input may be taken up again.
  init(_ function: Expression, _ subsums: Subsums) {
    let entrances = Skips.entrances(of: [function])
    for node in function.postorder where node.operation == .sum || node.operation == .hadamard {
      let operands = subsums.operands(of: node)
      let moving = operands.filter { !$0.isPlain }
      let isJoin = node.operation == .hadamard || moving.count > 1
      let candidates = operands.compactMap { Skips.input(in: $0, among: entrances) }
        .filter { isJoin || $0.sign == moving.first?.sign }.map(\.input)
      guard !candidates.isEmpty, !moving.isEmpty else { continue }
      let own = Skips.entrances(of: moving)
      let found = candidates.filter(own.contains)
      guard !found.isEmpty else { continue }
      feeds[node] = found
      inputs.formUnion(found)
    }
  }

  /// The plain expressions at which expressions begin, as the layers are made from them.
  private static func entrances(of expressions: [Expression]) -> Set<Expression> {
    var seen = Set(expressions)
    var waiting = expressions
    while let node = waiting.popLast() {
      for next in node.followed where seen.insert(next).inserted { waiting.append(next) }
    }
    return seen.filter(\.isPlain)
  }

  /// The entrance that a plain operand is, perhaps scaled or spread, with its sign.
  private static func input(
    in operand: Expression, among entrances: Set<Expression>
  ) -> (input: Expression, sign: Int)? {
    guard operand.isPlain else { return nil }
    let factors = operand.operation == .product ? operand.operands : []
    let input = ([operand] + factors).first { entrances.contains($0) && !$0.shape.isScalar }
    return input.map { ($0, operand.sign) }
  }
}

extension Expression {
  /// Of what the layers of an expression are made: its moving operands, or the one that counts as input.
  fileprivate var followed: [Expression] {
    if isPlain { return [] }
    let moving = operands.filter { !$0.isPlain }
    switch operation {
    case .apply, .power: return [operands[0]]
    case .sum, .hadamard: return moving.isEmpty ? [operands[0]] : moving
    case .product where moving.isEmpty:
      return [operands.last { !$0.shape.isScalar } ?? operands[operands.count - 1]]
    default: return moving
    }
  }

  /// −1 where the number in front is negative, else 1.
  fileprivate var sign: Int {
    let numbers = (operation == .product ? operands : [self]).compactMap(\.rational)
    return numbers.filter { $0 < .zero }.count % 2 == 0 ? 1 : -1
  }
}
