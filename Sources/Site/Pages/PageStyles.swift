/// The stylesheets that only some pages need, so that the others are lighter.
enum PageStyles {
  /// The colours of the tokens of code.
  static let code = "docgen-code.css"
  /// Callouts, captions, numbered equations and what refers to them.
  static let blocks = "docgen-blocks.css"
  /// The page of all claims.
  static let claims = "docgen-claims.css"

  /// What is on a page with coloured, marked or titled code.
  private static let codeSigns = [#"class="hljs-"#, "<mark>", #"class="listing""#]

  private static let blockSigns = [
    #"class="callout"#, #"class="equation"#, #"class="picture"#, #"class="captioned"#,
    #"class="reference"#,
  ]

  /// Those that a page needs, by what is on it.
  static func needed(by html: String) -> [String] {
    (LargeFigures(in: html).isEmpty ? [] : [LargeFigures.output])
      + (codeSigns.contains { html.contains($0) } ? [code] : [])
      + (blockSigns.contains { html.contains($0) } ? [blocks] : [])
      + (html.contains("class=\"claims") || html.contains("class=\"diagram graph") ? [claims] : [])
  }
}
