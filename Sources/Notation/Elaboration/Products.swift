import Diagnostics
import MatrixCalculus

extension Elaboration {
  /// A product from left to right. Where the left part and a factor do not fit, factors that make a
  /// scalar together are taken as one, as in `A*x'*y`.
  mutating func product(_ operands: [Operand], _ node: Syntax) throws(Diagnostic) -> Operand {
    var chain = Chain()
    var index = 0
    if isFlat(node.children[0]), operands[0].expression.operation == .product {
      chain.open(operands[0].expression)
      index = 1
    }
    while index < operands.count {
      let shape = unknowns.settled(operands[index].shape)
      if let left = chain.shape.map(unknowns.settled), !left.isScalar, !shape.isScalar,
        !unknowns.unify(left.columns, shape.rows)
      {
        chain.settle(unknowns)
        if node.kind == .multiply, left == shape { shared.hasOpenDot = true }
        if shared.dot == .entrywise, isSign(node, index), unknowns.unify(left, shape) {
          chain.multiplyEntries(with: unknowns.settled(operands[index].expression))
          index += 1
          continue
        }
        if isInnerProduct(left, shape, node, index) {
          chain.close(with: unknowns.settled(operands[index].expression))
          index += 1
          continue
        }
        guard let end = scalarRun(operands, from: index) else {
          throw misfit(left, node, operands, index)
        }
        let run = operands[index..<end].map(\.expression)
        chain.append(.product(run.map { unknowns.settled($0) }), .scalar)
        index = end
      } else {
        chain.settle(unknowns)
        let factor = unknowns.settled(operands[index].expression)
        chain.append(factor, factor.shape)
        index += 1
      }
    }
    let isPending = operands.contains(where: \.isPending)
    let factors = isPending ? chain.factors.map { unknowns.settled($0) } : chain.factors
    return made(multiplied(factors), from: operands, node.range)
  }

  /// Whether a factor stands behind a sign of multiplication that may be meant entry by entry.
  private mutating func isSign(_ node: Syntax, _ index: Int) -> Bool {
    guard elaborator.dialect == .tex, node.kind == .multiply,
      node.marks.indices.contains(index - 1)
    else { return false }
    return true
  }

