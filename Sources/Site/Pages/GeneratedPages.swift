/// The text of the pages that no author wrote.
enum GeneratedPages {
  static let missing = HTML.fragment([
    .element("h1", [:], "There is no such page"),
    .element(
      "p", [:],
      "The address leads nowhere. The contents of this site show every page that there is."),
  ])

  /// A list of all pages.
  static func index(_ configuration: Configuration, _ tree: NavigationTree) -> HTML {
    .fragment([
      .element("h1", [:], .text(configuration.title)),
      configuration.description.map { .element("p", [:], .text($0)) } ?? .fragment([]),
      list(tree.entries),
    ])
  }

  private static func list(_ entries: [NavigationEntry]) -> HTML {
    .element(
      "ul", of: [:],
      entries.map { entry in
        let title = HTML.text(entry.title)
        return .element(
          "li", [:],
          entry.output.map { .element("a", ["href": $0], title) } ?? title,
          entry.entries.isEmpty ? .fragment([]) : list(entry.entries))
      })
  }
}
