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
  /// What stands at former addresses.
  let redirects: [Redirect]
  /// What is wrong with the navigation, former addresses, pictures for previews and the bibliography: with any
  /// of it there is no site.
  let faults: [Diagnostic]

  init(
    _ configuration: Configuration, pages: [SitePage], assets: [ContentFile], theme: Theme,
    history: PageHistory = PageHistory(), drafts: [String] = []
  ) {
    var faults: [Diagnostic] = []
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
    trees = NavigationTrees(configuration, pages: infos, drafts: drafts, faults: &faults)
    redirects = Redirect.all(pages, infos, faults: &faults)
    let found = zip(pages, infos).map { ($0.source, PageLabels($0.page, $1)) }
    labels = LabelTable(Dictionary(found) { first, _ in first }, translations)
    resolver = LinkResolver(
      pages: infos, files: assets.map(\.path), labels: labels,
      unchecked: configuration.uncheckedLinks.map { LinkPattern($0) },
      former: Dictionary(redirects.map { ($0.output, $0.target.source) }) { $1 }, drafts: drafts)
    bibliography = Self.bibliography(configuration, assets, faults: &faults)
    let pictures = [configuration.image] + pages.map(\.page.frontMatter.image)
    self.faults = faults + Self.missing(pictures.compactMap { $0 }, in: resolver)
  }

  private static func bibliography(
    _ configuration: Configuration, _ assets: [ContentFile], faults: inout [Diagnostic]
  ) -> Bibliography? {
    guard let file = configuration.bibliography else { return nil }
    do throws(Diagnostic) {
      return try Bibliography(file.path, at: file.location, in: assets)
    } catch {
      faults.append(error)
      return nil
    }
  }

  /// A `missingFile` at each picture for previews that is not there.
  private static func missing(
    _ pictures: [FrontMatter.Image], in resolver: LinkResolver
  ) -> [Diagnostic] {
    pictures.filter { LinkResolver.isLocal($0.path) && !resolver.knows($0.path) }.map { picture in
      Diagnostic(
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
