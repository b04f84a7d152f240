/// A real matrix expression: a node of a graph whose parts may be shared.
///
/// Equal expressions are equal values: a node knows a 128-bit hash of all below it, seeded anew in
/// every process, so that comparing costs O(1) however much is shared.
package final class Expression: Sendable {
  package let operation: Operation
  package let operands: [Expression]
  package let shape: Shape
  let identity: Identity
  /// Length of the longest way down to a leaf; a leaf has 0.
  package let depth: Int
  /// Whether every entry is known to be at least zero, from its form and what is declared.
  package let isNonNegative: Bool
  /// Whether every entry is known to be above zero. A named size counts as at least one.
  package let isPositive: Bool

  init(_ operation: Operation, _ operands: [Expression], _ shape: Shape) {
    self.operation = operation
    self.operands = operands
    self.shape = shape
    depth = operands.isEmpty ? 0 : 1 + operands.reduce(0) { max($0, $1.depth) }
    identity = Identity(operation, shape, operands)
    isNonNegative = Sign.isNonNegative(operation, operands)
    isPositive = Sign.isPositive(operation, operands)
  }
}

extension Expression: Hashable {
  package static func == (a: Expression, b: Expression) -> Bool {
    a === b || a.identity == b.identity
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(identity.high)
  }

  /// What a table of expressions looks up: the identity is a seeded hash already, and need not be hashed again.
  package func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: identity.high) ^ seed
  }
}

/// A 128-bit fingerprint of an expression, from two independently seeded hashes.
///
/// Two different expressions of one process share it with a chance of about 2⁻¹²⁸ a pair; the seeds
/// are drawn at the start of the process, so that no input can be made to collide.
struct Identity: Hashable, Comparable, Sendable {
  let high: UInt64
  let low: UInt64

  private static let seed = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))

  init(_ operation: Operation, _ shape: Shape, _ operands: [Expression]) {
    var first = Hasher()
    first.combine(Identity.seed.0)
    first.combine(operation)
    first.combine(shape)
    var second = first
    second.combine(Identity.seed.1)
    for operand in operands {
      first.combine(operand.identity.high)
      second.combine(operand.identity.low)
    }
    high = UInt64(bitPattern: Int64(first.finalize()))
    low = UInt64(bitPattern: Int64(second.finalize()))
  }

  static func < (a: Identity, b: Identity) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
