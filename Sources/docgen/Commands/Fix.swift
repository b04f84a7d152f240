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
    var checked = try engine.check(order)
    guard let place else { return try listFixes(checked, of: nil) }
    if checked.results.isEmpty {
      // No page: perhaps what pages include.
      order.includes = { _ in true }
      checked = try engine.check(order)
    }
    let pages = checked.results.filter {
      place.isOn($0.path) || $0.claims.contains(where: place.isOn)
    }
    guard let page = pages.first else { throw unknownPage(place, checked) }
    return place.line == nil
      ? try listFixes(checked, of: page)
      : try mend(place, pages, checked, writes: invocation.has(.write))
  }

  private func unknownPage(_ place: Place, _ content: CheckedContent) -> Diagnostic {
    let isPart = place.path.split(separator: "/").contains { $0.hasPrefix("_") }
    let close = nearest(place.path, in: content.pages.keys)
    return Diagnostic(
      .missingFile,
      isPart ? "no page includes a claim of \(place.path)" : "there is no page \(place.path)",
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

  /// - Parameter pages: the page itself, or those that include the file.
  private func mend(
    _ place: Place, _ pages: [PageResult], _ content: CheckedContent, writes: Bool
  ) throws(Diagnostic) -> Outcome {
    let claims = pages[0].claims.filter(place.meets)
    guard !claims.isEmpty else { throw noClaim(at: place, of: pages[0]) }
    for claim in claims where claim.stands { console.log(claim.needsNothing) }
    let mendable = claims.filter(\.isMendable)
    if !mendable.isEmpty { try offer(mendable, pages, content, writes: writes) }
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
    _ claims: [CheckedClaim], _ pages: [PageResult], _ content: CheckedContent, writes: Bool
  ) throws(Diagnostic) {
    let path = claims[0].location.path
    let bytes = content.pages[path] ?? FileReplacement(path).present
    let amendment = try Amendment(path, bytes, mending: claims)
    for page in pages {
      let after = content.recheck(page.path, path, amendment.new)
      let same = page.claims.filter { here in claims.contains { $0.location == here.location } }
      guard amendment.holds(same, before: page, after: after) else {
        throw refusal(claims[0], page.path == pages[0].path ? nil : page.path)
      }
    }
    let diff = UnifiedDiff(
      path: path, from: String(decoding: bytes, as: UTF8.self),
      to: String(decoding: amendment.new, as: UTF8.self))
    try console.write(diff.text(TextStyle(isColoured: console.coloursResults)))
    guard writes else { return console.log("nothing is written yet: --write makes this change") }
    try FileReplacement(path).replace(bytes, with: amendment.new)
    console.log("wrote \(path)")
  }

  /// - Parameter other: the page on which the mended claim does not hold, where it holds on another.
  private func refusal(_ claim: CheckedClaim, _ other: String?) -> Diagnostic {
    guard let other else {
      return Diagnostic(
        .internalError, "the mended claim does not hold, so it is not offered",
        at: claim.location,
        hint: "this is a mistake of docgen; please report it with the page")
    }
    return Diagnostic(
      .unsupported, "the mended claim does not hold on \(other), which includes the file too",
      at: claim.location, hint: "mend it by hand, or give each page a claim of its own")
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
