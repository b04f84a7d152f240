extension NamedForm {
  /// Parts with fewer nodes than this are not worth a name.
  private static let least = 5

  /// Expressions with a letter for each part that occurs several times in them.
  ///
  /// - Parameter letter: the letter for a part, from its number counted from 1 and its shape.
  /// - Complexity: O(n) for n distinct nodes.
  package init(sharing expressions: [Expression], letter: (Int, Shape) -> Variable) {
    let order = NamedForm.postorder(expressions)
    let shared = NamedForm.shared(order)
    var made: [Expression: Expression] = [:]
    var definitions: [Definition] = []
    for node in order {
      let rebuilt = node.with(node.operands.map { made[$0] ?? $0 })
      made[node] = rebuilt
      guard shared.contains(node), rebuilt.treeSize(limit: Self.least) >= Self.least else {
        continue
      }
      let name = letter(definitions.count + 1, node.shape)
      definitions.append(Definition(name, rebuilt))
      made[node] = .variable(name)
    }
    bodies = expressions.map { made[$0] ?? $0 }
    self.definitions = definitions
  }

  package init(sharing expression: Expression, letter: (Int, Shape) -> Variable) {
    self.init(sharing: [expression], letter: letter)
  }

  /// Every distinct node of all expressions, operands before what uses them.
  private static func postorder(_ expressions: [Expression]) -> [Expression] {
    var seen: Set<Expression> = []
    return expressions.flatMap { expression in
      let order = expression.postorder { seen.contains($0) }
      seen.formUnion(order)
      return order
    }
  }

  /// The nodes that several others use.
  private static func shared(_ order: [Expression]) -> Set<Expression> {
    var uses: [Expression: Int] = [:]
    for node in order {
      for operand in node.operands where !operand.isAtom { uses[operand, default: 0] += 1 }
    }
    return Set(uses.filter { $0.value > 1 }.keys)
  }
}
