internal import Script

/// The whole tree of a large site as a script, so that every page can show it while only one file holds
/// it. A script can be loaded from the disk, which other data cannot.
enum NavigationFile {
  /// The path within the site of the tree in a language.
  static func path(_ language: String, own: String) -> String {
    language == own ? "docgen-tree.js" : "docgen-tree.\(language).js"
  }

  /// The page that shows the whole tree without scripts.
  static func page(_ language: String, own: String) -> String {
    language == own ? "all-pages.html" : "\(language)/all-pages.html"
  }

  /// A call with an array of entries: title, path within the site or null, language or null, entries.
  static func text(_ tree: NavigationTree) -> String {
    "docgenTree(\(JSONValue.array(tree.entries.map(data)).text));\n"
  }

  private static func data(_ entry: NavigationEntry) -> JSONValue {
    .array([
      .string(entry.title), entry.output.map(JSONValue.string) ?? .null,
      entry.language.map(JSONValue.string) ?? .null, .array(entry.entries.map(data)),
    ])
  }
}
