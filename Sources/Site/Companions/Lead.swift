/// How a page begins, for lists that say what it is about.
enum Lead {
  /// As long as descriptions are at most, in characters.
  private static let longest = 200

  /// The text of the first paragraph of a page's HTML, formulas as TeX; nil where there is none. A long one ends
  /// with a whole word.
  static func text(of html: String) -> String? {
    guard let start = html.firstRange(of: "<p>"),
      let end = html[start.upperBound...].firstRange(of: "</p>")
    else { return nil }
    let paragraph = String(html[start.upperBound..<end.lowerBound])
    let sections = SectionReader.sections(of: paragraph, page: "", title: "")
    let parts = sections.flatMap(\.parts).enumerated().map { $0 % 2 == 0 ? $1 : "$\($1)$" }
    let words = parts.joined().split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : shortened(words.map(String.init))
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
