internal import Diagnostics

/// What all pages of a site share.
struct SitePlan: Sendable {
  let configuration: Configuration
  let tree: NavigationTree
  let resolver: LinkResolver

  /// - Throws: `missingFile` at an entry of `nav:` that names no page.
  init(
    _ configuration: Configuration, pages: [SitePage], assets: [ContentFile]
  ) throws(Diagnostic) {
    self.configuration = configuration
    let infos = pages.map(\.info)
    tree = try NavigationTree(configuration, pages: infos)
    resolver = LinkResolver(pages: infos, files: assets.map(\.path))
  }
}
