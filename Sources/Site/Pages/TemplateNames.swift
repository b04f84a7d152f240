internal import Diagnostics
internal import Script

/// The names that templates can speak of.
enum TemplateNames {
  /// Those of pages and of what they list, whether a page has them or not.
  static let known: Set<String> = [
    "allPages", "alternates", "breadcrumbs", "canonical", "changed", "changedDay", "checked",
    "claims", "content", "description", "documentTitle", "edit", "entries", "feed",
    "hasCustomScript", "hasCustomStyle", "hasPreview", "headings", "hidden", "home", "href",
    "html", "image", "isAnywhere", "isCurrent", "isDraft", "isRightToLeft", "language",
    "languages", "level", "markdown", "name", "neighbours", "next", "output", "phrases", "previous",
    "repository", "root", "siteTitle",
    "slug", "styles", "title", "tree", "usesKaTeX",
  ]

  /// What of a template speaks of nothing, each with its place.
  ///
  /// - Parameter path: the template as the reader would type it.
  static func faults(
    in text: String, _ path: String, _ handlebars: Handlebars
  ) throws(ScriptError) -> [Diagnostic] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let phrases = Set(Phrases(language: "en").words.keys)
    return try handlebars.names(in: text).compactMap { name in
      let isPhrase = name.parts[0] == "phrases"
      let wrong =
        isPhrase
        ? name.parts.dropFirst().first { !phrases.contains($0) }
        : name.parts.first { !known.contains($0) && $0 != "length" }
      guard let wrong else { return nil }
      let start = lines[name.line - 1].utf16.prefix(name.column)
      let column = String(start)?.utf8.count ?? name.column
      return unknown(
        wrong, among: isPhrase ? phrases : known,
        at: SourceLocation(
          path: path, line: name.line, column: column + 1,
          endColumn: column + 1 + name.parts.joined(separator: ".").utf8.count))
    }
  }

  private static func unknown(
    _ name: String, among names: Set<String>, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .unknownKey, "a template speaks of `\(name)`, which nothing is called", at: place,
      hint: nearest(name, in: names).map { "did you mean `\($0)`?" }
        ?? "the names are \(names.sorted().joined(separator: ", "))")
  }
}
