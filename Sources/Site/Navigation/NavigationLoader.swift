internal import Diagnostics

extension NavigationTree {
  /// The tree of `nav:`, or that of the folders where there is none.
  ///
  /// - Parameters:
  ///   - language: the tag of the language whose titles are taken; the site's own unless given.
  ///   - pages: those of that language, by their paths without its folder.
  /// - Throws: `missingFile` at each entry whose page does not exist, `configuration` at each that is
  ///   a translation or is there already.
  init(
    _ configuration: Configuration, in language: String? = nil, pages: [PageInfo],
    drafts: [String] = []
  ) throws(Diagnostic) {
    guard let navigation = configuration.navigation else {
      self.init(folders: pages)
      return
    }
    let known = Dictionary(pages.map { ($0.path, $0) }) { first, _ in first }
    let translations = Translations(configuration.languages)
    let own = translations.languages[0]
    var reader = EntryReader(
      pages: known, drafts: Set(drafts), language: language ?? own, translations: translations)
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
  /// The language whose titles are taken, and the site's own.
  let language: String
  let own: String
  private let translations: Translations
  var faults: [Diagnostic] = []
  private var named: Set<String> = []

  init(
    pages: [String: PageInfo], drafts: Set<String>, language: String, translations: Translations
  ) {
    self.pages = pages
    self.drafts = drafts
    self.language = language
    self.translations = translations
    own = translations.languages[0]
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
        result.append(
          NavigationEntry(title: text(title), output: nil, entries: self.entries(inner)))
      }
    }
    return result
  }

  /// The title of a section, in the site's own language where there is none in that of the tree.
  private func text(_ titles: Configuration.Titles) -> String {
    titles.text(in: language, own: own) ?? titles.text(in: own, own: own) ?? ""
  }

  private mutating func page(
    _ path: String, _ titles: Configuration.Titles?, _ location: SourceLocation
  ) throws(Diagnostic) -> NavigationEntry {
    guard let page = pages[path] else {
      let original = translations.original(of: path)
      if original != path, pages[original] != nil {
        throw Diagnostic(
          .configuration, "nav names \(path), which is a translation of \(original)", at: location,
          hint: "leave it out: a translation stands where its original stands")
      }
      throw Diagnostic(
        .missingFile, "nav names \(path), which is no page of content/", at: location,
        hint: nearest(path, in: pages.keys).map { "did you mean \($0)?" })
    }
    guard named.insert(path).inserted else {
      throw Diagnostic(
        .configuration, "nav names \(path) twice", at: location,
        hint: "a page has one place among the others: leave out one of the two")
    }
    var entry = NavigationEntry(page)
    // A page is in one language, and so is its title: without one in it the page names itself.
    if let title = titles?.text(in: page.foreignLanguage ?? language, own: own) {
      entry.title = title
    }
    return entry
  }
}
