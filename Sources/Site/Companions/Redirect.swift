internal import Diagnostics
internal import Pages
internal import Script

/// A former address of a page.
struct Redirect: Hashable, Sendable {
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

  /// What stands at the former addresses of all pages.
  ///
  /// - Parameter faults: takes a `duplicatePage` at each alias that is an address already, and what is wrong
  ///   with the others.
  static func all(
    _ pages: [SitePage], _ infos: [PageInfo], faults: inout [Diagnostic]
  ) -> [Redirect] {
    var owners = Dictionary(infos.map { ($0.output, $0.source) }) { $1 }
    var redirects: [Redirect] = []
    for (page, info) in zip(pages, infos) {
      for alias in page.page.frontMatter.aliases {
        do throws(Diagnostic) {
          redirects.append(try Redirect(alias, to: info, owners: &owners))
        } catch {
          faults.append(error)
        }
      }
    }
    return redirects
  }

  private init(
    _ alias: FrontMatter.Alias, to target: PageInfo, owners: inout [String: String]
  ) throws(Diagnostic) {
    try self.init(alias, to: target)
    guard let owner = owners.updateValue(target.source, forKey: output) else { return }
    throw Diagnostic(
      .duplicatePage, "the alias \(alias.path) is already an address of \(owner)",
      at: alias.location, hint: "remove it from one of the two")
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
      "root": .string(SitePath.relative(to: "", from: output)),
      "href": .string(SitePath.encoded(SitePath.relative(to: target.output, from: output))),
      "canonical": plan.address(of: target.output).map(JSONValue.string) ?? .null,
    ]
  }
}
