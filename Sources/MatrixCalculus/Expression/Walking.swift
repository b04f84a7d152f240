extension Expression {
  /// Every distinct node below and including this one, operands before what uses them.
  ///
  /// - Complexity: O(n) for n distinct nodes, with a stack of its own.
  package var postorder: [Expression] { postorder { _ in false } }

  /// The same without the nodes that are known and what is below them only.
  ///
  /// - Complexity: O(n) for n distinct nodes that are not known.
  package func postorder(unless isKnown: (Expression) -> Bool) -> [Expression] {
    var order: [Expression] = []
    var seen: Set<Expression> = []
    if !isKnown(self) { walk(&order, &seen, unless: isKnown) }
    return order
  }

  /// Adds the nodes that have not been seen, operands before what uses them.
  private func walk(
    _ order: inout [Expression], _ seen: inout Set<Expression>,
    unless isKnown: (Expression) -> Bool
  ) {
    guard seen.insert(self).inserted else { return }
    var stack: [(node: Expression, next: Int)] = [(self, 0)]
    while let (node, next) = stack.last {
      if next < node.operands.count {
        stack[stack.count - 1].next += 1
        let operand = node.operands[next]
        if !isKnown(operand), seen.insert(operand).inserted { stack.append((operand, 0)) }
      } else {
        order.append(node)
        stack.removeLast()
      }
    }
  }

  /// Every distinct node of several expressions, operands before what uses them.
  ///
  /// - Complexity: O(n) for n distinct nodes, however often they are shared.
  package static func postorder(of expressions: [Expression]) -> [Expression] {
    var order: [Expression] = []
    var seen: Set<Expression> = []
    for expression in expressions { expression.walk(&order, &seen) { _ in false } }
    return order
  }

  /// The number of distinct nodes, as far as `limit`.
  ///
  /// - Complexity: O(`limit`), however large it is.
  package func nodeCount(limit: Int) -> Int {
    var seen: Set<Expression> = [self]
    var stack = [self]
    while seen.count < limit, let node = stack.popLast() {
      for operand in node.operands where seen.insert(operand).inserted { stack.append(operand) }
    }
    return min(seen.count, limit)
  }

  /// The variables in it, each once, in the order of their first use.
  package var variables: [Variable] {
    postorder.compactMap { node in
      if case .variable(let variable) = node.operation { variable } else { nil }
    }
  }

  /// Whether the variable occurs in it.
  package func contains(_ variable: Variable) -> Bool {
    postorder.contains { $0.operation == .variable(variable) }
  }

  /// The number of nodes when written out as a tree, as far as `limit`.
  ///
  /// - Complexity: O(`limit`), however large it is.
  package func treeSize(limit: Int) -> Int {
    var size = 0
    var stack = [self]
    while size < limit, let node = stack.popLast() {
      size += 1
      stack += node.operands
    }
    return size
  }

  /// The same with every node rebuilt from its rebuilt operands.
  ///
  /// - Parameter rebuild: gets a node and its new operands, gives the new node.
  /// - Complexity: `rebuild` is called once for each distinct node.
  package func rebuilt(_ rebuild: (Expression, [Expression]) -> Expression) -> Expression {
    Expression.rebuilt([self], rebuild)[0]
  }

  /// Several expressions rebuilt in this way, what they share once.
  package static func rebuilt(
    _ expressions: [Expression], _ rebuild: (Expression, [Expression]) -> Expression
  ) -> [Expression] {
    var made: [Expression: Expression] = [:]
    for node in postorder(of: expressions) {
      made[node] = rebuild(node, node.operands.map { made[$0] ?? $0 })
    }
    return expressions.map { made[$0] ?? $0 }
  }

  /// The same node with other operands of the same shapes; itself where they are the same.
  package func with(_ operands: [Expression]) -> Expression {
    operands == self.operands ? self : Expression(operation, operands, shape)
  }

  /// The expression with `replacement` wherever `variable` stands.
  package func substituting(_ replacements: [Variable: Expression]) -> Expression {
    rebuilt { node, operands in
      if case .variable(let variable) = node.operation, let new = replacements[variable] {
        return new
      }
      return node.with(operands)
    }
  }

  /// The expression with `replacement`, of the same shape, wherever `part` stands.
  package func replacing(_ part: Expression, by replacement: Expression) -> Expression {
    rebuilt { node, operands in node == part ? replacement : node.with(operands) }
  }

  /// The rational it is, where it is a number.
  package var rational: Rational? {
    if case .number(let value) = operation { value } else { nil }
  }

  /// Whether every entry is zero by its form.
  package var isZero: Bool { operation == .zeros || operation == .number(.zero) }
}
