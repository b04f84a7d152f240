internal import Diagnostics

/// The navigation in each language of a site.
struct NavigationTrees: Sendable {
  let translations: Translations
  /// By language tag.
  private let trees: [String: NavigationTree]
  /// The sources of all pages.
  private let sources: Set<String>

  /// Each language has the whole tree; where a page is not translated, the page of the site's own
  /// language stands there, marked by its language.
  ///
  /// - Parameters:
  ///   - drafts: the sources of pages that are left out; `nav:` may name them all the same.
  ///   - faults: takes what is wrong with `nav:`; the folders stand in for it then.
  /// - Complexity: linear in the pages for each language.
  init(
    _ configuration: Configuration, pages: [PageInfo], drafts: [String],
    faults: inout [Diagnostic]
  ) {
    let translations = Translations(configuration.languages)
    let byLanguage = Dictionary(grouping: pages) { translations.language(of: $0.source) }
    let own = byLanguage[translations.languages[0]] ?? []
    var trees: [String: NavigationTree] = [:]
    for language in translations.languages {
      let translated = Self.ordered(byLanguage[language] ?? [], like: own)
      let known = Set(translated.map(\.path))
      let others =
        language == translations.languages[0] ? [] : own.filter { !known.contains($0.path) }
      let marked = others.map { page in
        var page = page
        page.foreignLanguage = translations.languages[0]
        return page
      }
      let all = (translated + marked).sorted { $0.path < $1.path }
      do throws(Diagnostic) {
        trees[language] = try NavigationTree(
          configuration, in: language, pages: all, drafts: drafts)
      } catch {
        faults.append(error)
        trees[language] = NavigationTree(folders: all)
      }
    }
    self.translations = translations
    self.trees = trees
    sources = Set(pages.map(\.source))
  }

  /// Translations, each in the place of its original where it says none of its own.
  private static func ordered(_ pages: [PageInfo], like own: [PageInfo]) -> [PageInfo] {
    let orders = Dictionary(own.map { ($0.path, $0.order) }) { first, _ in first }
    return pages.map { page in
      var page = page
      page.order = page.order ?? orders[page.path] ?? nil
      return page
    }
  }

  /// The tree that the page of a source shows.
  func tree(for source: String) -> NavigationTree { tree(in: translations.language(of: source)) }

  func tree(in language: String) -> NavigationTree { trees[language] ?? NavigationTree([]) }

  /// The same page in each language that has it, the site's own first.
  func versions(of source: String) -> [(language: String, source: String)] {
    let original = translations.original(of: source)
    return translations.languages.compactMap { language in
      let path = translations.path(of: original, in: language)
      return sources.contains(path) ? (language, path) : nil
    }
  }
}
