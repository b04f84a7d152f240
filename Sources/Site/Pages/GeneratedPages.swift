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
  ///
  /// - Parameter phrases: those of the list's language.
  static func list(
    _ title: String, _ description: String?, _ tree: NavigationTree, at output: String,
    _ phrases: Phrases
  ) -> HTML {
    .fragment([
      .element("h1", [:], .text(title)),
      description.map { .element("p", [:], .text($0)) } ?? .fragment([]),
      list(tree.entries, at: output, phrases),
    ])
  }

  private static func list(
    _ entries: [NavigationEntry], at output: String, _ phrases: Phrases
  ) -> HTML {
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
          entry.language == nil ? .fragment([]) : untranslated(phrases),
          entry.entries.isEmpty ? .fragment([]) : list(entry.entries, at: output, phrases))
      })
  }

  private static func untranslated(_ phrases: Phrases) -> HTML {
    .fragment([
      " ", .element("span", ["class": "untranslated"], .text(phrases["notTranslated"])),
    ])
  }
}
