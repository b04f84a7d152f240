/// Brings expressions into the form a textbook would print, node by node.
///
/// Like terms are collected, scalars stand in front of products, transposes are as few as they can
/// be, identities and ones vanish; products of sums stay factored. One value serves a whole
/// derivation: what it has seen it does not walk again.
package struct Simplifier: Sendable {
  /// A rule for one node with simplified operands; nil where it does not apply.
  package typealias Rule = @Sendable (_ node: Expression, _ operands: [Expression]) -> Expression?

  /// From what was given, and from what came out, to what came out.
  private var known: [Expression: Expression] = [:]

  private let first: Rule?

  /// - Parameter rule: tried before the rules of the language; only tests of the rules have one.
  package init(trying rule: Rule? = nil) { first = rule }

  /// The expression in simplified form: the same shape, and the same value wherever both are defined.
  ///
  /// - Complexity: each distinct node not seen before is rebuilt once.
  package mutating func simplify(_ expression: Expression) -> Expression {
    if let done = known[expression] { return done }
    var stack: [(node: Expression, next: Int)] = [(expression, 0)]
    while let (node, next) = stack.last {
      if next < node.operands.count {
        stack[stack.count - 1].next += 1
        let operand = node.operands[next]
        if known[operand] == nil { stack.append((operand, 0)) }
      } else {
        stack.removeLast()
        let operands = node.operands.map { known[$0] ?? $0 }
        let result = first?(node, operands) ?? Simplifier.node(node, operands)
        known[node] = result
        known[result] = result
      }
    }
    return known[expression] ?? expression
  }

  /// One node with simplified operands.
  static func node(_ node: Expression, _ operands: [Expression]) -> Expression {
    switch node.operation {
    case .number, .size, .variable, .eye, .ones, .zeros: node
    case .sum: sum(operands)
    case .product: product(operands)
    case .hadamard: hadamard(operands)
    case .transpose: transpose(operands[0])
    case .power: power(operands[0], operands[1])
    case .matrixPower: matrixPower(operands[0], operands[1])
    case .apply(let function): apply(function, operands[0])
    case .call(let function): call(function, operands, node)
    }
  }
}

extension Expression {
  /// The simplified form; see `Simplifier`.
  package var simplified: Expression {
    var simplifier = Simplifier()
    return simplifier.simplify(self)
  }
}

/// Keys with amounts, in the order in which the keys first came.
struct Tally<Key: Hashable> {
  private(set) var entries: [(key: Key, amount: Rational)] = []
  private var place: [Key: Int] = [:]

  /// Adds to the key's amount; gives false, and changes nothing, if the amount leaves its range.
  mutating func add(_ amount: Rational, to key: Key) -> Bool {
    guard let at = place[key] else {
      place[key] = entries.count
      entries.append((key, amount))
      return true
    }
    guard let total = entries[at].amount.adding(amount) else { return false }
    entries[at].amount = total
    return true
  }
}
