/// Which pages of a site say the same in different languages.
///
/// The pages of the first language stand at the top of `content/`; those of another in a folder that is
/// named by its tag, under the same path: `guide/start.md` and `zh/guide/start.md`.
struct Translations: Hashable, Sendable {
  /// Language tags, the site's own first; there is at least one.
  let languages: [String]

  init(_ languages: [String]) { self.languages = languages.isEmpty ? ["en"] : languages }

  /// The language of a page or file, by its path within `content/`.
  func language(of source: String) -> String {
    languages.dropFirst().first { source.hasPrefix($0 + "/") } ?? languages[0]
  }

  /// The path the page has in the site's own language: without the folder of its own.
  func original(of source: String) -> String {
    let language = language(of: source)
    return language == languages[0] ? source : String(source.dropFirst(language.count + 1))
  }

  /// The path a page of the site's own language has in another one.
  func path(of original: String, in language: String) -> String {
    language == languages[0] ? original : "\(language)/\(original)"
  }
}
