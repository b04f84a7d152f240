internal import Diagnostics

/// The labels of a whole site.
struct LabelTable: Sendable {
  /// The labels of each page, by its path within `content/`.
  private let pages: [String: PageLabels]
  /// The pages that have a label, by its name.
  private let holders: [String: [String]]
  private let translations: Translations

  init(_ pages: [String: PageLabels], _ translations: Translations = Translations([])) {
    self.pages = pages
    self.translations = translations
    var holders: [String: [String]] = [:]
    for (source, labels) in pages.sorted(by: { $0.key < $1.key }) {
      for name in labels.named.keys { holders[name, default: []].append(source) }
    }
    self.holders = holders
  }

  /// The labels of a page.
  subscript(page: String) -> PageLabels? { pages[page] }

  /// The place a reference means: one on the same page, or the only one of the site in its language.
  ///
  /// - Throws: `unknownLabel` where there is none, `duplicateLabel` where several other pages have it.
  func resolve(
    _ reference: String, from page: String, at location: SourceLocation
  ) throws(Diagnostic) -> Label {
    let name = Label.normalized(reference)
    if let label = pages[page]?.named[name] { return label }
    let all = holders[name] ?? []
    let language = translations.language(of: page)
    let alike = all.filter { translations.language(of: $0) == language }
    let found = alike.isEmpty ? all : alike
    guard let holder = found.first, let label = pages[holder]?.named[name] else {
      throw Diagnostic(
        .unknownLabel, "no page has the label \(name)", at: location,
        hint: nearest(name, in: holders.keys).map { "did you mean @\($0)?" }
          ?? "write \\label{\(name)} in an equation, or <!-- label: \(name) --> above a block")
    }
    guard found.count == 1 else {
      throw Diagnostic(
        .duplicateLabel,
        "the label \(name) stands on \(found.joined(separator: " and "))", at: location,
        hint: "give each place a label of its own")
    }
    return label
  }
}
