internal import Derivations
internal import Diagnostics
internal import Proof

/// A graph of claims as an inline SVG: names one below the other, arcs at their left. It takes its colours
/// from the page's stylesheet and fits a narrow screen.
struct ClaimDrawing {
  let graph: ClaimGraph
  let phrases: Phrases
  /// The address of a page, with an anchor within it.
  let address: (SitePage, String?) -> String

  /// In user units (pixels at natural size).
  private static let step = 26
  /// Where the names of pages begin; the arcs end a little further on, before what is used or uses it.
  private static let line = 84
  private static let indent = 18
  private static let most = 8
  /// The most letters of a name that are shown.
  private static let longest = 56

  /// Nil where nothing rests on anything.
  var figure: HTML? {
    guard !graph.arcs.isEmpty else { return nil }
    return .element(
      "figure", ["class": "claim-graph"],
      .element("div", ["class": "diagram-scroll", "tabindex": "0"], svg),
      .element("figcaption", [:], .text(phrases[graph.isByPage ? "graphOfPages" : "graph"])))
  }

  private var svg: HTML {
    let height = graph.rows.count * Self.step + 8
    let width = Self.line + Self.indent + (graph.rows.map(extent).max() ?? 0)
    let drawing = HTML.element(
      "svg",
      of: [
        "class": "diagram graph", "aria-label": phrases["definitions"],
        "viewBox": "0 0 \(width) \(height)", "width": "\(width)", "height": "\(height)",
      ],
      graph.arcs.map(arc) + graph.rows.enumerated().map { row($1, $0) })
    return .fragment([NetworkDiagram.strut(Double(width)), drawing])
  }

  private func y(_ row: Int) -> Int { row * Self.step + Self.step / 2 + 4 }

  // MARK: Arcs

  /// A curve from what is used to what uses it, with a head there; the further, the wider.
  private func arc(_ arc: ClaimGraph.Arc) -> HTML {
    let (start, end) = (y(arc.from), y(arc.to))
    let distance = abs(arc.to - arc.from)
    let reach = 20 + 88 * distance / (distance + 6)
    let x = Self.line + Self.indent - 8
    let path = "M\(x) \(start)C\(x - reach) \(start) \(x - reach) \(end) \(x - 4) \(end)"
    return .element(
      "g", ["class": arc.isAcross ? "across" : "within"],
      .element("title", [:], .text(words(arc))),
      .element("path", ["d": path, "class": "arc"]),
      .element(
        "path",
        ["d": "M\(x - 5) \(end - 4)L\(x + 2) \(end)L\(x - 5) \(end + 4)Z", "class": "head"]))
  }

  private func words(_ arc: ClaimGraph.Arc) -> String {
    "\(name(graph.rows[arc.from])) → \(name(graph.rows[arc.to]))"
  }

  private func name(_ row: ClaimGraph.Row) -> String {
    switch row {
    case .page(let page): page.info.title
    case .definition(let use, _): use.name
    case .claims(let numbers, let page):
      "\(page.info.title) \(numbers.map(String.init).joined(separator: ", "))"
    }
  }

  // MARK: Rows

  private func row(_ row: ClaimGraph.Row, _ index: Int) -> HTML {
    switch row {
    case .page(let page):
      return text(
        index, "page", at: graph.isByPage ? Self.line + Self.indent : Self.line,
        [link(page, nil, Self.shortened(page.info.title, Self.longest))])
    case .definition(let use, let page):
      return text(
        index, "definition",
        [
          link(
            page, page.result.anchor(ofDefinitionAt: use.location.line),
            Self.shortened(prettified(use.name), Self.longest))
        ])
    case .claims(let numbers, let page):
      let more = numbers.count - Self.most
      return text(
        index, "claims",
        numbers.prefix(Self.most).flatMap { [claim($0, of: page), .text(" ")] }
          + (more > 0 ? [.text("+\(more)")] : []))
    }
  }

  /// About the width of a row's text, on the generous side; no font can be asked here.
  private func extent(_ row: ClaimGraph.Row) -> Int {
    switch row {
    case .page(let page): Self.width(Self.shortened(page.info.title, Self.longest))
    case .definition(let use, _): Self.width(Self.shortened(prettified(use.name), Self.longest))
    case .claims(let numbers, _):
      numbers.prefix(Self.most).reduce(numbers.count > Self.most ? 40 : 0) { width, number in
        width + 9 * String(number).count + 22
      }
    }
  }

  /// At 14 px; letters of other scripts may be as wide as they are high.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(4) { $0 + ($1.value < 0x2E80 ? 9 : 15) }
  }

  private func text(
    _ row: Int, _ role: String, at x: Int = Self.line + Self.indent, _ content: [HTML]
  ) -> HTML {
    .element(
      "text", of: ["x": "\(x)", "y": "\(y(row) + 5)", "class": "text-\(role)"], content)
  }

  private func claim(_ number: Int, of page: SitePage) -> HTML {
    let mark = Mark(page.result.claims[number - 1])
    return .element(
      "a",
      [
        "href": address(page, "claim-\(number)"), "class": "mark-\(mark)",
        "aria-label": "\(phrases["claim"]) \(number): \(mark.words)",
      ], .text("\(mark.sign)\(number)"))
  }

  private func link(_ page: SitePage, _ anchor: String?, _ text: String) -> HTML {
    .element("a", ["href": address(page, anchor)], .text(text))
  }

  private static func shortened(_ text: String, _ count: Int) -> String {
    text.count <= count ? text : text.prefix(count - 1) + "…"
  }
}
