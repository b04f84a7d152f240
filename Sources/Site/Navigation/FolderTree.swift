extension NavigationTree {
  /// The tree that folders give: pages by `order`, then by path; a folder is named by its index.
  init(folders pages: [PageInfo]) {
    var top = Folder()
    for page in pages { top.add(page, page.path.split(separator: "/")[...]) }
    self.init(top.entries(isTop: true))
  }
}

/// The pages of a folder and its folders.
private struct Folder {
  private var pages: [PageInfo] = []
  private var index: PageInfo?
  private var folders: [Substring: Folder] = [:]

  /// Takes a page in by the rest of its path.
  mutating func add(_ page: PageInfo, _ path: ArraySlice<Substring>) {
    guard let name = path.first, path.count > 1 else {
      if path.first == "index.md" { index = page } else { pages.append(page) }
      return
    }
    folders[name, default: Folder()].add(page, path.dropFirst())
  }

  /// The entries in order; the index of the top is one of them, that of a folder its own entry.
  func entries(isTop: Bool = false) -> [NavigationEntry] {
    var ranked = pages.map { (rank: Rank($0, $0.path), entry: NavigationEntry($0)) }
    if isTop, let index {
      ranked.append((Rank(order: index.order ?? Int.min, name: "index.md"), NavigationEntry(index)))
    }
    ranked += folders.map { name, folder in
      let title = folder.index?.title ?? PageInfo.title(ofPath: String(name))
      let rank = Rank(order: folder.order, name: String(name))
      return (
        rank,
        NavigationEntry(
          title: title, output: folder.index?.output, language: folder.index?.foreignLanguage,
          entries: folder.entries())
      )
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.entry)
  }

  /// That of the index; without one, the least of what is in the folder.
  private var order: Int {
    if let index { return index.order ?? Int.max }
    return (pages.map { $0.order ?? Int.max } + folders.values.map(\.order)).min() ?? Int.max
  }

  private struct Rank: Comparable {
    var order: Int
    var name: String

    init(order: Int, name: String) {
      self.order = order
      self.name = name
    }

    init(_ page: PageInfo, _ path: String) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      self.init(order: page.order ?? Int.max, name: name)
    }

    static func < (a: Rank, b: Rank) -> Bool {
      a.order != b.order ? a.order < b.order : NaturalOrder.precedes(a.name, b.name)
    }
  }
}

extension NavigationEntry {
  init(_ page: PageInfo) {
    self.init(title: page.title, output: page.output, language: page.foreignLanguage)
  }
}
