/// The stylesheets that only some pages need, so that the others are lighter.
enum PageStyles {
  /// The colours of the tokens of code.
  static let code = "docgen-code.css"
  /// The page of all claims.
  static let claims = "docgen-claims.css"

  /// Those that a page needs, by what is on it.
  static func needed(by html: String) -> [String] {
    (LargeFigures(in: html).isEmpty ? [] : [LargeFigures.output])
      + (html.contains("class=\"hljs-") ? [code] : [])
      + (html.contains("class=\"claims") || html.contains("class=\"diagram graph") ? [claims] : [])
  }
}
