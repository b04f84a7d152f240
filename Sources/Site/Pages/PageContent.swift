internal import Derivations
internal import Diagnostics
internal import Pages

/// Turns the Markdown of a page into its published HTML, results in place.
struct PageContent {
  private let site: SitePage
  private let plan: SitePlan
  private let labels: PageLabels?
  private let citations: PageCitations?
  private let code: CodeBlocks
  private let figures: FigureWriter
  let phrases: Phrases

  init(_ site: SitePage, _ plan: SitePlan, formulas: PageFormulas, code: CodeBlocks) {
    self.site = site
    self.plan = plan
    self.code = code
    labels = plan.labels[site.source]
    phrases = Phrases(language: plan.trees.translations.language(of: site.source))
    citations = plan.bibliography.map { PageCitations($0) }
    figures = FigureWriter(
      formulas: formulas, result: site.result, folder: site.folder, code: code,
      page: SitePath.output(ofSource: site.source), phrases: phrases)
  }

  /// What the Markdown became.
  struct Body {
    var html: String
    /// The labels that are referred to.
    var references: [Label] = []
    /// Links and references that lead nowhere, and labels that stand twice.
    var broken: [Diagnostic]
  }

  /// The HTML, with what it refers to.
  ///
  /// - Complexity: linear in the page and its results.
  func html() -> Body {
    var blocks = BlockMarkers()
    var references: [Label] = []
    var broken = (labels?.diagnostics ?? []) + omitted + spacedFormulas + undefinedReferences
    broken += site.page.nearMisses + uncited
    let html = site.page.html(rawHTML: plan.configuration.rawHTML) { index, piece in
      do throws(Diagnostic) {
        if case .reference(let text) = piece.kind {
          let label = try plan.labels.resolve(text.text, from: site.source, at: piece.location)
          references.append(label)
          return .html(link(to: label, isInLink: isInLink(piece)).markup)
        }
        return try replacement(index, piece, &blocks)
      } catch {
        broken += error.each
        if case .link = piece.kind, error.code == .brokenLink { return .unlinked }
        return nil
      }
    } cell: { table, row, column in
      cell(table, row, column)
    } address: { address in
      do throws(Diagnostic) {
        return try resolve(address.text, at: address.location)
      } catch {
        broken.append(error)
        return nil
      }
    }
    return Body(
      html: blocks.placed(in: html)
        + (citations?.list(phrases, formula: figures.formulas.repeated).markup ?? ""),
      references: references, broken: broken)
  }

  /// That HTML of the page is left out.
  private var omitted: [Diagnostic] {
    guard let place = site.page.html, !plan.configuration.rawHTML else { return [] }
    return [
      Diagnostic(
        .rawHTML, "HTML is left out of this page", at: place,
        hint: "`raw_html: true` in docgen.yml passes it, where every author is trusted",
        severity: .warning)
    ]
  }

  /// That what seems to be a formula is text.
  private var spacedFormulas: [Diagnostic] {
    site.page.spacedFormulas.map {
      Diagnostic(
        .formula, "no formula: a blank stands inside the dollars", at: $0,
        hint:
          #"write it without, as in $x$, as GitHub has it too; where dollars are meant, write \$"#,
        severity: .warning)
    }
  }

  /// That what seems to be a link is text.
  private var undefinedReferences: [Diagnostic] {
    site.page.undefinedReferences.map {
      Diagnostic(
        .brokenLink, "no link: nothing on the page defines its label", at: $0,
        hint: #"write [label]: address on a line of its own; where brackets are meant, write \["#,
        severity: .warning)
    }
  }

