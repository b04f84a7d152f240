internal import Derivations
internal import Diagnostics
internal import Proof

/// The page that lists every claim of a site with its verdict, and which definitions it rests on; what rests
/// on what is drawn too.
struct ClaimsPage {
  static let output = "claims/index.html"

  let pages: [SitePage]
  let phrases: Phrases
  /// The formulas of a page.
  private let formulas: (SitePage) -> PageFormulas
  /// Pages of the site by the path that places in them name.
  private let owners: [String: SitePage]

  init(
    _ pages: [SitePage], _ phrases: Phrases, formulas: @escaping (SitePage) -> PageFormulas
  ) {
    self.pages = pages
    self.phrases = phrases
    self.formulas = formulas
    owners = Dictionary(pages.map { ($0.result.path, $0) }) { first, _ in first }
  }

  /// - Complexity: linear in the claims and in what they rest on.
  var html: HTML {
    let claimed = pages.filter { !$0.result.claims.isEmpty }
    return .fragment([
      .element("h1", [:], .text(phrases["claims"])),
      .element("p", [:], .text(counts(claimed.flatMap(\.result.claims)))),
      .fragment(claimed.map(section)),
      dependencies,
    ])
  }

  private func counts(_ claims: [CheckedClaim]) -> String {
    let counts = Mark.allCases.compactMap { mark in
      let count = claims.count { Mark($0) == mark }
      return count == 0 ? nil : "\(count) \(phrases.said(mark.words))"
    }
    let noun = phrases[claims.count == 1 ? "countedOne" : "counted"]
    return "\(claims.count) \(noun): \(counts.joined(separator: ", "))"
  }

  private func section(_ page: SitePage) -> HTML {
    let formulas = formulas(page)
    return .fragment([
      .element("h2", [:], link(page, nil, .text(page.info.title))),
      table(
        ["claim", "verdict", "decided", "holdsWhere", "restsOn"],
        page.result.claims.enumerated().map { row($1, $0, page, formulas) }),
    ])
  }

  private func row(
    _ claim: CheckedClaim, _ index: Int, _ page: SitePage, _ formulas: PageFormulas
  ) -> [HTML] {
    let mark = Mark(claim)
    let claimed = claim.claimedTeX.flatMap { formulas.repeated($0) }
    let title = HTML.fragment([
      .fragment(claim.subjectParts.map { part($0, formulas) }), .text(": "),
      claimed ?? .element("code", [:], .text(claim.claimed)),
    ])
    return [
      link(page, "claim.\(index + 1)", title),
      .element(
        "span", ["class": "mark-\(mark)"],
        .element("span", ["aria-hidden": "true"], .text(mark.sign + " ")),
        .text(phrases.said(mark.words))),
      basis(claim.judgement),
      .fragment(
        claim.judgement.conditions.enumerated().map { place, text in
          let condition = phrases.inline(formulas.worded(text, as: page.result.wordings[text]))
          return .fragment([place == 0 ? "" : ", ", condition])
        }),
      list(claim.uses.map(place)),
    ]
  }

  private func part(_ part: CheckedClaim.SubjectPart, _ formulas: PageFormulas) -> HTML {
    switch part {
    case .words(let words): .text(words)
    case .formula(let text): formulas.read(text)
    }
  }

  /// How the verdict was reached in a word or two, opening to all that is known of it.
  private func basis(_ judgement: Judgement) -> HTML {
    guard let method = judgement.method else { return .text(judgement.bound ?? "") }
    guard let bound = judgement.bound else { return .text(phrases.said(method.name)) }
    return .element(
      "details", ["class": "basis"],
      .element("summary", [:], .text(phrases.said(method.name))),
      phrases.inline(Sentence(fixed: method.words)), "; ", phrases.inline(Sentence(fixed: bound)))
  }

  // MARK: What rests on what

  private struct Rest {
    var definition: Use
    var uses: [Use]
    var claims: [(page: SitePage, number: Int)]
  }

  private var dependencies: HTML {
    let rests = rests
    guard !rests.isEmpty else { return .fragment([]) }
    let drawing = ClaimDrawing(
      graph: ClaimGraph(pages, owners: owners), phrases: phrases, address: address)
    return .fragment([
      .element("h2", [:], .text(phrases["definitions"])),
      drawing.figure ?? .fragment([]),
      table(
        ["definition", "restsOn", "usedBy"],
        rests.map { rest in
          [
            place(rest.definition), list(rest.uses.map(place)),
            list(
              rest.claims.map { page, number in
                link(page, "claim-\(number)", .text("\(page.info.title) \(number)"))
              }),
          ]
        }),
    ])
  }

  /// Definitions that claims or other definitions use, by place.
  private var rests: [Rest] {
    var claims: [Use: [(page: SitePage, number: Int)]] = [:]
    for page in pages {
      for (index, claim) in page.result.claims.enumerated() {
        for use in claim.uses { claims[use, default: []].append((page, index + 1)) }
      }
    }
    var uses: [Use: [Use]] = [:]
    for dependency in pages.flatMap(\.result.definitions) where !dependency.uses.isEmpty {
      uses[dependency.definition] = dependency.uses
    }
    return Set(claims.keys).union(uses.keys).sorted().map { use in
      Rest(definition: use, uses: uses[use] ?? [], claims: claims[use] ?? [])
    }
  }

  /// A definition with the page it stands on.
  private func place(_ use: Use) -> HTML {
    let name = HTML.element("code", [:], .text(use.name))
    guard let page = owners[use.location.path] else { return name }
    let line = HTML.text(" \(page.info.title):\(use.location.line)")
    let anchor = page.result.anchor(ofDefinitionAt: use.location.line)
    return .fragment([name, link(page, anchor, line)])
  }

  // MARK: Pieces

  private func link(_ page: SitePage, _ anchor: String?, _ content: HTML) -> HTML {
    .element("a", ["href": address(page, anchor)], content)
  }

  private func address(_ page: SitePage, _ anchor: String?) -> String {
    SitePath.encoded(SitePath.relative(to: page.info.output, from: Self.output))
      + (anchor.map { "#\($0)" } ?? "")
  }

  private func list(_ items: [HTML]) -> HTML {
    guard items.count > 1 else { return items.first ?? .fragment([]) }
    return .element("ul", of: [:], items.map { .element("li", [:], $0) })
  }

  private func table(_ headings: [String], _ rows: [[HTML]]) -> HTML {
    .element(
      "div", ["class": "table-scroll", "tabindex": "0"],
      .element(
        "table", ["class": "claims"],
        .element(
          "thead", [:],
          .element(
            "tr", of: [:],
            headings.map { .element("th", ["scope": "col"], .text(phrases[$0])) })),
        .element(
          "tbody", of: [:],
          rows.map { row in .element("tr", of: [:], row.map { .element("td", [:], $0) }) })))
  }
}
