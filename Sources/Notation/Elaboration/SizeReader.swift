package import Diagnostics
package import MatrixCalculus

/// Reads formulas that stand for sizes: `n`, `2*n`, `m + 1`, `n^2`.
package struct SizeReader {
  /// A size may be a product of no more than this many names: more would be a mistake.
  private static let maximalPower = 8

  private let source: SourceText

  package init(source: SourceText) { self.source = source }

  /// The size a formula stands for.
  ///
  /// - Parameter unknown: gives back a name that is no size here, nil for one that is.
  /// - Throws: `unknown-name`, or `syntax` for what is no polynomial with whole coefficients.
  package func dimension(
    _ node: Syntax, unknown: (String) -> String? = { _ in nil }
  ) throws(Diagnostic) -> Dimension {
    guard node.depth <= 100 else { throw trouble(node) }
    switch node.kind {
    case .number(let value):
      guard value.isInteger, value.numerator < 1 << 31 else { throw trouble(node) }
      return Dimension(value.numerator)
    case .name(let name):
      if unknown(name) != nil { throw missing(name, node) }
      return Dimension(name)
    case .brackets: return try dimension(node.children[0], unknown: unknown)
    case .negate: return try Dimension(-1) * dimension(node.children[0], unknown: unknown)
    case .add: return try fold(node, unknown, +)
    case .subtract: return try fold(node, unknown, -)
    case .multiply, .juxtapose: return try fold(node, unknown, *)
    case .power: return try power(node, unknown)
    default: throw trouble(node)
    }
  }

  private func fold(
    _ node: Syntax, _ unknown: (String) -> String?, _ join: (Dimension, Dimension) -> Dimension
  ) throws(Diagnostic) -> Dimension {
    guard node.children.count <= Self.maximalPower * 2 else { throw trouble(node) }
    var total = try dimension(node.children[0], unknown: unknown)
    for child in node.children.dropFirst() {
      total = try join(total, dimension(child, unknown: unknown))
      guard total.names.count <= Self.maximalPower else { throw trouble(node) }
    }
    return total
  }

  private func power(_ node: Syntax, _ unknown: (String) -> String?) throws(Diagnostic) -> Dimension
  {
    let base = try dimension(node.children[0], unknown: unknown)
    guard case .number(let value) = node.children[1].kind, value.isInteger,
      (0...Self.maximalPower).contains(value.numerator), base.names.count <= 2
    else { throw trouble(node) }
    return (0..<value.numerator).reduce(.one) { power, _ in power * base }
  }

  private func missing(_ name: String, _ node: Syntax) -> Diagnostic {
    Diagnostic(
      .unknownName, "unknown size \(name)", at: source.location(node.range),
      hint: "use it in a declaration above, as in X : (\(name), \(name))")
  }

  private func trouble(_ node: Syntax) -> Diagnostic {
    Diagnostic(
      .syntax, "\(source.excerpt(node.range)) is no size", at: source.location(node.range),
      hint: "a size is a name, a whole number, or made of them by +, - and *")
  }
}
