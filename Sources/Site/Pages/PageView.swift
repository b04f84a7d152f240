internal import Derivations
internal import Script

/// What the page template is filled in with.
struct PageView {
  let configuration: Configuration
  let tree: NavigationTree
  /// The page's path within the site.
  let output: String
  let title: String
  var description: String?
  var outline: [OutlineEntry] = []
  /// The page's own HTML.
  let content: String
  /// What was checked on the page, as a sentence.
  var checked: String?
  var usesKaTeX = false

  /// Above this many pages the navigation opens only the folders that hold the page.
  private static let fullTree = 60

  var data: JSONValue {
    let neighbours = tree.neighbours(of: output)
    return .object([
      "language": .string(configuration.languages.first ?? "en"),
      "documentTitle": .string(
        title == configuration.title ? title : "\(title) · \(configuration.title)"),
      "description": string(description ?? configuration.description),
      "siteTitle": .string(configuration.title), "root": .string(root), "home": .string(home),
      "canonical": string(configuration.baseURL.map { $0 + output }),
      "repository": string(configuration.repository), "usesKaTeX": .bool(usesKaTeX),
      "entries": .array(tree.entries.map(entry)), "breadcrumbs": breadcrumbs,
      "headings": .array(outline.map(Self.heading)),
      "content": .string(content), "checked": string(checked),
      "neighbours": .bool(neighbours.previous != nil || neighbours.next != nil),
      "previous": neighbours.previous.map(link) ?? .null,
      "next": neighbours.next.map(link) ?? .null,
    ])
  }

  private var root: String { SitePath.relative(to: "", from: output) }

  private var home: String { root.isEmpty ? "index.html" : root + "index.html" }

  private func string(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  private static func heading(_ heading: OutlineEntry) -> JSONValue {
    [
      "level": .number(Double(heading.level)), "slug": .string(heading.slug),
      "html": .string(heading.html),
    ]
  }

  private var breadcrumbs: JSONValue {
    let ancestors = tree.ancestors(of: output)
    return ancestors.isEmpty ? .null : .array((ancestors.map(link)))
  }

  private func link(_ entry: NavigationEntry) -> JSONValue {
    [
      "title": .string(entry.title),
      "href": string(entry.output.map { SitePath.relative(to: $0, from: output) }),
    ]
  }

  private func entry(_ entry: NavigationEntry) -> JSONValue {
    let isOpen = tree.pages.count <= Self.fullTree || entry.holds(output)
    let target = entry.output ?? (isOpen ? nil : entry.pages.first?.output)
    return [
      "title": .string(entry.title),
      "href": string(target.map { SitePath.relative(to: $0, from: output) }),
      "isCurrent": .bool(entry.output == output),
      "entries": isOpen && !entry.entries.isEmpty ? .array(entry.entries.map(self.entry)) : .null,
    ]
  }
}

extension PageResult {
  /// How many claims a page makes and what became of them; nil where it makes none.
  var summary: String? {
    guard !claims.isEmpty else { return nil }
    let counts = Mark.allCases.compactMap { mark in
      let count = claims.count { Mark($0) == mark }
      return count == 0 ? nil : "\(count) \(mark.words)"
    }
    let subject = claims.count == 1 ? "1 claim" : "\(claims.count) claims"
    return "\(subject) on this page checked: \(counts.joined(separator: ", "))."
  }
}
