/// A key of `docgen.yml` or of a page's front matter: what reading, the published schema and the
/// reference know of it.
package struct Setting: Hashable, Sendable {
  /// What may stand as the value.
  package indirect enum Form: Hashable, Sendable {
    case text
    /// A text that starts with `https://` or `http://`.
    case address
    case flag
    case number
    case choice([String])
    /// A text that a regular expression of ECMA 262 matches.
    case pattern(String)
    /// A list of at least so many items of a form.
    case list(of: Form, atLeast: Int)
    /// Names of macros with what they expand to.
    case macros
    /// Keys of these with a text or a list of texts.
    case headings([String])
    /// The tree of the navigation.
    case navigation
  }

  package var key: String
  package var form: Form
  /// What it is for, as one phrase.
  package var summary: String

  package init(_ key: String, _ form: Form, _ summary: String) {
    self.key = key
    self.form = form
    self.summary = summary
  }
}

extension FrontMatter {
  /// The keys that are understood.
  package static let settings = [
    Setting("title", .text, "the page's title; its first heading unless given"),
    Setting("description", .text, "a sentence for search engines, feeds and llms.txt"),
    Setting(
      "check", .choice(CheckScope.allCases.map(\.rawValue)),
      "which display equations are claims; as in docgen.yml unless given"),
    Setting(
      "math", .choice(MathFormat.allCases.map(\.rawValue)),
      "how formulas are written; as in docgen.yml unless given"),
    Setting(
      "layout", .choice(LayoutConvention.allCases.map(\.rawValue)),
      "how matrices of derivatives are laid out; as in docgen.yml unless given"),
    Setting(
      "structure", .choice(StructureConvention.allCases.map(\.rawValue)),
      "how the structure of variables counts in derivatives; as in docgen.yml unless given"),
    Setting(
      "search", .choice(SearchRank.allCases.map(\.rawValue)),
      "where the page stands in the search: behind all others with low, nowhere with none"),
    Setting("draft", .flag, "whether the page is left out of the site"),
    Setting(
      "order", .number, "the place among its neighbours in the navigation; lower comes first"),
    Setting(
      "aliases", .list(of: .text, atLeast: 0),
      "former addresses of the page within the site, which lead to it"),
    Setting("macros", .macros, "expansions by macro name, before those of the site"),
    Setting("image", .text, "a picture for previews in social media, as a path in the site"),
  ]
}
