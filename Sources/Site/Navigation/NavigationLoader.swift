internal import Diagnostics

extension NavigationTree {
  /// The tree of `nav:`, or that of the folders where there is none.
  ///
  /// - Parameter pages: those of one language, by their paths without its folder.
  /// - Throws: `missingFile` at an entry whose page does not exist.
  init(_ configuration: Configuration, pages: [PageInfo]) throws(Diagnostic) {
    guard let navigation = configuration.navigation else {
      self.init(folders: pages)
      return
    }
    let known = Dictionary(pages.map { ($0.path, $0) }) { first, _ in first }
    self.init(try Self.entries(navigation, known))
  }

  private static func entries(
    _ entries: [Configuration.Entry], _ pages: [String: PageInfo]
  ) throws(Diagnostic) -> [NavigationEntry] {
    var result: [NavigationEntry] = []
    for entry in entries {
      switch entry {
      case .page(let path, let title, let location):
        guard let page = pages[path] else {
          throw Diagnostic(
            .missingFile, "nav names \(path), which is no page of content/", at: location,
            hint: nearest(path, in: pages.keys).map { "did you mean \($0)?" })
        }
        var entry = NavigationEntry(page)
        // A title of `nav:` is in the site's own language: a translated page keeps its own.
        if let title, page.source == page.path { entry.title = title }
        result.append(entry)
      case .section(let title, let inner):
        result.append(
          NavigationEntry(title: title, output: nil, entries: try Self.entries(inner, pages)))
      }
    }
    return result
  }
}
