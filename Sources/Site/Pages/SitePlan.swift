internal import Derivations
internal import Diagnostics
internal import Pages

/// What all pages of a site share.
struct SitePlan: Sendable {
  let configuration: Configuration
  let trees: NavigationTrees
  let resolver: LinkResolver
  let theme: Theme
  let history: PageHistory
  /// What is known of each page, in the order of the pages.
  let infos: [PageInfo]
  let labels: LabelTable
  /// Whether there is a page that lists the claims: not where there are none, or a page has its place.
  let listsClaims: Bool
  let bibliography: Bibliography?

  /// - Throws: `missingFile` at an entry of `nav:` that names no page.
  init(
    _ configuration: Configuration, pages: [SitePage], assets: [ContentFile], theme: Theme,
    history: PageHistory = PageHistory()
  ) throws(Diagnostic) {
    let translations = Translations(configuration.languages)
    self.configuration = configuration
    self.theme = theme
    self.history = history
    infos = pages.map { page in
      var info = page.info
      info.path = translations.original(of: page.source)
      if configuration.rawHTML { info.anchors = WrittenAnchors.names(in: page.page.source) }
      return info
    }
    listsClaims =
      pages.contains { !$0.result.claims.isEmpty }
      && !infos.contains { $0.output == ClaimsPage.output }
      && !assets.contains { $0.path == ClaimsPage.output }
    trees = try NavigationTrees(configuration, pages: infos)
    let found = zip(pages, infos).map { ($0.source, PageLabels($0.page, $1)) }
    labels = LabelTable(Dictionary(found) { first, _ in first }, translations)
    resolver = LinkResolver(
      pages: infos, files: assets.map(\.path), labels: labels,
      unchecked: configuration.uncheckedLinks.map { LinkPattern($0) },
      former: Self.formerAddresses(pages, infos))
    bibliography = try configuration.bibliography.map { (file) throws(Diagnostic) in
      try Bibliography(file.path, at: file.location, in: assets)
    }
    try checkPictures(pages)
  }

  /// The pages by the paths of their former addresses; what is no path is told elsewhere.
  private static func formerAddresses(_ pages: [SitePage], _ infos: [PageInfo]) -> [String: String]
  {
    var former: [String: String] = [:]
    for (page, info) in zip(pages, infos) {
      for alias in page.page.frontMatter.aliases {
        guard let redirect = try? Redirect(alias, to: info) else { continue }
        former[redirect.output] = info.source
      }
    }
    return former
  }

  /// - Throws: `missingFile` where a picture for previews is not there.
  private func checkPictures(_ pages: [SitePage]) throws(Diagnostic) {
    let named = [configuration.image] + pages.map(\.page.frontMatter.image)
    for case let picture? in named where LinkResolver.isLocal(picture.path) {
      guard !resolver.knows(picture.path) else { continue }
      throw Diagnostic(
        .missingFile, "there is no picture content/\(picture.path)", at: picture.location,
        hint: "write its path in the site, as in images/preview.png")
    }
  }

  /// The site's own language.
  var language: String { trees.translations.languages[0] }

  /// The languages whose tree is too large to stand on every page.
  var prunedLanguages: [String] {
    trees.translations.languages.filter { trees.tree(in: $0).isPruned }
  }

  /// The full address of a file of the site; nil where it is not known where the site will be found.
  func address(of output: String) -> String? {
    configuration.baseURL.map { $0 + SitePath.encoded(output) }
  }
}
