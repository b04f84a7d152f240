import Diagnostics
import MatrixCalculus

/// The sizes of constants written without one, as far as they are settled.
///
/// An unknown size is a dimension of a name no author can write: `?1`.
struct Unknowns {
  /// Where an unknown came from.
  struct Origin {
    /// The constant as its author wrote it.
    var text: String
    var location: SourceLocation
    /// How to write the constant with its size.
    var hint: String
  }

  /// More unknowns than this in one formula are refused.
  static let limit = 1000

  private var origins: [Origin] = []
  /// What is settled; the values hold no settled names.
  private var values: [String: Dimension] = [:]

  /// How many are settled.
  var age: Int { values.count }
  var count: Int { origins.count }

  /// A new unknown size.
  mutating func make(_ origin: Origin) -> Dimension {
    origins.append(origin)
    return Dimension("?\(origins.count)")
  }

  static func isUnknown(_ name: String) -> Bool { name.hasPrefix("?") }

  static func occur(in dimension: Dimension) -> Bool { dimension.names.contains(where: isUnknown) }

  static func occur(in shape: Shape) -> Bool { occur(in: shape.rows) || occur(in: shape.columns) }

  static func occur(in expression: Expression) -> Bool {
    expression.postorder.contains { occur(in: $0.shape) || occur(inSizeOf: $0) }
  }

  private static func occur(inSizeOf node: Expression) -> Bool {
    if case .size(let dimension) = node.operation { occur(in: dimension) } else { false }
  }

  /// The origin of the first unknown in an expression.
  func firstOrigin(in expression: Expression) -> Origin? {
    let names = expression.postorder.flatMap { $0.shape.rows.names + $0.shape.columns.names }
    return names.filter(Unknowns.isUnknown).compactMap { Int($0.dropFirst()) }.min()
      .map { origins[$0 - 1] }
  }

  // MARK: Unifying

  /// Makes two sizes equal by settling an unknown; gives false, and settles nothing, where it cannot.
  mutating func unify(_ a: Dimension, _ b: Dimension) -> Bool {
    let a = settled(a)
    let b = settled(b)
    if a == b { return true }
    if let name = a.name, Unknowns.isUnknown(name), !b.names.contains(name) {
      settle(name, b)
      return true
    }
    if let name = b.name, Unknowns.isUnknown(name), !a.names.contains(name) {
      settle(name, a)
      return true
    }
    return false
  }

  /// Likewise for both sizes of shapes: both or none.
  mutating func unify(_ a: Shape, _ b: Shape) -> Bool {
    let before = values
    if unify(a.rows, b.rows), unify(a.columns, b.columns) { return true }
    values = before
    return false
  }

  private mutating func settle(_ name: String, _ value: Dimension) {
    for key in values.keys { values[key] = values[key]?.substituting([name: value]) }
    values[name] = value
  }

  // MARK: Settling

  func settled(_ dimension: Dimension) -> Dimension {
    values.isEmpty ? dimension : dimension.substituting(values)
  }

  func settled(_ shape: Shape) -> Shape {
    values.isEmpty ? shape : Shape(settled(shape.rows), settled(shape.columns))
  }

  /// The expression with what is settled put for unknown sizes.
  ///
  /// - Complexity: O(n) for n distinct nodes.
  func settled(_ expression: Expression) -> Expression {
    guard !values.isEmpty else { return expression }
    return expression.rebuilt(node)
  }

  private func node(_ node: Expression, _ operands: [Expression]) -> Expression {
    switch node.operation {
    case .number, .variable: node
    case .size(let dimension): .size(settled(dimension))
    case .eye: .eye(settled(node.shape.rows))
    case .ones: .ones(settled(node.shape))
    case .zeros: .zeros(settled(node.shape))
    case .sum: .sum(operands)
    case .product: .product(operands)
    case .hadamard: .hadamard(operands)
    case .transpose: operands[0].transposed
    case .power: .power(operands[0], operands[1])
    case .matrixPower: .matrixPower(operands[0], operands[1])
    case .apply(let function): .apply(function, operands[0])
    case .call(let function): (try? .call(function.substituting(values), operands)) ?? node
    }
  }
}
