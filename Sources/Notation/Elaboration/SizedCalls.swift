import Diagnostics
import MatrixCalculus

/// Functions that take sizes beside matrices: `reshape(X, m, n)`, `sum(X, 1)`.
extension Elaboration {
  /// The family a call names by the number of its arguments.
  ///
  /// `max(A, B)` is no maximum of each column unless B is 1 or 2.
  func family(_ name: String, _ node: Syntax) -> MatrixFunctionFamily? {
    guard parameters[name] == nil, !scope.knows(name),
      let family = MatrixFunctionFamily.named(name),
      node.children.count == family.operands + family.parameters.count
    else { return nil }
    if Elaborator.pairwise[name] != nil, axis(node.children[1]) == nil { return nil }
    return family
  }

  private func axis(_ node: Syntax) -> Axis? {
    guard case .number(let value) = node.kind, value.isInteger else { return nil }
    return Axis(rawValue: value.numerator)
  }

  /// A call with its sizes read.
  func sizedCall(
    _ family: MatrixFunctionFamily, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand {
    let sizes = Array(node.children.dropFirst(family.operands))
    if let bounded = try bounded(family.name, node, operands) { return bounded }
    let function: MatrixFunction?
    if family.parameters == .axis {
      function = axis(sizes[0]).flatMap { family.make([Dimension($0.rawValue)]) }
    } else {
      function = family.make(try self.sizes(sizes))
    }
    guard let function else { throw noAxis(family.name, sizes[0]) }
    return try matrixCall(function, operands, node, at: node.mark ?? node.range)
  }

  /// `max(t, 1)` of a number, where there is nothing to choose from along an axis: the larger of it and the
  /// bound; nil for the rest.
  private func bounded(
    _ name: String, _ node: Syntax, _ operands: [Operand]
  ) throws(Diagnostic) -> Operand? {
    guard let pairwise = Elaborator.pairwise[name], let axis = axis(node.children[1]),
      unknowns.settled(operands[0].shape).isScalar
    else { return nil }
    let number = operand(.number(Rational(axis.rawValue)), node.children[1])
    return try matrixCall(pairwise, [operands[0], number], node, at: node.mark ?? node.range)
  }

  private func noAxis(_ name: String, _ node: Syntax) -> Diagnostic {
    Diagnostic(
      .syntax, "\(name) takes 1 or 2 as its second argument", at: place(node.range),
      hint: "\(name)(X, 1) takes each column, \(name)(X, 2) each row")
  }

  /// Sizes written as formulas, each at least one.
  func sizes(_ nodes: [Syntax]) throws(Diagnostic) -> [Dimension] {
    var sizes: [Dimension] = []
    for child in nodes {
      let size = try dimension(child)
      if let count = size.count, count < 1 {
        throw Diagnostic(
          .syntax, "a size of \(count) is not possible", at: place(child.range),
          hint: "sizes begin at 1")
      }
      sizes.append(size)
    }
    return sizes
  }
}

extension Elaborator {
  /// What the names of reductions mean with two matrices.
  static let pairwise = ["max": MatrixFunction.maximum, "min": MatrixFunction.minimum]
}
