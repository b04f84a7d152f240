internal import Pages

/// What a page of the site is made from.
enum PageSource: Equatable, Sendable {
  case page(SitePage)
  /// A page that no author wrote.
  case generated(output: String, title: String, HTML)
  /// The list of all claims.
  case claims(output: String, [SitePage])
  /// What stands at a former address.
  case redirect(Redirect)

  /// The path within the site.
  var output: String {
    switch self {
    case .page(let page): SitePath.output(ofSource: page.source)
    case .generated(let output, _, _), .claims(let output, _): output
    case .redirect(let redirect): redirect.output
    }
  }

  /// The list of claims shows nothing of a page but its claims and, by the plan, its title.
  static func == (a: PageSource, b: PageSource) -> Bool {
    switch (a, b) {
    case (.page(let a), .page(let b)): a == b
    case (.generated(let a, let aTitle, let aHTML), .generated(let b, let bTitle, let bHTML)):
      a == b && aTitle == bTitle && aHTML == bHTML
    case (.claims(let a, let aPages), .claims(let b, let bPages)):
      a == b
        && aPages.elementsEqual(bPages) {
          $0.source == $1.source && $0.result == $1.result
            && $0.page.frontMatter == $1.page.frontMatter
        }
    case (.redirect(let a), .redirect(let b)): a == b
    default: false
    }
  }
}