  /// That what seems to be a citation is text, where no bibliography is named.
  private var uncited: [Diagnostic] {
    guard plan.configuration.bibliography == nil else { return [] }
    return site.page.pieces.compactMap { piece in
      guard case .citation = piece.kind else { return nil }
      return Diagnostic(
        .citation, "no citation: the site has no bibliography", at: piece.location,
        hint: "name a BibTeX file by bibliography: in docgen.yml; where brackets are meant, write "
          + #"\["#, severity: .warning)
    }
  }

  /// The headings of the second and third level, for the page's own table of contents.
  func outline() -> [OutlineEntry] {
    site.page.pieces.enumerated().compactMap { index, piece in
      guard case .heading(let heading) = piece.kind, (2...3).contains(heading.level) else {
        return nil
      }
      return OutlineEntry(
        level: heading.level, slug: heading.slug, html: text(of: heading, index).markup)
    }
  }

  /// A heading's text with its formulas, each of which stands there as TeX.
  private func text(of heading: Heading, _ index: Int) -> HTML {
    var rest = heading.text[...]
    var parts: [HTML] = []
    for piece in site.page.pieces where piece.container == index {
      guard case .formula(let formula) = piece.kind,
        let range = rest.firstRange(of: formula.tex.text),
        let markup = figures.formulas.repeated(formula.tex.text)
      else { continue }
      parts += [.text(String(rest[..<range.lowerBound])), markup]
      rest = rest[range.upperBound...]
    }
    return .fragment(parts + [.text(String(rest))])
  }

  private func replacement(
    _ index: Int, _ piece: Piece, _ blocks: inout BlockMarkers
  ) throws(Diagnostic) -> Replacement? {
    switch piece.kind {
    case .formula(let formula): return .html(self.formula(index, formula, &blocks))
    case .fence(let fence):
      guard let statements = site.result.blocks[index] else {
        return .html(try code.markup(fence).markup + "\n")
      }
      return .html(blocks.marker(figures.derive(statements, name: fence.arguments.first)))
    case .code:
      guard let shown = site.result.inserted[index] else { return nil }
      return .html(figures.formulas.shown(shown, at: piece.location).markup)
    case .link(let link):
      return .destination(try named(link.destination, "link", at: piece.location))
    case .image(let image):
      let destination = try named(image.destination, "picture", at: piece.location)
      guard let label = labels?.ofPiece[index]?.first else { return .destination(destination) }
      return .html(
        blocks.marker(figure(image, destination, label, inline(image.title, at: piece.location))))
    case .comment: return .html("")
    case .heading(let heading): return .headingEnd(Self.permalink(heading))
    case .callout(let callout): return self.callout(callout, labels?.ofPiece[index]?.first)
    case .table: return captioned(index, piece)
    case .reference: return nil
    case .citation(let text):
      return .html(try citations?.markup(text).markup ?? HTML.text(text.text).markup)
    }
  }

  /// - Throws: `brokenLink` where there is none, too.
  private func named(
    _ destination: String, _ kind: String, at place: SourceLocation
  ) throws(Diagnostic) -> String {
    guard !destination.isEmpty else {
      throw Diagnostic(
        .brokenLink, "the \(kind) has no address", at: place,
        hint:
          "write it in the round brackets, as in \(kind == "link" ? "[text](page.md)" : "![text](net.png)")"
      )
    }
    if !plan.configuration.rawHTML, let scheme = Self.refused(destination) {
      throw Diagnostic(
        .brokenLink, "the \(kind) to a \(scheme): address is left out: it may run code", at: place,
        hint: "link to a file within content/ or to an address of the web")
    }
    return try resolve(destination, at: place)
  }

  /// The scheme of an address that no page may lead to unless HTML passes: cmark-gfm leaves it out.
  private static func refused(_ destination: String) -> String? {
    let lowered = destination.lowercased()
    let scheme = String(lowered.prefix { $0 != ":" })
    guard ["javascript", "vbscript", "file", "data"].contains(scheme), scheme != lowered,
      lowered.prefixMatch(of: #/data:image\/(?:png|gif|jpeg|webp)/#) == nil
    else { return nil }
    return scheme
  }

  /// A destination as the page needs it; what an included file names is meant from there.
  private func resolve(
    _ destination: String, at place: SourceLocation
  ) throws(Diagnostic) -> String {
    let isIncluded = place.path != site.page.path && place.path.hasPrefix(site.folder)
    return try plan.resolver.resolve(
      destination, from: site.source,
      writtenIn: isIncluded ? String(place.path.dropFirst(site.folder.count)) : nil, at: place)
  }

  /// A table under a label with its number and caption above it.
  private func captioned(_ index: Int, _ piece: Piece) -> Replacement? {
    guard let label = labels?.ofPiece[index]?.first else { return nil }
    let caption = HTML.element(
      "figcaption", [:], caption(label),
      inline(labels?.captions[index] ?? "", at: piece.location))
    return .surrounded(
      before: #"<figure class="captioned" id="\#(label.anchor)">"# + "\n" + caption.markup,
      after: "</figure>\n")
  }

  /// A caption with its Markdown and formulas; one that is more than a paragraph, as it is written.
  private func inline(_ text: String, at place: SourceLocation) -> HTML {
    guard let page = try? Page(path: site.source, bytes: Array(text.utf8)) else {
      return .text(text)
    }
    let html = page.html { _, piece in
      switch piece.kind {
      case .formula(let formula):
        let tex = formula.tex.text
        return .html(figures.formulas.authored(tex, display: false) { _ in place }.markup)
      case .link(let link):
        let target = try? resolve(link.destination, at: place)
        return target.map(Replacement.destination)
      default: return nil
      }
    }
    guard html.hasPrefix("<p>"), html.hasSuffix("</p>\n"), html.ranges(of: "<p>").count == 1 else {
      return .text(text)
    }
    return .raw(String(html.dropFirst(3).dropLast(5)))
  }

  private func isInLink(_ piece: Piece) -> Bool {
    guard let container = piece.container, case .link = site.page.pieces[container].kind else {
      return false
    }
    return true
  }

  /// A reference: `Equation 3`, as a link unless it stands in one.
  private func link(to label: Label, isInLink: Bool) -> HTML {
    let text = label.text(in: phrases)
    guard !isInLink else { return .text(text) }
    let here = SitePath.output(ofSource: site.source)
    let isHere = label.page == here
    let path = isHere ? "" : SitePath.relative(to: label.page, from: here)
    return .element(
      "a", ["class": "reference", "href": "\(path)#\(label.anchor)"],
      .text(isHere ? text : "\(text) (\(label.pageTitle))"))
  }

  private func formula(
    _ index: Int, _ formula: Formula, _ blocks: inout BlockMarkers
  ) -> String {
    let defined = site.result.macros[index]
    if let defined { figures.formulas.define(defined.expansions) }
    if let defined, defined.rest.allSatisfy(\.isWhitespace) { return "" }
    let labels = labels?.ofPiece[index] ?? []
    let source = LabelledTeX(defined?.rest ?? formula.tex.text)
    let isWithin = source.hasRows && source.isNumbered
    let (tex, offset) = figures.formulas.numbered(source, isWithin ? labels.map(\.sign) : nil)
    let marked = site.result.marksOfPiece[index].flatMap {
      defined == nil && !isWithin ? MarkedTeX.text(formula.tex.text, $0) : nil
    }
    let markup = figures.formulas.authored(
      tex, marked: marked.map { LabelledTeX($0).tex }, display: formula.isDisplay
    ) { formula.tex.location(at: offset($0)) }
    guard formula.isDisplay else { return markup.markup }
    let claims = site.result.claimsOfPiece[index] ?? []
    let transcript = site.result.transcripts[index]
    let shown = HTML.element("div", ["class": "formula", "data-text": transcript?.text], markup)
    return blocks.marker(
      .fragment([
        Self.equation(shown, labels, isNumberedWithin: isWithin),
        claims.isEmpty ? .fragment([]) : figures.marks(claims),
        figures.codes(transcript?.program),
      ]))
  }

  /// What is added to a cell: the mark of its claim, the numbers of its layer, and in the first of a row which
  /// layer this is. Rows count from the header here, from below it in results.
  private func cell(_ table: Int, _ row: Int, _ column: Int) -> String? {
    let cell = PageResult.Cell(row: row - 1, column: column)
    let layers = site.result.layersOfTable[table]
    var html = column == 0 ? layers.flatMap { BlockMarkers.row($0, row - 1) } ?? "" : ""
    if let index = site.result.claimsOfCell[table]?[cell],
      site.result.claims.indices.contains(index)
    {
      html += figures.mark(index).markup
      let claim = site.result.claims[index]
      if claim.kind == .delta, let number = layers?.numbers[row - 1] {
        html += figures.numbers([number], at: claim.location).markup
      }
    }
    return html.isEmpty ? nil : html
  }
}

/// A line of a page's table of contents.
struct OutlineEntry: Sendable {
  var level: Int
  var slug: String
  /// The heading's text, which may hold formulas.
  var html: String
}
