import Derivations
import Diagnostics
import Proof

/// The text of a page in which wrong claims are mended.
struct Amendment {
  /// As diagnostics name it.
  let path: String
  let old: [UInt8]
  private(set) var new: [UInt8]

  /// Mends claims of a page.
  ///
  /// - Parameters:
  ///   - claims: each with a corrected text; by location.
  ///   - bytes: the page as it was checked.
  /// - Throws: `unsupported` at a claim whose text cannot be replaced in one piece.
  init(_ path: String, _ bytes: [UInt8], mending claims: [CheckedClaim]) throws(Diagnostic) {
    self.path = path
    old = bytes
    new = bytes
    // From the end on, so that the places of those before stay as they are.
    for claim in claims.reversed() {
      guard let corrected = claim.judgement.cause?.corrected else { continue }
      let source = SourceBytes(new)
      let range = try Self.stretch(of: claim, corrected, in: source)
      new = source.replacing(range, with: corrected)
    }
  }

  /// Where the claim stands, without the blanks around it.
  private static func stretch(
    of claim: CheckedClaim, _ corrected: String, in source: SourceBytes
  ) throws(Diagnostic) -> Range<Int> {
    let replaced = claim.judgement.cause?.replaced
    guard let whole = source.range(of: replaced?.location ?? claim.location) else {
      throw divided(claim, corrected)
    }
    let blanks = Array(" \t\r\n".utf8)
    var range = whole
    while let first = range.first, blanks.contains(source.bytes[first]) { range.removeFirst() }
    while let last = range.last, blanks.contains(source.bytes[last]) { range.removeLast() }
    guard source.text(range) == replaced?.text ?? claim.claimed else {
      throw divided(claim, corrected)
    }
    return range
  }

  private static func divided(_ claim: CheckedClaim, _ corrected: String) -> Diagnostic {
    Diagnostic(
      .unsupported,
      "the claim cannot be replaced, because marks of a list, a quote or a table stand within it",
      at: claim.location, hint: "write it yourself: \(corrected)")
  }

  /// Whether the mended claims hold and all others are as they were.
  func holds(_ mended: [CheckedClaim], before: PageResult, after: PageResult) -> Bool {
    let troubles = { (page: PageResult) in page.diagnostics.count { $0.severity == .error } }
    guard before.claims.count == after.claims.count, troubles(after) <= troubles(before) else {
      return false
    }
    return zip(before.claims, after.claims).allSatisfy { old, new in
      new.stands || (!old.stands && !mended.contains(old))
    }
  }
}
