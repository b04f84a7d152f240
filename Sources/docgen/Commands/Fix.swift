import Derivations
import Diagnostics
import Proof
import Terminal

extension Docgen {
  /// `docgen fix`: shows how the claims at a place would be mended, and mends them if asked to.
  func fix(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    if invocation.has(.write) { try requireAuthor(for: "docgen fix --write") }
    let place = try invocation.operands.first.map { (text) throws(Diagnostic) in try Place(text) }
    var order = Order(invocation)
    let content = path("content", in: order.root)
    if let place { order.includes = { place.isOn("\(content)/\($0)") } }
    order.renders = false
    let checked = try engine.check(order)
    guard let place else { return try listFixes(checked, of: nil) }
    guard let page = checked.results.first(where: { place.isOn($0.path) }) else {
      throw unknownPage(place, checked)
    }
    return place.line == nil
      ? try listFixes(checked, of: page)
      : try mend(place, page, checked, writes: invocation.has(.write))
  }

  private func unknownPage(_ place: Place, _ content: CheckedContent) -> Diagnostic {
    if place.path.split(separator: "/").contains(where: { $0.hasPrefix("_") }) {
      return Diagnostic(
        .missingFile, "\(place.path) is no page: what other pages include is not rewritten",
        hint: "mend it by hand; docgen check shows the claim as it would hold")
    }
    let close = nearest(place.path, in: content.pages.keys)
    return Diagnostic(
      .missingFile, "there is no page \(place.path)",
      hint: close.map { "did you mean \($0)?" } ?? "name it as a report does: content/ica.md:41")
  }

  // MARK: Without a line

  /// Lists what can be mended by name. What is merely reworded could be rewritten without being named,
  /// but no claim counts as that: any formula that is true stays as its author wrote it.
  private func listFixes(_ content: CheckedContent, of page: PageResult?) throws(Diagnostic)
    -> Outcome
  {
    let results = (page.map { [$0] } ?? content.results).sorted { $0.path < $1.path }
    let unusable = results.flatMap(\.diagnostics)
      .filter { $0.severity == .error && $0.code.outcome > .failed }
    unusable.sorted().forEach(console.log)
    let failing = results.flatMap(\.claims).filter { !$0.stands }
    try console.write(listing(failing))
    let worst = unusable.map(\.code.outcome).max() ?? .clean
    return max(worst, failing.isEmpty ? .clean : .failed)
  }

  private func listing(_ failing: [CheckedClaim]) -> String {
    let fixes = failing.filter(\.isMendable).compactMap(\.fix)
    var lines = ["no claim is merely reworded: nothing is rewritten unless its line is named"]
    if !fixes.isEmpty { lines.append("wrong, with a fix to look at:") }
    for fix in fixes where !lines.contains("  \(fix)") { lines.append("  \(fix)") }
    let others = failing.count - fixes.count
    if others > 0 {
      lines.append("\(others) failing without a fix, which docgen check shows")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: At a line

  private func mend(
    _ place: Place, _ page: PageResult, _ content: CheckedContent, writes: Bool
  ) throws(Diagnostic) -> Outcome {
    let claims = page.claims.filter(place.meets)
    guard !claims.isEmpty else { throw noClaim(at: place, of: page) }
    for claim in claims where claim.stands { console.log(claim.needsNothing) }
    let mendable = claims.filter(\.isMendable)
    if !mendable.isEmpty { try offer(mendable, page, content, writes: writes) }
    let others = claims.filter { !$0.stands && !$0.isMendable }
    guard !others.isEmpty else { return .clean }
    let report = Report(others, content.sources)
    console.writeLog(
      report.text(TextStyle(detail: .quiet, isColoured: console.coloursLog)))
    console.log("no mended text is known for this")
    return .failed
  }

  private func noClaim(at place: Place, of page: PageResult) -> Diagnostic {
    let trouble = page.diagnostics.first { $0.code.outcome == .unusable }
    if let trouble { return trouble }
    let near = page.claims.min { place.distance(to: $0) < place.distance(to: $1) }
    let hint = near.map { claim in
      let column = place.column.map { _ in ":\(claim.location.column)" } ?? ""
      return "the nearest claim is at \(claim.location.path):\(claim.location.line)\(column)"
    }
    return Diagnostic(
      .usage, "there is no claim at \(place)", hint: hint ?? "the page makes no claims")
  }

  /// Shows the change, and makes it if asked to, once it is certain that it mends the claims.
  private func offer(
    _ claims: [CheckedClaim], _ page: PageResult, _ content: CheckedContent, writes: Bool
  ) throws(Diagnostic) {
    let bytes = content.pages[page.path] ?? []
    let amendment = try Amendment(page.path, bytes, mending: claims)
    let after = content.recheck(page.path, amendment.new)
    guard amendment.holds(claims, before: page, after: after) else {
      throw Diagnostic(
        .internalError, "the mended claim does not hold, so it is not offered",
        at: claims.first?.location,
        hint: "this is a mistake of docgen; please report it with the page")
    }
    let diff = UnifiedDiff(
      path: page.path, from: String(decoding: bytes, as: UTF8.self),
      to: String(decoding: amendment.new, as: UTF8.self))
    try console.write(diff.text(TextStyle(isColoured: console.coloursResults)))
    guard writes else { return console.log("nothing is written yet: --write makes this change") }
    try FileReplacement(page.path).replace(bytes, with: amendment.new)
    console.log("wrote \(page.path)")
  }
}

extension Report {
  /// A report about some claims of a page.
  fileprivate init(_ claims: [CheckedClaim], _ sources: [String: String]) {
    var page = PageResult(path: "")
    page.claims = claims
    self.init(pages: [page], sources: sources)
  }
}

extension CheckedClaim {
  /// Whether it is wrong, against its author's word, and its mended text is known.
  fileprivate var isMendable: Bool { !stands && expected == nil && fix != nil }

  fileprivate var needsNothing: String {
    let verdict = judgement.verdict.rawValue + (expected == nil ? "" : " as expected")
    return "\(location): the \(subject) is \(verdict); there is nothing to mend"
  }
}
