/// How a page begins, for lists that say what it is about.
enum Lead {
  /// As long as descriptions are at most, in characters.
  private static let longest = 200

  /// The text of the first paragraph of a page's HTML that stands in nothing else, formulas as TeX; nil where there
  /// is none. A long one ends with a whole word.
  ///
  /// - Complexity: linear in the HTML.
  static func text(of html: String) -> String? {
    paragraphs(of: html).lazy.compactMap(text(ofParagraph:)).first
  }

  /// The paragraphs that are part of no box, figure, list or table: what these hold is about something else, or
  /// stands there to be pressed.
  private static func paragraphs(of html: String) -> [String] {
    var found: [String] = []
    var depth = 0
    var start: String.Index?
    for tag in html.matches(of: #/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/#) {
      let isEnd = !tag.1.isEmpty
      if tag.2 == "p" {
        if isEnd, let begin = start { found.append(String(html[begin..<tag.range.lowerBound])) }
        start = !isEnd && depth == 0 ? tag.range.upperBound : nil
      } else if containers.contains(tag.2) {
        depth += isEnd ? -1 : 1
      }
    }
    return found
  }

  private static let containers: Set<Substring> = [
    "aside", "blockquote", "details", "div", "dl", "figure", "nav", "ol", "section", "table", "ul",
  ]

  private static func text(ofParagraph paragraph: String) -> String? {
    let sections = SectionReader.sections(of: paragraph, page: "", title: "")
    let parts = sections.flatMap(\.parts).enumerated().map { $0 % 2 == 0 ? $1 : "$\($1)$" }
    let words = parts.joined().split(whereSeparator: \.isWhitespace)
    return !words.contains { $0.contains(where: \.isLetter) }
      ? nil : shortened(words.map(String.init))
  }

  private static func shortened(_ words: [String]) -> String {
    let whole = words.joined(separator: " ")
    guard whole.count > longest else { return whole }
    var kept = ""
    for word in words {
      guard kept.count + 1 + word.count < longest else { break }
      kept += kept.isEmpty ? word : " " + word
    }
    return kept + "…"
  }
}
