internal import Diagnostics

extension NavigationTree {
  /// The tree of `nav:`, or that of the folders where there is none.
  ///
  /// - Parameter pages: those of one language, by their paths without its folder.
  /// - Throws: `missingFile` at each entry whose page does not exist, `duplicatePage` at each that is there
  ///   already.
  init(
    _ configuration: Configuration, pages: [PageInfo], drafts: [String] = []
  ) throws(Diagnostic) {
    guard let navigation = configuration.navigation else {
      self.init(folders: pages)
      return
    }
    let known = Dictionary(pages.map { ($0.path, $0) }) { first, _ in first }
    var reader = EntryReader(pages: known, drafts: Set(drafts))
    let entries = reader.entries(navigation)
    if let all = Diagnostic(all: reader.faults) { throw all }
    self.init(entries)
  }
}

/// Reads the entries of `nav:`.
private struct EntryReader {
  /// By path.
  let pages: [String: PageInfo]
  /// The pages that are left out: an entry of one has no place yet.
  let drafts: Set<String>
  var faults: [Diagnostic] = []
  private var named: Set<String> = []

  init(pages: [String: PageInfo], drafts: Set<String>) {
    self.pages = pages
    self.drafts = drafts
  }

  mutating func entries(_ entries: [Configuration.Entry]) -> [NavigationEntry] {
    var result: [NavigationEntry] = []
    for entry in entries {
      switch entry {
      case .page(let path, _, _) where pages[path] == nil && drafts.contains(path): continue
      case .page(let path, let title, let location):
        do throws(Diagnostic) {
          result.append(try page(path, title, location))
        } catch {
          faults.append(error)
        }
      case .section(let title, let inner):
        result.append(NavigationEntry(title: title, output: nil, entries: self.entries(inner)))
      }
    }
    return result
  }

  private mutating func page(
    _ path: String, _ title: String?, _ location: SourceLocation
  ) throws(Diagnostic) -> NavigationEntry {
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
    return entry
  }
}
