import Diagnostics
import MatrixCalculus

/// Tests changed formulas against what the claim should say.
struct Trial {
  let search: CauseSearch
  var truth: Truth
  /// What the author's own formula means; nil where it has no meaning.
  let own: Expression?
  private var seen: Set<String> = []
  private var decisions = 0
  private var bytes = 0
  private var echo: (edit: Edit, text: String)?

  init(_ search: CauseSearch, _ truth: Truth) {
    self.search = search
    self.truth = truth
    let text = search.author.text(search.author.whole)
    own = search.author.meaning(text, expecting: truth.expected).map { search.claim($0).claimed }
    seen.insert(text)
  }

  /// The first edits that make the claim true.
  mutating func first(
    _ candidates: some Sequence<[Edit]>, limit: Int
  ) -> CauseSearch.Finding? {
    var tried = 0
    for edits in candidates {
      guard let text = changed(by: edits), seen.insert(text).inserted else { continue }
      if isCircular(edits) { continue }
      if text.filter({ !$0.isWhitespace }) == search.opposite {
        if edits.count == 1, echo == nil { echo = (edits[0], text) }
        continue
      }
      tried += 1
      bytes += text.utf8.count
      if tried > limit || bytes > search.limits.bytes { return nil }
      guard let verdict = verdict(on: text) else { continue }
      var cause = cause(edits, text, verdict)
      if edits.count == 1 { cause.text += structureNote(edits[0].mistake) }
      return CauseSearch.Finding(
        mistakes: edits.map(\.mistake), cause: cause,
        size: edits.reduce(0) { $0 + $1.size })
    }
    return nil
  }

  /// The one edit that makes the side say what the other says word by word; for want of a better one.
  mutating func echoed() -> CauseSearch.Finding? {
    guard let (edit, text) = echo, let verdict = verdict(on: text) else { return nil }
    return CauseSearch.Finding(
      mistakes: [edit.mistake], cause: cause([edit], text, verdict), size: edit.size)
  }

  /// Whether an edit puts in the very quantity the claim is about.
  private mutating func isCircular(_ edits: [Edit]) -> Bool {
    for text in edits.compactMap(\.quantity) {
      guard let value = search.author.meaning(text, expecting: truth.expected) else { continue }
      if truth.agrees(value) { return true }
    }
    return false
  }

  private func changed(by edits: [Edit]) -> String? {
    let changes = edits.flatMap(\.changes)
    return search.author.applying(
      edits.count == 1 ? changes : changes.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// The verdict on a changed formula; nil unless the claim holds with it.
  mutating func verdict(on text: String) -> Verdict? {
    guard let expression = search.author.meaning(text, expecting: truth.expected) else {
      return nil
    }
    // A number may stand for a matrix of that number.
    let claim = search.claim(expression)
    guard claim.claimed != own, truth.agrees(claim.claimed) else { return nil }
    return decide(claim)
  }

  /// The verdict on a claim; nil unless it holds, and beyond the bound.
  mutating func decide(_ claim: Claim) -> Verdict? {
    decisions += 1
    guard decisions <= search.limits.decisions else { return nil }
    let verdict = search.prover.decide(claim).verdict
    return verdict.holds ? verdict : nil
  }

  private func cause(_ edits: [Edit], _ text: String, _ verdict: Verdict) -> Cause {
    let isTwice = edits.count == 2 && edits[0].fault == edits[1].fault
    let faults =
      isTwice ? edits[0].fault + ", twice" : edits.map(\.fault).joined(separator: ", and ")
    let remedy = edits.count == 1 ? edits[0].remedy : "with both mended"
    return Cause(
      text: "\(faults); \(remedy) the claim is \(verdict.rawValue)",
      location: edits.first.map { search.author.source.location($0.mark) }, corrected: text)
  }
}
