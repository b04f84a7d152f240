internal import Derivations
internal import Diagnostics
internal import Pages

/// Turns the Markdown of a page into its published HTML, results in place.
struct PageContent {
  private let site: SitePage
  private let resolver: LinkResolver
  private let figures: FigureWriter
  private let rawHTML: Bool

  init(
    _ site: SitePage, resolver: LinkResolver, formulas: PageFormulas, rawHTML: Bool
  ) {
    self.site = site
    self.resolver = resolver
    self.rawHTML = rawHTML
    figures = FigureWriter(formulas: formulas, result: site.result)
  }

  /// The HTML, with the links that lead nowhere.
  ///
  /// - Complexity: linear in the page and its results.
  func html() -> (html: String, broken: [Diagnostic]) {
    var blocks = BlockMarkers()
    var broken: [Diagnostic] = []
    let html = site.page.html(rawHTML: rawHTML) { index, piece in
      do throws(Diagnostic) {
        return try replacement(index, piece, &blocks)
      } catch {
        broken.append(error)
        return nil
      }
    } cell: { table, row, column in
      cell(table, row, column)
    }
    return (blocks.placed(in: html), broken)
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
      guard let statements = site.result.blocks[index] else { return nil }
      return .html(blocks.marker(figures.derive(statements, name: fence.arguments.first)))
    case .code:
      guard let shown = site.result.inserted[index] else { return nil }
      return .html(figures.formulas.shown(shown, at: piece.location).markup)
    case .link(let link):
      return .destination(
        try resolver.resolve(link.destination, from: site.source, at: piece.location))
    case .image(let image):
      return .destination(
        try resolver.resolve(image.destination, from: site.source, at: piece.location))
    case .comment: return .html("")
    case .heading, .table: return nil
    }
  }

  private func formula(
    _ index: Int, _ formula: Formula, _ blocks: inout BlockMarkers
  ) -> String {
    let defined = site.result.macros[index]
    if let defined { figures.formulas.define(defined.expansions) }
    if let defined, defined.rest.allSatisfy(\.isWhitespace) { return "" }
    let markup = figures.formulas.authored(
      defined?.rest ?? formula.tex.text, display: formula.isDisplay,
      place: formula.tex.location(at:))
    guard formula.isDisplay else { return markup.markup }
    let claims = site.result.claimsOfPiece[index] ?? []
    return blocks.marker(
      .fragment([
        .element("div", ["class": "formula"], markup),
        claims.isEmpty ? .fragment([]) : figures.marks(claims),
      ]))
  }

  /// The mark of a cell's claim. Rows count from the header here, from below it in results.
  private func cell(_ table: Int, _ row: Int, _ column: Int) -> String? {
    let cell = PageResult.Cell(row: row - 1, column: column)
    guard let index = site.result.claimsOfCell[table]?[cell],
      site.result.claims.indices.contains(index)
    else { return nil }
    return figures.mark(index).markup
  }
}

/// A line of a page's table of contents.
struct OutlineEntry: Sendable {
  var level: Int
  var slug: String
  /// The heading's text, which may hold formulas.
  var html: String
}
