/// A letter and what it stands for.
package struct Definition: Hashable, Sendable {
  package let letter: Variable
  package let value: Expression

  package init(_ letter: Variable, _ value: Expression) {
    self.letter = letter
    self.value = value
  }
}

extension [Definition] {
  /// What the letters stand for without letters; each must be defined after what it needs.
  ///
  /// - Complexity: O(n) for n nodes in all definitions; what is shared stays shared.
  package var values: [Variable: Expression] {
    var values: [Variable: Expression] = [:]
    for definition in self {
      values[definition.letter] = definition.value.substituting(values)
    }
    return values
  }
}

/// Expressions in letters, each letter defined before it is used: as short as the graph they are.
package struct NamedForm: Hashable, Sendable {
  package let bodies: [Expression]
  /// In an order in which they can be computed.
  package let definitions: [Definition]

  /// The expressions without letters.
  ///
  /// - Complexity: O(n) for n nodes in all; what is shared stays shared.
  package var closed: [Expression] {
    let values = definitions.values
    return bodies.map { $0.substituting(values) }
  }
}

extension NamedForm {
  /// A letter used once is written out where its formula is at most so large.
  private static let inlined = 24

  /// Expressions in letters with only the definitions that are worth a name: what no body needs is
  /// left out; a letter for another, for a constant or for a variable, and one used once for a short
  /// formula, is written out.
  ///
  /// - Parameter definitions: in an order in which they can be computed.
  /// - Complexity: O(n) for n nodes in all bodies and definitions.
  package init(_ bodies: [Expression], _ definitions: [Definition]) {
    var simplifier = Simplifier()
    let (plain, named) = NamedForm.withoutAliases(bodies, definitions, &simplifier)
    let uses = NamedForm.uses(plain, named)
    var inlined: [Variable: Expression] = [:]
    var kept: [Definition] = []
    for definition in named where uses[definition.letter] != nil {
      let value = simplifier.simplify(definition.value.substituting(inlined))
      if uses[definition.letter] == 1, value.treeSize(limit: Self.inlined + 1) <= Self.inlined {
        inlined[definition.letter] = value
      } else {
        kept.append(Definition(definition.letter, value))
      }
    }
    var shortening = Shortening()
    let bodies = plain.map {
      shortening.shorten(simplifier.simplify($0.substituting(inlined)))
    }
    let short = kept.map { Definition($0.letter, shortening.shorten($0.value)) }
    let left = NamedForm.uses(bodies, short)
    self.bodies = bodies
    self.definitions = short.filter { left[$0.letter] != nil }
  }

  /// Without letters for what is one sign, and with letters for what they stand for wherever it occurs.
  private static func withoutAliases(
    _ bodies: [Expression], _ definitions: [Definition], _ simplifier: inout Simplifier
  ) -> ([Expression], [Definition]) {
    var aliases: [Variable: Expression] = [:]
    var letters: [Expression: Expression] = [:]
    var kept: [Definition] = []
    func named(_ expression: Expression) -> Expression {
      simplifier.simplify(expression.substituting(aliases))
        .rebuilt { node, operands in
          let same = node.with(operands)
          return letters[same] ?? same
        }
    }
    for definition in definitions {
      let value = named(definition.value)
      if value.isAtom {
        aliases[definition.letter] = value
      } else {
        let letter = definition.letter.structured(as: value)
        aliases[definition.letter] = .variable(letter)
        letters[value] = .variable(letter)
        kept.append(Definition(letter, value))
      }
    }
    return (bodies.map(named), kept)
  }

  /// How often each letter is used by the bodies and by what they need.
  private static func uses(
    _ bodies: [Expression], _ definitions: [Definition]
  ) -> [Variable: Int] {
    var uses: [Variable: Int] = [:]
    for body in bodies { count(body, &uses) }
    for definition in definitions.reversed() where uses[definition.letter] != nil {
      count(definition.value, &uses)
    }
    return uses
  }

  private static func count(_ expression: Expression, _ uses: inout [Variable: Int]) {
    if case .variable(let variable) = expression.operation { uses[variable, default: 0] += 1 }
    for node in expression.postorder {
      for case .variable(let variable) in node.operands.map(\.operation) {
        uses[variable, default: 0] += 1
      }
    }
  }
}

extension Variable {
  /// The letter with what the form of its value says of symmetry and signs.
  fileprivate func structured(as value: Expression) -> Variable {
    let kept: Properties = [
      .symmetric, .skew, .diagonal, .positive, .nonNegative, .positiveDefinite,
      .positiveSemidefinite, .invertible,
    ]
    let found = shape.isScalar ? Properties() : value.structure.has.intersection(kept)
    let sign: Properties = value.isPositive ? .positive : value.isNonNegative ? .nonNegative : []
    return Variable(name, shape, properties.union(found).union(sign), range: range)
  }
}

extension Expression {
  /// Whether it is a single sign, perhaps transposed.
  var isAtom: Bool {
    operands.isEmpty || operation == .transpose && operands[0].operands.isEmpty
  }
}
