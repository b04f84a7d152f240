internal import Diagnostics

extension NavigationTree {
  /// The tree of `nav:`, or that of the folders where there is none.
  ///
  /// - Parameter pages: those of one language, by their paths without its folder.
  /// - Throws: `missingFile` at an entry whose page does not exist, `duplicatePage` at one that is there
  ///   already.
  init(_ configuration: Configuration, pages: [PageInfo]) throws(Diagnostic) {
    guard let navigation = configuration.navigation else {
      self.init(folders: pages)
      return
    }
    let known = Dictionary(pages.map { ($0.path, $0) }) { first, _ in first }
    var named: Set<String> = []
    self.init(try Self.entries(navigation, known, &named))
  }

  private static func entries(
    _ entries: [Configuration.Entry], _ pages: [String: PageInfo], _ named: inout Set<String>
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
        guard named.insert(path).inserted else {
          throw Diagnostic(
            .duplicatePage, "nav names \(path) twice", at: location,
            hint: "a page has one place among the others: leave out one of the two")
        }
        var entry = NavigationEntry(page)
        // A title of `nav:` is in the site's own language: a translated page keeps its own.
        if let title, page.source == page.path { entry.title = title }
        result.append(entry)
      case .section(let title, let inner):
        let entries = try Self.entries(inner, pages, &named)
        result.append(NavigationEntry(title: title, output: nil, entries: entries))
      }
    }
    return result
  }
}
