internal import Derivations
package import Pages
internal import Proof

extension Configuration {
  /// The keys of `docgen.yml`.
  package static let settings =
    [
      Setting("title", .text, "the site's title"),
      Setting("description", .text, "a sentence about the site, for search engines and llms.txt"),
      Setting("author", .text, "who is named as the author in the feed; the title unless given"),
      Setting(
        "base_url", .address,
        "where the site will be found; needed for the sitemap, the feed and previews"),
      Setting("repository", .address, "where the sources are found, for the link at the foot"),
      Setting(
        "edit", .pattern(#"^https?://.*\{path\}"#),
        "the address at which a page is edited; {path} stands for its path within content/"),
      Setting("image", .text, "a picture for previews in social media, as a path in the site"),
      Setting("nav", .navigation, "the order of the navigation; folders give it unless given"),
      Setting(
        "check", .choice(CheckScope.allCases.map(\.rawValue)),
        "which display equations are claims: those marked, or all that speak of declared names"),
      Setting(
        "math", .choice(MathFormat.allCases.map(\.rawValue)), "how formulas are written"),
      Setting(
        "layout", .choice(LayoutConvention.allCases.map(\.rawValue)),
        "how matrices of derivatives are laid out; mixed unless given"),
      Setting(
        "structure", .choice(StructureConvention.allCases.map(\.rawValue)),
        "how the structure of variables counts in derivatives; free unless given"),
      Setting("macros", .macros, "expansions by macro name"),
      Setting(
        "languages", .list(of: .pattern("^[A-Za-z]{2,8}(-[A-Za-z0-9]+)*$"), atLeast: 1),
        "language tags, the site's own first; pages of the others are in folders named by their tag"
      ),
      Setting(
        "headings", .headings(TableColumn.allCases.map(\.rawValue)),
        "further headings by which the columns of tables of networks are recognised"),
      Setting("bibliography", .text, "a BibTeX file within content/ that [@key] refers to"),
      Setting(
        "dates", .flag, "whether pages say when they were last changed, by the history of git"),
      Setting("raw_html", .flag, "whether HTML in pages is passed through"),
      Setting(
        "ignore_keys", .list(of: .text, atLeast: 0),
        "keys of front matter that are for another program; * stands for all unknown ones"),
      Setting(
        "unchecked_links", .list(of: .text, atLeast: 0),
        "destinations of links that are not checked; * stands for any characters"),
    ] + Budget.Bound.allCases.map { Setting($0.rawValue, .number, $0.summary) }
}
