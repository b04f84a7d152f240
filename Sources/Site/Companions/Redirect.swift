internal import Diagnostics
internal import Pages
internal import Script

/// A former address of a page.
struct Redirect: Sendable {
  /// The former path within the site.
  let output: String
  /// The page it leads to.
  let target: PageInfo

  /// - Throws: `outsideContent` where the alias leaves the site.
  init(_ alias: FrontMatter.Alias, to target: PageInfo) throws(Diagnostic) {
    let written = alias.path
    let path = SitePath.resolve(
      written.hasPrefix("/") ? written : "/" + written, from: target.source)
    guard LinkResolver.isLocal(written), let path, !path.isEmpty, !written.contains("\\"),
      !path.contains(where: { $0 == "?" || $0 == "#" || $0.isNewline || $0 == "\0" })
    else {
      throw Diagnostic(
        .outsideContent, "the alias \(written) is no path within the site", at: alias.location,
        hint: "write the former path, as in old/page.html")
    }
    self.target = target
    output = Self.file(path)
  }

  /// `a.html` and `a.md` mean that page; `a` and `a/` the index of a folder.
  private static func file(_ path: String) -> String {
    if path.hasSuffix(".html") { return path }
    if path.hasSuffix(".md") { return SitePath.output(ofSource: path) }
    return (path.hasSuffix("/") ? path : path + "/") + "index.html"
  }

  /// What its template is filled in with.
  func data(_ plan: SitePlan) -> JSONValue {
    let language = plan.trees.translations.language(of: target.source)
    return [
      "language": .string(language), "title": .string(target.title),
      "phrases": Phrases(language: language).data,
      "href": .string(SitePath.encoded(SitePath.relative(to: target.output, from: output))),
      "canonical": plan.address(of: target.output).map(JSONValue.string) ?? .null,
    ]
  }
}
