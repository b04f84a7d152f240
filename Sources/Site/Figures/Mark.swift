internal import Derivations
internal import Proof

/// How a claim's verdict is shown: by a sign, a word and a colour, each of which would do alone.
enum Mark: String, CaseIterable {
  case proved, verified, refuted, undecided, unreadable
  /// Refuted, as the author says it is.
  case mistake
  /// Declared refuted, but true.
  case unexpected

  init(_ claim: CheckedClaim) {
    switch (claim.judgement.verdict, claim.expected) {
    case (.refuted, .refuted): self = .mistake
    case (.proved, .refuted), (.verified, .refuted): self = .unexpected
    case (.proved, _): self = .proved
    case (.verified, _): self = .verified
    case (.refuted, _): self = .refuted
    case (.undecided, _): self = .undecided
    case (.unreadable, _): self = .unreadable
    }
  }

  var sign: String {
    switch self {
    case .proved, .verified: "✓"
    case .refuted, .mistake: "✗"
    case .undecided: "?"
    case .unreadable, .unexpected: "!"
    }
  }

  var words: String {
    switch self {
    case .proved: "proved"
    case .verified: "verified"
    case .refuted: "refuted"
    case .undecided: "undecided"
    case .unreadable: "unreadable"
    case .mistake: "refuted, as stated"
    case .unexpected: "true, though declared refuted"
    }
  }

  /// What the verdict means, as a sentence.
  func sentence(_ claim: CheckedClaim) -> String {
    switch self {
    case .proved:
      "The normal forms are equal: true for all declared shapes and values."
    case .verified: Self.verified(claim.judgement)
    case .refuted: "The two sides differ."
    case .undecided: "Neither a proof nor a counterexample was found within the budget."
    case .unreadable: "The claim could not be read."
    case .mistake: "The author shows this as a mistake, and it is one."
    case .unexpected: "The author declares this refuted, but it holds."
    }
  }

  private static func verified(_ judgement: Judgement) -> String {
    let points = judgement.points == 1 ? "one random point" : "\(judgement.points) random points"
    switch judgement.method {
    case .balls: return "Both sides agree at \(points), as balls with proved error bounds."
    case .exact: return "Both sides are exactly equal at \(points) over random shapes."
    case .normalForm, .shapes, nil: return "Both sides agree at \(points)."
    }
  }
}

extension Method {
  /// The method in as few words as a table has room for.
  var name: String {
    switch self {
    case .normalForm: "normal forms"
    case .exact: "exact arithmetic"
    case .balls: "ball arithmetic"
    case .shapes: "shapes"
    }
  }

  /// The method in words.
  var words: String {
    switch self {
    case .normalForm: "comparison of normal forms"
    case .exact: "exact arithmetic in the field of 2⁶¹ − 1 elements"
    case .balls: "ball arithmetic with proved error bounds"
    case .shapes: "comparison of shapes"
    }
  }
}
