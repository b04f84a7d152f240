import Derivations
import Diagnostics
import Proof
import Terminal

/// The page of the samples, of which every claim and diagnostic below speaks.
let icaSource = """
  # Independent components

  ```derive ica
  F = norm2(W'*W*x - x)^2
  gradient F wrt x = 2*(W'*W - I)'*(W'*W*x - x)
  gradient F wrt W = 2*W'*(W'*W*x - x)*x'
  norm2(W*x)^2 == tr(x'*W'*W*x)
  refuted tr(W*x) == tr(x*W) because "the order matters"
  gradient F wrt y = 2*(W*
  ```
  """

let icaPath = "content/ica.md"

/// A place on one line of the sample page.
func place(_ line: Int, _ columns: Range<Int>) -> SourceLocation {
  SourceLocation(
    path: icaPath, line: line, column: columns.lowerBound, endLine: line,
    endColumn: columns.upperBound)
}

extension CheckedClaim {
  static let provedGradient = CheckedClaim(
    location: place(5, 20..<46), block: "ica", kind: .gradient, of: "F", wrt: "x",
    claimed: "2*(W'*W - I)'*(W'*W*x - x)", derived: "2*(W'*W - I)*(W'*W*x - x)",
    judgement: Judgement(.proved, method: .normalForm, conditions: ["x > 0", "W invertible"]))

  static let refutedGradient = CheckedClaim(
    location: place(6, 20..<40), block: "ica", kind: .gradient, of: "F", wrt: "W",
    claimed: "2*W'*(W'*W*x - x)*x'", derived: "2*W*(W'*W*x - x)*x'", origin: place(4, 1..<24),
    judgement: Judgement(
      .refuted, method: .shapes,
      witness: Witness(
        shapes: [.init(name: "k", count: 2), .init(name: "n", count: 3)], values: [], left: [],
        right: [], remark: "W'*(W'*W*x - x) has shapes (3×2)·(3×1)"),
      cause: Cause(
        text: "W' where W belongs; with W the claim is proved", location: place(6, 22..<24),
        corrected: "2*W*(W'*W*x - x)*x'")))

  static let verifiedIdentity = CheckedClaim(
    location: place(7, 1..<30), block: "ica", kind: .identity, of: "norm2(W*x)^2",
    claimed: "tr(x'*W'*W*x)",
    judgement: Judgement(.verified, method: .exact, bound: "2^-50", points: 3))

  static let refutedAsExpected = CheckedClaim(
    location: place(8, 9..<27), block: "ica", kind: .identity, of: "tr(W*x)", expected: .refuted,
    reason: "the order matters", claimed: "tr(x*W)",
    judgement: Judgement(.refuted, method: .exact, witness: .numbers))

  static let unreadable = CheckedClaim(
    location: place(9, 20..<25), block: "ica", kind: .gradient, of: "F", wrt: "y",
    claimed: "2*(W*", judgement: Judgement(.unreadable), trouble: .openBracket)

  static let undecided = CheckedClaim(
    location: place(7, 1..<30), kind: .step, of: "F", claimed: "a", derived: "b",
    judgement: Judgement(
      .undecided, conditions: ["x > 0"], tried: ["normal forms", "balls of 128 bits"]))

  /// A claim declared refuted that is true.
  static let unexpectedlyTrue = CheckedClaim(
    location: place(8, 9..<27), kind: .identity, of: "tr(W*x)", expected: .refuted,
    reason: "the order matters", claimed: "tr(x*W)", derived: "tr(x*W)",
    judgement: Judgement(.proved))
}

extension Witness {
  /// A witness in numbers.
  static let numbers = Witness(
    shapes: [.init(name: "k", count: 1), .init(name: "n", count: 2)],
    values: [
      .init(name: "W", entries: [["1", "0"], ["2", "1"]]), .init(name: "b", entries: [["3"]]),
    ],
    left: [["1", "0"], ["2", "1"]], right: [["1", "0"], ["3", "1"]])
}

extension Diagnostic {
  static let openBracket = Diagnostic(
    .syntax, "the bracket is not closed", at: place(9, 22..<23), hint: "add ')' at the end")

  static let warning = Diagnostic(
    .brokenLink, "the heading #detlas does not exist", at: place(1, 3..<14),
    hint: "did you mean #deltas?", severity: .warning)
}

extension Report {
  /// A report about the sample page with some of its claims.
  static func ica(
    _ claims: [CheckedClaim] = [
      .provedGradient, .refutedGradient, .verifiedIdentity, .refutedAsExpected, .unreadable,
    ],
    diagnostics: [Diagnostic] = [.warning, .openBracket], isStrict: Bool = false
  ) -> Report {
    var page = PageResult(path: icaPath)
    page.claims = claims
    page.diagnostics = diagnostics
    page.equations = 5
    return Report(pages: [page], sources: [icaPath: icaSource], isStrict: isStrict)
  }
}
