internal import Pages

/// What other pages need to know of a page.
struct PageInfo: Hashable, Sendable {
  /// The path within `content/`.
  var source: String
  var title: String
  var description: String?
  var order: Int?
  var headings: [Heading]
  /// Where the page stands in the tree: its path within `content/` without the folder of its language.
  var path: String
  /// The page's language where it stands in the tree of another one.
  var foreignLanguage: String?
  /// Anchors that the page has besides its headings and labels.
  var anchors: [String] = []

  init(
    source: String, title: String, description: String? = nil, order: Int? = nil,
    headings: [Heading], path: String? = nil
  ) {
    self.source = source
    self.title = title
    self.description = description
    self.order = order
    self.headings = headings
    self.path = path ?? source
  }

  /// The path within the site.
  var output: String { SitePath.output(ofSource: source) }

  /// The title of a page that says none: its file name in words.
  static func title(ofPath path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bare = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let words = bare.map { $0 == "-" || $0 == "_" ? " " : $0 }
    return words.prefix(1).map { $0.uppercased() }.joined() + String(words.dropFirst())
  }
}
