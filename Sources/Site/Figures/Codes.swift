internal import Derivations
internal import Notation

extension FigureWriter {
  /// What a statement defines or derives as programs, folded up; nothing where there is none.
  func codes(_ statement: StatementResult) -> HTML {
    codes(statement.program)
  }

  /// A program in each language, folded up.
  func codes(_ program: Program?) -> HTML {
    guard let program else { return .fragment([]) }
    return .element(
      "details", ["class": "codes"],
      .element(
        "summary", [:], "Code",
        .element("span", ["class": "read-out"], .text(" of \(program.name)"))),
      .fragment(program.listings.map(Self.listing)))
  }

  private static func listing(_ listing: Program.Listing) -> HTML {
    let title = HTML.element("p", [:], .text(listing.target.title))
    guard let text = listing.text else {
      return .fragment([title, .element("p", ["class": "gap"], .text("\(listing.gap ?? "")."))])
    }
    let parts = [listing.target.opening(for: text), text].filter { !$0.isEmpty }
    return .fragment([title, .element("pre", [:], .text(parts.joined(separator: "\n\n")))])
  }
}
