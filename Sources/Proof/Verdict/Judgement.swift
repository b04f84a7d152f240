package import Diagnostics

/// A verdict with all that supports it.
package struct Judgement: Hashable, Sendable {
  package var verdict: Verdict
  package var method: Method?
  /// The bound on the chance of a false accept, or the precision of the balls, in words.
  package var bound: String?
  /// How many points were tried, over how many choices of shapes.
  package var points: Int
  package var witness: Witness?
  package var cause: Cause?
  /// What must hold for the claim to make sense: `x > 0`, `X invertible`.
  package var conditions: [String]
  /// Where neither could be decided: what was tried, each as a phrase.
  package var tried: [String]

  package init(
    _ verdict: Verdict, method: Method? = nil, bound: String? = nil, points: Int = 0,
    witness: Witness? = nil, cause: Cause? = nil, conditions: [String] = [], tried: [String] = []
  ) {
    self.verdict = verdict
    self.method = method
    self.bound = bound
    self.points = points
    self.witness = witness
    self.cause = cause
    self.conditions = conditions
    self.tried = tried
  }
}

/// The likely mistake behind a refuted claim.
package struct Cause: Hashable, Sendable {
  /// In words: `W' where W belongs; with W the claim is proved`.
  package var text: String
  /// The author's token that is wrong, where it could be located.
  package var location: SourceLocation?
  /// The claimed expression with the mistake mended, in the author's notation.
  package var corrected: String?
  /// What `corrected` stands for, where the mistake is in the other side of an identity; nil for the claimed
  /// side.
  package var replaced: Stretch?

  /// A side of a claim as its author wrote it.
  package struct Stretch: Hashable, Sendable {
    package var location: SourceLocation
    package var text: String

    package init(location: SourceLocation, text: String) {
      self.location = location
      self.text = text
    }
  }

  package init(text: String, location: SourceLocation? = nil, corrected: String? = nil) {
    self.text = text
    self.location = location
    self.corrected = corrected
  }
}
