package import Diagnostics
package import Proof

/// A claim of a page with what was found about it.
package struct CheckedClaim: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case gradient, jacobian, hessian, identity, step, layer, delta, input, value
  }

  /// The claimed text.
  package var location: SourceLocation
  /// The name of the `derive` block, where it stands in one.
  package var block: String?
  package var label: String?
  package var kind: Kind
  /// What the claim speaks of: the function's name or its text.
  package var of: String
  package var wrt: String?
  /// Along which directions the derivative is.
  package var along: String?
  /// How what a derivative is claimed to be has to be laid out.
  package var layout: ResultLayout?
  /// What the author expects, where that is not the truth of the claim.
  package var expected: Verdict?
  /// The author's `because "…"`.
  package var reason: String?
  /// The claimed side as the author wrote it.
  package var claimed: String
  /// The same in TeX, where it is one formula.
  package var claimedTeX: String?
  /// The derived side in text notation.
  package var derived: String?
  /// The derived side in TeX.
  package var derivedTeX: String?
  /// Where the derivation starts: the definition of the function.
  package var origin: SourceLocation?
  package var judgement: Judgement
  /// The corrected side of its cause in TeX.
  package var correctedTeX: String?
  /// For an unreadable claim: why, unless that is said elsewhere.
  package var trouble: Diagnostic?
  /// Whether it only speaks of what could not be brought in from another page, which is reported there.
  package var isConsequence = false
  /// The folder that holds `content/`, as the reader typed it; `.` for the current one.
  package var root = "."
  /// The definitions it rests on, also of other pages, by place.
  package var uses: [Use] = []

  package init(
    location: SourceLocation, block: String? = nil, label: String? = nil, kind: Kind, of: String,
    wrt: String? = nil, expected: Verdict? = nil, reason: String? = nil, claimed: String,
    derived: String? = nil, derivedTeX: String? = nil, origin: SourceLocation? = nil,
    judgement: Judgement, trouble: Diagnostic? = nil
  ) {
    self.location = location
    self.block = block
    self.label = label
    self.kind = kind
    self.of = of
    self.wrt = wrt
    self.expected = expected
    self.reason = reason
    self.claimed = claimed
    self.derived = derived
    self.derivedTeX = derivedTeX
    self.origin = origin
    self.judgement = judgement
    self.trouble = trouble
  }

  /// Whether the claim is as its author expects it, or what is wrong with it is said elsewhere.
  package var stands: Bool {
    if isConsequence { return true }
    return expected == .refuted ? judgement.verdict == .refuted : judgement.verdict.holds
  }

  /// The same with another folder that holds `content/`.
  package func rooted(in folder: String) -> CheckedClaim {
    var claim = self
    claim.root = folder
    return claim
  }

  /// The command that offers the mended text, where there is one; a mistake shown on purpose stays, and a
  /// notebook is only read.
  package var fix: String? {
    if expected == .refuted || location.path.hasSuffix(".ipynb") { return nil }
    let option = root == "." || root.isEmpty ? "" : "--root \(root.asWord) "
    return judgement.cause?.corrected.map { _ in
      "docgen fix \(option)\("\(location.path):\(location.line)".asWord)"
    }
  }
}

extension String {
  /// A word of a command line, in quotes where a shell would take it apart.
  fileprivate var asWord: String {
    wholeMatch(of: #/[A-Za-z0-9_.\/:@%+=,~\-]+|[^\x00-\x7F]+/#) != nil
      ? self : "'" + replacing("'", with: #"'\''"#) + "'"
  }
}
