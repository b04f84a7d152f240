internal import Diagnostics

/// An entry of the navigation: a page, a folder of entries, or a folder with a page of its own.
struct NavigationEntry: Hashable, Sendable {
  var title: String
  /// The page's path within the site.
  var output: String?
  var entries: [NavigationEntry] = []

  /// All pages at and under the entry in reading order.
  var pages: [NavigationEntry] {
    (output == nil ? [] : [self]) + entries.flatMap(\.pages)
  }

  /// Whether a page is at or under the entry.
  func holds(_ page: String) -> Bool { output == page || entries.contains { $0.holds(page) } }
}

/// The order of a site's pages.
struct NavigationTree: Sendable {
  let entries: [NavigationEntry]
  /// The pages in reading order.
  let pages: [NavigationEntry]

  /// The tree that folders give: pages by `order`, then by path; a folder is named by its index.
  init(folders pages: [PageInfo]) {
    self.init(Self.entries(of: pages[...], under: ""))
  }

  /// The tree that `nav:` gives; pages it leaves out are published without an entry.
  init(_ entries: [NavigationEntry]) {
    self.entries = entries
    pages = entries.flatMap(\.pages)
  }

  private static func entries(of pages: ArraySlice<PageInfo>, under folder: String)
    -> [NavigationEntry]
  {
    var ranked: [(rank: Rank, entry: NavigationEntry)] = []
    let inside = pages.map { (page: $0, rest: $0.source.dropFirst(folder.count)) }
    for (page, rest) in inside where !rest.contains("/") && (rest != "index.md" || folder.isEmpty) {
      let rank = Rank(order: page.order ?? (rest == "index.md" ? Int.min : Int.max), name: rest)
      ranked.append((rank, NavigationEntry(title: page.title, output: page.output)))
    }
    let names = Set(inside.compactMap { Self.firstFolder($0.rest) })
    for name in names {
      let path = folder + name + "/"
      let under = pages.filter { $0.source.hasPrefix(path) }
      let index = under.first { $0.source == path + "index.md" }
      ranked.append(
        (
          Rank(order: index?.order ?? Int.max, name: name[...]),
          NavigationEntry(
            title: index?.title ?? PageInfo.title(ofPath: name), output: index?.output,
            entries: entries(of: under[...], under: path))
        ))
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.entry)
  }

  private static func firstFolder(_ rest: Substring) -> String? {
    rest.firstIndex(of: "/").map { String(rest[..<$0]) }
  }

  private struct Rank: Comparable {
    var order: Int
    var name: Substring

    static func < (a: Rank, b: Rank) -> Bool { (a.order, a.name) < (b.order, b.name) }
  }
}

extension NavigationTree {
  /// The pages before and after a page in reading order.
  func neighbours(of page: String) -> (previous: NavigationEntry?, next: NavigationEntry?) {
    guard let index = pages.firstIndex(where: { $0.output == page }) else { return (nil, nil) }
    return (
      index > 0 ? pages[index - 1] : nil, index + 1 < pages.count ? pages[index + 1] : nil
    )
  }

  /// The entries from the top down to a page, without the page itself.
  func ancestors(of page: String) -> [NavigationEntry] {
    var path: [NavigationEntry] = []
    var level = entries
    while let entry = level.first(where: { $0.holds(page) }), entry.output != page {
      path.append(entry)
      level = entry.entries
    }
    return path
  }
}
