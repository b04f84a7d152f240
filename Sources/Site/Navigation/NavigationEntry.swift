/// An entry of the navigation: a page, a folder of entries, or a folder with a page of its own.
struct NavigationEntry: Hashable, Sendable {
  var title: String
  /// The page's path within the site.
  var output: String?
  /// The language of the page, where it is not that of the tree.
  var language: String?
  var entries: [NavigationEntry] = []

  /// All pages at and under the entry in reading order.
  var pages: [NavigationEntry] {
    (output == nil ? [] : [self]) + entries.flatMap(\.pages)
  }
}
