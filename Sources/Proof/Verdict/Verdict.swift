/// What was found about a claim.
package enum Verdict: String, CaseIterable, Hashable, Sendable {
  /// Normal forms are equal: true for all shapes and values in the declared domain.
  case proved
  /// Equal at random points over random shapes, exactly or as overlapping balls.
  case verified
  /// A witness exists at which the two sides differ, or their shapes do.
  case refuted
  /// Neither, within the budget.
  case undecided
  /// The claim could not be read.
  case unreadable

  /// Whether the claim stands.
  package var holds: Bool { self == .proved || self == .verified }
}

/// How a verdict was reached.
package enum Method: String, Hashable, Sendable {
  case normalForm = "normal-form"
  case exact
  case balls
  case shapes
}
