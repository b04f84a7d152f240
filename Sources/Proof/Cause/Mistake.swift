/// The mistakes people make, the likelier of two that cost the same first.
package enum Mistake: Int, CaseIterable, Comparable, Sendable {
  /// A layer's number off by one.
  case layer
  case transpose
  case sign
  /// The derivative of an activation left out.
  case slope
  /// A factor too many.
  case extraFactor
  case number
  /// Entry by entry for the matrix product, or the other way round.
  case product
  case lostFactor
  case order
  case function
  case power
  case inverse
  case name
  /// An index for another, or two of them in the wrong order.
  case index
  /// One operation for another: a minus for a product, a product for a quotient.
  case operation
  case complement
  case brackets
  case extraTerm
  case lostTerm
  /// A sum, a trace or a diagonal left out, or one too many.
  case wrapping
  /// The whole claim transposed.
  case layout
  /// The right answer to another question.
  case otherAnswer
  /// The shares of some places of the variable left out.
  case missingShare

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
