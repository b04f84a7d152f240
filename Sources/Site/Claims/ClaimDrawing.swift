internal import Derivations
internal import Proof

/// A graph of claims as an inline SVG: names one below the other, arcs at their left. It takes its colours
/// from the page's stylesheet and fits a narrow screen.
struct ClaimDrawing {
  let graph: ClaimGraph
  let phrases: Phrases
  /// The address of a page, with an anchor within it.
  let address: (SitePage, String?) -> String

  /// In user units (pixels at natural size).
  private static let width = 340
  private static let step = 26
  /// Where the names of pages begin; the arcs end a little further on, before what is used or uses it.
  private static let line = 84
  private static let indent = 18
  private static let most = 8

  /// Nil where nothing rests on anything.
  var figure: HTML? {
    guard !graph.arcs.isEmpty else { return nil }
    return .element(
      "figure", ["class": "claim-graph"],
      svg,
      .element("figcaption", [:], .text(phrases[graph.isByPage ? "graphOfPages" : "graph"])))
  }

  private var svg: HTML {
    let height = graph.rows.count * Self.step + 8
    return .element(
      "svg",
      of: [
        "class": "diagram graph", "aria-label": phrases["definitions"],
        "viewBox": "0 0 \(Self.width) \(height)", "width": "\(Self.width)", "height": "\(height)",
      ],
      graph.arcs.map(arc) + graph.rows.enumerated().map { row($1, $0) })
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
        [link(page, nil, Self.shortened(page.info.title, 28))])
    case .definition(let use, let page):
      return text(
        index, "definition", [link(page, nil, Self.shortened(prettified(use.name), 26))])
    case .claims(let numbers, let page):
      let more = numbers.count - Self.most
      return text(
        index, "claims",
        numbers.prefix(Self.most).flatMap { [claim($0, of: page), .text(" ")] }
          + (more > 0 ? [.text("+\(more)")] : []))
    }
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
