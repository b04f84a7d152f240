internal import Pages

/// What other pages need to know of a page.
struct PageInfo: Hashable, Sendable {
  /// The path within `content/`.
  var source: String
  var title: String
  var description: String?
  var order: Int?
  var headings: [Heading]

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
