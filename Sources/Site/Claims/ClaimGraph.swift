internal import Derivations
internal import Diagnostics
internal import Proof

/// What rests on what across the pages of a site, as rows from the top to the bottom: under each page its
/// definitions, then its claims, those with the same basis in one row. Arcs lead from what is used to what
/// uses it.
///
/// Of a site with too many rows to be looked at only the pages are left that share definitions.
struct ClaimGraph {
  enum Row {
    case page(SitePage)
    case definition(Use, SitePage)
    /// Claims of a page by their numbers from 1.
    case claims([Int], SitePage)
  }

  struct Arc: Hashable {
    let from: Int
    let to: Int
    /// Whether it leads to another page.
    let isAcross: Bool
  }

  private(set) var rows: [Row] = []
  private(set) var arcs: [Arc] = []
  /// Whether definitions and claims are left out, for there are too many.
  private(set) var isByPage = false

  /// More rows than this are drawn by page.
  static let mostRows = 80

  private let owners: [String: SitePage]
  /// What each definition is made of.
  private let parts: [Use: [Use]]

  /// - Parameters:
  ///   - pages: in the order of the drawing.
  ///   - owners: the pages by the path that places in them name.
  /// - Complexity: linear in the claims, the definitions and in what they rest on.
  init(_ pages: [SitePage], owners: [String: SitePage]) {
    self.owners = owners
    parts = Dictionary(
      pages.flatMap(\.result.definitions).map { ($0.definition, $0.uses) }
    ) { first, _ in first }
    let used = Set(pages.flatMap(\.result.claims).flatMap(\.uses).map(\.location.path))
    let claimed = pages.filter { !$0.result.claims.isEmpty || used.contains($0.result.path) }
    let groups = Dictionary(
      uniqueKeysWithValues: claimed.map { ($0.source, self.groups(of: $0)) })
    let definitions = usedDefinitions(claimed)
    let count = claimed.reduce(0) { count, page in
      count + 1 + (definitions[page.source]?.count ?? 0) + (groups[page.source]?.count ?? 0)
    }
    if count <= Self.mostRows {
      addAll(claimed, definitions, groups)
    } else {
      isByPage = true
      addPages(claimed, groups)
    }
  }

  // MARK: What is used

  /// Claims of a page that rest on the same definitions.
  private struct Group {
    let basis: [Use]
    var numbers: [Int]
  }

  private func groups(of page: SitePage) -> [Group] {
    var groups: [Group] = []
    var places: [[Use]: Int] = [:]
    for (index, claim) in page.result.claims.enumerated() {
      let basis = reduced(claim.uses)
      if let place = places[basis] {
        groups[place].numbers.append(index + 1)
      } else {
        places[basis] = groups.count
        groups.append(Group(basis: basis, numbers: [index + 1]))
      }
    }
    return groups
  }

  /// Those of some definitions that no other of them is made of.
  private func reduced(_ uses: [Use]) -> [Use] {
    let inner = Set(uses.flatMap { use in (parts[use] ?? []).filter { $0 != use } })
    return uses.filter { !inner.contains($0) }
  }

  /// The definitions of each page that something uses or that use something, by place.
  private func usedDefinitions(_ pages: [SitePage]) -> [String: [Use]] {
    var used = Set(pages.flatMap(\.result.claims).flatMap(\.uses))
    for (definition, uses) in parts where !uses.isEmpty { used.formUnion([definition] + uses) }
    var found: [String: [Use]] = [:]
    for use in used.sorted() {
      if let page = owners[use.location.path] { found[page.source, default: []].append(use) }
    }
    return found
  }

  // MARK: Rows

  private mutating func addAll(
    _ pages: [SitePage], _ definitions: [String: [Use]], _ groups: [String: [Group]]
  ) {
    var places: [Use: Int] = [:]
    var users: [(row: Int, page: SitePage, basis: [Use])] = []
    for page in pages {
      rows.append(.page(page))
      for definition in definitions[page.source] ?? [] {
        places[definition] = rows.count
        users.append((rows.count, page, reduced(parts[definition] ?? [])))
        rows.append(.definition(definition, page))
      }
      for group in groups[page.source] ?? [] {
        users.append((rows.count, page, group.basis))
        rows.append(.claims(group.numbers, page))
      }
    }
    for (row, page, basis) in users {
      for use in basis {
        guard let place = places[use] else { continue }
        arcs.append(
          Arc(from: place, to: row, isAcross: owners[use.location.path]?.source != page.source))
      }
    }
  }

  /// The pages that share definitions, each with its claims.
  private mutating func addPages(_ pages: [SitePage], _ groups: [String: [Group]]) {
    var shared: Set<Arc> = []
    for (row, page) in pages.enumerated() {
      let used = (groups[page.source] ?? []).flatMap(\.basis).map(\.location.path)
      for path in Set(used) {
        guard let owner = owners[path], owner.source != page.source,
          let place = pages.firstIndex(where: { $0.source == owner.source })
        else { continue }
        shared.insert(Arc(from: place, to: row, isAcross: true))
      }
    }
    let kept = Set(shared.flatMap { [$0.from, $0.to] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    rows = kept.map { .page(pages[$0]) }
    arcs = shared.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.compactMap { arc in
      guard let from = places[arc.from], let to = places[arc.to] else { return nil }
      return Arc(from: from, to: to, isAcross: true)
    }
  }
}
