/// The text of the pages that no author wrote.
enum GeneratedPages {
  /// What is shown at addresses that lead nowhere.
  static func missing(_ phrases: Phrases) -> HTML {
    .fragment([
      .element("h1", [:], .text(phrases["missing"])),
      .element("p", [:], .text(phrases["missingText"])),
    ])
  }

  /// A list of all pages under a title, for a page at an output path.
  static func list(
    _ title: String, _ description: String?, _ tree: NavigationTree, at output: String
  ) -> HTML {
    .fragment([
      .element("h1", [:], .text(title)),
      description.map { .element("p", [:], .text($0)) } ?? .fragment([]),
      list(tree.entries, at: output),
    ])
  }

  private static func list(_ entries: [NavigationEntry], at output: String) -> HTML {
    .element(
      "ul", of: [:],
      entries.map { entry in
        let title = HTML.text(entry.title)
        return .element(
          "li", [:],
          entry.output.map { target in
            .element(
              "a",
              [
                "href": SitePath.encoded(SitePath.relative(to: target, from: output)),
                "lang": entry.language, "hreflang": entry.language,
              ], title)
          } ?? title,
          entry.entries.isEmpty ? .fragment([]) : list(entry.entries, at: output))
      })
  }
}
