/// The order of a site's pages.
struct NavigationTree: Sendable {
  let entries: [NavigationEntry]
  /// The pages in reading order.
  let pages: [NavigationEntry]
  /// The place of each page in reading order, by its path within the site.
  private let positions: [String: Int]
  /// The indices that lead from the top to each page.
  private let trails: [String: [Int]]

  /// The tree that `nav:` gives; pages it leaves out are published without an entry.
  ///
  /// - Complexity: linear in the entries, times their depth.
  init(_ entries: [NavigationEntry]) {
    self.entries = entries
    pages = entries.flatMap(\.pages)
    positions = Dictionary(
      pages.enumerated().compactMap { index, page in page.output.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    var trails: [String: [Int]] = [:]
    Self.collect(entries, under: [], into: &trails)
    self.trails = trails
  }

  private static func collect(
    _ entries: [NavigationEntry], under trail: [Int], into trails: inout [String: [Int]]
  ) {
    for (index, entry) in entries.enumerated() {
      let here = trail + [index]
      if let output = entry.output, trails[output] == nil { trails[output] = here }
      collect(entry.entries, under: here, into: &trails)
    }
  }

  /// The pages before and after a page in reading order.
  func neighbours(of page: String) -> (previous: NavigationEntry?, next: NavigationEntry?) {
    guard let index = positions[page] else { return (nil, nil) }
    return (
      index > 0 ? pages[index - 1] : nil, index + 1 < pages.count ? pages[index + 1] : nil
    )
  }

  /// The indices that lead from the top to a page; empty where it has no entry.
  func trail(of page: String) -> [Int] { trails[page] ?? [] }

  /// The entries from the top down to a page, without the page itself.
  func ancestors(of page: String) -> [NavigationEntry] {
    var path: [NavigationEntry] = []
    var level = entries
    for index in trail(of: page).dropLast() {
      path.append(level[index])
      level = level[index].entries
    }
    return path
  }
}