  /// Whether `\cdot` stands between two columns of one size: their inner product.
  private mutating func isInnerProduct(
    _ left: Shape, _ right: Shape, _ node: Syntax, _ index: Int
  ) -> Bool {
    guard elaborator.dialect == .tex, node.kind == .multiply, left.isColumn, right.isColumn,
      node.marks.indices.contains(index - 1),
      [#"\cdot"#, "·", "⋅"].contains(source.slice(node.marks[index - 1]))
    else { return false }
    return unknowns.unify(left.rows, right.rows)
  }

  /// The product of factors without ones; numbers alone are multiplied out.
  private func multiplied(_ factors: [Expression]) -> Expression {
    let numbers = factors.compactMap(\.rational)
    if numbers.count == factors.count {
      let value = numbers.reduce(Rational.one as Rational?) { $0?.multiplied(by: $1) }
      return value.map { .number($0) } ?? .product(factors)
    }
    return .product(factors.filter { $0.rational != .one })
  }

  /// Whether the factors of a part may be taken into the product it begins: it has no brackets.
  private func isFlat(_ node: Syntax) -> Bool {
    switch node.kind {
    case .multiply, .juxtapose, .divide, .negate: true
    default: false
    }
  }

  /// The end of the shortest run of factors from `start` whose product is `1×1`.
  private mutating func scalarRun(_ operands: [Operand], from start: Int) -> Int? {
    let first = unknowns.settled(operands[start].shape)
    guard first.isRow, !first.isScalar else { return nil }
    var inner = first.columns
    for index in (start + 1)..<max(start + 1, operands.count) {
      let shape = unknowns.settled(operands[index].shape)
      if shape.isScalar { continue }
      guard unknowns.unify(inner, shape.rows) else { return nil }
      inner = unknowns.settled(shape.columns)
      if inner == .one { return index + 1 }
    }
    return nil
  }

  private func misfit(
    _ left: Shape, _ node: Syntax, _ operands: [Operand], _ index: Int
  ) -> Diagnostic {
    let right = operands[index]
    let shape = unknowns.settled(right.shape)
    let before = operands[0].range.lowerBound..<operands[index - 1].range.upperBound
    return Diagnostic(
      .shapeMismatch,
      "product of \(shown(before, left)) and \(shown(right.range, shape)) is undefined; "
        + "inner sizes \(name(left.columns)) and \(name(shape.rows)) differ",
      at: place(mark(of: node, before: index)),
      hint: hint(left, before, shape, right.range))
  }

  private func hint(
    _ left: Shape, _ before: Range<Int>, _ right: Shape, _ after: Range<Int>
  ) -> String? {
    let isText = elaborator.dialect == .text
    let sign = isText ? "*" : " "
    if left == right {
      return "\(isText ? ".*" : "\\odot") multiplies entry by entry"
    }
    if left.rows == right.rows { return transposeHint(before, "\(sign)\(quoted(after))") }
    if left.columns == right.columns {
      return "transpose \(quoted(after)), as in \(quoted(before))\(sign)\(transposedText(after))"
    }
    return oneSizeHint(left, right)
  }

  // MARK: Entry by entry

  /// An entrywise product; scalars scale.
  mutating func entrywiseProduct(_ operands: [Operand], _ node: Syntax) throws(Diagnostic)
    -> Operand
  {
    let aligned = try alignedMatrices(operands, node, "entrywise product")
    let scalars = aligned.filter(\.shape.isScalar).map(\.expression)
    let first = node.children[0].kind
    let isFlat = first == .entrywiseMultiply || first == .entrywiseDivide
    let matrices = aligned.filter { !$0.shape.isScalar }.enumerated().flatMap { index, operand in
      index == 0 && isFlat && operand.expression.operation == .hadamard
        ? operand.expression.operands : [operand.expression]
    }
    let core: [Expression] = matrices.isEmpty ? [] : [.hadamard(matrices)]
    return made(.product(scalars + core), from: aligned, node.range)
  }

  /// The operands with all that are not scalars brought to one shape.
  private mutating func alignedMatrices(
    _ operands: [Operand], _ node: Syntax, _ operation: String
  ) throws(Diagnostic) -> [Operand] {
    let spread = try aligned(operands, node, operation)
    return zip(operands, spread).map { before, after in
      var operand = before
      settle(&operand)
      return operand.shape.isScalar ? operand : after
    }
  }

  /// Factors from left to right, closed into one scalar as soon as they make one.
  private struct Chain {
    private(set) var factors: [Expression] = []
    /// The shape of the matrices so far; nil where there are none.
    private(set) var shape: Shape?
    /// Whether sizes of some factor may be unknown: looking costs as much as the factor is large.
    private var mayHaveUnknowns = false
    /// How many sizes were settled when they were last put in.
    private var age = 0

    /// Begins with the factors of a product.
    mutating func open(_ product: Expression) {
      mayHaveUnknowns = true
      factors = product.operands
      shape = factors.allSatisfy(\.shape.isScalar) ? nil : product.shape
    }

    /// Puts what is settled for unknown sizes.
    mutating func settle(_ unknowns: Unknowns) {
      guard mayHaveUnknowns, unknowns.age > age else { return }
      age = unknowns.age
      factors = factors.map { unknowns.settled($0) }
      shape = factors.allSatisfy(\.shape.isScalar) ? nil : shape.map { unknowns.settled($0) }
      mayHaveUnknowns = factors.contains { Unknowns.occur(in: $0) }
    }

    mutating func append(_ factor: Expression, _ factorShape: Shape) {
      mayHaveUnknowns = true
      if !factorShape.isScalar {
        if shape?.isScalar == true { close() }
        shape = shape.map { Shape($0.rows, factorShape.columns) } ?? factorShape
      }
      factors.append(factor)
    }

    /// Multiplies the matrices so far with another entry by entry.
    mutating func multiplyEntries(with matrix: Expression) {
      mayHaveUnknowns = true
      let matrices = factors.filter { !$0.shape.isScalar }
      factors = factors.filter(\.shape.isScalar)
      factors.append(.hadamard([Expression.product(matrices), matrix]))
      shape = matrix.shape
    }

    /// Makes one scalar factor of the column so far and another: their inner product.
    mutating func close(with column: Expression) {
      mayHaveUnknowns = true
      let matrices = factors.filter { !$0.shape.isScalar }
      factors = factors.filter(\.shape.isScalar)
      factors.append(.product([Expression.product(matrices).transposed, column]))
      shape = nil
    }

    /// Makes one scalar factor of the matrices so far, where the first of them stood.
    private mutating func close() {
      let matrices = factors.filter { !$0.shape.isScalar }
      let first = factors.firstIndex { !$0.shape.isScalar } ?? 0
      factors = factors.filter(\.shape.isScalar)
      factors.insert(.product(matrices), at: first)
      shape = nil
    }
  }
}
