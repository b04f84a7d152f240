package import Derivations
package import Pages
package import Proof

/// The settings of a site, as `docgen.yml` gives them; every one has a default.
package struct Configuration: Hashable, Sendable {
  package var title = "Documentation"
  package var description: String?
  /// Who is named as the author in the feed.
  package var author: String?
  /// Where the site will be found, ending in a slash.
  package var baseURL: String?
  /// Where its sources are found.
  package var repository: String?
  /// Where a page is edited; `{path}` stands for its path within `content/`.
  package var editAddress: String?
  /// A picture that stands for the site.
  package var image: FrontMatter.Reference?
  /// The order of the navigation; nil takes it from folders and front matter.
  package var navigation: [Entry]?
  /// Which display equations are claims, where a page does not say.
  package var check = CheckScope.all
  /// How formulas are written, where a page does not say.
  package var math = MathFormat.mathml
  /// How matrices of derivatives are laid out, where neither a page nor a statement says it.
  package var layout = LayoutConvention.mixed
  /// How the structure of variables counts in derivatives, where neither a page nor a statement says it.
  package var structure = StructureConvention.free
  /// Expansions by macro name, such as `\R`.
  package var macros: [String: String] = [:]
  /// Language tags, the site's own first.
  package var languages = ["en"]
  /// By which headings the columns of tables of networks are recognised.
  package var headings = TableHeadings()
  /// A BibTeX file within `content/`.
  package var bibliography: FrontMatter.Reference?
  /// Whether pages say when they were last changed.
  package var dates = false
  /// Keys of front matter that are for another program.
  package var ignoredKeys: [String] = []
  /// Patterns of addresses that are not visited; `*` stands for any characters.
  package var uncheckedLinks: [String] = []
  /// What may be spent on one claim.
  package var budget = Budget()
  /// Whether HTML in pages is passed through.
  package var rawHTML = false

  /// The keys whose values could not be read.
  var unread: Set<String> = []

  package init() {}
}
