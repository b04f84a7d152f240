/// An entry of the navigation as one page shows it.
struct NavigationBranch: Hashable, Sendable {
  var title: String
  var output: String?
  var language: String?
  var isCurrent = false
  var entries: [NavigationBranch] = []
  /// How many entries stand here that are not shown; 0 where this is an entry.
  var hidden = 0
}

extension NavigationTree {
  /// Up to this many pages, every page shows the whole tree.
  static let fullTree = 60
  /// In a larger site, how many entries are shown on each side of the one that leads to the page.
  static let nearby = 4

  /// Whether pages show a part of the tree only.
  var isPruned: Bool { pages.count > Self.fullTree }

  /// The entries that a page shows: the whole tree of a small site; of a large one the way to the page
  /// with the neighbours at every step, so that the site's size stays linear in its pages.
  ///
  /// - Complexity: linear in what is shown.
  func branch(of page: String) -> [NavigationBranch] {
    guard isPruned else { return entries.map { Self.whole($0, page) } }
    return Self.pruned(entries, trail(of: page)[...], page)
  }

  /// The whole tree.
  var whole: [NavigationBranch] { entries.map { Self.whole($0, "") } }

  private static func whole(_ entry: NavigationEntry, _ page: String) -> NavigationBranch {
    NavigationBranch(
      title: entry.title, output: entry.output, language: entry.language,
      isCurrent: entry.output == page, entries: entry.entries.map { whole($0, page) })
  }

  private static func pruned(
    _ entries: [NavigationEntry], _ trail: ArraySlice<Int>, _ page: String
  ) -> [NavigationBranch] {
    let centre = trail.first ?? 0
    let first = max(0, min(centre - nearby, entries.count - 2 * nearby - 1))
    let end = min(entries.count, first + 2 * nearby + 1)
    let shown = entries[first..<end].enumerated().map { offset, entry in
      let isOpen = trail.first == first + offset
      return NavigationBranch(
        title: entry.title, output: entry.output ?? entry.firstPage, language: entry.language,
        isCurrent: entry.output == page,
        entries: isOpen ? pruned(entry.entries, trail.dropFirst(), page) : [])
    }
    return gap(first) + shown + gap(entries.count - end)
  }

  private static func gap(_ count: Int) -> [NavigationBranch] {
    count == 0 ? [] : [NavigationBranch(title: "", hidden: count)]
  }
}

extension NavigationEntry {
  /// The first page at or under the entry.
  fileprivate var firstPage: String? {
    output ?? entries.lazy.compactMap(\.firstPage).first
  }
}
